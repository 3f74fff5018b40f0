"""`careerguide --kiosk`: settings are checked before anything is shown, and the system can end it."""

import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest
from program import COMMAND, Program


@pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_system_can_end_it(program: Program, tmp_path: Path, number: signal.Signals) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(str(tmp_path / "notify"))
        notify.settimeout(60)
        signs = {"QT_QPA_PLATFORM": "offscreen", "NOTIFY_SOCKET": str(tmp_path / "notify")}
        kiosk = subprocess.Popen([*COMMAND, "--kiosk"], env=program.environment() | signs)
        try:
            assert notify.recv(100) == b"READY=1"
            assert notify.recv(100) == b"WATCHDOG=1"
            kiosk.send_signal(number)
            while (message := notify.recv(100)) == b"WATCHDOG=1":
                pass
            assert message == b"STOPPING=1"
            assert kiosk.wait(30) == 0
        finally:
            kiosk.kill()
            kiosk.wait()


def test_wrong_settings_are_said_and_nothing_is_opened(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("idle_second = 9\nlook = 1\n")
    done = program.start("--kiosk", "--config", path)
    said = done.stderr.decode()
    assert done.returncode == 3
    assert [line.partition(": ")[0] for line in said.splitlines()] == ["careerguide", "careerguide"]
    assert "kiosk.toml, line 1" in said
    assert program("kiosk", "check", path).err == said


def test_config_without_kiosk_is_wrong_usage(program: Program, tmp_path: Path) -> None:
    code, _, err = program("--config", tmp_path / "kiosk.toml")
    assert code == 2
    assert "--kiosk" in err


def test_the_example_passes_its_own_check(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(program("kiosk", "example").out, encoding="utf-8")
    code, out, _ = program("kiosk", "check", path)
    assert code == 0
    assert "idle_seconds = 90" in out


def test_a_pin_is_made_for_the_settings(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(program("kiosk", "pin", given="2468\n").out)
    assert "pin = set" in program("kiosk", "check", path).out
    assert program("kiosk", "pin", given="1\n").code == 2
