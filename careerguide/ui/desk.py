"""The notebook in the window: what is asked of it is done in order, one request after another, off the UI thread.

Where a notebook cannot be reached (a district's server, a file that another program holds), the requests wait and are tried
again until they succeed: nothing that was typed is lost.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from careerguide.domain.errors import GuideError, NotebookError, NotebookUnreachable
from careerguide.domain.language import translate
from careerguide.ui.background import Latest
from careerguide.ui.changes import Changes

if TYPE_CHECKING:
    from careerguide.db.notebook.backups import Backup
    from careerguide.db.notebook.notebook import Notebook
    from careerguide.domain.notebook import ListToKeep, SavedCareer, SavedList, Session

_FIRST_RETRY_MS, _LAST_RETRY_MS = 500, 10_000
_LOOK_FOR_CHANGES_MS = 3_000

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Request:
    function: "Callable[[Notebook], object]"
    done: Callable[[object], object]
    failed: Callable[[GuideError], object]


class Desk(QObject):
    """Holds the notebook, the saved lists and the session in force.

    `open_notebook` is called off the UI thread; where it fails, `not_opened` says why and the notebook that `in_memory` opens is
    used until `open_again` succeeds; `problem` keeps the reason. `lists_changed` and `session_changed` tell that `lists` and `session` are other ones, `leaving`
    that the session is about to change, `changed_elsewhere` that another window changed something. `said` tells what was done and
    can be undone; `trouble` gives what went wrong; `reachable` tells when the notebook is lost (False) and found again (True).
    """

    opened = Signal()
    not_opened = Signal(GuideError)
    lists_changed = Signal()
    leaving = Signal()
    session_changed = Signal()
    changed_elsewhere = Signal()
    restored = Signal()
    said = Signal(str)
    trouble = Signal(GuideError)
    reachable = Signal(bool)

    def __init__(
        self, open_notebook: "Callable[[], Notebook]", in_memory: "Callable[[], Notebook]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_notebook, self._in_memory = open_notebook, in_memory
        self._wanted: Callable[[], Notebook] | None = None
        self.notebook: Notebook | None = None
        self.problem: GuideError | None = None
        self.lists: tuple[SavedList, ...] = ()
        self.session: Session | None = None
        self.changes = Changes(self)
        self._waiting: deque[_Request] = deque()
        self._running = False
        self._is_reachable = True
        self._retry = QTimer(self, singleShot=True, interval=_FIRST_RETRY_MS)
        self._retry.timeout.connect(self._next)
        self._work: Latest[object] = Latest(self, self._finished, self._failed)
        self._watch = QTimer(self, interval=_LOOK_FOR_CHANGES_MS)
        self._watch.timeout.connect(self._look_for_changes)

    def open(self) -> None:
        """Open the notebook and read what is saved."""
        self.ask(lambda notebook: notebook.saved.lists(), self._begin, self._use_memory)

    def successor(self) -> "Desk":
        """A desk for another window, with this one's notebook, lists and session. This one is at its end."""
        desk = Desk(self._open_notebook, self._in_memory)
        desk._wanted, desk.notebook, desk.problem = self._wanted, self.notebook, self.problem
        desk.lists, desk.session = self.lists, self.session
        self.notebook = None
        self.close()
        return desk

    def go_on(self) -> None:
        """Tell a new window of what this desk has from the one before."""
        if self.notebook is None:
            self.open()
            return
        self._watch.start()
        self.lists_changed.emit()
        if self.session is not None:
            self.session_changed.emit()
        if self.problem is not None:
            self.not_opened.emit(self.problem)
        else:
            self.opened.emit()

    def _use_memory(self, error: GuideError) -> None:
        self.problem = error
        self.not_opened.emit(error)
        if self.notebook is None:
            self._open_notebook, self._wanted = self._in_memory, self._open_notebook
            self.ask(lambda notebook: notebook.saved.lists(), self.show_lists)

    def open_again(self) -> None:
        """Try again to open the notebook that could not be opened, and carry over what was saved in memory meanwhile."""
        wanted = self._wanted
        if wanted is None:
            return
        self.leaving.emit()

        def move(memory: "Notebook") -> "tuple[SavedList, ...]":
            if any(session.protected for session in memory.sessions.all()):
                raise NotebookError(
                    translate(
                        "Desk", "A session under a passphrase was begun meanwhile. Export or delete it first, then try again."
                    )
                )
            notebook = wanted()
            _carry_over(memory, notebook)
            memory.close()
            self.notebook = notebook
            return notebook.saved.lists()

        def moved(lists: "tuple[SavedList, ...]") -> None:
            self._open_notebook, self._wanted, self.problem = wanted, None, None
            self.changes.undo.clear()
            left, self.session = self.session, None
            self._begin(lists)
            self.changed_elsewhere.emit()
            if left is not None:
                self.session_changed.emit()

        self.ask(move, moved, self.not_opened.emit)

    def _begin(self, lists: "tuple[SavedList, ...]") -> None:
        self.show_lists(lists)
        self._watch.start()
        self.opened.emit()

    @property
    def session_id(self) -> int | None:
        """The session in force, None outside any."""
        return self.session.id if self.session is not None else None

    @property
    def pending(self) -> int:
        """How many requests are not done yet."""
        return len(self._waiting)

    # Requests

    def ask(
        self,
        function: "Callable[[Notebook], Result]",
        done: Callable[[Result], object] = lambda _: None,
        failed: Callable[[GuideError], object] | None = None,
    ) -> None:
        """Call `function` with the notebook when its turn comes, then `done` with its result, on the UI thread.

        `failed` gets a `GuideError`; without it, `trouble` is emitted.
        """
        self._waiting.append(_Request(function, cast("Callable[[object], object]", done), failed or self.trouble.emit))
        self._next()

    def _next(self) -> None:
        if self._running or self._retry.isActive() or not self._waiting:
            return
        self._running = True
        function = self._waiting[0].function
        self._work.run(lambda: function(self._reach()))

    def _reach(self) -> "Notebook":
        """On the worker thread."""
        if self.notebook is None:
            self.notebook = self._open_notebook()
        return self.notebook

    def _finished(self, result: object) -> None:
        self._running = False
        self._retry.setInterval(_FIRST_RETRY_MS)
        self._say_reachable(True)
        request = self._waiting.popleft()
        try:
            request.done(result)
        finally:
            self._next()

    def _failed(self, error: GuideError) -> None:
        self._running = False
        if isinstance(error, NotebookUnreachable):
            self._say_reachable(False)
            self._retry.start()
            self._retry.setInterval(min(2 * self._retry.interval(), _LAST_RETRY_MS))
            return
        request = self._waiting.popleft()
        request.failed(error)
        self._next()

    def _say_reachable(self, now: bool) -> None:
        if now is not self._is_reachable:
            self._is_reachable = now
            self.reachable.emit(now)

    def try_now(self) -> None:
        """Try to reach the notebook again without waiting."""
        if self._retry.isActive():
            self._retry.stop()
            self._next()

    def finish(self, patience_ms: int) -> bool:
        """Wait until all requests are done; False where they were not in time."""
        loop, limit = QEventLoop(), QTimer(self, singleShot=True, interval=patience_ms)
        poll = QTimer(self, interval=10)
        poll.timeout.connect(lambda: loop.quit() if not self._waiting else None)
        limit.timeout.connect(loop.quit)
        poll.start()
        limit.start()
        if self._waiting:
            loop.exec()
        poll.deleteLater()
        limit.deleteLater()
        return not self._waiting

    def close(self) -> None:
        """Close the notebook; what still waits is given up."""
        self._watch.stop()
        self._retry.stop()
        self._waiting.clear()
        self._work.drop()
        if self.notebook is not None:
            self.notebook.close()
            self.notebook = None

    # Lists

    def refresh(self) -> None:
        """Read the saved lists anew."""
        session = self.session_id
        self.ask(lambda notebook: notebook.saved.lists(session), self.show_lists)

    def show_lists(self, lists: "tuple[SavedList, ...]") -> None:
        """Take these for what is saved now."""
        if lists != self.lists:
            self.lists = lists
            self.lists_changed.emit()

    def _look_for_changes(self) -> None:
        if not self._waiting:
            self.ask(lambda notebook: notebook.changed_elsewhere(), lambda changed: self._take_changes() if changed else None)

    def _take_changes(self) -> None:
        self.refresh()
        self.changed_elsewhere.emit()

    def holding(self, code: str) -> "tuple[SavedCareer, ...]":
        """The entries of an occupation, one for each list that has it."""
        return tuple(career for saved in self.lists for career in saved.careers if career.code == code)

    def write_note(
        self,
        career: "SavedCareer",
        text: str,
        version: Callable[[], int],
        done: "Callable[[SavedCareer], object]",
        failed: Callable[[GuideError], object],
    ) -> None:
        """Keep a note; its editor undoes letters itself. `version` is asked for when the turn of the request comes."""

        def written(career: "SavedCareer") -> None:
            done(career)
            self._replace(career)

        self.ask(lambda notebook: notebook.saved.write_note(career.id, text, version()), written, failed)

    def _replace(self, career: "SavedCareer") -> None:
        self.show_lists(
            tuple(
                replace(saved, careers=tuple(career if old.id == career.id else old for old in saved.careers))
                for saved in self.lists
            )
        )

    def restore(self, backup: "Backup") -> None:
        """Bring back a backup of the notebook, outside any session."""
        self.enter(None)
        self.ask(lambda notebook: notebook.restore(backup), lambda _: self._restored())

    def _restored(self) -> None:
        self._take_changes()
        self.restored.emit()

    # Sessions

    def enter(self, session: "Session | None") -> None:
        """Work in a session from now on, or outside any; what was done before can no longer be undone."""
        self.leaving.emit()
        session_id = session.id if session is not None else None

        def begin(lists: "tuple[SavedList, ...]") -> None:
            self.changes.undo.clear()
            self.session, self.lists = session, lists
            self.lists_changed.emit()
            self.session_changed.emit()

        self.ask(lambda notebook: notebook.saved.lists(session_id), begin)


