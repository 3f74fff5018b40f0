"""What the window shows before an occupation is chosen: a few doors; or, when no guide could be opened, what to do."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.language import number
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme


class Door(StrEnum):
    """Ways in."""

    SEARCH = "search"
    BROWSE = "browse"
    ASSESSMENT = "assessment"
    SKILLS = "skills"
    INTEREST = "interest"
    GROWING = "growing"
    NO_DEGREE = "no degree"
    SURPRISE = "surprise"


class DoorButton(QPushButton):
    """A large button with a title and a line beneath. `chosen` gives its `Door`."""

    chosen = Signal(str)

    def __init__(self, door: Door, title: str, line: str) -> None:
        super().__init__()
        self.setProperty("role", "door")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(2)
        for text, role in ((title, "section"), (line, "caption")):
            words = label(text, role)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{title}. {line}")
        self.clicked.connect(lambda: self.chosen.emit(door.value))


class StartPage(QWidget):
    """A greeting and the doors, and room for a message. `door_chosen` gives a `Door`."""

    door_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Career Guide"), "title"))
        self._text = label(self.tr("Opening the guide …"))
        self._notice = Notice()
        self._notice.hide()
        column.addWidget(self._text)
        column.addWidget(self._notice)
        self._doors = QWidget()
        buttons = [DoorButton(door, title, line) for door, title, line in self._all_doors()]
        for button in buttons:
            button.chosen.connect(self.door_chosen)
        self._grid = Columns(buttons, theme.px(250))
        self._doors.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._doors.hide()
        column.addWidget(self._doors)
        self._keys = label("", "caption")
        column.addWidget(self._keys)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._grid.follow(theme, 250)

    def _all_doors(self) -> tuple[tuple[Door, str, str], ...]:
        return (
            (Door.SEARCH, self.tr("I know a title"), self.tr("Type what the job is called")),
            (Door.ASSESSMENT, self.tr("What suits me"), self.tr("A few minutes on what you like to do")),
            (Door.BROWSE, self.tr("Look around"), self.tr("All careers, with filters")),
            (Door.SKILLS, self.tr("What I can do"), self.tr("Careers near the skills you have")),
            (Door.INTEREST, self.tr("By interest"), self.tr("Careers of an interest type")),
            (Door.GROWING, self.tr("Fastest growing"), self.tr("Where jobs are added quickest")),
            (Door.NO_DEGREE, self.tr("Well paid without a degree"), self.tr("Best paid of those one enters without")),
            (Door.SURPRISE, self.tr("Surprise me"), self.tr("Any career, by chance")),
        )

    def show_ready(self, occupations: int) -> None:
        """Say what can be done."""
        self._notice.hide()
        self._doors.show()
        self._text.setText(
            self.tr(
                "What do people in a job do all day, what must they know, what does it pay, will there be jobs? {0} careers, each on one"
                " page."
            ).format(number(occupations))
        )
        self._keys.setText(
            self.tr("Type at the left; arrow keys move through the list, Enter opens. Nothing you do here leaves this computer.")
        )

    @property
    def problem(self) -> str:
        """What is wrong, “” when nothing is."""
        return self._notice.accessibleName() if not self._notice.isHidden() else ""

    def show_problem(self, text: str, actions: dict[str, Callable[[], object]]) -> None:
        """Say what is wrong and offer what to do."""
        self._text.clear()
        self._keys.clear()
        self._doors.hide()
        self._notice.show_message(text, actions)
