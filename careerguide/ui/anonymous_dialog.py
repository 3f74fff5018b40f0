"""A center's own check of the interest inventory: keeping item answers without names, and the alphas they give."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from careerguide.db.anonymous_answers import FEWEST_FORMS, Consistency, alphas, answers_file
from careerguide.domain.errors import GuideError
from careerguide.domain.inventory import Inventory
from careerguide.domain.language import number, translate
from careerguide.resources import resources
from careerguide.sources.inventory import read_inventory
from careerguide.ui.background import Latest
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


class AnonymousDialog(ScrolledDialog):
    """Chooses the folder for anonymous answers, or none, and shows Cronbach's alpha of the whole form by type."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(translate("AnonymousDialog", "Anonymous answers"), parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reading: Latest[tuple[Consistency, ...]] = Latest(self, self._show, self._fail)
        self._where = label("", "caption", selectable=True)
        self._said = label("")
        self.table = FigureTable(
            theme, self.tr("Internal consistency"), [self.tr("Interest"), self.tr("Forms"), self.tr("Cronbach's alpha")]
        )
        self.table.hide()
        choose = QPushButton(self.tr("Choose a folder…"))
        choose.clicked.connect(self._choose)
        self._stop = QPushButton(self.tr("Keep no answers"))
        self._stop.clicked.connect(lambda: self.take_folder(None))
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addWidget(self._stop)
        row.addStretch(1)
        for text in (
            self.tr(
                "The activities of the interest assessment are new, and nobody has measured yet how well they hang together. A center"
                " can find out for itself: people who take the assessment are asked whether their answers may be kept."
            ),
            self.tr("Kept are the answers alone: no name, no session, no time, and in no order that tells whose they are."),
        ):
            self.column.addWidget(label(text))
        self.column.addWidget(self._where)
        self.column.addLayout(row)
        self.column.addWidget(self._said)
        self.column.addWidget(self.table)
        self.column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.take_folder(settings.answers_folder)
        self.fit(theme.px(560))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for anonymous answers"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.take_folder(Path(path)))
        dialog.open()

    def take_folder(self, folder: Path | None) -> None:
        """Keep answers in a folder from now on, None for nowhere; answers kept before stay where they are."""
        self._settings.answers_folder = folder
        self._stop.setEnabled(folder is not None)
        self.table.hide()
        self._said.setText("")
        if folder is None:
            self._reading.drop()
            self._where.setText(self.tr("No answers are kept."))
            return
        self._where.setText(self.tr("Answers are kept in: {0}").format(folder))
        self._reading.run(lambda: alphas(answers_file(folder, _inventory()), _inventory()))

    def _show(self, found: tuple[Consistency, ...]) -> None:
        self._said.setText(self.tr("Of 0 to 1; from about .8 the activities of a type are taken to measure one thing."))
        self.table.show_rows(
            [(one.type, number(one.forms), self.tr("none") if one.alpha is None else number(one.alpha, 2)) for one in found]
        )
        self.table.show()

    def _fail(self, error: GuideError) -> None:
        folder = self._settings.answers_folder
        if folder is not None and not answers_file(folder, _inventory()).exists():
            self._said.setText(
                self.tr("No answers have been kept there yet. From {0} completed forms on, the figures are shown here.").format(
                    FEWEST_FORMS
                )
            )
        else:
            self._said.setText(str(error))


def _inventory() -> Inventory:
    return read_inventory(resources() / "assessment" / "inventory.toml")
