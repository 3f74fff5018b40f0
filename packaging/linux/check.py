#!/usr/bin/env python3
"""Try the Debian packages, as root: `python3 packaging/linux/check.py` installs them, uses them, and purges them again.

apt brings what they depend on and nothing else. The program must search and pass its self-test with an empty environment; the kiosk must
come up under cage, on a screen that is only in memory, as its own user. What the packages put there must be gone afterwards. Standard
library only.
"""

import os
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

DIST = Path(__file__).resolve().parents[2] / "dist"
NAMES = ("careerguide", "careerguide-kiosk")
USER = "careerguide-kiosk"
NAME = "org.careerguide.CareerGuide"
LEFT_BY_NOBODY = ("/usr/lib/careerguide", "/usr/bin/careerguide", "/etc/careerguide", "/var/lib/careerguide-kiosk")
APT = ("apt-get", "--quiet=2", "--yes", "--no-install-recommends")


def main() -> int:
    """Install, try, purge; an exception where something is wrong."""
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    packages = [next(DIST.glob(f"{name}_*.deb")) for name in NAMES]
    subprocess.check_call([*APT, "update"], **quiet)
    subprocess.check_call([*APT, "install", "--reinstall", *packages], **quiet)
    try:
        try_program()
        try_kiosk()
    finally:
        subprocess.check_call([*APT, "purge", *NAMES], **quiet)
    left = [path for path in LEFT_BY_NOBODY if Path(path).exists()]
    left += [user.pw_name for user in pwd.getpwall() if user.pw_name == USER]
    if left:
        sys.exit(f"The packages leave behind: {', '.join(left)}.")
    print("The Debian packages: installed, tried, and gone without a trace.")
    return 0


def try_program() -> None:
    """The command line, the window, and what the desktop shows of them."""
    with tempfile.TemporaryDirectory() as home:
        bare = {"HOME": home, "PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        for arguments in (("search", "nurse", "--limit", "1"), ("kiosk", "check", "/etc/careerguide/kiosk.toml"), ("--self-test",)):
            subprocess.check_call(["careerguide", *arguments], env=bare, cwd=home)
    share = Path("/usr/share")
    subprocess.check_call(["appstreamcli", "validate", "--no-net", share / f"metainfo/{NAME}.metainfo.xml"])
    subprocess.check_call(["desktop-file-validate", share / f"applications/{NAME}.desktop"])


def try_kiosk() -> None:
    """Under cage, as the unit starts it: it says that it is ready, and lives."""
    user = pwd.getpwnam(USER)
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        signs = Path(folder) / "notify"
        notify.bind(str(signs))
        notify.settimeout(120)
        for path in (Path(folder), signs):
            os.chown(path, user.pw_uid, user.pw_gid)
        without_a_screen = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        place = {"HOME": folder, "PATH": "/usr/bin", "XDG_RUNTIME_DIR": folder, "NOTIFY_SOCKET": str(signs)}
        cage = subprocess.Popen(
            ["/usr/bin/cage", "-d", "--", "careerguide", "--kiosk", "--config", "/etc/careerguide/kiosk.toml"],
            env={**without_a_screen, **place, "QT_QPA_PLATFORM": "wayland", "LC_ALL": "C.UTF-8"},
            user=user.pw_uid,
            group=user.pw_gid,
            extra_groups=[],
            stderr=subprocess.DEVNULL,
        )
        try:
            heard = [notify.recv(100) for _ in range(3)]
        finally:
            cage.send_signal(signal.SIGTERM)
            cage.wait(30)
    if heard != [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]:
        sys.exit(f"The kiosk under cage says {heard}.")
    print("The kiosk is ready under cage.")


if __name__ == "__main__":
    sys.exit(main())
