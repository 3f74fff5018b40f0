"""Exporting a session: what the file will hold, where it goes, and writing it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from careerguide.domain.language import translate
from careerguide.domain.notebook import Session, SessionRecord
from careerguide.reports.saving import whole_file
from careerguide.reports.session_json import session_json
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.sessions.session_dialog import SessionDialog
from careerguide.ui.theme import Theme


def export_session(theme: Theme, desk: Desk, session: Session, titles: Mapping[str, str], parent: QWidget) -> None:
    """Read what is kept of a session, which is open now, and offer to write it to a file."""
    desk.ask(
        lambda notebook: notebook.sessions.record(session.id),
        lambda record: ExportDialog(theme, record, titles, parent).open(),
    )


class ExportDialog(SessionDialog):
    """Says that private notes are in the file, asks for a place, and writes it."""

    def __init__(self, theme: Theme, record: SessionRecord, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(
            theme,
            translate("ExportDialog", "Export a session"),
            translate("ExportDialog", "Choose a place…"),
            parent,
        )
        self._record, self._titles = record, titles
        self._writing: Latest[None] = Latest(self, lambda _: self.accept(), self.show_error)
        self.add(
            label(self.tr("The file holds everything that is kept of “{0}”, your private notes too.").format(record.session.label)),
            label(self.tr("It is not protected: whoever has the file can read it. Keep it where only you can open it.")),
        )
        self.action.setFocus()
        self.settle_size()

    def act(self) -> None:
        """Ask for a place."""
        chooser = QFileDialog(self, self.tr("Export a session"), "", self.tr("JSON (*.json)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(self.tr("session"))
        chooser.fileSelected.connect(lambda path: self.export_to(Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def export_to(self, path: Path) -> None:
        """Write the file, whole or not at all."""
        text = session_json(self._record, self._titles)

        def write() -> None:
            with whole_file(path) as part:
                part.write_text(text, encoding="utf-8", newline="")

        self.show_busy(True)
        self._writing.run(write)
