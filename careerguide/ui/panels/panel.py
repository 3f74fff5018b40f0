"""What every panel is: a scrolling column of cards with one method, `show_page`."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from careerguide.domain.center_content import translation_line
from careerguide.domain.language import translate
from careerguide.domain.page import OWN_TEXTS, OccupationPage
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import RING, reached_by_tab
from careerguide.ui.theme import Theme

WIDEST = 1060


class _Content(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("column")
        self.layers = QVBoxLayout(self)
        self.layers.setContentsMargins(32 - RING, 16, 32 - RING, 24)
        self.layers.setSpacing(12)

    def sizeHint(self) -> QSize:
        """Without the height for that width, as in `Card`."""
        return self.layers.sizeHint()


class Panel(QScrollArea):
    """A panel of the page. `column` takes its cards; above them stands who translated the texts, where a center did, and at the foot the
    sources.

    `near_wanted` gives the code of an occupation whose neighbors by skills are asked for.
    """

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    section_chosen = Signal(str)
    near_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reached_by_tab(self, "")
        self._content = _Content()
        self._translation = label("", "caption", selectable=True)
        self._translation.hide()
        self._content.layers.addWidget(self._translation)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self._content.layers.addLayout(self.column)
        self._content.layers.addStretch(1)
        self._sources = label("", "caption")
        self._content.layers.addWidget(self._sources)
        self.setWidget(self._content)
        theme.changed.connect(self._limit_width)
        self._limit_width()

    def _limit_width(self) -> None:
        self._content.setMaximumWidth(self.theme.px(WIDEST))

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While its content is changed: it is laid out and painted once, at the end.

        Left alone, Qt lays out card and column anew for every row that is shown, and paints before the column has its new height.
        """
        if not self.isVisible():  # it will be laid out when it is looked at
            yield
            return
        layouts = self._content.findChildren(QLayout)
        for layout in layouts:
            layout.setEnabled(False)
        self.setUpdatesEnabled(False)
        try:
            yield
        finally:
            for layout in reversed(layouts):  # a card before the column that it stands in
                layout.setEnabled(True)
                layout.activate()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
            self.setUpdatesEnabled(True)

    def show_page(self, page: OccupationPage) -> None:
        """Show an occupation."""
        self._translation.setText(translation_line(page.translation) if page.translation is not None else "")
        self._translation.setVisible(page.translation is not None)
        self._sources.setText(sources_line(page))
        self.verticalScrollBar().setValue(0)


def sources_line(page: OccupationPage) -> str:
    """Where the figures are from, and for which occupation BLS publishes them."""
    own = [source for source in page.sources if source.name == OWN_TEXTS]
    official = [f"{source.name} {source.release} ({source.licence})" for source in page.sources if source not in own]
    line = translate("Sources", "Sources: {0}.").format(", ".join(official))
    published = page.outlook.national_wages or page.outlook.projection
    if published is not None and not page.code.startswith(published.soc + ".00"):
        line += translate("Sources", " Pay and outlook are published as {0} ({1}).").format(published.soc_title, published.soc)
    if page.texts_in_english:
        line += translate("Sources", " Titles, descriptions and tasks of careers are in English.")
    if page.definition is None and not page.official_tasks:
        line += translate(
            "Sources",
            " Descriptions, tasks and activities are Career Guide's own summaries in plain language.",
        )
    elif own:
        line += translate("Sources", " What is said in plain words, and of assessments, is Career Guide's own.")
    return line
