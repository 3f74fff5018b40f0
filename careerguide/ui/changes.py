"""Changes of the saved lists, each with its way back, so that every one can be undone."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook
    from careerguide.domain.notebook import Colour, ListToKeep, SavedCareer, SavedList
    from careerguide.ui.desk import Desk

Step = Callable[["Notebook"], object]
"""Goes one way and gives the step that goes the other way, or nothing where doing it again is the same."""


class Changes:
    """What a person changes in the lists of the desk. `undo` is the stack of what can be taken back."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.undo = QUndoStack(desk)

    def change(self, words: str, do: "Callable[[Notebook], Step]", said: str = "") -> None:
        """Change the lists so that it can be undone: `do` makes the change and returns what takes it back.

        `words` name it in the menu; `said` is what the person is told when it was done, “” for what is plain to see.
        """
        self.undo.push(_Change(self._desk, words, do, said))

    def save(self, code: OnetSocCode, list_id: int | None, first_name: str) -> None:
        """Put an occupation into a list; None for the first one, which is made with `first_name` where there is none."""
        session = self._desk.session_id

        def do(notebook: "Notebook") -> Step:
            lists = notebook.saved.lists(session)
            if list_id is None and not lists:
                made = notebook.saved.bring_in([_with_one(first_name, code)], session)[0]
                return _without_lists([made.id])
            into = next((saved.id for saved in lists if list_id in (None, saved.id)), list_id or 0)
            if any(career.code == code for saved in lists if saved.id == into for career in saved.careers):
                return lambda notebook: None
            return _without([notebook.saved.add(into, code).id])

        known = next((saved.name for saved in self._desk.lists if list_id in (None, saved.id)), first_name)
        self.change(translate("Changes", "save"), do, translate("Changes", "Saved in “{0}”.").format(known))

    def toggle(self, code: OnetSocCode, first_name: str) -> None:
        """Take an occupation out of every list that has it; where none has, save it as `save` does in the first."""
        holding = self._desk.holding(code)
        if holding:
            self.remove(holding)
        else:
            self.save(code, None, first_name)

    def save_in_new_list(self, code: OnetSocCode, name: str) -> None:
        """Make a list with an occupation in it."""
        session = self._desk.session_id

        def do(notebook: "Notebook") -> Step:
            made = notebook.saved.bring_in([_with_one(name, code)], session)[0]
            return _without_lists([made.id])

        self.change(translate("Changes", "new list"), do)

    def remove(self, careers: "Sequence[SavedCareer]") -> None:
        """Take careers out of their lists."""
        ids = [career.id for career in careers]

        def do(notebook: "Notebook") -> Step:
            removed = notebook.saved.remove(ids)
            return lambda notebook: notebook.saved.put_back(removed)

        self.change(translate("Changes", "take out"), do, translate("Changes", "Taken out of the list."))

    def move(self, career: "SavedCareer", source: tuple[int, int], goal: tuple[int, int]) -> None:
        """Move a career from (list id, place) to another list or place."""

        def do(notebook: "Notebook") -> Step:
            notebook.saved.move(career.id, *goal)
            return lambda notebook: notebook.saved.move(career.id, *source)

        self.change(translate("Changes", "move"), do)

    def set_colour(self, careers: "Sequence[SavedCareer]", colour: "Colour") -> None:
        """Give careers another colour label, all in one step."""

        def do(notebook: "Notebook") -> Step:
            for career in careers:
                notebook.saved.set_colour(career.id, colour, self._seen(career).version)

            def back(notebook: "Notebook") -> None:
                for career in careers:
                    notebook.saved.set_colour(career.id, career.colour, self._seen(career).version)

            return back

        self.change(translate("Changes", "color"), do)

    def move_to_list(self, careers: "Sequence[tuple[int, SavedCareer]]", source: int, goal: int, places: int) -> None:
        """Move careers, each with its place in the list `source`, to the end of the list `goal`, which has so many."""

        def do(notebook: "Notebook") -> Step:
            for number, (_, career) in enumerate(careers):
                notebook.saved.move(career.id, goal, places + number)

            def back(notebook: "Notebook") -> None:
                for place, career in careers:
                    notebook.saved.move(career.id, source, place)

            return back

        self.change(translate("Changes", "move"), do)

    def _seen(self, career: "SavedCareer") -> "SavedCareer":
        """A career as it was last read: the version that a change must find."""
        return next((one for saved in self._desk.lists for one in saved.careers if one.id == career.id), career)

    def add_list(self, name: str) -> None:
        """Make a list."""
        session = self._desk.session_id

        def do(notebook: "Notebook") -> Step:
            made = notebook.saved.add_list(name, session)
            return _without_lists([made.id])

        self.change(translate("Changes", "new list"), do)

    def rename_list(self, saved: "SavedList", name: str) -> None:
        """Give a list another name."""

        def do(notebook: "Notebook") -> Step:
            notebook.saved.rename_list(saved.id, name, self._seen_list(saved).version)
            return lambda notebook: notebook.saved.rename_list(saved.id, saved.name, self._seen_list(saved).version)

        self.change(translate("Changes", "rename list"), do)

    def _seen_list(self, saved: "SavedList") -> "SavedList":
        return next((one for one in self._desk.lists if one.id == saved.id), saved)

    def move_list(self, saved: "SavedList", source: int, goal: int) -> None:
        """Move a list from one place to another."""

        def do(notebook: "Notebook") -> Step:
            notebook.saved.move_list(saved.id, goal)
            return lambda notebook: notebook.saved.move_list(saved.id, source)

        self.change(translate("Changes", "move list"), do)

    def remove_list(self, saved: "SavedList") -> None:
        """Take a list out, with all that is in it."""

        def do(notebook: "Notebook") -> Step:
            removed = notebook.saved.remove_list(saved.id)
            return lambda notebook: notebook.saved.put_back(removed)

        self.change(translate("Changes", "delete list"), do, translate("Changes", "The list “{0}” is deleted.").format(saved.name))

    def bring_in(self, lists: "Sequence[ListToKeep]", words: str) -> None:
        """Add whole lists, from a file or a take-home code."""
        session = self._desk.session_id

        def do(notebook: "Notebook") -> Step:
            return _without_lists([saved.id for saved in notebook.saved.bring_in(lists, session)])

        careers = sum(len(one.careers) for one in lists)
        said = (
            translate("Changes", "1 career brought in.")
            if careers == 1
            else translate("Changes", "{0} careers brought in.").format(careers)
        )
        self.change(words, do, said)


