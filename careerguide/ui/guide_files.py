"""Which guide file the window shows: another one, a new one from official releases, the one before, the built-in one; and what is in it."""

from collections.abc import Callable, Set
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from careerguide.domain.errors import GuideError
from careerguide.ui.background import Latest
from careerguide.ui.pages import OpenedGuide
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


class GuideFiles(QObject):
    """Asks the person for a guide; `chosen` gives its path, None for the built-in one. A new guide is saved at `built_guide`.

    `went_back` tells that the guide before an update is in use again, `failed` (`GuideError`) why it is not.
    """

    chosen = Signal(object)
    went_back = Signal()
    failed = Signal(GuideError)

    def __init__(self, window: QMainWindow, theme: Theme, settings: Settings, built_guide: Path) -> None:
        super().__init__(window)
        self._window, self._theme, self._settings, self._built_guide = window, theme, settings, built_guide
        self._going_back: Latest[Path] = Latest(self, self._show_earlier, self.failed.emit)

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
        in_use = InUse(goal, (), goal, saved, lambda: None)
        if opened is not None:
            guide = opened.guide
            in_use = InUse(guide.path, guide.sources, goal, saved, guide.close)
        dialog = UpdateDialog(self._theme, self._settings, in_use, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self.chosen)
        dialog.open()

    def go_back(self, opened: OpenedGuide | None) -> None:
        """Change places with the guide before the last update."""
        goal = self._goal(opened)
        if opened is not None:
            opened.guide.close()  # where a file that is open cannot be replaced

        def go_back() -> Path:
            from careerguide.db.update import roll_back

            roll_back(goal)
            return goal

        self._going_back.run(go_back)

    def _show_earlier(self, path: Path) -> None:
        self.chosen.emit(path)
        self.went_back.emit()

    def _goal(self, opened: OpenedGuide | None) -> Path:
        """Where a guide goes that takes the place of the one in use."""
        return self._built_guide if opened is None or opened.is_built_in else opened.guide.path

    def use_built_in(self) -> None:
        """Go back to the guide that comes with the program."""
        self.chosen.emit(None)

    def ways_out(self) -> dict[str, Callable[[], object]]:
        """What can be done where a guide cannot be opened, name → what it does."""
        built_in: dict[str, Callable[[], object]] = {self.tr("Use the built-in guide"): self.use_built_in}
        if self._settings.is_locked("guide"):
            return built_in
        return {self.tr("Open another guide file…"): self.choose, self.tr("Build a guide…"): self.build} | built_in

    def about(self, opened: OpenedGuide | None) -> None:
        """Show the About box with the sources of the guide that is open."""
        from careerguide.ui.about import AboutDialog

        sources = opened.guide.sources if opened is not None else ()
        path = str(opened.guide.path) if opened is not None else self.tr("none is open")
        dialog = AboutDialog(self._theme, sources, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
