#!/usr/bin/env python3
"""Set up and start, from a source checkout: `python3 packaging/dev.py run` opens the guide, `… test` runs the tests.

Makes a virtual environment in `.venv`, installs the program into it (which builds the starter guide), and looks for the system
libraries that Qt needs. What is missing is named; as root on Debian or Ubuntu it is installed. Standard library only.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed"

# Debian and Ubuntu packages of the libraries that Qt's X11 and offscreen plugins load, by the start of the library's name.
DEBIAN_PACKAGES = {
    "libEGL": "libegl1",
    "libGL.": "libgl1",
    "libGLX": "libgl1",
    "libOpenGL": "libopengl0",
    "libX11-xcb": "libx11-xcb1",
    "libX11.": "libx11-6",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2": "libglib2.0-0",
    "libgthread-2": "libglib2.0-0",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render.": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xinerama": "libxcb-xinerama0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb.": "libxcb1",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon.": "libxkbcommon0",
}


def main() -> int:
    """`run` opens the window, `test` runs the tests, `install` only sets up. What follows is passed on."""
    task, *rest = sys.argv[1:] or ["help"]
    if task not in ("run", "test", "install"):
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 (said before anything else fails)
        sys.exit(f"Career Guide needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    install(with_tests=task != "run")
    provide_system_libraries()
    if task == "install":
        return 0
    environment = dict(os.environ)
    if task == "test":
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        return subprocess.call([PYTHON, "-m", "pytest", *rest], cwd=ROOT, env=environment)
    return subprocess.call([PYTHON, "-m", "careerguide", *rest], env=environment)


def install(*, with_tests: bool) -> None:
    """Make the virtual environment and install the program, unless that was done since its files last changed."""
    wanted = "test" if with_tests else "run"
    if STAMP.exists() and STAMP.stat().st_mtime > newest_input() and STAMP.read_text() in (wanted, "test"):
        return
    if not PYTHON.exists():
        print(f"Making a virtual environment in {VENV.name} …", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (subprocess.CalledProcessError, ImportError):
            shutil.rmtree(VENV, ignore_errors=True)
            provide(["python3-venv"], "Python's venv module is incomplete")
            subprocess.check_call([sys.executable, "-m", "venv", VENV])
    print("Installing Career Guide and building the starter guide …", flush=True)
    target = f"{ROOT}[dev]" if with_tests else str(ROOT)
    subprocess.check_call([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target])
    STAMP.write_text(wanted)


def newest_input() -> float:
    """When a file that the installation depends on last changed."""
    code = [path for part in ("domain", "sources", "db") for path in (ROOT / "careerguide" / part).glob("*.py")]
    data = [path for part in ("guide", "translations") for path in (ROOT / "resources" / part).rglob("*")]
    inputs = [ROOT / "pyproject.toml", *data, *code]
    return max(path.stat().st_mtime for path in inputs)


def provide_system_libraries() -> None:
    """See that the libraries Qt loads are there. Only Linux lacks them at times."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    code = "import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / 'Qt')"
    qt = Path(subprocess.check_output([PYTHON, "-c", code], text=True).strip())
    plugins = [qt / "plugins" / "platforms" / name for name in ("libqxcb.so", "libqoffscreen.so")]
    libraries = [*plugins, *(qt / "lib" / f"libQt6{part}.so.6" for part in ("Gui", "Widgets", "Svg", "PrintSupport"))]
    listing = subprocess.run(["ldd", *map(str, libraries)], capture_output=True, text=True, check=False).stdout
    missing = sorted({line.split()[0] for line in listing.splitlines() if "not found" in line})
    packages = sorted({name for library in missing for start, name in DEBIAN_PACKAGES.items() if library.startswith(start)})
    if not any(
        Path(folder).is_dir() and any(Path(folder).rglob("*.[to]tf")) for folder in ("/usr/share/fonts", "/usr/local/share/fonts")
    ):
        packages.append("fonts-dejavu-core")
    if packages:
        provide(packages, f"Qt needs system libraries that are not here ({', '.join(missing) or 'a font'})")


def provide(packages: list[str], why: str) -> None:
    """Install Debian packages as root; otherwise say which are needed and stop."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"{why}; installing {', '.join(packages)} …", flush=True)
        subprocess.check_call(["apt-get", "update", "--quiet=2"])
        subprocess.check_call(command, stdout=subprocess.DEVNULL)
    else:
        sys.exit(f"{why}. On Debian or Ubuntu install them with:\n  sudo {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
