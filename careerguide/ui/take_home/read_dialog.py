"""Reading a take-home code: typed, pasted, or found in a picture; what is in it is shown before it is brought in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
)
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from careerguide.domain.errors import GuideError, ImportFault, UnfinishedCode
from careerguide.domain.language import translate
from careerguide.domain.take_home import TakeHome, pack, unpack
from careerguide.ui.background import Latest
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label, set_role
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.take_home.code_field import CodeField, has_picture
from careerguide.ui.take_home.contents import Contents
from careerguide.ui.take_home.scan import read_picture, read_qr
from careerguide.ui.theme import Theme


class ReadTakeHomeDialog(ScrolledDialog):
    """Asks for a code. `accepted_code(TakeHome)` is given when the person brings it in, with the careers this guide does not know."""

    accepted_code = Signal(object)

    def __init__(self, theme: Theme, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(translate("ReadTakeHomeDialog", "Read a take-home code"), parent)
        self.setAcceptDrops(True)
        self._take_home: TakeHome | None = None
        self._checked = ""
        self._scanning: Latest[TakeHome] = Latest(self, self._scanned, self._not_scanned)
        self._field = CodeField(theme)
        self._field.setAccessibleName(self.tr("Take-home code"))
        self._field.setPlaceholderText("CG1-…")
        self._field.textChanged.connect(self._check)
        self._field.picture_given.connect(self._take)
        self._status = label(role="caption")
        self._contents = Contents(self.tr("What comes in"), titles)
        self._contents.hide()
        self._choose = QPushButton(self.tr("Choose a picture…"))
        self._choose.setToolTip(self.tr("A photo, a scan or a screenshot with the QR code"))
        self._choose.clicked.connect(self._choose_picture)
        self._paste = QPushButton(self.tr("Paste a picture"))
        self._paste.setToolTip(self.tr("Take the picture that was copied last, for example a screenshot"))
        self._paste.clicked.connect(lambda: self._take(QGuiApplication.clipboard().mimeData()))
        self._bring_in = QPushButton(self.tr("Bring in"))
        self._bring_in.setProperty("role", "primary")
        self._bring_in.setDefault(True)
        self._bring_in.clicked.connect(self._accept_code)
        self._lay_out(theme)
        self._check()
        self.fit(theme.px(600))

    def _lay_out(self, theme: Theme) -> None:
        column = self.column
        column.addWidget(label(self.tr("Continue with careers from another computer"), "section"))
        column.addWidget(label(self.tr("Type or paste the code. Small letters and missing hyphens do no harm.")))
        column.addWidget(self._field)
        column.addWidget(self._status)
        column.addWidget(self._contents)
        column.addWidget(label(self.tr("Or show the QR code: drop a picture of it here, paste one, or choose a file.")))
        column.addLayout(Columns([self._choose, self._paste], theme.px(180)))
        column.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for button in (self._choose, self._paste):
            button.setAutoDefault(False)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self._bring_in)

    # What is typed

    def _check(self) -> None:
        """Say what the text in the field is, at every change."""
        text = self._field.toPlainText()
        if self._scanning.busy and text == self._checked:
            return  # Qt also calls it a change when a picture is dropped onto the field
        self._scanning.drop()
        self._checked = text
        try:
            take_home = unpack(text)
        except UnfinishedCode as error:
            self._show(None)
            self._say(self._missing(error.missing) if text.strip() else self.tr("A code begins with CG1."))
        except ImportFault as error:
            self._show(None)
            self._say(str(error), wrong=True)
        else:
            self._show(take_home)
            self._say(self.tr("The code is complete and correct."))

    def _missing(self, count: int) -> str:
        if count == 1:
            return self.tr("At least 1 more character.")
        return self.tr("At least {0} more characters.").format(count)

    def _show(self, take_home: TakeHome | None) -> None:
        self._take_home = take_home
        self._bring_in.setEnabled(take_home is not None)
        self._contents.setVisible(take_home is not None)
        if take_home is not None:
            self._contents.show_contents(take_home)
        self.fit(self.width())

    def _say(self, text: str, *, wrong: bool = False) -> None:
        set_role(self._status, "strong" if wrong else "caption")
        if text == self._status.text():
            return
        self._status.setText(text)
        self._field.setAccessibleDescription(text)
        if self.isVisible() and (wrong or self._take_home is not None):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Pictures

    def _choose_picture(self) -> None:
        kinds = " ".join(f"*.{bytes(kind.data()).decode()}" for kind in QImageReader.supportedImageFormats())
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a picture"), "", self.tr("Pictures ({0})").format(kinds) + ";;" + self.tr("All files (*)")
        )
        if chosen:
            self._scan(lambda: read_picture(Path(chosen)))

    def _take(self, mime: QMimeData) -> None:
        """Look into a picture that was pasted or dropped: itself, or a file."""
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData() if mime.hasImage() else None
        if files:
            self._scan(lambda: read_picture(Path(files[0])))
        elif isinstance(image, QImage):
            self._scan(lambda: image)
        else:
            self._say(self.tr("No picture was copied. Copy one first, for example by a screenshot."), wrong=True)

    def _scan(self, picture: Callable[[], QImage]) -> None:
        self._scanning.run(lambda: unpack(read_qr(picture())))
        self._say(self.tr("Looking for the code in the picture …"))

    def _scanned(self, take_home: TakeHome) -> None:
        self._field.setPlainText(pack(take_home))

    def _not_scanned(self, error: GuideError) -> None:
        self._say(str(error), wrong=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _accept_code(self) -> None:
        if self._take_home is not None:
            self.accepted_code.emit(self._take_home)
            self.accept()
