"""Colours and type sizes, all from one place: tokens → palette and style sheet. Everything repaints when they change."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from careerguide.resources import resources

if TYPE_CHECKING:
    from careerguide.domain.notebook import Colour


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme, as #RRGGBB."""

    background: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    bar: str
    track: str
    positive: str


LIGHT = Tokens(
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#DDE1E7",
    text="#1B2430",
    muted="#566173",
    accent="#0B63C4",
    on_accent="#FFFFFF",
    accent_soft="#E7F0FB",
    bar="#2F7DD1",
    track="#E6EAF0",
    positive="#1C7C4A",
)
DARK = Tokens(
    background="#14181E",
    surface="#1C222A",
    line="#313A46",
    text="#E8ECF2",
    muted="#A3AFBF",
    accent="#7AB4F5",
    on_accent="#10151B",
    accent_soft="#22344A",
    bar="#5B9FE8",
    track="#2C3540",
    positive="#6CCB97",
)

CONTRAST = Tokens(
    background="#000000",
    surface="#000000",
    line="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#FFE14D",
    on_accent="#000000",
    accent_soft="#3A3500",
    bar="#FFE14D",
    track="#5C5C5C",
    positive="#8CFFB0",
)


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

TITLE, SECTION, FACT, BODY, CAPTION = 26, 17, 20, 15, 13


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

    @property
    def check(self) -> str:
        """The icon of a ticked box, as a path for style sheets."""
        return (resources() / "icons" / ("check-dark.svg" if self.is_dark else "check-light.svg")).as_posix()

    @property
    def chevron(self) -> str:
        """The icon of a drop-down in the colours in force, as a path for style sheets."""
        name = "chevron-dark.svg" if self.is_dark else "chevron-light.svg"
        return (resources() / "icons" / name).as_posix()

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
        with _nothing_collected():
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet)

    def _apply(self) -> None:
        self._fonts.clear()
        font = QFont(self._system_font)
        font.setPixelSize(self.px(BODY))
        contrast = _contrast_style(self.tokens) if self.tokens is CONTRAST else ""
        with _nothing_collected():
            self._app.setFont(font)
            self._app.setPalette(_palette(self.tokens))
            self._app.setStyleSheet(_style_sheet(self) + contrast + (_touch_style(self) if self.touch else ""))
        self.changed.emit()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """While Qt goes through all widgets: one that Python throws away meanwhile, Qt would still go to, and end in a crash."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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

_LEAST_TARGET = 24  # pixels each way of what can be pressed (WCAG 2.5.8)

FINGER = 44
"""Pixels that a target has at least each way where it is touched (WCAG 2.5.5)."""


def _contrast_style(t: Tokens) -> str:
    """What is pointed at or chosen is turned round, for a fill that is only a little lighter says nothing here."""
    return f"""
    QPushButton:hover, QToolButton:hover {{ border-color: {t.accent}; color: {t.accent}; background: {t.surface}; }}
    QPushButton[role="primary"]:hover {{ color: {t.on_accent}; background: {t.text}; border-color: {t.text}; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
    QMenu::item:disabled:selected {{ background: transparent; color: {t.muted}; border: 1px solid {t.accent}; }}
    QTableView, QComboBox QAbstractItemView {{ selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    """


def _touch_style(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    least = max(FINGER, px(34))
    return f"""
    QPushButton, QToolButton, QComboBox, QLineEdit, QCheckBox, QRadioButton, QMenu::item {{ min-height: {least}px; }}
    QPushButton, QToolButton, QComboBox {{ min-width: {FINGER}px; padding: 0 {px(12)}px; }}
    QPushButton:focus, QToolButton:focus {{ padding: 0 {px(11)}px; }}
    QPushButton[role="row"], QPushButton[role="link"] {{ min-height: {least}px; }}
    QPushButton[role="key"] {{ padding: 0; font-size: {px(17)}px; min-height: {least}px; }}
    QPushButton[role="key"]:checked, QPushButton[role="section-card"]:checked {{
        background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
    }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {px(24)}px; height: {px(24)}px; }}
    QPushButton[role="door"], QPushButton[role="door"]:focus {{ min-height: {px(120)}px; }}
    QScrollBar:vertical {{ width: 30px; background: {t.background}; border: none; }}
    QScrollBar::handle:vertical {{ background: {t.muted}; border-radius: 7px; margin: 2px 8px; min-height: 60px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    """


def _style_sheet(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    return f"""
    QMainWindow, QDialog, QWidget#page, QScrollArea, QWidget#column {{ background: {t.background}; }}
    QScrollArea, QGraphicsView {{ border: none; }}
    *[role="reached"] {{ border: 2px solid transparent; border-radius: 6px; }}
    *[role="reached"]:focus {{ border-color: {t.accent}; }}
    QWidget#sidebar {{ background: {t.surface}; }}
    QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
    QFrame[role="notice"] {{ background: {t.accent_soft}; border: 1px solid {t.line}; border-radius: 8px; }}
    QFrame[role="toast"] {{ background: {t.text}; border: none; border-radius: 8px; }}
    QFrame[role="toast"] QLabel {{ color: {t.surface}; }}
    QFrame[role="toast"] QPushButton {{ color: {t.surface}; text-decoration: underline; font-weight: 600; }}
    QFrame[role="toast"] QPushButton:hover {{ background: transparent; }}
    QFrame[role="toast"] QPushButton:focus {{ border: 2px solid {t.surface}; }}
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-size: {px(TITLE)}px; font-weight: 700; }}
    QLabel[role="section"] {{ font-size: {px(SECTION)}px; font-weight: 600; }}
    QLabel[role="fact"] {{ font-size: {px(FACT)}px; font-weight: 700; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="caption"] {{ font-size: {px(CAPTION)}px; color: {t.muted}; }}
    QLabel[role="positive"] {{ font-size: {px(FACT)}px; font-weight: 700; color: {t.positive}; }}
    QPushButton, QToolButton {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; border-radius: 8px;
        padding: {px(6)}px {px(14)}px; min-height: {px(20)}px;
    }}
    QToolButton {{ padding: {px(4)}px {px(8)}px; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.accent_soft}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; background: transparent; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: {px(5)}px {px(13)}px; }}
    QToolButton:focus {{ padding: {px(3)}px {px(7)}px; }}
    QToolButton[popupMode="1"] {{ padding-right: {px(30)}px; }}
    QToolButton::menu-button {{ border: none; border-left: 1px solid {t.line}; width: {px(24)}px; margin: {px(4)}px 0; }}
    QToolButton::menu-arrow {{ image: url("{theme.chevron}"); width: {px(12)}px; height: {px(12)}px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 5px double {t.on_accent}; padding: {px(6) - 4}px {px(14) - 4}px; }}
    QPushButton[role="primary"]:disabled {{ background: {t.track}; color: {t.muted}; border-color: {t.line}; }}
    QPushButton[role="door"], QPushButton[role="door"]:focus {{ padding: 0; border-radius: 10px; min-height: {px(76)}px; }}
    QPushButton[role="row"], QPushButton[role="row"]:hover, QPushButton[role="row"]:focus {{
        background: transparent; border: none; padding: 0; min-height: 0; text-align: left;
    }}
    QPushButton[role="link"] {{
        background: transparent; border: 2px solid transparent; color: {t.accent}; padding: {px(2)}px {px(4)}px; text-align: left;
    }}
    QPushButton[role="link"]:hover {{ text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ border: 2px solid {t.accent}; border-radius: 6px; padding: {px(2)}px {px(4)}px; }}
    QCheckBox {{
        min-height: {max(px(22), _LEAST_TARGET)}px; padding: 0 {px(4)}px; border: 2px solid transparent; border-radius: 6px;
    }}
    QCheckBox:focus {{ border-color: {t.accent}; }}
    QLineEdit {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.muted}; border-radius: 8px; padding: {px(8)}px {px(12)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; placeholder-text-color: {t.muted};
    }}
    QLineEdit:focus {{ border: 2px solid {t.accent}; padding: {px(7)}px {px(11)}px; }}
    QPlainTextEdit {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.muted}; border-radius: 8px; padding: {px(6)}px {px(8)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
    }}
    QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: {px(5)}px {px(7)}px; }}
    QComboBox {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.muted}; border-radius: 8px; padding: {px(4)}px {px(10)}px;
        placeholder-text-color: {t.muted};
    }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    QComboBox::down-arrow {{ image: url("{theme.chevron}"); width: {px(14)}px; height: {px(14)}px; }}
    QComboBox:focus {{ border: 2px solid {t.accent}; padding: {px(3)}px {px(9)}px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; }}
    QComboBox QAbstractItemView {{
        background: {t.surface}; color: {t.text}; selection-background-color: {t.accent_soft}; selection-color: {t.text};
        border: 1px solid {t.line};
    }}
    QCheckBox {{ spacing: {px(8)}px; }}
    QCheckBox::indicator {{
        width: {px(16)}px; height: {px(16)}px; border: 1px solid {t.muted}; border-radius: 4px; background: {t.surface};
    }}
    QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{theme.check}"); }}
    QListView {{ background: {t.surface}; border: 2px solid transparent; border-radius: 6px; outline: none; }}
    QListView:focus {{ border-color: {t.accent}; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{
        background: transparent; color: {t.muted}; padding: {px(8)}px {px(14)}px; border: none;
        border-bottom: 2px solid transparent;
    }}
    QTabBar::tab:selected {{ color: {t.accent}; font-weight: 600; border-bottom: 2px solid {t.accent}; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::tab:focus {{
        background: {t.accent_soft}; border: 2px solid {t.accent}; border-radius: 6px; padding: {px(8) - 2}px {px(14) - 2}px {px(8)}px;
    }}
    QTableView {{
        background: {t.surface}; border: none; gridline-color: {t.line}; selection-background-color: {t.accent_soft};
        selection-color: {t.text};
    }}
    QTableView:focus {{ border: 1px solid {t.accent}; }}
    QHeaderView, QHeaderView::section {{
        background: {t.surface}; color: {t.muted}; border: none; padding: {px(4)}px 3px; font-size: {px(CAPTION)}px;
    }}
    QHeaderView::section {{ border-bottom: 1px solid {t.line}; }}
    QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
    QMenuBar::item {{ padding: {px(5)}px {px(10)}px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.accent_soft}; }}
    QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: {px(6)}px {px(28)}px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; font-size: {px(CAPTION)}px; }}
    QSplitter::handle {{ background: {t.line}; }}
    QWidget#page QSplitter::handle {{ background: transparent; }}
    QWidget#page QSplitter::handle:hover {{ background: {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 1px; }}
    QScrollBar::handle:vertical {{ background: {t.muted}; border-radius: {px(3)}px; min-height: {px(28)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; width: 0; }}
    QProgressBar {{ background: {t.track}; border: none; border-radius: 5px; min-height: 10px; max-height: 10px; }}
    QProgressBar::chunk {{ background: {t.bar}; border-radius: 5px; }}
    """
