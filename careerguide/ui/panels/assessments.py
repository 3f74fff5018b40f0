"""Assessments and tests that belong to the occupation."""

from PySide6.QtWidgets import QLabel

from careerguide.domain.page import OccupationPage
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class AssessmentsPanel(Panel):
    """Tests people take on the way into the occupation."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._card = Card(self.tr("Related assessments"))
        self._note = label()
        self._card.body.addWidget(self._note)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.column.addWidget(self._card)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        tests = page.assessments
        self._note.setText(
            self.tr("Tests that many people in this career take. Rules differ by place: ask a school or employer which apply.")
            if tests
            else self.tr("No assessment available.")
        )
        while len(self._rows) < len(tests):
            row = label("", "strong", selectable=True), label(selectable=True)
            for widget in row:
                self._card.body.addWidget(widget)
            self._rows.append(row)
        for number, (name, text) in enumerate(self._rows):
            shown = number < len(tests)
            name.setVisible(shown)
            text.setVisible(shown)
            if shown:
                name.setText(tests[number].name)
                text.setText(tests[number].description)
