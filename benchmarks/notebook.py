"""The notebook: opening and listing a large one against the bare SQL, and what three hundred kills lose."""

import os
from collections.abc import Iterator

from benchmarks.measure import Line, median, run_child

CAREERS, SESSIONS = 10_000, 500
KILLS = 300


def notebook(smoke: bool) -> Iterator[Line]:
    """A notebook of 10,000 saved careers in 50 lists and 500 sessions; runs of ours and of sqlite3 alone alternate."""
    careers, sessions, runs = (1_000, 50, 3) if smoke else (CAREERS, SESSIONS, 25)
    marks = run_child("notebook_reading.py", str(careers), str(sessions), str(runs))
    size: float = marks.pop("size_mb")
    ms = {name: median(values) * 1000 for name, values in marks.items()}  # type: ignore[arg-type]
    whole = f"{careers:,} saved careers, {sessions} sessions, {size:.1f} MB; medians of {runs}"
    for what, plain, limit in (
        ("opening", "one connect and select", 60.0),
        ("saved.lists()", "the same rows", 8.0),
        ("sessions.all()", "the same rows", 8.0),
    ):
        ours, bare = ms[f"{what}_ours"], ms[f"{what}_bare"]
        yield Line(f"notebook, {what} to {plain}", ours / bare, "×", f"{ours:.1f} ms against {bare:.2f} ms; {whole}", limit)
    if hasattr(os, "fork"):
        yield from _kills(20 if smoke else KILLS)


def _kills(kills: int) -> Iterator[Line]:
    """Kill -9 at random moments. The child stops at the first loss, so that a figure at all means that there was none."""
    counts = run_child("notebook_killing.py", str(kills), "1")
    yield Line("notebook, writes lost", 0, f"of {counts['writing']:,}", f"{kills} kills of a program that writes", 0)
    for work in ("beginning", "migrating", "deleting"):
        detail = f"{kills} kills, {counts[work]} of them in the middle of it"
        yield Line(f"notebook, not whole after a kill while {work}", 0, "", detail, 0)
