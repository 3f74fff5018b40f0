"""The results so far: open one, compare two over time, delete one or all."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.inventory import source_words
from careerguide.domain.notebook import InterestResult
from careerguide.ui.assessment.wording import code_words
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.sessions.moments import day_and_time
from careerguide.ui.theme import Theme


class ResultsCard(Card):
    """The results kept, newest first. Nothing is shown where there is none. What is deleted was asked about before."""

    opened = Signal(object)
    compared = Signal(object)
    deleted = Signal(object)
    all_deleted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(self.tr("Your results so far"))
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self._results: tuple[InterestResult, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._compare = _button(self.tr("Compare two"), self._compare_chosen)
        self._compare.setToolTip(self.tr("Tick two results to see what changed between them"))
        self._delete_all = _button(self.tr("Delete all…"), self._ask_to_delete_all)
        foot = QHBoxLayout()
        foot.addWidget(self._compare)
        foot.addStretch(1)
        foot.addWidget(self._delete_all)
        self.body.addLayout(foot)
        self.hide()

    def show_results(self, results: tuple[InterestResult, ...]) -> None:
        """Show results, newest first."""
        self._results = results
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._boxes = []
        for result in results:
            self._rows.addWidget(self._row(result))
        for button in (self._compare, self._delete_all):
            button.setVisible(len(results) > 1)
        self._show_whether_comparable()
        self.setVisible(bool(results))

    def _row(self, result: InterestResult) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        day = day_and_time(result.taken)
        box = QCheckBox()
        box.setAccessibleName(self.tr("Compare the result of {0}").format(day))
        box.setToolTip(self.tr("Tick two to compare them"))
        box.setVisible(len(self._results) > 1)
        box.toggled.connect(self._show_whether_comparable)
        self._boxes.append(box)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(f"{code_words(result.scores)}   {day}", "strong"))
        words.addWidget(label(source_words(result.source), "caption"))
        row.addWidget(box)
        row.addLayout(words, 1)
        for name, spoken, call in (
            (self.tr("Open"), self.tr("Open the result of {0}"), lambda: self.opened.emit(result)),
            (self.tr("Delete…"), self.tr("Delete the result of {0}"), lambda: self._ask_to_delete(result)),
        ):
            button = _button(name, call)
            button.setAccessibleName(spoken.format(day))
            row.addWidget(button)
        return whole

    def _chosen(self) -> list[InterestResult]:
        return [result for result, box in zip(self._results, self._boxes, strict=True) if box.isChecked()]

    def _show_whether_comparable(self) -> None:
        self._compare.setEnabled(len(self._chosen()) == 2)

    def _compare_chosen(self) -> None:
        newer, older = self._chosen()
        self.compared.emit((older, newer))

    def _ask_to_delete(self, result: InterestResult) -> None:
        day = day_and_time(result.taken)
        self._confirm(self.tr("Delete this result?"), self.tr("The result of {0}.").format(day), lambda: self.deleted.emit(result))

    def _ask_to_delete_all(self) -> None:
        self._confirm(
            self.tr("Delete all {0} results?").format(len(self._results)),
            self.tr("Every result on this page."),
            self.all_deleted.emit,
        )

    def _confirm(self, title: str, what: str, then: Callable[[], object]) -> None:
        gone = self.tr("It is gone for good, from the backups too. This cannot be undone.")
        ConfirmDialog(self._theme, title, [what, gone], self.tr("Delete for good"), then, self.window()).open()


def _button(text: str, call: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _=False: call())
    return button
