#!/usr/bin/env python3
"""Freeze the program: `python3 packaging/freeze/freeze.py` makes dist/careerguide, a folder that needs neither Python nor Qt.

Works in build/freeze, with a virtual environment of its own. Then the frozen program is started in an environment without anything
(no PATH, no home) and must pass its self-test; its size must keep the limit. Standard library only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "freeze"
PROGRAM = ROOT / "dist" / "careerguide"
PYTHON = WORK / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LIMIT_MB = 250
BILL = "careerguide.cdx.json"  # what is in it, with versions and licenses (CycloneDX)
PINNED = "pyinstaller>=6.11,<7"


def main() -> int:
    """Freeze, thin out, check; 0 if the program runs and is small enough."""
    install()
    subprocess.check_call([PYTHON, ROOT / "packaging" / "icons.py", ROOT / "build" / "icons"])
    freeze = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    freeze += ["--distpath", ROOT / "dist", "--workpath", WORK / "work", "careerguide.spec"]
    subprocess.check_call(freeze, cwd=Path(__file__).parent)
    strip()
    subprocess.check_call([sys.executable, ROOT / "packaging" / "sbom.py", PYTHON, PROGRAM / BILL])
    size = sum(path.stat().st_size for path in PROGRAM.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
    print(f"{PROGRAM}: {size:,.0f} MB (limit {LIMIT_MB} MB)")
    return check() or int(size > LIMIT_MB)


def install() -> None:
    """The program as a wheel, without its sources, and PyInstaller."""
    if not PYTHON.exists():
        venv.create(WORK / "venv", with_pip=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*pip, PINNED, str(ROOT)])
    subprocess.check_call([*pip, "--force-reinstall", "--no-deps", str(ROOT)])


def strip() -> None:
    """Take debugging symbols out of what Python and its packages bring; NumPy's own libraries do not bear it."""
    if shutil.which("strip") is None or os.environ.get("CAREERGUIDE_WHOLE"):
        return
    for path in PROGRAM.rglob("*.so*"):
        if not path.is_symlink() and "numpy.libs" not in path.parts:
            subprocess.call(["strip", "--strip-unneeded", path], stderr=subprocess.DEVNULL)


def check() -> int:
    """The frozen program's self-test with an empty environment and an empty home, away from the sources."""
    name = "careerguide.exe" if os.name == "nt" else "careerguide"
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        return subprocess.call([PROGRAM / name, "--self-test"], cwd=home, env=environment)


if __name__ == "__main__":
    sys.exit(main())
