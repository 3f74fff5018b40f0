"""Fuzzing: what others have written is spoiled, thousands of times, and read; a result or a sentence is all that may come of it."""

from collections.abc import Iterator
from typing import Any

from benchmarks.measure import Line, run_child

SEED = 20261127
# Inputs of a full run; a guide, a notebook and a build take a tenth of a second each, the others a few milliseconds.
INPUTS = {
    "onet": 20_000,
    "onet_zip": 20_000,
    "oews": 20_000,
    "projections": 20_000,
    "build": 2_000,
    "lists": 10_000,
    "codes": 50_000,
    "kiosk": 50_000,
    "site": 20_000,
    "center": 20_000,
    "pack": 10_000,
    "guide": 2_000,
    "notebook": 2_000,
    "search": 20_000,
    "logo": 50_000,
    "answers": 20_000,
    "counts": 20_000,
}


def fuzz(smoke: bool) -> Iterator[Line]:
    """Faults of each target; any at all is too many. `children/fuzzing.py TARGET 1 SEED NUMBER` tries one input again."""
    for target, inputs in INPUTS.items():
        found: dict[str, Any] = run_child("fuzzing.py", target, str(inputs // 400 if smoke else inputs), str(SEED), patience=7_200)
        faults = "; ".join(f"{words} (input {number})" for words, number in found["faults"].items())
        detail = f"{found['different']:,} different inputs of {found['tried']:,}, {found['refused']:,} refused with a sentence"
        yield Line(
            f"fuzzing {target}: faults", len(found["faults"]), "", f"{detail}, the slowest {found['worst_ms']:.0f} ms. {faults}", 0
        )
