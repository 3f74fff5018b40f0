"""A monkey at the kiosk: what becomes of a day of random touches."""

from collections.abc import Iterator
from typing import Any

from benchmarks.measure import Line, run_child

_EVENTS, _SEED = 100_000, 7


def kiosk(smoke: bool) -> Iterator[Line]:
    """Faults, growth of memory and the longest time without an answer, over seeded random events."""
    marks: dict[str, Any] = run_child("monkey.py", str(2_000 if smoke else _EVENTS), str(_SEED), patience=3_000)
    faults = marks["faults"]
    detail = f"{marks['events']:,} events in {marks['seconds']:.0f} s, seed {_SEED}"
    yield Line("kiosk, random events: faults", len(faults), "", f"{detail} {'; '.join(faults[:3])}".rstrip(), 0)
    before, after = marks["before"], marks["after"]
    growth = 100 * (after["rss_mb"] - before["rss_mb"]) / before["rss_mb"]
    held = f"{before['rss_mb']:.0f} → {after['rss_mb']:.0f} MB resident after the first tenth and at the end"
    yield Line("kiosk, random events: growth of memory", growth, "%", held, None if smoke else 10)
    files = f"{before['files']} → {after['files']} open files, {before['top_levels']} → {after['top_levels']} windows"
    yield Line("kiosk, random events: longest time without an answer", marks["worst_hang_ms"], "ms", files)
