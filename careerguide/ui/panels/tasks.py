"""Tasks: core first, by importance; supplemental apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from careerguide.domain.language import translate
from careerguide.domain.page import OccupationPage, Task, TaskKind
from careerguide.domain.ratings import IMPORTANCE, score_words, standardised
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class _TaskCard(Card):
    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._note = label("", "caption")
        self.body.addWidget(self._note)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self.body.addLayout(self._grid)
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []

    def show_tasks(self, tasks: list[Task], note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        while len(self._rows) < len(tasks):
            row = label("", "caption", wrap=False), label(selectable=True), label("", "caption", wrap=False)
            for place, widget in enumerate(row):
                widget.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(widget, len(self._rows), place)
            for smaller in (row[0], row[2]):
                smaller.setContentsMargins(0, 2, 0, 0)  # its letters stand on the first line of the statement
            self._rows.append(row)
        for number, (ordinal, statement, importance) in enumerate(self._rows):
            shown = number < len(tasks)
            for widget in (ordinal, statement, importance):
                widget.setVisible(shown)
            if shown:
                task = tasks[number]
                ordinal.setText(f"{number + 1}.")
                statement.setText(task.statement)
                importance.setText("" if task.importance is None else score_words(standardised(task.importance, IMPORTANCE)))
                importance.setToolTip("" if task.importance is None else translate("Tasks", "Importance, 0 to 100"))
        self.setVisible(bool(tasks))


class TasksPanel(Panel):
    """What people in the occupation do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._core = _TaskCard(self.tr("What people in this career do"))
        self._other = _TaskCard(self.tr("Also part of the work for some"))
        self._empty = label(self.tr("No tasks are listed for this career. The overview says what belongs to it."))
        for widget in (self._core, self._other, self._empty):
            self.column.addWidget(widget)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        other = [task for task in page.tasks if task.kind is TaskKind.SUPPLEMENTAL]
        core = [task for task in page.tasks if task.kind is not TaskKind.SUPPLEMENTAL]
        rated = any(task.importance is not None for task in page.tasks)
        if not page.official_tasks:
            note = self.tr("The most important first.")
        elif any(task.kind is not None for task in core):
            note = (
                self.tr("Core tasks, the most important first.") if rated else self.tr("Core tasks, in the order of the release.")
            )
        else:
            note = self.tr("These tasks are not yet rated; they stand in the order of the release.")
        self._core.show_tasks(core, note)
        self._other.show_tasks(other, self.tr("Supplemental tasks: less important, or done by fewer people."))
        self._empty.setVisible(not page.tasks)
