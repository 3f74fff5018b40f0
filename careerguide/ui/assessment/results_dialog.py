"""Two results over time, side by side."""

from PySide6.QtWidgets import QPushButton, QWidget

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Inventory
from careerguide.domain.language import listing
from careerguide.domain.notebook import InterestResult
from careerguide.domain.reliability import within_noise
from careerguide.ui.assessment.wording import code_words, error_of
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.sessions.moments import day_and_time
from careerguide.ui.theme import Theme


class ResultsDialog(ScrolledDialog):
    """What changed from an older result to a newer one, and which changes say something."""

    def __init__(self, theme: Theme, older: InterestResult, newer: InterestResult, inventory: Inventory, parent: QWidget) -> None:
        super().__init__(self.tr("Two results compared"), parent)
        self.column.addWidget(label(self.tr("Two results compared"), "section"))
        for words, result in ((self.tr("Earlier: {0}, {1}"), older), (self.tr("Later: {0}, {1}"), newer)):
            self.column.addWidget(label(words.format(day_and_time(result.taken), code_words(result.scores))))
        headers = (self.tr("Interest"), self.tr("Earlier"), self.tr("Later"), self.tr("Change"))
        table = FigureTable(theme, self.tr("Two results compared"), headers)
        rows = [
            (name, str(before), str(after), _signed(after - before))
            for name, before, after in zip(map(type_name, TYPES), older.scores, newer.scores, strict=True)
        ]
        table.show_rows(rows)
        self.column.addWidget(table)
        noise = within_noise(max(error_of(older, inventory), error_of(newer, inventory)))
        changed = [
            name
            for name, before, after in zip(map(type_name, TYPES), older.scores, newer.scores, strict=True)
            if abs(after - before) >= noise
        ]
        self.column.addWidget(label(self._sentence(changed, round(noise))))
        self.column.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
        self.fit(theme.px(620))
        close.setFocus()

    def _sentence(self, changed: list[str], noise: int) -> str:
        if not changed:
            return self.tr("No interest changed by more than about {0} points, so all of it may be chance.").format(noise)
        return self.tr("More than chance, about {0} points, changed in {1}.").format(noise, listing(changed))


def _signed(change: int) -> str:
    return f"{change:+d}".replace("-", "−") if change else "0"
