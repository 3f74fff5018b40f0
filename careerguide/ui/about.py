"""The About box: version, sources with their licences and credit lines, and the libraries used."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from careerguide import __version__
from careerguide.domain.language import translate
from careerguide.domain.page import Source
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme

LIBRARIES = (
    "PySide6 (Qt for Python): LGPL v3.",
    "SQLAlchemy: MIT. pyqtgraph: MIT. NumPy: BSD 3-Clause. openpyxl: MIT. RapidFuzz: MIT. platformdirs: MIT. httpx: BSD 3-Clause.",
    "Alembic: MIT. cryptography: Apache 2.0 or BSD 3-Clause. segno: BSD 3-Clause. zxing-cpp: Apache 2.0. psycopg: LGPL v3.",
)


class AboutDialog(ScrolledDialog):
    """What the program is and where its contents are from."""

    def __init__(self, theme: Theme, sources: Sequence[Source], guide: str, parent: QWidget) -> None:
        super().__init__(translate("AboutDialog", "About Career Guide"), parent)
        column = self.column
        column.addWidget(label(self.tr("Career Guide {0}").format(__version__), "title"))
        column.addWidget(label(self.tr("Every occupation in the United States, in one window, without a network.")))
        column.addWidget(label(self.tr("Guide file: {0}").format(guide), "caption", selectable=True))
        column.addWidget(self._card(self.tr("Sources"), [self._source(source) for source in sources]))
        program = self.tr("MIT License. Copyright the Career Guide authors.")
        trademark = self.tr("Qt is a trademark of The Qt Company.")
        column.addWidget(self._card(self.tr("Program"), [program, *LIBRARIES, trademark]))
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.fit(theme.px(620), theme.px(560))

    @staticmethod
    def _card(heading: str, texts: Sequence[str]) -> Card:
        card = Card(heading)
        for text in texts:
            card.body.addWidget(label(text, selectable=True))
        return card

    def _source(self, source: Source) -> str:
        return f"{source.name} {source.release} · {source.licence}\n{source.attribution}"
