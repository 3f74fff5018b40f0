"""The careers of one band, the first few of them until all are wanted."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.browse import Facts
from careerguide.domain.language import number
from careerguide.domain.matching import Match
from careerguide.ui.assessment.match_row import MatchRow
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme

_FIRST, _STEP = 8, 20


class BandCard(Card):
    """Rows under the name of a band; `more_wanted` tells that more of them are shown now."""

    opened = Signal(str)
    why_wanted = Signal(str)
    chosen = Signal(str, bool)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(" ")
        self._theme = theme
        self.most = _FIRST
        self._note = label("", "caption")
        self._rows: list[MatchRow] = []
        self._batches: list[tuple[int, QWidget, list[MatchRow]]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_more)
        for part in (self._note, self._more):
            part.hide()
        self.body.addWidget(self._note)
        self.body.addLayout(self._column)
        self.body.addWidget(self._more)

    def begin_anew(self) -> None:
        """Show only the first few again."""
        self.most = _FIRST

    def show_matches(
        self, heading: str, note: str, matches: Sequence[Match], facts: Mapping[str, Facts], ticked: Collection[str]
    ) -> None:
        """Show careers in their order, at most `most` of them; without any the card is hidden."""
        self.set_heading(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        shown = matches[: self.most]
        while len(self._rows) < len(shown):
            self._add_batch()
        for start, batch, rows in self._batches:
            for place, row in enumerate(rows, start):
                row.setVisible(place < len(shown))
                if place < len(shown):
                    row.show_match(shown[place], facts[shown[place].code], ticked=shown[place].code in ticked)
            batch.setVisible(start < len(shown))
        left = len(matches) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("Show {0} more of {1}").format(min(left, _STEP), number(left)))
        self.setVisible(bool(matches))

    def _add_batch(self) -> None:
        """Make the next rows, unseen until they are filled: a page lays itself out anew for each widget that is shown in it."""
        batch = QWidget()
        batch.hide()
        column = QVBoxLayout(batch)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        start = len(self._rows)
        rows = [self._new_row() for _ in range(_STEP if start else _FIRST)]
        for row in rows:
            column.addWidget(row)
        self._column.addWidget(batch)
        self._rows += rows
        self._batches.append((start, batch, rows))

    def _new_row(self) -> MatchRow:
        row = MatchRow(self._theme)
        row.opened.connect(self.opened)
        row.why_wanted.connect(self.why_wanted)
        row.chosen.connect(self.chosen)
        return row

    def _show_more(self) -> None:
        """The focus goes on to the first of those that are new."""
        first_new = self.most
        self.most += _STEP
        self.more_wanted.emit()
        if first_new < len(self._rows):
            self._rows[first_new].link.setFocus()
