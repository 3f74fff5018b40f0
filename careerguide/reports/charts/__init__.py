"""Charts of one to four occupations as SVG: for the window, for paper and for the web alike. Pure text, no Qt.

What is drawn is SVG Tiny 1.2, so that Qt's own renderer shows it like a browser does: no style sheets, clips or filters, and every
text has its own place. A chart is as wide as asked and as high as its content needs; colours and text size come from an `Ink`.
"""

from careerguide.reports.charts.differences import Contrast, differences_picture
from careerguide.reports.charts.drawing import LETTERS, PAPER, Ink, Picture, mark_picture
from careerguide.reports.charts.education import education_picture
from careerguide.reports.charts.growth import growth_picture
from careerguide.reports.charts.interests import interests_picture
from careerguide.reports.charts.pay import pay_picture
from careerguide.reports.charts.poster import poster

__all__ = [
    "LETTERS",
    "PAPER",
    "Contrast",
    "Ink",
    "Picture",
    "differences_picture",
    "education_picture",
    "growth_picture",
    "interests_picture",
    "mark_picture",
    "pay_picture",
    "poster",
]
