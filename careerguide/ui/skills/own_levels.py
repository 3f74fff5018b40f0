"""The levels a person says to have, kept in the notebook: in the session in force, or outside any."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from careerguide.domain.errors import GuideError
from careerguide.ui.desk import Desk

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook


class OwnLevels(QObject):
    """The levels by element ID, as they are kept. `changed` tells that they are other ones."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writes = 0
        self.levels: dict[str, int] = {}
        desk.session_changed.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self._show({})
        self.read()

    def read(self) -> None:
        """Read what is kept; what the person changes meanwhile is read again."""
        session, writes = self._desk.session_id, self._writes

        def done(levels: dict[str, int]) -> None:
            if session != self._desk.session_id:
                return
            if writes == self._writes:
                self._show(levels)
            else:
                self.read()

        self._desk.ask(lambda notebook: notebook.own_skills.levels(session), done)

    def _show(self, levels: dict[str, int]) -> None:
        if levels != self.levels:
            self.levels = levels
            with suppress(RuntimeError):  # the page was closed meanwhile
                self.changed.emit()

    def _not_kept(self, error: GuideError) -> None:
        """Say so, and show again what is kept."""
        self._desk.trouble.emit(error)
        self.read()

    def choose(self, element_id: str, level: int | None) -> None:
        """Rate an element, or take its rating back (None)."""
        session = self._desk.session_id
        self._writes += 1
        self._desk.ask(lambda notebook: notebook.own_skills.write(element_id, level, session), failed=self._not_kept)
        others = {known: rated for known, rated in self.levels.items() if known != element_id}
        self._show(others if level is None else {**others, element_id: level})

    def take(self, levels: Mapping[str, int]) -> None:
        """Rate many elements; the others stay as they are."""
        session = self._desk.session_id
        self._writes += 1

        def write_all(notebook: "Notebook") -> None:
            for element_id, level in levels.items():
                notebook.own_skills.write(element_id, level, session)

        self._desk.ask(write_all, failed=self._not_kept)
        self._show({**self.levels, **levels})

    def delete_all(self) -> None:
        """Take all ratings out of the notebook."""
        session = self._desk.session_id
        self._writes += 1
        self._desk.ask(lambda notebook: notebook.own_skills.delete_all(session), failed=self._not_kept)
        self._show({})
