"""The supervisor: a program that crashes is started again, one that hangs is killed, one that ends as it should stays ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SUPERVISE = Path(__file__).parents[1] / "packaging" / "kiosk" / "supervise.py"
HEAD = f"import sys, time; sys.path.insert(0, {str(Path(__file__).parents[1])!r}); from careerguide.heartbeat import Heartbeat; heart = Heartbeat()\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signs of life go through a Unix socket")


def supervised(tmp_path: Path, program: str, *options: str) -> tuple["subprocess.Popen[str]", Path]:
    script, started = tmp_path / "program.py", tmp_path / "started"
    script.write_text(HEAD + f"open({str(started)!r}, 'a').write('x')\n" + program)
    command = [sys.executable, str(SUPERVISE), *options, "--", sys.executable, str(script)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True), started


def wait_for(started: Path, times: int, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if started.exists() and len(started.read_text()) >= times:
            return
        time.sleep(0.05)
    raise AssertionError(f"not started {times} times")


def end(supervisor: "subprocess.Popen[str]") -> str:
    supervisor.send_signal(signal.SIGTERM)
    _, said = supervisor.communicate(timeout=20)
    assert supervisor.returncode == 0
    return said


def test_a_program_that_crashes_is_started_again(tmp_path: Path) -> None:
    supervisor, started = supervised(tmp_path, "sys.exit(7)")
    wait_for(started, 2)
    assert "ended with code 7; starting it again in 2 s" in end(supervisor)


def test_a_program_that_hangs_is_killed_and_started_again(tmp_path: Path) -> None:
    supervisor, started = supervised(tmp_path, "heart.ready(); heart.beat(); time.sleep(600)", "--patience", "0.5")
    wait_for(started, 2)
    assert "gives no sign of life" in end(supervisor)


def test_a_program_that_does_not_come_up_is_killed_too(tmp_path: Path) -> None:
    supervisor, started = supervised(tmp_path, "time.sleep(600)", "--start-patience", "0.5")
    wait_for(started, 2)
    assert "gives no sign of life" in end(supervisor)


def test_a_program_that_beats_is_left_alone(tmp_path: Path) -> None:
    supervisor, started = supervised(tmp_path, "heart.ready()\nwhile True:\n    heart.beat(); time.sleep(0.1)", "--patience", "0.6")
    wait_for(started, 1)
    time.sleep(2)
    assert started.read_text() == "x"
    assert end(supervisor) == ""


def test_an_end_that_was_wanted_ends_the_supervisor(tmp_path: Path) -> None:
    supervisor, started = supervised(tmp_path, "heart.ready(); heart.stopping(); time.sleep(0.3)")
    _, said = supervisor.communicate(timeout=20)
    assert supervisor.returncode == 0
    assert started.read_text() == "x"
    assert said == ""


def test_without_a_watcher_the_heart_beats_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    from careerguide.heartbeat import Heartbeat

    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    Heartbeat().beat()
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere/at/all")
    heart = Heartbeat()
    heart.beat()
    assert heart._socket is not None
    heart._socket.close()
