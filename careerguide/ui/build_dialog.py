"""Building a guide from downloaded official releases, with progress, and a cancel that leaves everything as it was."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from careerguide.domain.errors import GuideError, OutputError
from careerguide.domain.language import translate
from careerguide.resources import resources
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.long_work import LongWork, Report
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.path_row import Choose, PathRow
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme


class BuildDialog(ScrolledDialog):
    """Asks for the releases and builds. `built` gives the path of the new guide."""

    built = Signal(Path)

    def __init__(self, theme: Theme, output: Path, parent: QWidget) -> None:
        super().__init__(translate("BuildDialog", "Build a guide"), parent)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._output = output
        self._work = LongWork(self._failed)
        self._onet = PathRow(
            self.tr("O*NET release"),
            self.tr("zip file or folder, text layout"),
            {self.tr("File…"): Choose.FILE, self.tr("Folder…"): Choose.FOLDER},
        )
        self._oews = PathRow(
            self.tr("Wages (OEWS), optional"),
            self.tr("csv, xlsx or zip"),
            {self.tr("Files…"): Choose.FILES, self.tr("Folder…"): Choose.FOLDER},
        )
        self._projections = PathRow(
            self.tr("Employment Projections, optional"), self.tr("occupation.xlsx or csv"), {self.tr("File…"): Choose.FILE}
        )
        self._goal = PathRow(self.tr("Save the guide as"), "", {self.tr("Choose…"): Choose.SAVE})
        self._goal.field.setText(str(output))
        self._rows = (self._onet, self._oews, self._projections, self._goal)
        self._notice = Notice()
        self._start = QPushButton(self.tr("Build"))
        self._start.setProperty("role", "primary")
        self._start.setDefault(True)
        self._start.clicked.connect(self.start)
        self._stop = QPushButton(self.tr("Close"))
        self._stop.clicked.connect(self.reject)
        self._lay_out()
        self.fit(theme.px(640))

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(label(self.tr("Build a guide from official releases"), "section"))
        column.addWidget(
            label(
                self.tr(
                    "Download the O*NET database (text files) from onetcenter.org, and OEWS tables and Employment Projections from bls.gov,"
                    " then choose them here. The guide in use stays as it is until the new one is whole."
                ),
                "caption",
            )
        )
        for row in self._rows:
            column.addWidget(row)
        self._notice.hide()
        column.addWidget(self._notice)
        column.addWidget(self._work)
        column.addStretch(1)
        self.buttons.addWidget(self._stop)
        self.buttons.addWidget(self._start)

    def start(self) -> None:
        """Build from what stands in the fields."""
        if not self._onet.paths or not self._goal.paths:
            self._say(self.tr("Choose an O*NET release and a place to save the guide."))
            return
        onet, oews = self._onet.paths[0], self._oews.paths
        projections = self._projections.paths[0] if self._projections.paths else None
        output = self._goal.paths[0]

        def build(report: Report) -> Path:
            from careerguide.db.build import build_official

            if output == self._output:
                try:
                    output.parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise OutputError(
                        translate("BuildDialog", "{0}: the folder cannot be made ({1}).").format(output, error.strerror or error)
                    ) from error
            build_official(onet, oews, projections, resources() / "guide", output, report)
            return output

        self._work.run(build, self._done, self.tr("The build was cancelled; nothing was changed."))
        self._notice.hide()
        self._show_busy()

    def _show_busy(self) -> None:
        busy = self._work.busy
        for row in self._rows:
            row.setEnabled(not busy)
        self._start.setEnabled(not busy)
        self._stop.setText(self.tr("Cancel") if busy else self.tr("Close"))
        self.fit(self.width())

    def _say(self, text: str) -> None:
        self._notice.show_message(text)
        self.fit(self.width())

    def reject(self) -> None:
        """Escape and closing the dialog stop a build; they close it only when none runs."""
        if self._work.busy:
            self._work.stop()
        else:
            super().reject()

    def _done(self, path: Path) -> None:
        self.built.emit(path)
        self.accept()

    def _failed(self, error: GuideError) -> None:
        self._show_busy()
        self._say(str(error))
