"""Which guide file the window shows: another one, a new one from official releases, the one before, the built-in one; and what is in it."""

from collections.abc import Callable, Set
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from careerguide.domain.errors import GuideError
from careerguide.ui.background import Latest
from careerguide.ui.earlier_guide import Earlier, earlier_in_place, find_earlier, has_earlier
from careerguide.ui.pages import OpenedGuide
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


class GuideFiles(QObject):
    """Asks the person for a guide; `chosen` gives its path, None for the built-in one. A new guide is saved at `built_guide`.

    `earlier_found` gives the menu's words for the guide that can be gone back to, “” where there is none; `exchanged` what to say once a
    guide has taken another one's place, and the name of the way back; `failed` (`GuideError`) why it has not.
    """

    chosen = Signal(object)
    earlier_found = Signal(str)
    exchanged = Signal(str, str)
    failed = Signal(GuideError)

    def __init__(self, window: QMainWindow, theme: Theme, settings: Settings, built_guide: Path) -> None:
        super().__init__(window)
        self._window, self._theme, self._settings, self._built_guide = window, theme, settings, built_guide
        self._earlier: Earlier | None = None
        self._looking: Latest[Earlier | None] = Latest(self, self._show_earlier, lambda _: self._show_earlier(None))
        self._going_back: Latest[Earlier] = Latest(self, self._show_gone_back, self.failed.emit)
        self._to_say: tuple[Path | None, str, str] | None = None

    def choose(self) -> None:
        """Ask for a guide file."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open guide file"), "", self.tr("Guide files (*.guide *.sqlite);;All files (*)")
        )
        if path:
            self.chosen.emit(Path(path))

    def build(self) -> None:
        """Build a guide from official releases."""
        from careerguide.ui.build_dialog import BuildDialog

        dialog = BuildDialog(self._theme, self._built_guide, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.built.connect(self.chosen)
        dialog.open()

    def update(self, opened: OpenedGuide | None, saved: Set[str]) -> None:
        """Look for new releases; `saved` are the codes of saved careers."""
        from careerguide.ui.update_dialog import InUse, UpdateDialog

        goal = self._goal(opened)
        in_use = InUse(goal, False, (), {}, goal, saved, lambda: None)
        if opened is not None:
            guide, titles = opened.guide, {str(one.code): one.title for one in opened.occupations}
            in_use = InUse(guide.path, opened.is_built_in, guide.sources, titles, goal, saved, guide.close)
        dialog = UpdateDialog(self._theme, self._settings, in_use, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, path: Path) -> None:
        self._exchange(path, self.tr("The new guide is in use."), self.tr("Go back"))

    def forget_earlier(self) -> None:
        """Another guide is shown: what could be gone back to was of the one before."""
        self._looking.drop()
        self._earlier = None
        self.earlier_found.emit("")

    def look_for_earlier(self, opened: OpenedGuide) -> None:
        """Find the guide that can be gone back to from this one."""
        in_use, sources, built_guide = None if opened.is_built_in else opened.guide.path, opened.guide.sources, self._built_guide
        if self._to_say is not None and self._to_say[0] != in_use:  # the one that was to be opened could not be
            self._to_say = None
        self._looking.run(lambda: find_earlier(in_use, sources, built_guide))

    def _show_earlier(self, earlier: Earlier | None) -> None:
        self._earlier = earlier
        self.earlier_found.emit(earlier.words if earlier is not None else "")
        if self._to_say is not None:
            _, words, back = self._to_say
            self._to_say = None
            self.exchanged.emit(words, back if earlier is not None else "")

    def go_back(self, opened: OpenedGuide | None) -> None:
        """Let the earlier guide be the one in use; twice is as if nothing was done."""
        earlier = self._earlier
        if earlier is None or self._going_back.busy:
            return
        if opened is not None:
            opened.guide.close()  # where a file that is open cannot be replaced
        self._swap(earlier.swapped, lambda: earlier)

    def use_earlier(self, place: Path) -> None:
        """Go back from a guide that cannot be opened to the one before the last update."""
        if not self._going_back.busy:
            self._swap(place, lambda: earlier_in_place(place))

    def _swap(self, place: Path | None, earlier: Callable[[], Earlier]) -> None:
        """Let the guide at `place`, if any, change places with the one before, off the UI thread; then it is what `earlier` gives."""

        def swap() -> Earlier:
            from careerguide.db.swap import roll_back

            if place is not None:
                roll_back(place)
            return earlier()

        self._going_back.run(swap)

    def _show_gone_back(self, earlier: Earlier) -> None:
        self._exchange(earlier.path, self.tr("In use again: {0}.").format(earlier.release), self.tr("Undo"))

    def _exchange(self, path: Path | None, words: str, back: str) -> None:
        """Open another guide; when it is shown and its own earlier one is known, say so."""
        self._to_say = path, words, back
        self.chosen.emit(path)

    def _goal(self, opened: OpenedGuide | None) -> Path:
        """Where a guide goes that takes the place of the one in use."""
        if opened is None:
            return self._settings.guide or self._built_guide
        return self._built_guide if opened.is_built_in else opened.guide.path

    def use_built_in(self) -> None:
        """Go back to the guide that comes with the program."""
        self.chosen.emit(None)

    def ways_out(self, failed: Path | None) -> dict[str, Callable[[], object]]:
        """What can be done where a guide cannot be opened, name → what it does; `failed` is its file where no guide is open."""
        built_in: dict[str, Callable[[], object]] = {self.tr("Use the built-in guide"): self.use_built_in}
        if self._settings.is_locked("guide"):
            return built_in
        ways = {self.tr("Open another guide file…"): self.choose, self.tr("Build a guide…"): self.build} | built_in
        if failed is not None and has_earlier(failed):
            return {self.tr("Use the guide before the update"): lambda: self.use_earlier(failed)} | ways
        return ways

    def about(self, opened: OpenedGuide | None) -> None:
        """Show the About box with the sources of the guide that is open."""
        from careerguide.ui.about import AboutDialog

        sources = opened.guide.sources if opened is not None else ()
        path = str(opened.guide.path) if opened is not None else self.tr("none is open")
        dialog = AboutDialog(self._theme, sources, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
