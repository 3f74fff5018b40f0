"""The font in which a take-home code is written: every character as wide as the others, so that groups stand under groups."""

from PySide6.QtGui import QFont, QFontDatabase

from careerguide.ui.theme import Theme


def code_font(theme: Theme, size: float) -> QFont:
    """The system's fixed-width font at a size of the design."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.px(size))
    return font
