"""The sidebar: back and forward, the search for a title, and the ways to the other pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from careerguide.domain.language import number
from careerguide.ui.pages import Place
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme
from careerguide.ui.title_search import TitleSearch

_LEAST_LIST = 190  # a size of the design: the field and a few careers; where there is less room, the sidebar scrolls


class Sidebar(QWidget):
    """Emits where the person wants to go: `place_wanted` gives a `Place`, `stepped` −1 for back and 1 for forward."""

    stepped = Signal(int)
    place_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.search = TitleSearch(theme)
        self.steps = {-1: QToolButton(), 1: QToolButton()}
        for step, arrow, name, keys in ((-1, "←", self.tr("Back"), "Alt+←"), (1, "→", self.tr("Forward"), "Alt+→")):
            button = self.steps[step]
            button.setText(arrow)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.setEnabled(False)
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
        browse = QPushButton(self.tr("Browse all careers"))
        browse.setToolTip(self.tr("All careers in a table, with filters (Ctrl+B)"))
        self._assessment = QPushButton(self.tr("Career assessment"))
        self._assessment.setToolTip(self.tr("Find out which careers suit what you like to do (Ctrl+I)"))
        self._saved, self._compare = QPushButton(), QPushButton()
        self._saved.setToolTip(self.tr("The careers you keep, with your notes (Ctrl+Shift+D)"))
        self._compare.setToolTip(self.tr("Careers side by side (Ctrl+Shift+K)"))
        for way, place in (
            (self._assessment, Place.ASSESSMENT),
            (browse, Place.BROWSE),
            (self._saved, Place.SAVED),
            (self._compare, Place.COMPARE),
        ):
            way.clicked.connect(lambda _=False, place=place: self.place_wanted.emit(place))
        content = QWidget()
        area = self._area = scrolled(content)
        self._content = content
        for part in (content, area):
            part.setObjectName("sidebar")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 8, 8)
        column.setSpacing(12)
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.steps[-1])
        row.addWidget(self.steps[1])
        row.addStretch(1)
        self._top = Columns([self._steps, self._assessment], theme.px(90), weights=(1, 2))
        column.addLayout(self._top)
        column.addWidget(self.search, 1)
        beneath = QVBoxLayout()
        beneath.setSpacing(8)
        beneath.addWidget(browse)
        self._pair = Columns([self._saved, self._compare], theme.px(120))
        beneath.addLayout(self._pair)
        column.addLayout(beneath)
        self.show_saved(0)
        self.show_compared(0)
        theme.changed.connect(self._measure)

    def _measure(self) -> None:
        self._pair.set_narrowest(self._theme.px(120))
        self.search.setMinimumHeight(self._theme.px(_LEAST_LIST))
        self._area.setMinimumWidth(self._content.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width())
        wide = self._assessment.sizeHint().width()
        beside = self._steps.sizeHint().width() + 12 + wide <= self.width() - 24
        self._top.set_narrowest(self._theme.px(90) if beside else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def show_saved(self, careers: int) -> None:
        """Tell how many careers are saved."""
        self._saved.setText(self.tr("Saved ({0})").format(number(careers)) if careers else self.tr("Saved"))

    def show_compared(self, careers: int) -> None:
        """Tell how many careers are put side by side."""
        self._compare.setText(self.tr("Compare ({0})").format(careers) if careers else self.tr("Compare"))
