"""Who a report is for and who hands it out."""

from dataclasses import dataclass
from pathlib import Path

LONGEST_NAME = 100
"""Characters that a name on a report may have; longer ones are for the asking side to refuse."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of every page of a report.

    `person` is the person it is for, `centre` the school or career center that gives it out, each “” where it is to be left out;
    `logo` is a PNG, JPEG or SVG file or None. The person's name is for the paper alone and is kept nowhere.
    """

    person: str = ""
    centre: str = ""
    logo: Path | None = None
