"""Updating the guide: where from, what there is, getting and building it, what it changes; and only then does it take the old one's place."""

import shutil
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import number, translate
from careerguide.domain.page import Source
from careerguide.resources import resources
from careerguide.sources.download import Address
from careerguide.ui.guide_changes import change_rows, summary
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.long_work import LongWork, Report
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.path_row import Choose, PathRow
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.update import Update

Result = TypeVar("Result")

_NAMES = {"onet": "O*NET", "oews": "OEWS", "projections": "Employment Projections"}


class _From(StrEnum):
    OFFICIAL = "official"
    MIRROR = "mirror"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class InUse:
    """The guide in use: where it is read, its sources, where its successor goes, the codes of saved careers, and what closes it."""

    path: Path
    sources: Sequence[Source]
    goal: Path
    saved: Set[str]
    close: Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Found:
    addresses: dict[str, list[Address]]
    size: int | None


class UpdateDialog(ScrolledDialog):
    """`taken` gives the path of the guide that was put in place. Nothing is fetched before the person has seen what there is."""

    taken = Signal(Path)

    def __init__(self, theme: Theme, settings: Settings, in_use: InUse, parent: QWidget) -> None:
        super().__init__(translate("UpdateDialog", "Update the data"), parent)
        self._theme, self._settings, self._in_use = theme, settings, in_use
        self._folder = in_use.goal.with_name(f"{in_use.goal.name}.update")
        self._next: Callable[[], object] = self._look
        self._from = QComboBox()
        self._from.setAccessibleName(self.tr("Where from"))
        for words, place in (
            (self.tr("From the official addresses (onetcenter.org, bls.gov)"), _From.OFFICIAL),
            (self.tr("From a folder, a USB stick or a mirror"), _From.MIRROR),
            (self.tr("From a signed update pack"), _From.PACK),
        ):
            self._from.addItem(words, place)
        self._place = PathRow(
            self.tr("Folder or address"), self.tr("with the files under their official names"), {self.tr("Folder…"): Choose.FOLDER}
        )
        self._place.field.setText(settings.update_place)
        if settings.is_locked("update_place"):
            self._from.removeItem(self._from.findData(_From.OFFICIAL))
        self._pack = PathRow(self.tr("Update pack"), "*.pack", {self.tr("File…"): Choose.FILE})
        self._key = PathRow(
            self.tr("Public key"), self.tr("of who made the pack, from your administrator"), {self.tr("File…"): Choose.FILE}
        )
        self._key.field.setText(str(settings.update_key or ""))
        self._said = label("", selectable=True)
        self._table = FigureTable(theme, self.tr("What changes"), (self.tr("Career"), self.tr("What changes")))
        self._notice = Notice()
        self._work = LongWork(self._failed)
        self._prepared: Path | None = None
        self._close = QPushButton()
        self._close.clicked.connect(self.reject)
        self._go = QPushButton()
        self._go.setProperty("role", "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._go_on)
        self._lay_out()
        self._from.currentIndexChanged.connect(lambda _: self._ask())
        self._ask()
        self._from.setFocus()

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(label(self.tr("Update the data"), "section"))
        self._about = label(
            self.tr("The guide in use stays as it is until you have seen what changes and say so. It is of: {0}.").format(
                ", ".join(f"{source.name} {source.release}" for source in self._in_use.sources)
            ),
            "caption",
        )
        for part in (
            self._about,
            self._from,
            self._place,
            self._pack,
            self._key,
            self._said,
            self._table,
            self._notice,
            self._work,
        ):
            column.addWidget(part)
        self._notice.hide()
        column.addStretch(1)
        self.buttons.addWidget(self._close)
        self.buttons.addWidget(self._go)

    def _go_on(self) -> None:
        self._next()

    # What is shown at each step

    def _show(self, go: str, do: Callable[[], object], *, close: str = "", asks: bool = False) -> None:
        """The button that goes on, and which parts are seen."""
        busy = self._work.busy
        place = self._from.currentData()
        self._from.setVisible(asks)
        self._from.setEnabled(not busy)
        for row, its_place, its_name in (
            (self._place, _From.MIRROR, "update_place"),
            (self._pack, _From.PACK, ""),
            (self._key, _From.PACK, "update_key"),
        ):
            row.setVisible(asks and place == its_place)
            row.setEnabled(not busy and not self._settings.is_locked(its_name))
        self._said.setVisible(bool(self._said.text()))
        self._table.setVisible(self._table.rowCount() > 0)
        self._next = do
        self._go.setText(go)
        self._go.setEnabled(not busy)
        self._close_words = close or self.tr("Close")
        self._close.setText(self.tr("Cancel") if busy else self._close_words)
        self.fit(self._theme.px(680))

    def _ask(self) -> None:
        """The first step."""
        self._notice.hide()
        self._said.setText("")
        if self._from.currentData() == _From.PACK:
            self._show(self.tr("Check the pack"), self._take_pack, asks=True)
        else:
            self._show(self.tr("Look for new releases"), self._look, asks=True)

    def _look(self) -> None:
        self._settings.update_place = mirror = self._place.field.text().strip()
        if self._from.currentData() == _From.OFFICIAL:
            mirror = ""
        elif not mirror:
            self._say(self.tr("Choose the folder with the files, or write its address."))
            return

        def look(report: Report) -> _Found:
            from careerguide.db.update import look, size
            from careerguide.sources.releases import read_release_files

            report(translate("UpdateDialog", "Looking for new releases"), 0)
            found = look(read_release_files(resources() / "guide" / "releases.toml"), mirror or None)
            report(translate("UpdateDialog", "Asking how large they are"), 0.5)
            return _Found(found, size(found))

        self._begin(look, self._show_found, self.tr("Stopped looking; nothing was changed."))

    def _show_found(self, found: _Found) -> None:
        """The second step: what there is, and the person's consent."""
        releases = {source.name: source.release for source in self._in_use.sources}
        lines = []
        is_newer = False
        for source, addresses in found.addresses.items():
            release = releases.get(_NAMES[source], "")
            is_same = bool(release) and self._are_of(addresses, release)
            is_newer = is_newer or not is_same
            names = ", ".join(address.name for address in addresses)
            words = self.tr("{0}: {1} – the release in use") if is_same else self.tr("{0}: {1} – not the release in use")
            lines.append(words.format(_NAMES[source], names))
        if found.size is None:
            lines.append(self.tr("The server does not say how large they are."))
        else:
            lines.append(self.tr("{0} MB in all.").format(number(found.size / 1e6, 1)))
        lines.append(
            self.tr("If you pay for what you download, this costs.")
            if is_newer
            else self.tr("There is nothing newer. They bring the official texts, if it is the built-in guide that is in use.")
        )
        self._said.setText("\n".join(lines))
        self._show(self.tr("Fetch and build"), lambda: self._build(found))
        self._go.setFocus()

    @staticmethod
    def _are_of(addresses: Sequence[Address], release: str) -> bool:
        from careerguide.sources.releases import names_release

        return all(names_release(address.name, release) for address in addresses)

    def _build(self, found: _Found) -> None:
        current, folder = self._in_use.path, self._folder

        def build(report: Report) -> "Update":
            from careerguide.db.update import prepare

            return prepare(found.addresses, resources() / "guide", current, folder, report)

        self._begin(
            build, self._show_changes, self.tr("Stopped. What was fetched is kept for a day; the guide in use stays as it is.")
        )

    def _take_pack(self) -> None:
        packs, keys = self._pack.paths, self._key.paths
        if not packs or not keys:
            self._say(self.tr("Choose the pack, and the public key of who made it."))
            return
        self._settings.update_key = keys[0]
        current, folder = self._in_use.path, self._folder

        def take(report: Report) -> "Update":
            from careerguide.db.update import examine, work_folder
            from careerguide.db.update_pack import unpack

            doing = translate("UpdateDialog", "Unpacking")
            new = work_folder(folder) / "new.guide"
            unpack(packs[0], keys[0], new, lambda share: report(doing, 0.8 * share))
            report(translate("UpdateDialog", "Checking the new guide"), 0.9)
            return examine(new, current)

        self._begin(take, self._show_changes, self.tr("Stopped. The guide in use stays as it is."))

    def _show_changes(self, update: "Update") -> None:
        """The third step: what the new guide changes."""
        self._prepared = update.path
        saved = self._in_use.saved
        self._about.setText(
            self.tr("The new guide is whole. It is of: {0}.").format(
                ", ".join(f"{source.name} {source.release}" for source in update.sources)
            )
        )
        self._said.setText(summary(update.changes, saved))
        self._table.show_rows(change_rows(update.changes, saved))
        self._show(self.tr("Use the new guide"), lambda: self._put_in_place(update.path), close=self.tr("Keep the one in use"))
        self._go.setFocus()

    def _put_in_place(self, new: Path) -> None:
        goal, folder = self._in_use.goal, self._folder
        self._in_use.close()  # where a file that is open cannot be replaced

        def put(report: Report) -> Path:
            from careerguide.db.update import put_in_place

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
        self._show_again()

    def _show_again(self) -> None:
        """The same step, at work or no longer."""
        self._show(self._go.text(), self._next, close=self._close_words, asks=not self._said.text())

    def _failed(self, error: GuideError) -> None:
        self._show_again()
        self._say(str(error))

    def _say(self, text: str) -> None:
        self._notice.show_message(text)
        self.fit(self._theme.px(680))

    def reject(self) -> None:
        """Escape and closing stop the work; they close the dialog only when none runs."""
        if self._work.busy:
            self._work.stop()
            return
        if self._prepared is not None:  # it was looked at and is not wanted
            shutil.rmtree(self._folder, ignore_errors=True)
        super().reject()
