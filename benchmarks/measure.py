"""What the benchmarks share: child processes with marks in time, an X server, and lines with limits."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHILDREN = Path(__file__).parent / "children"
ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Line:
    """A measured ratio or figure with its limit; `held` is None where there is no limit."""

    name: str
    value: float
    unit: str
    detail: str
    limit: float | None = None
    at_least: bool = False

    @property
    def held(self) -> bool | None:
        if self.limit is None:
            return None
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.limit is None else f"  (limit {self.limit:g}: {'held' if self.held else 'NOT HELD'})"
        return f"{self.name:<58}{self.value:8.3f} {self.unit}{verdict}\n    {self.detail}"


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile_95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(round(0.95 * (len(ordered) - 1)), len(ordered) - 1)]


def run_child(script: str, *arguments: str, patience: float = 300) -> dict[str, float]:
    """Run a child script; its last line of output is JSON. Marks in it are seconds since the process was started."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(CHILDREN / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=patience,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{script} failed:\n{done.stderr[-2000:]}")
    marks: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: value - started if name.startswith("at_") else value for name, value in marks.items()}


@contextmanager
def x_server() -> Iterator[str]:
    """A display for windows: the one there is, else Xvfb, else Qt's offscreen platform. Gives its name for the report."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        del os.environ["QT_QPA_PLATFORM"]
    if os.environ.get("DISPLAY"):
        yield f"display {os.environ['DISPLAY']}"
        return
    if shutil.which("Xvfb") is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield "Qt's offscreen platform (Xvfb is not installed)"
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    os.environ["DISPLAY"] = f":{number}"
    try:
        yield f"Xvfb :{number}"
    finally:
        del os.environ["DISPLAY"]
        server.terminate()
        server.wait()
