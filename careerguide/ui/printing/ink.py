"""Fonts and colours on paper: one accent, and contrasts that hold on a black-and-white printer."""

from PySide6.QtGui import QColor, QFont

from careerguide.reports.charts import PAPER
from careerguide.reports.fonts import FONTS

TEXT, MUTED, ACCENT, LINE, SOFT, TRACK = (
    QColor(colour) for colour in ("#1B2430", "#4A5564", PAPER.series[0], "#C9D0D9", "#F1F4F8", "#E2E7ED")
)

TITLE, PART, SECTION, FACT, BODY, CAPTION = 210, 180, 118, 112, 92, 78
"""Sizes of text, in tenths of a point."""

LEADING = 1.28
"""From one line to the next, in sizes of the text."""


def font(size: int, weight: int = 400) -> QFont:
    """The font of reports: unhinted, so that letters keep their widths at every resolution, and without ligatures, which would
    be in the way of who searches a PDF or has it read aloud."""
    made = QFont()
    made.setFamilies([family for family in FONTS if family != "sans-serif"])
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("liga"), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
