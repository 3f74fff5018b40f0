"""`careerguide --kiosk`: settings are checked before anything is shown, and the system can end it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

KIOSK = [sys.executable, "-m", "careerguide", "--kiosk"]
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "careerguide", *arguments], capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_system_can_end_it(tmp_path: Path, number: signal.Signals) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(str(tmp_path / "notify"))
        notify.settimeout(60)
        kiosk = subprocess.Popen(KIOSK, env=ENVIRONMENT | {"NOTIFY_SOCKET": str(tmp_path / "notify")})
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


def test_wrong_settings_are_said_and_nothing_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("idle_second = 9\nlook = 1\n")
    done = run("--kiosk", "--config", str(path))
    assert done.returncode == 3
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == ["careerguide", "careerguide"]
    assert "kiosk.toml, line 1" in done.stderr
    assert run("kiosk", "check", str(path)).stderr == done.stderr


def test_config_without_kiosk_is_wrong_usage(tmp_path: Path) -> None:
    done = run("--config", str(tmp_path / "kiosk.toml"))
    assert done.returncode == 2
    assert "--kiosk" in done.stderr


def test_the_example_passes_its_own_check(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(run("kiosk", "example").stdout, encoding="utf-8")
    done = run("kiosk", "check", str(path))
    assert done.returncode == 0
    assert "idle_seconds = 90" in done.stdout


def test_a_pin_is_made_for_the_settings(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "careerguide", "kiosk", "pin"],
        input="2468\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    path = tmp_path / "kiosk.toml"
    path.write_text(done.stdout)
    assert "pin = set" in run("kiosk", "check", str(path)).stdout
    short = subprocess.run(
        [sys.executable, "-m", "careerguide", "kiosk", "pin"], input="1\n", capture_output=True, text=True, timeout=60, check=False
    )
    assert short.returncode == 2
