"""Paper and its measures. All lengths in printing are tenths of a point (1/720 inch), so that whole numbers are fine enough."""

from enum import StrEnum

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

UNITS_AN_INCH = 720

SIDE, TOP, BOTTOM = 540.0, 360.0, 360.0
"""The margins: 0.75 inch at the sides, 0.5 above and below; every printer reaches what is within."""

_C = QLocale.Country
_LETTER_COUNTRIES = {
    _C.UnitedStates, _C.Canada, _C.Mexico, _C.PuertoRico, _C.Philippines, _C.Chile, _C.Colombia, _C.CostaRica, _C.Guatemala,
    _C.Nicaragua, _C.Panama, _C.ElSalvador, _C.Venezuela, _C.Belize, _C.AnyCountry,
}  # fmt: skip  # Unicode CLDR, paper size by territory; a locale without a country is taken for the guide's own


class Paper(StrEnum):
    """The sizes of paper that reports are made for."""

    LETTER = "letter"
    A4 = "a4"


def usual_paper() -> Paper:
    """The paper of the country this machine is set to."""
    return Paper.LETTER if QLocale.system().territory() in _LETTER_COUNTRIES else Paper.A4


def sheet(paper: Paper) -> tuple[float, float]:
    """Width and height of a page."""
    size = QPageSize(_QT_SIZES[paper]).size(QPageSize.Unit.Point)
    return size.width() * 10, size.height() * 10


def page_layout(paper: Paper) -> QPageLayout:
    """The whole sheet as Qt sees it: the margins are ours to keep."""
    return QPageLayout(QPageSize(_QT_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


_QT_SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}
