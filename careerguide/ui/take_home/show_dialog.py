"""The take-home code shown: as a QR code for a phone, and in groups for pen and paper."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate
from careerguide.domain.take_home import TakeHome, pack
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.qr_code import QrCode
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.take_home.code_font import code_font
from careerguide.ui.take_home.contents import Contents, contents_words
from careerguide.ui.take_home.picture import code_lines, save_png, take_home_picture
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import FACT


class TakeHomeDialog(ScrolledDialog):
    """Shows one take-home code. `titles` are those of the guide by code; `left_out` careers had no room in it.

    `may_keep` lets it be saved as a picture and copied, which a kiosk does not.
    """

    def __init__(
        self,
        theme: Theme,
        take_home: TakeHome,
        titles: Mapping[str, str],
        parent: QWidget,
        left_out: int = 0,
        *,
        may_keep: bool = True,
    ) -> None:
        super().__init__(translate("TakeHomeDialog", "Take-home code"), parent)
        self._theme = theme
        self._take_home = take_home
        self.code = pack(take_home)
        self._notice = Notice()
        self._notice.hide()
        column = self.column
        column.addWidget(label(self.tr("Take these careers home"), "section"))
        column.addWidget(
            label(
                self.tr(
                    "Photograph the code or write it down. Career Guide on any other computer reads it back: choose “Read a take-home "
                    "code” there. It needs no internet and no account."
                )
            )
        )
        if left_out:
            column.addWidget(label(self._left_out(left_out), "strong"))
        column.addLayout(Columns([self._scanned(), self._typed()], theme.px(270)))
        column.addWidget(self._notice)
        self._contents = Contents(self.tr("What is in it"), titles)
        self._contents.show_contents(take_home)
        column.addWidget(self._contents)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        theme.changed.connect(self._style)
        self._save_picture.setVisible(may_keep)
        self._copy.setVisible(may_keep)
        self._style()
        self.fit(theme.px(720))

    def _left_out(self, count: int) -> str:
        kept = len(self._take_home.codes)
        if count == 1:
            return self.tr("The code has room for {0} careers. The last one of the list is left out.").format(kept)
        return self.tr("The code has room for {0} careers. The last {1} of the list are left out.").format(kept, count)

    def _scanned(self) -> Card:
        card = Card(self.tr("To photograph"))
        qr = QrCode(self._theme)
        qr.show_text(self.code, self.tr("Take-home code as a QR code"))
        save = self._save_picture = QPushButton(self.tr("Save picture…"))
        save.setToolTip(self.tr("Save the QR code and the code to type as one PNG picture"))
        save.clicked.connect(self._save)
        card.body.addWidget(qr, 1)
        card.body.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _typed(self) -> Card:
        card = Card(self.tr("To write down"))
        self._letters = label(code_lines(self.code), wrap=False, selectable=True)
        self._letters.setAccessibleName(self.tr("Take-home code: {0}").format(self.code))
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy the code"))
        self._copy.clicked.connect(self._copy_code)
        hint = label(self.tr("Small letters, spaces and missing hyphens are fine when you type it in."), "caption")
        body: QVBoxLayout = card.body
        for widget in (self._letters, hint):
            body.addWidget(widget)
        body.addStretch(1)
        body.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _style(self) -> None:
        self._letters.setFont(code_font(self._theme, FACT))

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self.code)
        self._copy.setText(self.tr("Copied"))

    def _save(self) -> None:
        name = self.tr("take-home code") + ".png"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), name, self.tr("PNG picture (*.png)"))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".png" else path.with_name(path.name + ".png")
        try:
            save_png(take_home_picture(self.code, contents_words(self._take_home)), path)
        except OutputError as error:
            self._notice.show_message(str(error))
        else:
            self._notice.show_message(self.tr("Saved as {0}.").format(path.name))
