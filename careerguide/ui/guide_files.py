"""Which guide file the window shows: another one, a new one built from official releases, the built-in one; and what is in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from careerguide.ui.pages import OpenedGuide
from careerguide.ui.theme import Theme


class GuideFiles(QObject):
    """Asks the person for a guide; `chosen` gives its path, None for the built-in one. A new guide is saved at `built_guide`."""

    chosen = Signal(object)

    def __init__(self, window: QMainWindow, theme: Theme, built_guide: Path) -> None:
        super().__init__(window)
        self._window, self._theme, self._built_guide = window, theme, built_guide

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

    def use_built_in(self) -> None:
        """Go back to the guide that comes with the program."""
        self.chosen.emit(None)

    def ways_out(self) -> dict[str, Callable[[], object]]:
        """What can be done where a guide cannot be opened, name → what it does."""
        return {
            self.tr("Open another guide file…"): self.choose,
            self.tr("Build a guide…"): self.build,
            self.tr("Use the built-in guide"): self.use_built_in,
        }

    def about(self, opened: OpenedGuide | None) -> None:
        """Show the About box with the sources of the guide that is open."""
        from careerguide.ui.about import AboutDialog

        sources = opened.guide.sources if opened is not None else ()
        path = str(opened.guide.path) if opened is not None else self.tr("none is open")
        dialog = AboutDialog(self._theme, sources, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
