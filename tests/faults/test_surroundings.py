"""Machines that lack something: fonts, graphics, a home, a message bus, a sensible locale, a terminal. The whole window is tried in each.

`careerguide --self-test` opens the real window, looks at every panel and page, saves, compares and prints, with settings and a notebook of
its own; what is kept in the home is tried with the window that a person opens (living_window.py).
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from living_window import Lived, bare, live
from program import COMMAND

from careerguide.cli import main
from careerguide.kiosk import run_kiosk

RENDERED = "12 panels and"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{0}</cachedir></fontconfig>'

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these surroundings are those of Linux")


def run(*arguments: str, env: Mapping[str, str], stdin: int | None = subprocess.DEVNULL, cwd: Path | None = None) -> str:
    done = subprocess.run([*COMMAND, *arguments], env=env, capture_output=True, stdin=stdin, cwd=cwd, timeout=240, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    assert b"Traceback" not in done.stderr
    return done.stdout.decode("utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.mark.program
def test_no_fonts_at_all(home: Path) -> None:
    config = home / "fonts.conf"
    config.write_text(NO_FONTS.format(home / "cache"), encoding="utf-8")
    assert RENDERED in run("--self-test", env=bare(home, FONTCONFIG_FILE=str(config), QT_QPA_FONTDIR=str(home / "none")))


@pytest.mark.program
def test_no_home(tmp_path: Path) -> None:
    assert RENDERED in run("--self-test", env=bare(None), cwd=tmp_path)


@pytest.mark.program
@pytest.mark.parametrize("place", ["/nowhere/at all", "/dev/null", "/proc"])
def test_a_home_that_is_none(place: str) -> None:
    env = bare(None, HOME=place, XDG_RUNTIME_DIR=place, XDG_CACHE_HOME=place, XDG_CONFIG_HOME=place, XDG_DATA_HOME=place)
    assert RENDERED in run("--self-test", env=env)


@pytest.fixture
def read_only_home(tmp_path: Path) -> Iterator[Path]:
    """A home in which nothing can be made; for root, who may do everything, a file system that is read-only."""
    folder = tmp_path / "read only"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)
        return
    command = ["mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.program
def test_a_home_that_is_read_only(read_only_home: Path) -> None:
    """What a person keeps is then kept in memory only, and told so (tests/ui/test_desk.py)."""
    env = bare(read_only_home)
    assert json.loads(run("search", "nurse", "--json", env=env))["results"]
    assert RENDERED in run("--self-test", env=env)
    assert list(read_only_home.iterdir()) == []


@pytest.mark.parametrize("mode", [0o500, 0o000], ids=["read-only", "closed"])
def test_the_window_of_a_person_whose_home_keeps_nothing(home: Path, mode: int) -> None:
    home.chmod(mode)
    lived = live(bare(home))
    home.chmod(0o700)
    assert_kept_in_memory(lived, home)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("place", ["/dev/null", "/proc"])
def test_the_window_of_a_person_without_a_home(place: str) -> None:
    assert_kept_in_memory(live(bare(Path(place))), Path(place))


def assert_kept_in_memory(lived: Lived, home: Path) -> None:
    assert lived.careers == "1,016 careers"
    assert f"{home}/.local/share/careerguide/notebook.sqlite: the notebook cannot be" in lived.problem


@pytest.mark.program
@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "xx_YY.ISO-8859-99", "LC_ALL": "xx_YY.ISO-8859-99"},
        {"LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"LANG": "ar_EG.UTF-8", "LANGUAGE": "ar:fa"},
        {"LANG": "\udcff", "LC_ALL": "", "LANGUAGE": ":::"},
    ],
    ids=["C", "unknown", "Turkish", "Arabic", "no text"],
)
def test_any_locale(home: Path, locale: dict[str, str]) -> None:
    env = bare(home, **locale)
    assert RENDERED in run("--self-test", env=env)
    assert json.loads(run("search", "ñandú café I", "--json", env=env))["query"] == "ñandú café I"


@pytest.mark.program
def test_no_message_bus(home: Path) -> None:
    nowhere = "unix:path=/nowhere/bus"
    env = bare(home, DBUS_SESSION_BUS_ADDRESS=nowhere, DBUS_SYSTEM_BUS_ADDRESS=nowhere, AT_SPI_BUS_ADDRESS=nowhere)
    assert RENDERED in run("--self-test", env=env | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})


@pytest.mark.program
def test_no_folder_for_what_is_temporary_but_the_current_one(home: Path, tmp_path: Path) -> None:
    env = bare(home, TMPDIR="/nowhere", TEMP="/nowhere", TMP="/nowhere")
    assert RENDERED in run("--self-test", env=env, cwd=tmp_path)


@contextmanager
def x_server(*options: str) -> Iterator[str]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", *options], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def has_xcb() -> bool:
    """Whether Qt's X11 plugin finds its libraries here; `packaging/dev.py` installs them."""
    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if shutil.which("Xvfb") is None or shutil.which("ldd") is None:
        return False
    return "not found" not in subprocess.run(["ldd", str(plugin)], capture_output=True, text=True, check=False).stdout


