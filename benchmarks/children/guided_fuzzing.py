"""Fuzz one target guided by coverage, with Atheris (`pip install atheris`; no dependency of ours):

    python benchmarks/children/guided_fuzzing.py TARGET -runs=100000 [FOLDER …]

Arguments after the target are libFuzzer's. Inputs that reach new code are kept in the first folder, beside the sound ones. It stops at
the first fault, with its trace, and writes the input to a file.
"""

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["careerguide.sources", "careerguide.domain", "careerguide.db", "careerguide.reports"]):
    from fuzz_targets import Targets

from careerguide.domain.errors import GuideError

_, name, *options = sys.argv
folder = Path(tempfile.mkdtemp())
target = Targets(folder).named(name)
corpus = [option for option in options if not option.startswith("-")]
if not corpus:
    corpus = [str(folder / "corpus")]
    options += corpus
Path(corpus[0]).mkdir(parents=True, exist_ok=True)
for number, sound in enumerate(target.sound):
    (Path(corpus[0]) / f"{number}.sound").write_bytes(bytes([number]) + sound)


def try_one(data: bytes) -> None:
    """The first byte of an input says which of the sound ones it stands in for."""
    if data:
        with suppress(GuideError):
            target.read(data[1:], data[0] % len(target.sound))


atheris.Setup([sys.argv[0], *options], try_one)
atheris.Fuzz()
