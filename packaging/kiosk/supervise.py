#!/usr/bin/env python3
"""Keep a kiosk running where there is no systemd: `supervise.py -- careerguide --kiosk --config kiosk.toml`.

Starts the program, starts it again when it ends or crashes, and, where the system has Unix sockets, kills and restarts it when its
signs of life (the protocol of sd_notify, the environment variable NOTIFY_SOCKET) stop coming: a program that hangs looks alive from
outside. A program that does not come up is started ever more slowly. An end that the program tells of itself (STOPPING=1, after the
administrator's PIN) ends the supervisor too, as does SIGTERM. Standard library only.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WAITS = (1.0, 2.0, 5.0, 15.0, 60.0)
UP_AFTER_SECONDS = 60.0
"""A program that ran as long as this came up well: the next restart is quick again."""


class Watched:
    """One run of the program. `alive` is when it last gave a sign of life."""

    def __init__(self, command: list[str], notify: "socket.socket | None", address: str) -> None:
        environment = {**os.environ, "NOTIFY_SOCKET": address} if notify is not None else dict(os.environ)
        self.process = subprocess.Popen(command, env=environment)
        self.started = self.alive = time.monotonic()
        self.ready = self.stopping = False
        self._notify = notify

    def listen(self, seconds: float) -> None:
        """Wait so long at most for a sign of life."""
        if self._notify is None:
            time.sleep(seconds)
            return
        self._notify.settimeout(seconds)
        try:
            message = self._notify.recv(4096).decode("utf-8", "replace")
        except TimeoutError:
            return
        self.alive = time.monotonic()
        lines = message.splitlines()
        self.ready = self.ready or "READY=1" in lines
        self.stopping = self.stopping or "STOPPING=1" in lines

    def end(self) -> None:
        """End the program, by force where it does not listen."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def supervise(command: list[str], patience: float, start_patience: float, waits: "tuple[float, ...]" = WAITS) -> int:
    """Run until the program ends of itself as it should, or the system ends us."""
    asked_to_stop = False

    def stop(*_: object) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with tempfile.TemporaryDirectory(prefix="careerguide-watch-") as folder:
        notify, address = None, str(Path(folder) / "notify")
        if hasattr(socket, "AF_UNIX"):
            notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            notify.bind(address)
        failures = 0
        while not asked_to_stop:
            watched = Watched(command, notify, address)
            why = watch(watched, notify is not None, patience, start_patience, lambda: asked_to_stop)
            watched.end()
            if asked_to_stop or watched.stopping:
                return 0
            failures = 0 if time.monotonic() - watched.started > UP_AFTER_SECONDS else failures + 1
            wait = waits[min(failures, len(waits) - 1)]
            print(f"supervise: the program {why}; starting it again in {wait:g} s", file=sys.stderr, flush=True)
            until = time.monotonic() + wait
            while time.monotonic() < until and not asked_to_stop:
                time.sleep(0.1)
    return 0


def watch(watched: Watched, has_signs: bool, patience: float, start_patience: float, asked_to_stop: "Callable[[], bool]") -> str:
    """Watch one run; why it is over."""
    while True:
        watched.listen(0.2)
        code = watched.process.poll()
        if code is not None:
            return f"ended with code {code}"
        if asked_to_stop():
            return "was told to end"
        allowed = patience if watched.ready else start_patience
        if has_signs and time.monotonic() - watched.alive > allowed:
            watched.process.kill()
            return "gives no sign of life"


def main() -> int:
    """Read the command line and supervise."""
    parser = argparse.ArgumentParser(description="Keep a kiosk running.")
    parser.add_argument("--patience", type=float, default=30.0, help="seconds without a sign of life before it is killed (30)")
    parser.add_argument("--start-patience", type=float, default=120.0, help="the same until it is up (120)")
    parser.add_argument("command", nargs="+", help="the program and its arguments, after --")
    chosen = parser.parse_args()
    return supervise(chosen.command, chosen.patience, chosen.start_patience)


if __name__ == "__main__":
    sys.exit(main())
