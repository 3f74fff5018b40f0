"""The program as a person starts it. With CAREERGUIDE_PROGRAM set, that executable (the frozen one) takes the place of the sources:
`CAREERGUIDE_PROGRAM=dist/careerguide/careerguide pytest -m program`.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from careerguide.cli import main

FROZEN = os.environ.get("CAREERGUIDE_PROGRAM")
COMMAND = (str(Path(FROZEN).resolve()),) if FROZEN else (sys.executable, "-m", "careerguide")

DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


class Said(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Program:
    """Call it with arguments. `start` is for what must be a process of its own; the sources answer in this one, which is faster.

    The frozen program gets an environment with nothing of this machine's in it, and a home that is empty at first.
    """

    home: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path, given: str = "") -> Said:
        words = [str(argument) for argument in arguments]
        if FROZEN:
            done = self.start(*words, given=given.encode())
            return Said(done.returncode, done.stdout.decode(), done.stderr.decode())
        self.capsys.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", StringIO(given))
            try:
                code = main(words)
            except SystemExit as stopped:
                code = int(stopped.code or 0)
        return Said(code, *self.capsys.readouterr())

    def start(self, *arguments: str | Path, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run it to its end, in an environment without a display unless `variables` name one."""
        command = [*COMMAND, *map(str, arguments)]
        return subprocess.run(
            command, input=given, capture_output=True, timeout=120, check=False, env=self.environment() | variables
        )

    def environment(self) -> dict[str, str]:
        """What the process finds."""
        of_the_machine = {} if FROZEN else {name: text for name, text in os.environ.items() if name not in DISPLAYS}
        return of_the_machine | {"HOME": str(self.home), "LC_ALL": "C.UTF-8"}
