#!/usr/bin/env python3
"""The translations of the window: `update` brings resources/translations/*.ts up to date with the code, `release` compiles them.

New texts stand in the .ts files as unfinished, texts no longer used as vanished; Qt Linguist shows both.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "translations"
COMPILED = ROOT / "careerguide" / "translations"
_TOOLS = Path(PySide6.__file__).parent


def update(catalogue: Path) -> None:
    """Bring a .ts file up to date with the code, without line numbers, so that a change shows only what changed."""
    code = sorted(str(path) for path in (ROOT / "careerguide").rglob("*.py"))
    listing = catalogue.with_suffix(".txt")
    listing.write_text("\n".join(code), encoding="utf-8")
    try:
        _run("lupdate", "-silent", "-locations", "none", f"@{listing}", "-ts", str(catalogue))
    finally:
        listing.unlink()


def release() -> None:
    """Compile all .ts files into the package."""
    COMPILED.mkdir(exist_ok=True)
    for catalogue in sorted(SOURCES.glob("*.ts")):
        _run("lrelease", "-silent", str(catalogue), "-qm", str(COMPILED / f"{catalogue.stem}.qm"))


def _run(tool: str, *arguments: str) -> None:
    program = next(path for path in (_TOOLS / tool, _TOOLS / f"{tool}.exe") if path.exists())
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            for catalogue in sorted(SOURCES.glob("*.ts")):
                update(catalogue)
        case ["release"]:
            release()
        case _:
            sys.exit(__doc__)
