"""Choosing a career center's own content: the file is read, what is wrong with it is said, and what it holds is counted."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from careerguide.domain.center_content import CenterContent
from careerguide.domain.errors import GuideError
from careerguide.domain.language import number, translate
from careerguide.sources.center_content import read_center_content
from careerguide.ui.background import Latest
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.path_row import Choose, PathRow
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


class CenterDialog(ScrolledDialog):
    """`changed` tells that another file, the same one anew, or none is wanted now."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(translate("CenterDialog", "Our center's own content"), parent)
        self._theme, self._settings = theme, settings
        self._reading: Latest[CenterContent] = Latest(self, self._use, self._failed)
        self._wanted: Path | None = None
        self._file = PathRow(self.tr("File"), self.tr("a TOML file, see the manual"), {self.tr("File…"): Choose.FILE})
        self._file.field.setText(str(settings.center_content or ""))
        self._said = label("", selectable=True)
        self._said.hide()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self._remove = QPushButton(self.tr("Show none"))
        self._remove.setToolTip(self.tr("The file itself stays where it is"))
        self._remove.setEnabled(settings.center_content is not None)
        self._remove.clicked.connect(self._show_none)
        use = QPushButton(self.tr("Read and show"))
        use.setProperty("role", "primary")
        use.setDefault(True)
        use.clicked.connect(self._read)
        column = self.column
        column.addWidget(label(self.tr("Our center's own content"), "section"))
        column.addWidget(
            label(
                self.tr(
                    "Training, employers, contacts, assessments and corrections of your own, shown on the pages of careers apart from what"
                    " is official. They stay through every update of the data."
                ),
                "caption",
            )
        )
        column.addWidget(self._file)
        column.addWidget(self._said)
        column.addStretch(1)
        for button in (close, self._remove, use):
            self.buttons.addWidget(button)
        self.fit(theme.px(600))
        self._file.field.setFocus()

    def _read(self) -> None:
        if not self._file.paths:
            self._say(self.tr("Choose a file first."))
            return
        self._wanted = path = self._file.paths[0]
        self._reading.run(lambda: read_center_content(path))

    def _use(self, content: CenterContent) -> None:
        self._settings.center_content = self._wanted
        self._remove.setEnabled(True)
        translations = sum(map(len, content.translations.values()))
        self._say(
            self.tr("{0}: {1} entries and {2} translations are shown now.").format(
                content.name, number(len(content.entries)), number(translations)
            )
        )
        self.changed.emit()

    def _show_none(self) -> None:
        self._settings.center_content = None
        self._remove.setEnabled(False)
        self._file.field.clear()
        self._say(self.tr("Nothing of your center is shown now."))
        self.changed.emit()

    def _failed(self, error: GuideError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        self.fit(self._theme.px(600))
