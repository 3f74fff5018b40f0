#!/usr/bin/env python3
"""The packages for pip: `python3 packaging/wheel.py` makes the sdist and, from it alone, the wheel, in dist.

Both must pass `twine check --strict`. The wheel is installed into an empty environment and started there, away from the sources,
with an empty home; pipx must be able to install it too. Works in build/wheel, with virtual environments of its own.
Standard library only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
WORK = ROOT / "build" / "wheel"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
TOOLS = ("build>=1.2,<2", "twine>=6,<8", "pipx>=1.7,<2")
CHECKS = (("--version",), ("search", "nurse", "--limit", "3"), ("--self-test",))


def main() -> int:
    """Build, check, install, start; 0 if all went well."""
    shutil.rmtree(WORK, ignore_errors=True)
    tools = environment(WORK / "tools", *TOOLS)
    for old in DIST.glob("careerguide-*.whl"), DIST.glob("careerguide-*.tar.gz"):
        for path in old:
            path.unlink()
    subprocess.check_call([tools / "python", "-m", "build", "--outdir", DIST, ROOT])
    (wheel,), (sdist,) = DIST.glob("careerguide-*.whl"), DIST.glob("careerguide-*.tar.gz")
    subprocess.check_call([tools / "python", "-m", "twine", "check", "--strict", sdist, wheel])
    return check(environment(WORK / "installed", str(wheel)) / "careerguide") or try_pipx(tools, wheel)


def environment(folder: Path, *requirements: str) -> Path:
    """A new virtual environment with these packages; the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / PROGRAMS
    subprocess.check_call([programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])
    return programs


def check(program: Path) -> int:
    """Start the installed program in an empty home; 0 if every command succeeds."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        surroundings = kept | {"HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        return max(subprocess.call([program, *arguments], env=surroundings, cwd=home) for arguments in CHECKS)


def try_pipx(tools: Path, wheel: Path) -> int:
    """Install the wheel with pipx, into folders of its own, and start the command that it puts there; 0 if that succeeds."""
    places = {
        f"PIPX_{name}": str(WORK / "pipx" / folder) for name, folder in (("HOME", ""), ("BIN_DIR", "bin"), ("MAN_DIR", "man"))
    }
    surroundings = {**os.environ, **places, "PIPX_DEFAULT_PYTHON": sys.executable, "USE_EMOJI": "0"}
    subprocess.check_call([tools / "python", "-m", "pipx", "install", "--quiet", wheel], env=surroundings)
    return subprocess.call([WORK / "pipx" / "bin" / "careerguide", "--version"])


if __name__ == "__main__":
    sys.exit(main())
