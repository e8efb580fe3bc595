"""The file of results: a section is renewed, the others stay."""

from pathlib import Path

from tests.bench.results import machine, save, table


def test_a_table_is_markdown() -> None:
    assert table(["build", "s"], [["clean", "1.5"]]) == "| build | s |\n| --- | --: |\n| clean | 1.5 |\n"


def test_a_run_renews_its_own_section_only(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    save("Builds of 10,000 papers", table(["a"], [["1"]]), file)
    save("Search: matching", table(["b"], [["2"]]), file)
    save("Builds of 1,000 papers", table(["c"], [["3"]]) + "\nA line.\n", file)
    before = file.read_text()
    assert [line for line in before.splitlines() if line.startswith("#")] == [
        "# Results of the benchmarks",
        "## Builds of 1,000 papers",
        "## Builds of 10,000 papers",
        "## Search: matching",
    ]
    save("Builds of 10,000 papers", table(["a"], [["4"]]), file)
    assert file.read_text() == before.replace("| 1 |", "| 4 |")
    save("Builds of 10,000 papers", table(["a"], [["1"]]), file)
    assert file.read_text() == before
    assert before.count(machine()) == 3
