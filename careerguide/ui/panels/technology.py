"""Technology: software and tools by category, hot and in-demand ones marked."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from careerguide.domain.page import OccupationPage, Technology, TechnologyKind
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme

_FIRST = 8


class _TechnologyCard(Card):
    def __init__(self, heading: str, empty: str) -> None:
        super().__init__(heading)
        self._empty_words = empty
        self._note = label("", "caption")
        self._all_button = QPushButton()
        self._all_button.setProperty("role", "link")
        self._all_button.clicked.connect(self._toggle_all)
        self.body.setSpacing(2)
        self.body.addWidget(self._note)
        self.body.addWidget(self._all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._groups: list[tuple[str, str]] = []
        self._showing_all = False
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_items(self, items: list[Technology], note: str) -> None:
        in_order: dict[str, list[Technology]] = {}
        for item in items:
            in_order.setdefault(item.category, []).append(item)
        self._groups = [(category, ", ".join(map(self._named, group))) for category, group in in_order.items()]
        self._showing_all = False
        self._note.setText(note if items else self._empty_words)
        self._note.setVisible(bool(self._note.text()))
        self._render()

    def _named(self, item: Technology) -> str:
        marks = [words for words, marked in ((self.tr("in demand"), item.in_demand), (self.tr("hot"), item.hot)) if marked]
        return f"{item.name} ({', '.join(marks)})" if marks else item.name

    def _toggle_all(self) -> None:
        self._showing_all = not self._showing_all
        self._render()

    def _render(self) -> None:
        shown = self._groups if self._showing_all else self._groups[:_FIRST]
        while len(self._rows) < len(shown):
            row = label("", "caption"), label(selectable=True)
            for widget in row:
                self.body.insertWidget(self.body.indexOf(self._all_button), widget)
            row[0].setContentsMargins(0, 6, 0, 0)
            self._rows.append(row)
        for (category, names), (heading, text) in zip(shown, self._rows, strict=False):
            heading.setText(category)
            text.setText(names)
        for number, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(number < len(shown))
        self._all_button.setVisible(len(self._groups) > _FIRST)
        words = self.tr("Show fewer") if self._showing_all else self.tr("Show all {0} kinds").format(len(self._groups))
        self._all_button.setText(words)


class TechnologyPanel(Panel):
    """What people in the occupation work with."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._software = _TechnologyCard(self.tr("Software"), self.tr("No software is listed for this career."))
        self._tools = _TechnologyCard(self.tr("Tools and equipment"), self.tr("No tools are listed for this career."))
        self.column.addWidget(self._software)
        self.column.addWidget(self._tools)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        by_kind = {kind: list(items) for kind, items in groupby(page.technology, key=lambda item: item.kind)}
        note = self.tr("In demand: often asked for in job postings for this career. Hot: often asked for in job postings overall.")
        self._software.show_items(by_kind.get(TechnologyKind.SOFTWARE, []), note)
        self._tools.show_items(by_kind.get(TechnologyKind.TOOL, []), "")
