"""A center's own check of the interest inventory: keeping item answers without names, and the alphas they give."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from careerguide.db.anonymous_answers import FEWEST_FORMS, Consistency, alphas, answers_file
from careerguide.domain.errors import GuideError
from careerguide.domain.interests import type_name
from careerguide.domain.language import LANGUAGES, Language, number, translate
from careerguide.resources import in_language
from careerguide.sources.inventory import read_inventory
from careerguide.ui.background import Latest
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.row import Row
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Found:
    """What the answers to the wording in a language give: figures by type, or `problem` says why there are none."""

    language: Language
    figures: tuple[Consistency, ...] = ()
    problem: str = ""


class AnonymousFigures(QWidget):
    """The figures of one language under its name; nothing where nobody has answered in it."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._said = label("")
        self.table = FigureTable(
            theme,
            self.tr("Internal consistency, {0}").format(language.name),
            [self.tr("Interest"), self.tr("Forms"), self.tr("Cronbach's alpha")],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        for widget in (label(language.name, "strong"), self._said, self.table):
            column.addWidget(widget)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        self._said.setText(
            found.problem or self.tr("Of 0 to 1; from about .8 the activities of a type are taken to measure one thing.")
        )
        self.table.show_rows(
            [
                (type_name(one.type), number(one.forms), self.tr("none") if one.alpha is None else number(one.alpha, 2))
                for one in found.figures
            ]
        )
        self.table.setVisible(bool(found.figures))
        self.show()


class AnonymousDialog(ScrolledDialog):
    """Chooses the folder for anonymous answers, or none, and shows Cronbach's alpha of the whole form by type, for each language."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(translate("AnonymousDialog", "Anonymous answers"), parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reading: Latest[tuple[Found, ...]] = Latest(self, self._show, self._fail)
        self._where = label("", "caption", selectable=True)
        self._said = label("")
        self.figures = {language: AnonymousFigures(theme, language) for language in LANGUAGES}
        choose = QPushButton(self.tr("Choose a folder…"))
        choose.clicked.connect(self._choose)
        self._stop = QPushButton(self.tr("Keep no answers"))
        self._stop.clicked.connect(lambda: self.take_folder(None))
        for text in (
            self.tr(
                "The activities of the interest assessment are new, and nobody has measured yet how well they hang together. A center"
                " can find out for itself: people who take the assessment are asked whether their answers may be kept."
            ),
            self.tr("Kept are the answers alone: no name, no session, no time, and in no order that tells whose they are."),
        ):
            self.column.addWidget(label(text))
        self.column.addWidget(self._where)
        self.column.addLayout(Row(choose, self._stop))
        self.column.addWidget(self._said)
        for figures in self.figures.values():
            self.column.addWidget(figures)
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
        for figures in self.figures.values():
            figures.hide()
        self._said.setText("")
        if folder is None:
            self._reading.drop()
            self._where.setText(self.tr("No answers are kept."))
            return
        self._where.setText(self.tr("Answers are kept in: {0}").format(folder))
        self._reading.run(lambda: _found(folder))

    def _show(self, found: tuple[Found, ...]) -> None:
        for one in found:
            self.figures[one.language].show_found(one)
        if not found:
            self._said.setText(
                self.tr("No answers have been kept there yet. From {0} completed forms on, the figures are shown here.").format(
                    FEWEST_FORMS
                )
            )
        self._said.setVisible(not found)
        self.fit(self.width())

    def _fail(self, error: GuideError) -> None:
        self._said.setText(str(error))
        self._said.show()


def _found(folder: Path) -> tuple[Found, ...]:
    """What the answers in a folder give, for each language in which there are any. Raises `GuideError`."""
    found = []
    for language in LANGUAGES:
        inventory = read_inventory(in_language("inventory.toml", language.code))
        file = answers_file(folder, inventory)
        if not os.path.exists(file):
            continue
        try:
            found.append(Found(language, figures=alphas(file, inventory)))
        except GuideError as error:
            found.append(Found(language, problem=str(error)))
    return tuple(found)
