"""A program that is killed at any moment loses nothing it has acknowledged, and its notebook opens again.

The killing is that of the benchmark, which does it three hundred times; here it is done often enough to notice a fault.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
KILLS = 25


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs that are killed are forked")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed() -> None:
    """While it writes, begins a notebook, migrates one, or deletes a session: each as often."""
    script = ROOT / "benchmarks" / "children" / "notebook_killing.py"
    done = subprocess.run(
        [sys.executable, str(script), str(KILLS), "5"], capture_output=True, text=True, check=False, timeout=300, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout.splitlines()[-1])
    assert counts["writing"] >= KILLS  # acknowledged writes, all found again
    for work in ("beginning", "migrating", "deleting"):
        assert counts[work] >= KILLS / 5, f"too few kills hit the program while {work}"
