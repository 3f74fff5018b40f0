"""Saved lists to a file and back."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.notebook import ListToKeep
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk


class ListFiles(QObject):
    """Exports all lists as JSON or CSV and imports lists; `failed` says what is wrong with a file."""

    failed = Signal(GuideError)

    def __init__(self, page: QWidget, desk: Desk, titles: Mapping[str, str]) -> None:
        super().__init__(page)
        self._page, self._desk, self._titles = page, desk, titles
        self._reading: Latest[tuple[ListToKeep, ...]] = Latest(self, self._bring_in, self.failed.emit)

    def ask_export(self) -> None:
        """Ask for a file and write all lists to it."""
        filters = self.tr("JSON, to read in again (*.json);;CSV, for spreadsheets (*.csv)")
        dialog = QFileDialog(self._page, self.tr("Export saved careers"), "", filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self.tr("saved careers"))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "json"))
        self._ask(dialog, self.export_to)

    def ask_import(self) -> None:
        """Ask for a file and add its lists."""
        filters = self.tr("Saved careers (*.json *.csv);;All files (*)")
        dialog = QFileDialog(self._page, self.tr("Import saved careers"), "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self.import_from)

    def export_to(self, path: Path) -> None:
        """Write all lists to a file, as CSV where its name ends so, else as JSON."""
        from careerguide.reports.saved_lists import lists_csv, lists_json
        from careerguide.reports.saving import whole_file

        write = lists_csv if path.suffix.lower() == ".csv" else lists_json
        try:
            with whole_file(path) as part:
                part.write_text(write(self._desk.lists, self._titles), encoding="utf-8", newline="")
        except GuideError as error:
            self.failed.emit(error)

    def import_from(self, path: Path) -> None:
        """Add the lists of a file, all of them or none."""
        from careerguide.sources.saved_lists import read_lists

        self._reading.run(lambda: read_lists(path))

    def _bring_in(self, lists: tuple[ListToKeep, ...]) -> None:
        self._desk.changes.bring_in(lists, self.tr("import"))

    @staticmethod
    def _ask(dialog: QFileDialog, use: Callable[[Path], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: use(Path(path)))
        dialog.open()
