"""Which guide a program that runs unattended opens: the one it should, if that is whole, else the last good one."""

from pathlib import Path

from careerguide.db.verify import verify
from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate


def good_guide(wanted: Path | None, starter: Path) -> tuple[Path, tuple[str, ...]]:
    """The first whole guide of: `wanted`, the one before it (NAME.previous beside it), the embedded one; and what is wrong with others.

    Every file is read through (integrity, foreign keys, contents). Raises `GuideError` where even the embedded one is damaged.
    """
    problems: list[str] = []
    candidates = [] if wanted is None else [wanted, wanted.with_name(f"{wanted.name}.previous")]
    for path in candidates:
        problem = _problem(path)
        if problem is None:
            return path, tuple(problems)
        problems.append(problem)
    problem = _problem(starter)
    if problem is not None:
        raise GuideError("\n".join((*problems, problem)))
    return starter, tuple(problems)


def _problem(path: Path) -> str | None:
    try:
        faults = verify(path).faults
    except GuideError as error:
        return str(error)
    return translate("Guide", "{0}: {1}").format(path, faults[0]) if faults else None
