"""The careers that a visitor saved: open, take out, print, take home."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.notebook import SavedCareer
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme


class MyList(QWidget):
    """`occupation_chosen` gives a code."""

    occupation_chosen = Signal(str)
    print_wanted = Signal()
    take_home_wanted = Signal()

    def __init__(self, theme: Theme, desk: Desk, titles: Mapping[str, str], *, printing: bool) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._titles = desk, titles
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("My list"), "title"))
        self._said = label()
        column.addWidget(self._said)
        self._card = Card()
        column.addWidget(self._card)
        self._buttons = QWidget()
        print_all = QPushButton(self.tr("Print my list"))
        print_all.clicked.connect(self.print_wanted)
        home = QPushButton(self.tr("Take it home"))
        home.setToolTip(self.tr("A code for your phone or for a note, which Career Guide reads at home"))
        home.clicked.connect(self.take_home_wanted)
        row = Columns([*([print_all] if printing else []), home], theme.px(200))
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(row)
        column.addWidget(self._buttons)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._rows: list[QWidget] = []
        desk.lists_changed.connect(self._show_careers)
        self._show_careers()

    @property
    def careers(self) -> tuple[SavedCareer, ...]:
        """What is saved, in the order of saving."""
        return tuple(career for saved in self._desk.lists for career in saved.careers)

    def _show_careers(self) -> None:
        for row in self._rows:
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        careers = self.careers
        self._rows = [self._row(career) for career in careers]
        for row in self._rows:
            self._card.body.addWidget(row)
            row.show()
        self._card.setVisible(bool(careers))
        self._buttons.setVisible(bool(careers))
        self._said.setText(
            self.tr("It is forgotten when you leave. Print it or take it home before.")
            if careers
            else self.tr("Nothing is saved yet. Touch “Save to my list” on the page of a career you like.")
        )

    def _row(self, career: SavedCareer) -> QWidget:
        title = self._titles.get(career.code, career.code)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        opened = QPushButton(title)
        opened.setProperty("role", "link")
        opened.clicked.connect(lambda _=False, code=career.code: self.occupation_chosen.emit(code))
        out = QPushButton(self.tr("Take out"))
        out.setAccessibleName(self.tr("Take {0} out of my list").format(title))
        out.clicked.connect(lambda _=False, career=career: self._desk.changes.remove([career]))
        line.addWidget(opened, 1)
        line.addWidget(out)
        return row
