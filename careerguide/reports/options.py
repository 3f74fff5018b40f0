"""What a person can choose about a report."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A part of a report that can be left out."""

    TASKS = "tasks"
    STRENGTHS = "strengths"
    RELATED = "related"
    QR_CODE = "qr_code"
    DIFFERENCES = "differences"
    NEEDS = "needs"
    NOTES = "notes"
    EACH_CAREER = "each_career"
    LOOKED_AT = "looked_at"
    SAVED = "saved"
    COMPARED = "compared"
    INTERESTS = "interests"
    FIT = "fit"


OCCUPATION_PARTS = (Part.TASKS, Part.STRENGTHS, Part.RELATED, Part.QR_CODE)
COMPARISON_PARTS = (Part.DIFFERENCES, Part.NEEDS, Part.TASKS, Part.QR_CODE)
LIST_PARTS = (Part.NOTES, Part.EACH_CAREER)
SESSION_PARTS = (Part.NOTES, Part.LOOKED_AT, Part.SAVED, Part.COMPARED, Part.INTERESTS)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The name of the person a report is for, “” for none, and the parts that are wanted."""

    person: str
    parts: frozenset[Part]
