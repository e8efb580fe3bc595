"""Assets are served lean: the engine in one file, scripts without comment lines, all else as it is."""

import gzip
import re
import subprocess
from pathlib import Path

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output
from papershelf.model.site import Static
from papershelf.pipeline.assets import MADE, part
from papershelf.pipeline.options import LAYOUTS

ROOT = Path(__file__).resolve().parents[2]
ENGINE = {"assets/js/search/engine.js", "assets/js/search/worker.js"}
LARGEST = 14_336
"""Bytes of the search engine, each file compressed as hosts send it."""


def planned(*folders: Path) -> dict[str, Output]:
    assets = part(folders)
    outputs = assets.outputs(assets.slice, SiteConfig(title="T"))
    return {output.path: output for output in outputs}


def test_engine_is_one_file_beside_its_worker_and_small() -> None:
    engine = {path: str(output.view) for path, output in planned(LAYOUTS).items() if "js/search/" in path}
    assert engine.keys() == ENGINE
    assert sum(len(gzip.compress(script.encode(), 9)) for script in engine.values()) <= LARGEST


def test_own_assets_stand_before_ours_and_binary_ones_stay(tmp_path: Path) -> None:
    files = {
        "js/search/stem.js": b"// Ours.\nexport const stem = (word) => word;\n",
        "js/latin1.js": b"// Gr\xfc\xdfe\nhello();\n",
        "js/own.js": b"// Hello.\nhello();\n",
        "picture.png": b"\x89PNG\n// no script",
    }
    for name, data in files.items():
        file = tmp_path / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    found = planned(tmp_path, LAYOUTS)
    assert "const stem = (word) => word;" in str(found["assets/js/search/engine.js"].view)
    assert found["assets/js/own.js"].view == "hello();\n"
    for path in ("assets/picture.png", "assets/js/latin1.js"):
        view = found[path].view
        assert found[path].renderer == "copy"
        assert isinstance(view, Static)
        assert Path(view.source).read_bytes() == files[path.removeprefix("assets/")]


def test_made_modules_are_what_scripts_are_told_of_them(tmp_path: Path) -> None:
    """`layouts/types.d.ts` declares them, since no file of theirs is there when `tsc` reads the scripts."""
    told = []
    for path, make in MADE.items():
        name = Path(path).stem
        constant = re.sub(r"^(export const [A-Z_]+ = .*);$", r"\1 as const;", make(), flags=re.MULTILINE)
        (tmp_path / f"made_{name}.ts").write_text(constant, encoding="utf-8")
        told.append(f'import * as {name} from "./made_{name}";')
        told.append(f'{name} satisfies typeof import("./{name}.js");')
    names = " | ".join(f'"{name}"' for name, route in routes.ROUTES.items() if route.scripts)
    told.append(f"({{}}) as Record<{names}, 1> satisfies Record<ScriptRoute, 1>;")
    told.append(f"({{}}) as Record<ScriptRoute, 1> satisfies Record<{names}, 1>;")
    (tmp_path / "told.ts").write_text("\n".join(told), encoding="utf-8")
    options = "--noEmit --strictNullChecks --target es2022 --module es2022 --moduleResolution bundler --strict false"
    command = [str(ROOT / "node_modules/.bin/tsc"), *options.split(), str(LAYOUTS / "types.d.ts"), "told.ts"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)
