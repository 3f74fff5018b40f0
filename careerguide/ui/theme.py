"""The theme in force: tokens and text size → palette and style sheet. Everything repaints when they change."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from careerguide.resources import resources
from careerguide.ui.style_sheet import style_sheet
from careerguide.ui.tokens import BODY, CONTRAST, DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from careerguide.domain.notebook import Colour


# The labels of saved careers by `Colour`, light and dark: at least 3:1 on a surface.
_LABELS = {
    "red": ("#C23B32", "#F08A80"),
    "amber": ("#B26A00", "#F0B858"),
    "green": ("#1C7C4A", "#6CCB97"),
    "blue": ("#2F7DD1", "#7AB4F5"),
    "purple": ("#7A4FC2", "#BC9DF2"),
}


class Mode(StrEnum):
    """Which theme to use; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_CHOSEN = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.CONTRAST: CONTRAST}


SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0
_DESKTOP_TEXT_PX = 12.0  # the system text size for which the sizes below are meant


class Theme(QObject):
    """The tokens in force and the person's text size. `changed` is emitted after every change.

    `touch` makes everything that can be pressed large enough for a finger.
    """

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, scale: float = 1.0, *, touch: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._fonts: dict[tuple[float, int], tuple[QFont, QFontMetrics]] = {}
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        points = self._system_font.pointSizeF()
        self._system_px = points * 96 / 72 if points > 0 else float(self._system_font.pixelSize())
        self.mode = mode
        self.scale = scale
        self.touch = touch
        self._contrast_wanted = False
        hints = QGuiApplication.styleHints()
        self._hints = hints.accessibility() if hasattr(hints, "accessibility") else None  # from Qt 6.10
        if self._hints is not None:
            self._contrast_wanted = self._hints.contrastPreference() is Qt.ContrastPreference.HighContrast
            self._hints.contrastPreferenceChanged.connect(self._follow_contrast)
        app.setStyle("Fusion")
        for effect in _MOVING:
            app.setEffectEnabled(effect, False)
        hints.colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self.mode is Mode.SYSTEM:
            if self._contrast_wanted:
                return CONTRAST
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return _CHOSEN[self.mode]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.tokens is not LIGHT

    def label_colour(self, colour: "Colour") -> str:
        """The colour of a label that is not `Colour.NONE`, as #RRGGBB."""
        return _LABELS[colour][self.is_dark]

    def px(self, size: float) -> int:
        """A size of the design in pixels at the person's text size."""
        return round(size * self.scale * self._system_px / _DESKTOP_TEXT_PX)

    def font(self, size: float, weight: int = 400) -> QFont:
        """The system font at a size of the design."""
        return self._made(size, weight)[0]

    def metrics(self, size: float, weight: int = 400) -> QFontMetrics:
        """The measures of that font."""
        return self._made(size, weight)[1]

    def _made(self, size: float, weight: int) -> tuple[QFont, QFontMetrics]:
        """Fonts are made once: painted rows ask for them hundreds of times a page."""
        made = self._fonts.get((size, weight))
        if made is None:
            font = QFont(self._system_font)
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            made = self._fonts[size, weight] = font, QFontMetrics(font)
        return made

    def icon(self, name: str) -> str:
        """An icon of resources/icons in the colours in force, as a path for style sheets."""
        return (resources() / "icons" / f"{name}-{'dark' if self.is_dark else 'light'}.svg").as_posix()

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        """The desktop asks for high contrast, or no longer."""
        self._contrast_wanted = preference is Qt.ContrastPreference.HighContrast
        self._apply()

    def set_mode(self, mode: Mode) -> None:
        """Use another theme."""
        self.mode = mode
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Use another text size, 1.0–2.0."""
        self.scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        self._apply()

    def forget_rules(self) -> None:
        """Give back the rules that Qt found in the style sheet for widgets that are gone: it keeps those of widgets it never showed."""
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")
        self._app.setStyleSheet(sheet)

    def _apply(self) -> None:
        self._fonts.clear()
        font = QFont(self._system_font)
        font.setPixelSize(self.px(BODY))
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.background,
        role.Button: tokens.surface,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Mid: tokens.line,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Dark: tokens.line,
        role.Shadow: tokens.line,
    }
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.muted))
    return palette


_MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""What Qt would move of itself. Nothing in the window moves, so that there is no setting for it either."""
