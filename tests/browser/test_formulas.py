"""Formulas on a page: set with TeX's spaces, scrolled in their own box on a phone, copied as TeX."""

import pytest

from tests.commands.papershelf import papershelf
from tests.conftest import MakeArchive, NewPage, Serve

pytestmark = pytest.mark.browser

LONG = " + ".join(f"\\frac{{x_{{{i}}}}}{{y_{{{i}}}}}" for i in range(40))
ABSTRACT = f"Needs $n \\log n$ steps, $\\unknown{{{'long' * 60}}}$ more.\n\n$${LONG}$$\n\nEnd."


def test_formulas_on_a_phone(archive: MakeArchive, serve: Serve, new_page: NewPage) -> None:
    root = archive(
        {
            "site.yaml": "title: T\nurl: https://x.example/archive/\n",
            "content/a.md": f"---\ntitle: A\ndate: 2024\n---\n{ABSTRACT}\n",
        }
    )
    assert papershelf("build", "--site", root) == 0
    page = new_page(viewport={"width": 360, "height": 640})
    page.goto(serve(root / "output").url + "papers/a/")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    display = page.locator("math[display]")
    assert display.evaluate("math => math.scrollWidth > math.clientWidth + 100")
    inline = page.locator("math").first
    gaps = inline.evaluate(
        "math => { const [a, b, c] = [...math.firstElementChild.children].map((part) => part.getBoundingClientRect());"
        " return [b.left - a.right, c.left - b.right, parseFloat(getComputedStyle(math).fontSize)]; }"
    )
    assert min(gaps[:2]) > 0.1 * gaps[2]


def test_formulas_are_copied_as_tex(archive: MakeArchive, serve: Serve, new_page: NewPage) -> None:
    root = archive(
        {
            "site.yaml": "title: T\nurl: https://x.example/archive/\n",
            "content/a.md": f"---\ntitle: A\ndate: 2024\n---\n{ABSTRACT}\n",
        }
    )
    assert papershelf("build", "--site", root) == 0
    page = new_page()
    with page.expect_response("**/copy-formulas.js"):
        page.goto(serve(root / "output").url + "papers/a/")
    page.wait_for_load_state("networkidle")
    copied = page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector("article .text"));
          const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), cancelable: true });
          document.dispatchEvent(event);
          return [event.clipboardData.getData("text/plain"), event.defaultPrevented];
        }"""
    )
    text, prevented = copied
    assert prevented
    assert "Needs $n \\log n$ steps" in text
    assert f"${LONG}$" in text
