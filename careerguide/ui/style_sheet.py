"""The style sheet of a theme, as Qt reads it."""

from typing import TYPE_CHECKING

from careerguide.ui.tokens import CAPTION, CONTRAST, FACT, FINGER, SECTION, TITLE, Tokens

if TYPE_CHECKING:
    from careerguide.ui.theme import Theme

_LEAST_TARGET = 24  # pixels each way of what can be pressed (WCAG 2.5.8)


def _contrast_style(t: Tokens) -> str:
    """What is pointed at or chosen is turned round, for a fill that is only a little lighter says nothing here."""
    return f"""
    QPushButton:hover, QToolButton:hover {{ border-color: {t.accent}; color: {t.accent}; background: {t.surface}; }}
    QPushButton[role="primary"]:hover {{ color: {t.on_accent}; background: {t.text}; border-color: {t.text}; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
    QMenu::item:disabled:selected {{ background: transparent; color: {t.muted}; border: 1px solid {t.accent}; }}
    QTableView, QComboBox QAbstractItemView {{ selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    """


def _touch_style(theme: "Theme") -> str:
    t, px = theme.tokens, theme.px
    least = max(FINGER, px(34))
    return f"""
    QPushButton, QToolButton, QComboBox, QLineEdit, QCheckBox, QRadioButton, QMenu::item {{ min-height: {least}px; }}
    QPushButton, QToolButton, QComboBox {{ min-width: {FINGER}px; padding: 0 {px(12)}px; }}
    QPushButton:focus, QToolButton:focus {{ padding: 0 {px(11)}px; }}
    QPushButton[role="row"], QPushButton[role="link"] {{ min-height: {least}px; }}
    OnScreenKeyboard QPushButton {{ padding: 0; font-size: {px(17)}px; min-height: 0; }}
    QPushButton[role="key"]:checked, QPushButton[role="section-card"]:checked {{
        background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
    }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {px(24)}px; height: {px(24)}px; }}
    QPushButton[role="door"], QPushButton[role="door"]:focus {{ min-height: {px(120)}px; }}
    QScrollBar:vertical {{ width: 30px; background: {t.background}; border: none; }}
    QScrollBar::handle:vertical {{ background: {t.muted}; border-radius: 7px; margin: 2px 8px; min-height: 60px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    """


def style_sheet(theme: "Theme") -> str:
    """All rules for the theme in force, at the person's text size."""
    contrast = _contrast_style(theme.tokens) if theme.tokens is CONTRAST else ""
    return _plain_style(theme) + contrast + (_touch_style(theme) if theme.touch else "")


def _plain_style(theme: "Theme") -> str:
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
    QToolButton::menu-arrow {{ image: url("{theme.icon("chevron")}"); width: {px(12)}px; height: {px(12)}px; }}
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
    QComboBox::down-arrow {{ image: url("{theme.icon("chevron")}"); width: {px(14)}px; height: {px(14)}px; }}
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
    QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{theme.icon("check")}"); }}
    QListView {{ background: {t.surface}; border: 2px solid transparent; border-radius: 6px; outline: none; }}
    QListView:focus {{ border-color: {t.accent}; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{
        background: transparent; color: {t.muted}; padding: {px(8)}px {px(14)}px; border: none;
        border-bottom: 2px solid transparent;
    }}
    QTabBar::tab:selected {{ color: {t.accent}; font-weight: 600; border-bottom: 2px solid {t.accent}; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::scroller {{ width: {px(32)}px; }}
    QTabBar QToolButton {{ padding: 0; min-width: 0; }}
    QTabBar QToolButton::left-arrow {{ image: url("{theme.icon("chevron-left")}"); width: {px(14)}px; height: {px(14)}px; }}
    QTabBar QToolButton::right-arrow {{ image: url("{theme.icon("chevron-right")}"); width: {px(14)}px; height: {px(14)}px; }}
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
