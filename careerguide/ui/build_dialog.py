"""Building a guide from downloaded official releases, with progress, and a cancel that leaves everything as it was."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from careerguide.domain.errors import BuildCancelled, GuideError, OutputError
from careerguide.domain.language import translate
from careerguide.resources import resources
from careerguide.ui.background import Latest
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme

_SEPARATOR = "; "


class _PathRow:
    """A field for a path with buttons to choose it."""

    def __init__(self, dialog: QDialog, name: str, hint: str, choices: dict[str, str]) -> None:
        self._dialog, self._name = dialog, name
        self.caption = label(name, "strong")
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.buttons = QHBoxLayout()
        self.all_buttons: list[QPushButton] = []
        for title, kind in choices.items():
            button = QPushButton(title)
            button.setAccessibleName(f"{name}: {title}")
            button.clicked.connect(lambda _=False, kind=kind: self._choose(kind))
            self.buttons.addWidget(button)
            self.all_buttons.append(button)

    def _choose(self, kind: str) -> None:
        chosen: list[str]
        if kind == "folder":
            chosen = [QFileDialog.getExistingDirectory(self._dialog, self._name)]
        elif kind == "save":
            chosen = [QFileDialog.getSaveFileName(self._dialog, self._name, self.field.text(), "*.guide")[0]]
        elif kind == "files":
            chosen = QFileDialog.getOpenFileNames(self._dialog, self._name)[0]
        else:
            chosen = [QFileDialog.getOpenFileName(self._dialog, self._name)[0]]
        if any(chosen):
            self.field.setText(_SEPARATOR.join(chosen))

    @property
    def paths(self) -> list[Path]:
        """What stands in the field."""
        return [Path(part.strip()) for part in self.field.text().split(_SEPARATOR.strip()) if part.strip()]


class BuildDialog(ScrolledDialog):
    """Asks for the releases and builds. `built` gives the path of the new guide."""

    built = Signal(Path)
    _reported = Signal(str, float)

    def __init__(self, theme: Theme, output: Path, parent: QWidget) -> None:
        super().__init__(translate("BuildDialog", "Build a guide"), parent)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._output = output
        self._cancel = Event()
        self._building: Latest[Path] = Latest(self, self._done, self._failed)
        self._onet = _PathRow(
            self,
            self.tr("O*NET release"),
            self.tr("zip file or folder, text layout"),
            {self.tr("File…"): "file", self.tr("Folder…"): "folder"},
        )
        self._oews = _PathRow(
            self,
            self.tr("Wages (OEWS), optional"),
            self.tr("csv, xlsx or zip"),
            {self.tr("Files…"): "files", self.tr("Folder…"): "folder"},
        )
        self._projections = _PathRow(
            self, self.tr("Employment Projections, optional"), self.tr("occupation.xlsx or csv"), {self.tr("File…"): "file"}
        )
        self._goal = _PathRow(self, self.tr("Save the guide as"), "", {self.tr("Choose…"): "save"})
        self._goal.field.setText(str(output))
        self._rows = (self._onet, self._oews, self._projections, self._goal)
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._doing = label("", "caption")
        self._notice = Notice()
        self._start = QPushButton(self.tr("Build"))
        self._start.setProperty("role", "primary")
        self._start.setDefault(True)
        self._start.clicked.connect(self.start)
        self._stop = QPushButton(self.tr("Close"))
        self._stop.clicked.connect(self._stop_or_close)
        self._reported.connect(self._show_progress)
        self._lay_out()
        self._show_busy(False)
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
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        for line, row in enumerate(self._rows):
            grid.addWidget(row.caption, line * 2, 0, 1, 2)
            grid.addWidget(row.field, line * 2 + 1, 0)
            grid.addLayout(row.buttons, line * 2 + 1, 1)
        column.addLayout(grid)
        self._notice.hide()
        for widget in (self._notice, self._progress, self._doing):
            column.addWidget(widget)
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
        self._cancel.clear()
        self._notice.hide()
        self._show_busy(True)

        def report(doing: str, share: float) -> None:
            if self._cancel.is_set() and share < 1:  # at 1 the new guide is in its place
                raise BuildCancelled(self.tr("The build was cancelled; nothing was changed."))
            self._reported.emit(doing, share)

        def build() -> Path:
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

        self._building.run(build)

    def _show_progress(self, doing: str, share: float) -> None:
        self._progress.setValue(round(share * 1000))
        self._doing.setText(f"{doing} … {share:.0%}")

    def _show_busy(self, busy: bool) -> None:
        for row in self._rows:
            row.field.setEnabled(not busy)
            for button in row.all_buttons:
                button.setEnabled(not busy)
        self._start.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._progress.setValue(0)
        self._doing.setVisible(busy)
        self._doing.setText(self.tr("Starting …") if busy else "")
        self._stop.setText(self.tr("Cancel") if busy else self.tr("Close"))
        self.fit(self.width())

    def _say(self, text: str) -> None:
        self._notice.show_message(text)
        self.fit(self.width())

    def _stop_or_close(self) -> None:
        if self._building.busy:
            self._cancel.set()
            self._doing.setText(self.tr("Stopping …"))
        else:
            self.reject()

    def reject(self) -> None:
        """Escape and closing the dialog stop a build; they close it only when none runs."""
        if self._building.busy:
            self._stop_or_close()
        else:
            super().reject()

    def _done(self, path: Path) -> None:
        self._show_busy(False)
        self.built.emit(path)
        self.accept()

    def _failed(self, error: GuideError) -> None:
        self._show_busy(False)
        self._say(str(error))
