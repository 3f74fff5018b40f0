"""Fuzz one target: seeded inputs, each spoiled from a sound one. Prints what became of them as JSON.

Arguments: the target, how many inputs, the seed, and at will one number of an input, to try that one alone with its trace. The only
outcomes allowed are a result and a `GuideError` with one short sentence; an input that takes longer than twenty seconds is a fault too.
"""

import hashlib
import json
import random
import signal
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import suppress
from pathlib import Path

from fuzz_targets import Targets
from mutations import spoiled

from careerguide.domain.errors import GuideError

PATIENCE_SECONDS = 20
MOST_FAULTS = 40
LONGEST_SENTENCE = 2_000


def too_long(*_: object) -> None:
    raise TimeoutError(f"more than {PATIENCE_SECONDS} seconds")


def main() -> None:
    name, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    only = int(sys.argv[4]) if len(sys.argv) > 4 else None
    warnings.simplefilter("error")
    signal.signal(signal.SIGALRM, too_long)
    refused, faults, worst, different = 0, {}, 0.0, set()
    with tempfile.TemporaryDirectory() as folder:
        target = Targets(Path(folder)).named(name)
        for number, sound in enumerate(target.sound):
            with suppress(GuideError):  # of the pictures one is only the outline of one
                target.read(sound, number)
        numbers = range(count) if only is None else [only]
        tried = 0
        for number in numbers:
            chance = random.Random(f"{name} {seed} {number}")
            which = chance.randrange(len(target.sound))
            data = spoiled(target.sound[which], target.sound, chance)
            different.add(hashlib.blake2b(data, digest_size=8).digest())
            tried += 1
            started = time.perf_counter()
            signal.alarm(PATIENCE_SECONDS)
            try:
                target.read(data, which)
            except GuideError as error:
                refused += 1
                if not str(error).strip() or len(str(error)) > LONGEST_SENTENCE:
                    faults.setdefault(f"a sentence of {len(str(error))} characters", number)
            except Exception as fault:
                if only is not None:
                    traceback.print_exc()
                last = traceback.extract_tb(fault.__traceback__)[-1]
                ours = [one for one in traceback.extract_tb(fault.__traceback__) if "/careerguide/" in one.filename]
                place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else f"{Path(last.filename).name}:{last.lineno}"
                faults.setdefault(f"{type(fault).__name__} at {place}: {str(fault)[:120]}"[:160], number)
            finally:
                signal.alarm(0)
            worst = max(worst, time.perf_counter() - started)
            if len(faults) >= MOST_FAULTS:
                break
    print(json.dumps({"tried": tried, "different": len(different), "refused": refused, "faults": faults, "worst_ms": worst * 1000}))


main()
