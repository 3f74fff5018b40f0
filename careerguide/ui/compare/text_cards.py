"""How to prepare for the occupations compared, and what people in them do."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.compare import MOST, Comparison
from careerguide.domain.language import translate
from careerguide.domain.page import JobZone, Task
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.picture import SeriesMark
from careerguide.ui.theme import Theme

_TASKS_FIRST = 5


class _Block(QWidget):
    """Words on one occupation under its mark and a strong line."""

    def __init__(self, theme: Theme, series: int) -> None:
        super().__init__()
        self._strong = label("", "strong")
        self._text = label(selectable=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(SeriesMark(theme, series))
        head.addWidget(self._strong, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addStretch(1)

    def show_words(self, strong: str, text: str) -> None:
        """Show a strong line with text beneath it."""
        self._strong.setText(strong)
        self._text.setText(text)
        self._text.setVisible(bool(text))


class _Blocks(QWidget):
    """A block for each occupation, beside each other where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.each = [_Block(theme, series) for series in range(MOST)]
        columns = Columns(self.each, theme.px(220))
        columns.setContentsMargins(0, 0, 0, 0)
        self.setLayout(columns)
        columns.follow(theme, 220)

    def show_number(self, number: int) -> None:
        """Show so many of the blocks."""
        for series, block in enumerate(self.each):
            block.setVisible(series < number)


class PreparationCard(Card):
    """Job zones side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Compare", "How to prepare"))
        self._blocks = _Blocks(theme)
        self.body.addWidget(self._blocks)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the job zones."""
        self._blocks.show_number(len(comparison.pages))
        for block, zone in zip(self._blocks.each, comparison.job_zones, strict=False):
            block.show_words(*self._words(zone))

    def _words(self, zone: JobZone | None) -> tuple[str, str]:
        if zone is None:
            return self.tr("Not yet known"), self.tr("This career has not been given a job zone.")
        strong = self.tr("Job zone {0}: {1}").format(zone.zone, zone.name)
        return strong, "\n\n".join(text for text in (zone.education, zone.experience, zone.training) if text)


class TasksCard(Card):
    """Tasks side by side, the first few or all."""

    def __init__(self, theme: Theme) -> None:
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        super().__init__("", self._more)
        self.set_heading(self.tr("What people in them do"))
        self._all = False
        self._comparison: Comparison | None = None
        self._blocks = _Blocks(theme)
        self.body.addWidget(self._blocks)
        self._more.clicked.connect(self._toggle)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the first tasks of each occupation."""
        self._comparison, self._all = comparison, False
        self._render()

    def _toggle(self) -> None:
        self._all = not self._all
        self._render()

    def _render(self) -> None:
        assert self._comparison is not None
        tasks = self._comparison.tasks
        self._more.setVisible(any(len(each) > _TASKS_FIRST for each in tasks))
        self._more.setText(self.tr("Show the first five only") if self._all else self.tr("Show all tasks"))
        self._blocks.show_number(len(tasks))
        for block, page, each in zip(self._blocks.each, self._comparison.pages, tasks, strict=False):
            shown = each if self._all else each[:_TASKS_FIRST]
            block.show_words(page.title, self._listed(shown))

    def _listed(self, tasks: tuple[Task, ...]) -> str:
        lines = [f"{number}. {task.statement}" for number, task in enumerate(tasks, start=1)]
        return "\n".join(lines) or self.tr("No tasks are listed for this career.")