@pytest.mark.program
@pytest.mark.skipif(not has_xcb(), reason="Xvfb, or a library of Qt's X11 plugin, is not here (Debian: xvfb, libxcb-cursor0)")
@pytest.mark.parametrize(
    "options",
    [
        ("-screen", "0", "1024x768x24", "-extension", "GLX"),
        ("-screen", "0", "1280x800x16", "-extension", "GLX", "-extension", "MIT-SHM", "-extension", "RENDER"),
        ("-screen", "0", "640x480x24", "-extension", "XInputExtension", "-extension", "RANDR"),
        ("-screen", "0", "1920x1080x30"),
    ],
    ids=["no GLX", "16 bits without shared memory", "640 × 480 without RandR", "30 bits"],
)
def test_a_remote_or_a_poor_display(home: Path, options: tuple[str, ...]) -> None:
    """What a session over ssh -X, VNC or xrdp gives: no OpenGL, few colors, no shared memory."""
    with x_server(*options) as display:
        env = bare(
            home,
            DISPLAY=display,
            SSH_CONNECTION="198.51.100.1 1 198.51.100.2 22",
            QT_QPA_PLATFORM="xcb",
            QT_XCB_GL_INTEGRATION="none",
        )
        assert RENDERED in run("--self-test", env=env)


@pytest.mark.program
def test_graphics_libraries_that_fail(home: Path) -> None:
    env = bare(
        home, LIBGL_DRIVERS_PATH="/nowhere", EGL_PLATFORM="nothing", __EGL_VENDOR_LIBRARY_DIRS="/nowhere", LIBGL_ALWAYS_SOFTWARE="1"
    )
    assert RENDERED in run("--self-test", env=env)


# The settings for everybody on a computer


SITE_CLOSED = "site.toml: the file cannot be read (Permission denied). None of its settings and locks is in force."


def test_the_window_opens_where_settings_for_everybody_may_not_be_read(home: Path) -> None:
    closed = closed_settings(home)
    lived = live(bare(home, XDG_CONFIG_DIRS=str(home)))
    assert lived.careers == "1,016 careers"
    assert lived.toast == f"For the administrator of this computer: {closed / SITE_CLOSED}"
    assert lived.err.startswith(f"careerguide: {closed / SITE_CLOSED}\n")


def test_commands_say_that_settings_may_not_be_read(
    ordinary_person: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = closed_settings(ordinary_person)
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(ordinary_person))
    assert main(["site", "show"]) == 3
    assert capsys.readouterr().err == f"careerguide: {closed / SITE_CLOSED}\n"
    for arguments in (["site", "check", f"{closed}/site.toml"], ["kiosk", "check", f"{closed}/kiosk.toml"]):
        assert main(arguments) == 3
        assert f"careerguide: {arguments[-1]}: the file cannot be read (Permission denied)." in capsys.readouterr().err
    assert run_kiosk(closed / "kiosk.toml") == 3
    assert capsys.readouterr().err == f"careerguide: {closed}/kiosk.toml: the file cannot be read (Permission denied).\n"
    closed.chmod(0o700)


def closed_settings(folder: Path) -> Path:
    """A folder of settings for everybody that may not be entered."""
    closed = folder / "careerguide"
    closed.mkdir()
    for name in ("site.toml", "kiosk.toml"):
        (closed / name).write_text('centre = "Lincoln High"\n', encoding="utf-8")
    closed.chmod(0)
    return closed


# The command line


def refused(*arguments: str | bytes, code: int, env: Mapping[str, str] | None = None) -> str:
    done = subprocess.run([*COMMAND, *arguments], env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    return done.stderr.decode("utf-8", "replace")


@pytest.mark.program
@pytest.mark.parametrize(
    "arguments",
    [
        [""], ["--"], ["-"], ["--guide"], ["show"], ["show", "--json"], ["search"], ["compare", "1"], ["--no-such-option"],
        ["guide"], ["guide", "build"], ["guide", "rm", "-rf", "/"], ["search", "x", "--limit", "9" * 5_000], ["search", "x", "--limit", "-1"],
        ["report", "33-3051.04", "--output", "x.exe"], ["\u202e" * 50], ["x" * 100_000], ["--guide", "x", "--guide"], ["kiosk"],
    ],
    ids=lambda arguments: " ".join(arguments)[:24] or "empty",
)  # fmt: skip
def test_absurd_arguments_are_wrong_usage(arguments: list[str], home: Path) -> None:
    refused(*arguments, code=2, env=bare(home))


@pytest.mark.program
@pytest.mark.parametrize("text", [b"\xff\xfe", b"\xed\xa0\x80", b"\xc3(", b"\x7f\x1b[2J"])
def test_arguments_that_are_no_text(text: bytes, home: Path) -> None:
    assert "no occupation" in refused("show", text, code=1, env=bare(home))
    assert "there is no guide file" in refused("--guide", b"/tmp/" + text, "show", "33-3051.04", code=3, env=bare(home))


@pytest.mark.program
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full"])
def test_standard_streams_that_are_closed_or_full(closed: str, home: Path) -> None:
    line = f"{shlex.join(COMMAND)} search nurse {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], env=bare(home), capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == (3 if closed == ">/dev/full" else 0), done.stderr
