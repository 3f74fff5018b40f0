"""The notes of a session while they are typed: kept by themselves, and lost neither to another window nor to a lost connection."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerguide.domain.errors import GuideError, NotebookConflict
from careerguide.domain.notebook import SessionNotes
from careerguide.ui.desk import Desk

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts of a session, as they stand in the editors."""

    private: str
    for_client: str


Choose = Callable[[str, str], str]
"""Given mine and theirs, where both were changed: the text to keep."""


def mine_first(mine: str, theirs: str) -> str:
    """Keep mine."""
    return mine


def theirs_first(mine: str, theirs: str) -> str:
    """Keep theirs."""
    return theirs


def both(mine: str, theirs: str) -> str:
    """Keep one after the other: nobody is there to be asked."""
    return f"{theirs}\n\n{mine}"


def merge(base: Texts, mine: Texts, theirs: Texts, choose: Choose | None) -> Texts | None:
    """What comes of two changes of `base`: a text that only one side changed is that side's.

    Where both changed the same text, `choose` says what to keep; without it the result is None.
    """
    private = _merge_text(base.private, mine.private, theirs.private, choose)
    for_client = _merge_text(base.for_client, mine.for_client, theirs.for_client, choose)
    return None if private is None or for_client is None else Texts(private, for_client)


def _merge_text(base: str, mine: str, theirs: str, choose: Choose | None) -> str | None:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    return None if choose is None else choose(mine, theirs)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a write came to: `sent` was merged into `stored`, or it was not, since both had changed the same text."""

    sent: Texts
    stored: SessionNotes
    merged: bool


class Draft:
    """The notes of one session. `texts` is what the person has; `changed` is called when it or the state changed by itself.

    Requests read `texts` when their turn comes, so that at most one waits at a time, and it keeps the newest.
    """

    def __init__(self, desk: Desk, session_id: int, notes: SessionNotes, changed: Callable[[], object]) -> None:
        self.session_id = session_id
        self.texts = _texts(notes)
        self.problem = ""
        self._desk = desk
        self._kept = notes
        self._theirs: SessionNotes | None = None
        self._changed = changed
        self._waiting = False
        self._alone = False

    @property
    def saved(self) -> bool:
        """Whether all that was typed is kept."""
        return self.texts == _texts(self._kept)

    @property
    def clash(self) -> tuple[str, ...]:
        """What another window wrote into texts that were changed here too; empty while there is nothing to decide."""
        if self._theirs is None:
            return ()
        base, mine, theirs = _texts(self._kept), self.texts, _texts(self._theirs)
        sides = ((base.private, mine.private, theirs.private), (base.for_client, mine.for_client, theirs.for_client))
        return tuple(text for started, ours, text in sides if _merge_text(started, ours, text, None) is None)

    def write(self) -> None:
        """Keep what was typed, unless the person has to decide first."""
        if self._theirs is None and not self.saved and not self._waiting:
            self._waiting = True
            self._desk.ask(self._keep, self._kept_it, self._failed)

    def settle(self, choose: Choose) -> None:
        """Decide between mine and theirs."""
        if self._theirs is not None:
            theirs, self._theirs = self._theirs, None
            merged = merge(_texts(self._kept), self.texts, _texts(theirs), choose)
            assert merged is not None
            self.texts, self._kept = merged, theirs
            self._changed()
            self.write()

    def type(self, texts: Texts) -> None:
        """Take what stands in the editors."""
        self.texts = texts
        self._alone = False

    def write_now(self) -> None:
        """Keep what was typed before it is too late to ask: what both changed is kept one after the other."""
        self._alone = True
        self.settle(both)
        self.write()

    def leave(self) -> None:
        """The session is no longer in front."""
        self._changed = lambda: None
        self.write_now()

    def _keep(self, notebook: "Notebook") -> _Outcome:
        """On the worker thread."""
        sent, base = self.texts, self._kept
        try:
            return _Outcome(sent, self._write(notebook, sent, base.version), merged=True)
        except NotebookConflict:
            theirs = notebook.sessions.notes(self.session_id)
            merged = merge(_texts(base), sent, _texts(theirs), both if self._alone else None)
            if merged is None:
                return _Outcome(sent, theirs, merged=False)
            return _Outcome(sent, self._write(notebook, merged, theirs.version), merged=True)

    def _write(self, notebook: "Notebook", texts: Texts, version: int) -> SessionNotes:
        return notebook.sessions.write_notes(self.session_id, texts.private, texts.for_client, version)

    def _kept_it(self, outcome: _Outcome) -> None:
        self._waiting = False
        self.problem = ""
        # What was typed meanwhile is a change of what was sent, and what is stored may be another one.
        base = outcome.sent if outcome.merged else _texts(self._kept)
        merged = merge(base, self.texts, _texts(outcome.stored), both if self._alone else None)
        if merged is None:
            self._theirs = outcome.stored
            if outcome.merged:
                self._kept = SessionNotes(base.private, base.for_client, outcome.stored.version)
        else:
            self.texts, self._kept = merged, outcome.stored
        self._changed()
        self.write()

    def _failed(self, error: GuideError) -> None:
        self._waiting = False
        self.problem = str(error)
        if self._alone:
            self._desk.trouble.emit(error)
        self._changed()


def _texts(notes: SessionNotes) -> Texts:
    return Texts(notes.private, notes.for_client)
