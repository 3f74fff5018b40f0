"""Ten thousand occupations one after the other in the normal window: what is held must not grow."""

from collections.abc import Iterator
from typing import Any

from benchmarks.measure import Line, run_child

_SWITCHES, _SEED = 10_000, 11


def endurance(smoke: bool) -> Iterator[Line]:
    """Growth of memory, of Qt's objects and of open files from the first mark, after a tenth to warm up, to the last."""
    found: dict[str, Any] = run_child("endurance.py", str(300 if smoke else _SWITCHES), str(_SEED), patience=7_200)
    first, last = found["marks"][0], found["marks"][-1]
    detail = f"{first['rss_mb']:.0f} → {last['rss_mb']:.0f} MB resident, {found['switches']:,} random switches, seed {_SEED}"
    yield Line("endurance: growth of memory", 100 * (last["rss_mb"] / first["rss_mb"] - 1), "%", detail, 10)
    detail = f"{first['widgets']} → {last['widgets']} widgets, {first['top_levels']} → {last['top_levels']} windows"
    yield Line(
        "endurance: growth of Qt's objects",
        last["objects"] - first["objects"],
        "",
        f"{first['objects']} → {last['objects']} objects, {detail}",
        100,
    )
    detail = f"{first['files']} → {last['files']} open files, {first['threads']} → {last['threads']} threads"
    yield Line("endurance: growth of open files", last["files"] - first["files"], "", detail, 4)
    yield Line(
        "endurance: faults",
        len(found["faults"]),
        "",
        f"the longest switch {found['worst_ms']:.0f} ms. {'; '.join(found['faults'][:3])}",
        0,
    )
