"""What every panel is: a scrolling column of cards with one method, `show_page`."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from careerguide.domain.page import OWN_TEXTS, OccupationPage
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

WIDEST = 1060


class Panel(QScrollArea):
    """A panel of the page. `column` takes its cards; the sources stand at its foot.

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

    def tr(text: str) -> str:
        return QCoreApplication.translate("Sources", text)

    own = [source for source in page.sources if source.name == OWN_TEXTS]
    official = [f"{source.name} {source.release} ({source.licence})" for source in page.sources if source not in own]
    line = tr("Sources: {0}.").format(", ".join(official))
    published = page.outlook.national_wages or page.outlook.projection
    if published is not None and not page.code.startswith(published.soc + ".00"):
        line += tr(" Pay and outlook are published as {0} ({1}).").format(published.soc_title, published.soc)
    if page.definition is None:
        line += tr(
            " Descriptions, tasks and activities are Career Guide's own summaries in plain language; for the official texts, build"
            " a guide from an official O*NET release (menu File)."
        )
    elif own:
        line += tr(" What is said in plain words, and of assessments, is Career Guide's own.")
    return line