def _carry_over(memory: "Notebook", notebook: "Notebook") -> None:
    """What was kept while the notebook could not be opened: outside sessions, and each session under a number of its own."""
    _carry_over_one(memory, None, notebook, None)
    for session in reversed(memory.sessions.all()):
        begun = notebook.sessions.start(session.label)
        notes = memory.sessions.notes(session.id)
        notebook.sessions.write_notes(begun.id, notes.private, notes.for_client, notebook.sessions.notes(begun.id).version)
        record = memory.sessions.record(session.id)
        for visit in record.visits:
            notebook.sessions.visit(begun.id, visit.code)
        for compared in record.comparisons:
            notebook.sessions.compared(begun.id, compared.codes)
        _carry_over_one(memory, session.id, notebook, begun.id)
        notebook.sessions.close(begun.id)


def _carry_over_one(memory: "Notebook", source: int | None, notebook: "Notebook", goal: int | None) -> None:
    lists = [to_keep(saved) for saved in memory.saved.lists(source)]
    if lists:
        notebook.saved.bring_in(lists, goal)
    for result in reversed(memory.results.all(source)):
        notebook.results.add(result, goal)
    for element, level in memory.own_skills.levels(source).items():
        notebook.own_skills.write(element, level, goal)
    paused = memory.paused.get(source)
    if paused is not None:
        notebook.paused.keep(paused, goal)


def to_keep(saved: "SavedList") -> "ListToKeep":
    """A list as it is brought into a notebook."""
    from careerguide.domain.notebook import CareerToKeep, ListToKeep

    careers = tuple(CareerToKeep(career.code, career.note, career.colour, career.added) for career in saved.careers)
    return ListToKeep(saved.name, careers)
