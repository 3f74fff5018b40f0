"""Choosing a backup of the notebook to bring back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from careerguide.domain.language import translate
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.backups import Backup


class BackupDialog(ScrolledDialog):
    """Lists the backups, newest first. `backup_chosen` gives the one to bring back."""

    backup_chosen = Signal(object)

    def __init__(self, theme: Theme, backups: "tuple[Backup, ...]", parent: QWidget) -> None:
        super().__init__(translate("BackupDialog", "Bring back a backup of the notebook"), parent)
        self._backups = backups
        if backups:
            words = self.tr(
                "What is saved now gives way to what the backup holds. The notebook as it is now is kept beside it as a file."
            )
        else:
            words = self.tr("There is no backup yet. One is made each day the program is opened; the last seven are kept.")
        self.column.addWidget(label(words))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        for backup in backups:
            self.list.addItem(
                QListWidgetItem(
                    QLocale().toString(
                        QDate(backup.taken.year, backup.taken.month, backup.taken.day), QLocale.FormatType.LongFormat
                    )
                )
            )
        self.list.setVisible(bool(backups))
        self.list.setMinimumHeight(theme.px(180))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.column.addWidget(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        if backups:
            bring = buttons.addButton(self.tr("Bring back"), QDialogButtonBox.ButtonRole.AcceptRole)
            bring.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fit(theme.px(520))

    def _choose(self) -> None:
        self.backup_chosen.emit(self._backups[self.list.currentRow()])
        self.accept()
