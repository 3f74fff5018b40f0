#!/usr/bin/env python3
"""The Debian packages: `python3 packaging/linux/deb.py` makes dist/careerguide_*.deb and dist/careerguide-kiosk_*.deb.

The first holds the frozen program (packaging/freeze/freeze.py, run when dist/careerguide is not there) with its desktop entry,
AppStream data, icons and man page; the second sets up a kiosk with it. Needs dpkg-deb. Standard library only.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
FROZEN = DIST / "careerguide"
KIOSK = ROOT / "packaging" / "kiosk"
NAME = "org.careerguide.CareerGuide"
VERSION = re.search(r'__version__ = "(.+)"', (ROOT / "careerguide" / "__init__.py").read_text(encoding="utf-8"))[1]

# What the frozen program takes from the system: the C library, OpenGL, the libraries of X and Wayland, fonts.
DEPENDS = (
    "libc6, libegl1, libgl1, libfontconfig1, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, "
    "libwayland-client0, libwayland-cursor0, fonts-dejavu-core | fonts-freefont-ttf"
)
KIOSK_DEPENDS = (
    f"careerguide (= {VERSION}), cage, xwayland, libpam-systemd, adduser"  # Debian's cage does not start without Xwayland
)


def main() -> int:
    """Make both packages."""
    if not FROZEN.is_dir():
        subprocess.check_call([sys.executable, ROOT / "packaging" / "freeze" / "freeze.py"])
    for build in (program, kiosk):
        print(build())
    return 0


def program() -> Path:
    """The package of the program itself."""
    tree = fresh("careerguide")
    shutil.copytree(FROZEN, tree / "usr/lib/careerguide", symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/careerguide").symlink_to("../lib/careerguide/careerguide")
    bill = tree / "usr/share/doc/careerguide/careerguide.cdx.json"
    bill.parent.mkdir(parents=True)
    bill.symlink_to("../../../lib/careerguide/careerguide.cdx.json")
    copy(HERE / f"{NAME}.desktop", tree / f"usr/share/applications/{NAME}.desktop")
    copy(HERE / f"{NAME}.metainfo.xml", tree / f"usr/share/metainfo/{NAME}.metainfo.xml")
    compress(fill(HERE / "careerguide.1", tree / "usr/share/man/man1/careerguide.1"))
    put_icons(tree / "usr/share/icons/hicolor")
    return pack(tree, "careerguide", DEPENDS, "Every occupation in the United States on one page each, offline")


def kiosk() -> Path:
    """The package that makes a machine a kiosk."""
    tree = fresh("careerguide-kiosk")
    copy(KIOSK / "careerguide-kiosk.service", tree / "usr/lib/systemd/system/careerguide-kiosk.service")
    copy(KIOSK / "supervise.py", tree / "usr/lib/careerguide-kiosk/supervise.py")
    copy(ROOT / "resources/kiosk/kiosk.toml", tree / "etc/careerguide/kiosk.toml")
    for script in ("postinst", "prerm", "postrm"):
        copy(HERE / "kiosk" / script, tree / "DEBIAN" / script).chmod(0o755)
    (tree / "DEBIAN/conffiles").write_text("/etc/careerguide/kiosk.toml\n", encoding="utf-8")
    return pack(tree, "careerguide-kiosk", KIOSK_DEPENDS, "Career Guide as a kiosk, with its systemd unit")


def fresh(name: str) -> Path:
    """An empty tree for a package."""
    tree = ROOT / "build" / "deb" / name
    shutil.rmtree(tree, ignore_errors=True)
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "usr").mkdir()
    return tree


def copy(source: Path, goal: Path) -> Path:
    """Copy a file to a folder that may not be there yet."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, goal)
    return goal


def fill(source: Path, goal: Path, more: dict[str, str] | None = None) -> Path:
    """Copy a text with the version and the day in it."""
    text, now = source.read_text(encoding="utf-8"), datetime.now(UTC)
    marks = {"VERSION": VERSION, "DATE": f"{now:%Y-%m-%d}", "LONG_DATE": f"{now:%a, %d %b %Y %H:%M:%S +0000}", **(more or {})}
    for mark, value in marks.items():
        text = text.replace(f"@{mark}@", value)
    goal.parent.mkdir(parents=True, exist_ok=True)
    goal.write_text(text, encoding="utf-8")
    return goal


def compress(path: Path) -> None:
    """Replace a file by its gzip."""
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    path.unlink()


def put_icons(folder: Path) -> None:
    """The icon as SVG and, drawn in the freezing environment, in the usual sizes."""
    copy(ROOT / "resources/icons/careerguide.svg", folder / f"scalable/apps/{NAME}.svg")
    drawn = ROOT / "build" / "icons"
    subprocess.check_call([ROOT / "build/freeze/venv/bin/python", ROOT / "packaging/icons.py", drawn])
    for picture in drawn.glob("*.png"):
        copy(picture, folder / f"{picture.stem}x{picture.stem}/apps/{NAME}.png")


def pack(tree: Path, name: str, depends: str, summary: str) -> Path:
    """Write the control file and the package."""
    copy(ROOT / "LICENSE", tree / f"usr/share/doc/{name}/copyright")
    copy(ROOT / "THIRD_PARTY.md", tree / f"usr/share/doc/{name}/THIRD_PARTY.md")
    compress(fill(HERE / "changelog", tree / f"usr/share/doc/{name}/changelog", {"NAME": name}))
    machine = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    (tree / "DEBIAN/control").write_text(
        f"Package: {name}\nVersion: {VERSION}\nArchitecture: {machine}\nSection: education\nPriority: optional\n"
        f"Maintainer: the Career Guide authors <careerguide@localhost>\nInstalled-Size: {size}\nDepends: {depends}\n"
        f"Description: {summary}\n What people in an occupation do, must know and earn, and whether there\n"
        " will be jobs, by figures of O*NET and BLS. It needs no network.\n",
        encoding="utf-8",
    )
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = os.access(path, os.X_OK) and ".so" not in path.suffixes
            path.chmod(0o755 if path.is_dir() or runs else 0o644)
    for old in DIST.glob(f"{name}_*.deb"):
        old.unlink()
    goal = DIST / f"{name}_{VERSION}_{machine}.deb"
    subprocess.check_call(["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", tree, goal], stdout=subprocess.DEVNULL)
    return goal


if __name__ == "__main__":
    sys.exit(main())
