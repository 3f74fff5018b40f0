"""Updating the guide: where from, what there is, getting and building it, what it changes; and only then does it take the old one's place."""

import shutil
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import number, translate
from careerguide.domain.page import Source
from careerguide.domain.release_order import OFFICIAL, brings_more
from careerguide.resources import resources
from careerguide.ui.guide_changes import change_rows, release_lines, summary
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.long_work import LongWork, Report
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme
from careerguide.ui.update_from import Origin, UpdateFrom

if TYPE_CHECKING:
    from careerguide.db.update import Found, Update

Result = TypeVar("Result")


class _Step(Enum):
    """Where from, what there is, what it changes."""

    PLACE = 1
    FOUND = 2
    CHANGES = 3


@dataclass(frozen=True, slots=True)
class InUse:
    """The guide in use: where it is read, whether it is the built-in one, its sources, the titles in it by code, where its successor
    goes, the codes of saved careers, and what closes it."""

    path: Path
    is_built_in: bool
    sources: Sequence[Source]
    titles: Mapping[str, str]
    goal: Path
    saved: Set[str]
    close: Callable[[], object]


class UpdateDialog(ScrolledDialog):
    """`taken` gives the path of the guide that was put in place. Nothing is fetched before the person has seen what there is."""

    taken = Signal(Path)

    def __init__(self, theme: Theme, settings: Settings, in_use: InUse, parent: QWidget) -> None:
        super().__init__(translate("UpdateDialog", "Update the data"), parent)
        self._theme, self._in_use = theme, in_use
        self._folder = in_use.goal.with_name(f"{in_use.goal.name}.update")
        self._step = _Step.PLACE
        self._next: Callable[[], object] = self._look
        self._heading = label("", "section")
        self._about = label("", "caption")
        self._from = UpdateFrom(settings)
        self._said = label("", selectable=True)
        self._saved_heading, self._all_heading = (
            label(words, "strong") for words in (self.tr("In your saved careers"), self.tr("In all careers"))
        )
        self._saved, self._all = (
            FigureTable(theme, heading.text(), (self.tr("Career"), self.tr("What changes")))
            for heading in (self._saved_heading, self._all_heading)
        )
        self._counts = label("", selectable=True)
        self._notice = Notice()
        self._work = LongWork(self._failed)
        self._back = QPushButton(self.tr("Choose another place"))
        self._back.clicked.connect(self._ask)
        self._close = QPushButton()
        self._close.clicked.connect(self.reject)
        self._go = QPushButton()
        self._go.setProperty("role", "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._go_on)
        self._lay_out()
        self._from.changed.connect(self._ask)
        self._ask()

    def _lay_out(self) -> None:
        for part in (
            self._heading,
            self._about,
            self._from,
            self._said,
            self._saved_heading,
            self._saved,
            self._all_heading,
            self._counts,
            self._all,
            self._notice,
            self._work,
        ):
            self.column.addWidget(part)
        self._notice.hide()
        self.column.addStretch(1)
        self.buttons.insertWidget(0, self._back)
        self.buttons.addWidget(self._close)
        self.buttons.addWidget(self._go)

    def _go_on(self) -> None:
        self._next()

    # What is shown at each step

    def _show_step(self, step: _Step, heading: str, about: str, said: str, go: str, do: Callable[[], object]) -> None:
        """The words of a step, and the button that goes on."""
        self._step, self._next = step, do
        self._heading.setText(heading)
        self._about.setText(about)
        self._said.setText(said)
        self._go.setText(go)
        self._notice.hide()
        self._refresh()

    def _refresh(self) -> None:
        """Show what belongs to the step, at work or not."""
        busy, changes = self._work.busy, self._step is _Step.CHANGES
        self._from.setVisible(self._step is _Step.PLACE)
        self._from.setEnabled(not busy)
        self._said.setVisible(bool(self._said.text()))
        for part in (self._saved_heading, self._saved):
            part.setVisible(changes and self._saved.rowCount() > 0)
        for part in (self._all_heading, self._counts):
            part.setVisible(changes)
        self._all.setVisible(changes and self._all.rowCount() > 0)
        self._back.setVisible(self._step is _Step.FOUND and not busy)
        self._go.setEnabled(not busy)
        self._close.setText(self.tr("Cancel") if busy else self.tr("Keep the one in use") if changes else self.tr("Close"))
        self._fit()

    def _fit(self) -> None:
        self.fit(self._theme.px(680))

    def _ask(self) -> None:
        """The first step."""
        about = self.tr("The guide in use stays as it is until you have seen what changes and say so. It is of: {0}.")
        go, do = self.tr("Look for new releases"), self._look
        if self._from.origin is Origin.PACK:
            go, do = self.tr("Check the pack"), self._take_pack
        in_use = ", ".join(f"{source.name} {source.release}" for source in self._in_use.sources)
        self._show_step(_Step.PLACE, self.tr("Update the data"), about.format(in_use or "–"), "", go, do)
        self._from.setFocus()

    def _look(self) -> None:
        mirror, goal, folder = self._from.mirror, self._in_use.goal, self._folder
        if mirror == "":
            self._say(self.tr("Choose the folder with the files, or write its address."))
            return
        self._from.remember()

        def look(report: Report) -> "Found":
            from careerguide.db.update import check_place, look
            from careerguide.sources.releases import read_release_files

            check_place(goal)
            return look(read_release_files(resources() / "guide" / "releases.toml"), mirror, folder, report)

        self._begin(look, self._show_found, self.tr("Stopped looking; nothing was changed."))

    def _show_found(self, found: "Found") -> None:
        """The second step: what there is, and the person's consent."""
        is_newer = brings_more(found.offered, self._in_use.sources)
        lines = release_lines(found.offered, self._in_use.sources)
        lines += ["", self._price(found)] if not found.is_local else [""]
        if not is_newer:
            lines.append(
                self.tr("There is nothing newer. They bring the official texts, which the built-in guide does not have.")
                if self._in_use.is_built_in
                else self.tr("There is nothing newer here.")
            )
        go = self.tr("Build") if found.is_local else self.tr("Download and build")
        about = self.tr("The guide in use stays as it is until you have seen what changes and say so.")
        self._show_step(_Step.FOUND, self.tr("What there is"), about, "\n".join(lines).strip(), go, lambda: self._build(found))
        (self._go if is_newer else self._close).setFocus()

    def _price(self, found: "Found") -> str:
        if found.size is None:
            return self.tr("The server does not say how large they are. If you pay for what you download, this costs.")
        if not found.size:
            return self.tr("All of it was downloaded earlier; nothing is to be downloaded.")
        return self.tr("{0} MB are to be downloaded. If you pay for what you download, they cost.").format(
            number(found.size / 1e6, 1)
        )

    def _build(self, found: "Found") -> None:
        current, folder = self._in_use.path, self._folder

        def build(report: Report) -> "Update":
            from careerguide.db.update import prepare

            return prepare(found.addresses, resources() / "guide", current, folder, report)

        self._begin(
            build, self._show_changes, self.tr("Stopped. What was fetched is kept for a day; the guide in use stays as it is.")
        )

    def _take_pack(self) -> None:
        chosen = self._from.pack_and_key
        if chosen is None:
            self._say(self.tr("Choose the pack, and the public key of who made it."))
            return
        self._from.remember()
        (pack, key), current, goal, folder = chosen, self._in_use.path, self._in_use.goal, self._folder

        def take(report: Report) -> "Update":
            from careerguide.db.update import check_place, examine, work_folder
            from careerguide.db.update_pack import unpack

            check_place(goal)
            doing = translate("UpdateDialog", "Unpacking")
            new = work_folder(folder) / "new.guide"
            try:
                unpack(pack, key, new, lambda share: report(doing, 0.8 * share))
                report(translate("UpdateDialog", "Checking the new guide"), 0.9)
                return examine(new, current)
            except GuideError:
                new.unlink(missing_ok=True)
                with suppress(OSError):  # what was downloaded for another update stays
                    folder.rmdir()
                raise

        self._begin(take, self._show_changes, self.tr("Stopped. The guide in use stays as it is."))

    def _show_changes(self, update: "Update") -> None:
        """The third step: what the new guide changes."""
        offered = {source.name: [source.release] for source in update.sources if source.name in OFFICIAL.values()}
        saved = update.changes.only(self._in_use.saved)
        said = release_lines(offered, self._in_use.sources)
        if self._in_use.saved and not saved:
            said.append(self.tr("Your saved careers stay as they are."))
        self._saved.show_rows(change_rows(saved, self._in_use.titles))
        self._all.show_rows(change_rows(update.changes, self._in_use.titles))
        self._counts.setText(summary(update.changes))
        self._show_step(
            _Step.CHANGES,
            self.tr("What changes"),
            self.tr("The new guide is built and whole. The one in use stays until you say so."),
            "\n".join(said),
            self.tr("Use the new guide"),
            lambda: self._put_in_place(update.path),
        )
        self._go.setFocus()

    def _put_in_place(self, new: Path) -> None:
        goal, folder = self._in_use.goal, self._folder
        self._in_use.close()  # where a file that is open cannot be replaced

        def put(report: Report) -> Path:
            from careerguide.db.swap import put_in_place

            report(translate("UpdateDialog", "Putting the new guide in place"), 1)
            put_in_place(new, goal)
            shutil.rmtree(folder, ignore_errors=True)
            return goal

        self._begin(put, self._put, "")

    def _put(self, path: Path) -> None:
        self.taken.emit(path)
        self.accept()

    # Work

    def _begin(self, function: Callable[[Report], Result], done: Callable[[Result], None], stopped: str) -> None:
        self._notice.hide()
        self._work.run(function, done, stopped)
        self._refresh()
        self._close.setFocus()

    def _failed(self, error: GuideError) -> None:
        self._refresh()
        self._say(str(error))
        self._go.setFocus()

    def _say(self, text: str) -> None:
        self._notice.show_message(text)
        self._fit()

    def reject(self) -> None:
        """Escape and closing stop the work; they close the dialog only when none runs."""
        if self._work.busy:
            self._work.stop()
            return
        if self._step is _Step.CHANGES:  # it was looked at and is not wanted
            shutil.rmtree(self._folder, ignore_errors=True)
        super().reject()
