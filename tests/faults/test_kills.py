"""A program that is killed at any moment: what was whole is whole afterwards, and the work can be done again.

The notebook has its own suite (tests/db/notebook/test_notebook_kills.py, benchmarks/notebook.py), where each acknowledged write is counted.
"""

import os
import random
import shutil
import time
from pathlib import Path

import pytest
from forking import killed
from works import WORKS, Materials

from careerguide.db import swap

KILLS = 12

REPLACING = {
    "building a guide": "school.guide",
    "putting a new guide in place": "school.guide",
    "going back to the guide before": "school.guide",
    "making a pack": "update.pack",
    "keeping anonymous answers": None,
    "counting visits": None,
    "writing a report": "report.html",
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs that are killed are forked")
@pytest.mark.parametrize(("name", "file"), REPLACING.items(), ids=REPLACING)
def test_a_killed_program_leaves_a_whole_file(
    name: str, file: str | None, materials: Materials, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, chance = WORKS[name], random.Random(name)
    folder = tmp_path / "folder"
    folder.mkdir()
    work.prepare(materials, folder)
    file = file or next(path.name for path in folder.iterdir())
    good = {(folder / file).read_bytes(), materials.guide.read_bytes(), materials.small_guide.read_bytes()}
    started = time.perf_counter()
    work.do(materials, shutil.copytree(folder, tmp_path / "once"))
    lasts = time.perf_counter() - started
    in_the_middle = 0
    for _ in range(KILLS):
        in_the_middle += killed(lambda: work.do(materials, folder), chance.uniform(0.0, 2 * lasts))
        left = (folder / file).read_bytes()
        if name in ("keeping anonymous answers", "counting visits"):
            assert left.endswith(b"\n"), "half a line"
            assert len({line.count(b",") for line in left.splitlines()}) == 1, "half a table"
        elif name == "writing a report":
            assert left.rstrip().endswith(b"</html>")
        elif name in ("putting a new guide in place", "going back to the guide before"):
            assert left in good, "a guide that nobody put there"
        work.holds(materials, folder)
    monkeypatch.setattr(swap, "_LEFT_AFTER_SECONDS", -1.0)  # as if it was the day after
    work.do(materials, folder)
    work.holds(materials, folder)
    hidden = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert hidden == [], "what a killed program left is not cleared away by the next one"
    assert in_the_middle >= KILLS / 2