def _with_one(name: str, code: OnetSocCode) -> "ListToKeep":
    from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep

    return ListToKeep(name, (CareerToKeep(code, "", Colour.NONE, datetime.now(UTC)),))


def _without(career_ids: "Sequence[int]") -> Step:
    """Takes careers out, and gives the step that puts them back as they were, with their notes and under their numbers."""

    def back(notebook: "Notebook") -> Step:
        removed = notebook.saved.remove(career_ids)

        def forth(notebook: "Notebook") -> Step:
            notebook.saved.put_back(removed)
            return back

        return forth

    return back


def _without_lists(list_ids: "Sequence[int]") -> Step:
    """The same for whole lists."""

    def back(notebook: "Notebook") -> Step:
        removed = [notebook.saved.remove_list(list_id) for list_id in reversed(list_ids)]

        def forth(notebook: "Notebook") -> Step:
            for one in reversed(removed):
                notebook.saved.put_back(one)
            return back

        return forth

    return back


class _Change(QUndoCommand):
    """A change of the lists with its way back, which is known once the change was made.

    The lists are read in the same request, so that the next change knows the versions that this one left.
    """

    def __init__(self, desk: "Desk", words: str, do: "Callable[[Notebook], Step]", said: str) -> None:
        super().__init__(words)
        self._said = said
        self._desk = desk
        self._session = desk.session_id
        self._do: Callable[[Notebook], object] = do
        self._back: Step | None = None

    def redo(self) -> None:
        self._desk.ask(self._make, self._made, self._fail)

    def undo(self) -> None:
        self._desk.ask(self._take_back, self._desk.show_lists, self._fail)

    def _make(self, notebook: "Notebook") -> "tuple[SavedList, ...]":
        back = self._do(notebook)
        self._back = back if callable(back) else None
        return notebook.saved.lists(self._session)

    def _made(self, lists: "tuple[SavedList, ...]") -> None:
        self._desk.show_lists(lists)
        if self._said:
            self._desk.said.emit(self._said)

    def _take_back(self, notebook: "Notebook") -> "tuple[SavedList, ...]":
        if self._back is not None:
            forth = self._back(notebook)
            self._do = forth if callable(forth) else self._do
        return notebook.saved.lists(self._session)

    def _fail(self, error: GuideError) -> None:
        self.setObsolete(True)
        self._desk.trouble.emit(error)
        self._desk.refresh()
