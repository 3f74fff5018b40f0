"""What every panel is: a scrolling column of cards with one method, `show_page`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from careerguide.domain.page import OccupationPage
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

WIDEST = 1060


class Panel(QScrollArea):
    """A panel of the page. `column` takes its cards; the sources stand at its foot."""

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    section_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = QWidget()
        self._content.setObjectName("column")
        outer = QVBoxLayout(self._content)
        outer.setContentsMargins(32, 16, 32, 24)
        outer.setSpacing(12)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self._sources = label("", "caption")
        outer.addWidget(self._sources)
        self.setWidget(self._content)
        theme.changed.connect(self._limit_width)
        self._limit_width()

    def _limit_width(self) -> None:
        self._content.setMaximumWidth(self.theme.px(WIDEST))

    def show_page(self, page: OccupationPage) -> None:
        """Show an occupation."""
        self._sources.setText(sources_line(page))
        self.verticalScrollBar().setValue(0)


def sources_line(page: OccupationPage) -> str:
    """Where the figures are from, and for which occupation BLS publishes them."""
    parts = [f"{source.name} {source.release} ({source.licence})" for source in page.sources if source.name != "Career Guide texts"]
    line = "Sources: " + ", ".join(parts) + "."
    wages, projection = page.outlook.national_wages, page.outlook.projection
    published = wages or projection
    if published is not None and not page.code.startswith(published.soc + ".00"):
        line += f" Pay and outlook are published as {published.soc_title} ({published.soc})."
    if any(source.name == "Career Guide texts" for source in page.sources):
        line += (
            " Descriptions, tasks and activities are Career Guide's own summaries in plain language; for the official texts, build a"
            " guide from an official O*NET release (menu File)."
        )
    return line
