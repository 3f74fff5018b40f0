"""Names for what can be in a report, and for the file it is saved in."""

from careerguide.domain.language import translate
from careerguide.reports.options import Part


def file_name(name: str) -> str:
    """A name without what file systems do not take, never empty and not too long."""
    kept = "".join(letter if letter.isalnum() or letter in " -_.," else " " for letter in name)
    return " ".join(kept.split())[:80].strip(" .") or translate("ReportDialog", "Report")


def part_words(part: Part) -> str:
    """A part of a report as a person chooses it."""
    return {
        Part.TASKS: translate("ReportDialog", "Tasks"),
        Part.STRENGTHS: translate("ReportDialog", "Knowledge, skills and abilities"),
        Part.RELATED: translate("ReportDialog", "Interests and related careers"),
        Part.QR_CODE: translate("ReportDialog", "QR code for a phone"),
        Part.DIFFERENCES: translate("ReportDialog", "Where they differ most"),
        Part.NEEDS: translate("ReportDialog", "What it takes to change"),
        Part.NOTES: translate("ReportDialog", "Notes"),
        Part.FIT: translate("ReportDialog", "How it fits your interests"),
        Part.EACH_CAREER: translate("ReportDialog", "Each career on its own pages"),
        Part.LOOKED_AT: translate("ReportDialog", "Careers looked at"),
        Part.SAVED: translate("ReportDialog", "Saved careers"),
        Part.COMPARED: translate("ReportDialog", "Careers compared"),
        Part.INTERESTS: translate("ReportDialog", "Interest results"),
    }[part]
