"""The About box: version, sources with their licences and credit lines, and the libraries used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from careerguide import __version__
from careerguide.domain.page import Source
from careerguide.ui.pieces.dialog_size import open_as_large
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme

LIBRARIES = (
    "PySide6 (Qt for Python): LGPL v3. Qt is a trademark of The Qt Company.",
    "SQLAlchemy: MIT. pyqtgraph: MIT. NumPy: BSD 3-Clause. openpyxl: MIT. RapidFuzz: MIT. platformdirs: MIT.",
)


class AboutDialog(QDialog):
    """What the program is and where its contents are from."""

    def __init__(self, theme: Theme, sources: Sequence[Source], guide: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Career Guide"))
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Career Guide {0}").format(__version__), "title"))
        column.addWidget(label(self.tr("Every occupation in the United States, in one window, without a network.")))
        column.addWidget(label(self.tr("Guide file: {0}").format(guide), "caption", selectable=True))
        column.addWidget(self._card(self.tr("Sources"), [self._source(source) for source in sources]))
        column.addWidget(self._card(self.tr("Program"), [self.tr("MIT License. Copyright the Career Guide authors."), *LIBRARIES]))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        area.setAccessibleName(self.tr("About Career Guide"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        open_as_large(self, parent, theme.px(620), theme.px(560))

    @staticmethod
    def _card(heading: str, texts: Sequence[str]) -> Card:
        card = Card(heading)
        for text in texts:
            card.body.addWidget(label(text, selectable=True))
        return card

    def _source(self, source: Source) -> str:
        return f"{source.name} {source.release} · {source.licence}\n{source.attribution}"
