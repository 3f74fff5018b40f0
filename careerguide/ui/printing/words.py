"""Names for what can be in a report, and for the file it is saved in."""

from PySide6.QtCore import QCoreApplication

from careerguide.reports.options import Part


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportDialog", text)


def file_name(name: str) -> str:
    """A name without what file systems do not take, never empty and not too long."""
    kept = "".join(letter if letter.isalnum() or letter in " -_.," else " " for letter in name)
    return " ".join(kept.split())[:80].strip(" .") or _tr("Report")


def part_words(part: Part) -> str:
    """A part of a report as a person chooses it."""
    return {
        Part.TASKS: _tr("Tasks"),
        Part.STRENGTHS: _tr("Knowledge, skills and abilities"),
        Part.RELATED: _tr("Interests and related careers"),
        Part.QR_CODE: _tr("QR code for a phone"),
        Part.DIFFERENCES: _tr("Where they differ most"),
        Part.NEEDS: _tr("What it takes to change"),
        Part.NOTES: _tr("Notes"),
        Part.FIT: _tr("How it fits your interests"),
        Part.EACH_CAREER: _tr("Each career on its own pages"),
        Part.LOOKED_AT: _tr("Careers looked at"),
        Part.SAVED: _tr("Saved careers"),
        Part.COMPARED: _tr("Careers compared"),
        Part.INTERESTS: _tr("Interest results"),
    }[part]
