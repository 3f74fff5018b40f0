"""The settings of reports: the name and the logo of the school or career center that hands them out."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate
from careerguide.domain.letterhead import LONGEST_NAME
from careerguide.reports.logo import read_logo
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


class LetterheadDialog(ScrolledDialog):
    """What stands at the head of every report. Kept when OK is pressed."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(translate("LetterheadDialog", "Head of reports"), parent)
        self._settings = settings
        self._logo = settings.logo
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.centre = QLineEdit(settings.centre)
        self.centre.setMaxLength(LONGEST_NAME)
        self.centre.setAccessibleName(self.tr("Name of the school or career center"))
        self._logo_words = label("", "caption")
        self._problem = label("", "caption")
        self._problem.hide()
        choose = QPushButton(self.tr("Choose a logo…"))
        choose.clicked.connect(self._choose)
        self._remove = QPushButton(self.tr("No logo"))
        self._remove.clicked.connect(lambda: self.take_logo(None))
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        self.column.addWidget(label(self.tr("These stand at the head of every page that is printed or saved as PDF or HTML.")))
        self.column.addWidget(label(self.tr("Name of the school or career center"), "strong"))
        self.column.addWidget(self.centre)
        self.column.addWidget(label(self.tr("Logo"), "strong"))
        self.column.addWidget(self._logo_words)
        self.column.addWidget(self._problem)
        self.column.addLayout(row)
        self.column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.take_logo(self._logo)
        self.fit(theme.px(520))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg *.svg)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_logo(Path(path)))
        dialog.open()

    def take_logo(self, path: Path | None) -> None:
        """Use the picture at `path`, None for no logo; what is no picture is refused with a sentence."""
        self._problem.hide()
        if path is not None:
            try:
                read_logo(path)
            except GuideError as error:
                self._problem.setText(str(error))
                self._problem.show()
                return
        self._logo = path
        self._remove.setEnabled(path is not None)
        self._logo_words.setText(str(path) if path is not None else self.tr("none"))

    def _keep(self) -> None:
        self._settings.centre = self.centre.text().strip()
        self._settings.logo = self._logo
        self.accept()
