"""Where a visit begins: a few large doors."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.domain.language import number
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.start_page import Door, DoorButton
from careerguide.ui.theme import Theme


class KioskStart(QWidget):
    """`door_chosen` gives a `Door`."""

    door_chosen = Signal(str)

    def __init__(self, theme: Theme, occupations: int) -> None:
        super().__init__()
        self.setObjectName("page")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("What would you like to find out?"), "title"))
        column.addWidget(
            label(self.tr("{0} careers: what people do, what they earn, whether there will be jobs.").format(number(occupations)))
        )
        doors = [DoorButton(door, title, line) for door, title, line in self._doors()]
        for button in doors:
            button.chosen.connect(self.door_chosen)
        holder = QWidget()
        grid = Columns(doors, theme.px(250))
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        holder.setLayout(grid)
        column.addWidget(holder)
        column.addWidget(label(self.tr("Nothing you do here is kept. When you leave, touch “I am done”."), "caption"))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _doors(self) -> tuple[tuple[Door, str, str], ...]:
        return (
            (Door.SEARCH, self.tr("Search"), self.tr("Type what the job is called")),
            (Door.ASSESSMENT, self.tr("What suits me?"), self.tr("A few minutes on what you like to do")),
            (Door.BROWSE, self.tr("Look around"), self.tr("All careers, with filters")),
            (Door.GROWING, self.tr("Fastest growing"), self.tr("Where jobs are added quickest")),
            (Door.NO_DEGREE, self.tr("Well paid without a degree"), self.tr("Best paid of those one enters without")),
            (Door.SURPRISE, self.tr("Surprise me"), self.tr("Any career, by chance")),
        )
