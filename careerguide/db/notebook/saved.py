"""Saved careers in lists. A place is a position in the order on the screen, from 0."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from sqlalchemy import Connection, delete, select, update

from careerguide.db.notebook import positions, saved_rows
from careerguide.db.notebook.faults import CHANGED_ELSEWHERE
from careerguide.db.notebook.keyring import Keyring
from careerguide.db.notebook.models import CareerRow, ListRow
from careerguide.db.notebook.saved_rows import beside, find_career, find_careers, find_list, inside, note_place, with_careers
from careerguide.db.notebook.session_rows import now, touch
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.texts import name_to_keep, note_to_keep
from careerguide.db.notebook.vault import Seal
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict
from careerguide.domain.language import translate
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep, Removed, SavedCareer, SavedList


class SavedCareers:
    """The lists of the person (session None) and of sessions. Every method is one transaction.

    All raise children of `NotebookError`: `NotebookConflict` where a list or career is gone, or `version` is not its version any
    more, because another window has changed it; `NotebookError` where the session is locked.
    """

    def __init__(self, store: Store, keyring: Keyring) -> None:
        self._store = store
        self._owner = store.owner
        self._keyring = keyring

    def lists(self, session: int | None = None) -> tuple[SavedList, ...]:
        """The lists of a session, or outside any (None), in order."""
        with self._store.reading() as connection:
            return saved_rows.read_lists(connection, self._owner, session, self._keyring.seal(connection, session))

    def add_list(self, name: str, session: int | None = None) -> SavedList:
        """Begin a list after the others."""
        kept = name_to_keep(name)
        with self._store.writing() as connection:
            self._use(connection, session)
            place = positions.size(connection, ListRow, beside(self._owner, session))
            number = saved_rows.insert_list(connection, self._owner, session, kept, place)
            return SavedList(number, kept, (), 1)

    def rename_list(self, list_id: int, name: str, version: int) -> SavedList:
        """Give a list another name."""
        kept = name_to_keep(name)
        with self._store.writing() as connection:
            seal = self._use(connection, find_list(connection, self._owner, list_id).session)
            its = (ListRow.id == list_id, ListRow.owner == self._owner, ListRow.version == version)
            done = connection.execute(update(ListRow).where(*its).values(name=kept, version=version + 1))
            if done.rowcount != 1:
                raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
            return with_careers(connection, self._owner, [find_list(connection, self._owner, list_id)], seal)[0]

    def move_list(self, list_id: int, place: int) -> None:
        """Bring a list to `place`, counted in the order without it."""
        with self._store.writing() as connection:
            session = find_list(connection, self._owner, list_id).session
            self._use(connection, session)
            positions.move(connection, ListRow, beside(self._owner, session), list_id, place)

    def remove_list(self, list_id: int) -> Removed:
        """Take a list away, with all careers in it."""
        with self._store.writing() as connection:
            found = find_list(connection, self._owner, list_id)
            seal = self._use(connection, found.session)
            removed = with_careers(connection, self._owner, [found], seal)[0]
            connection.execute(delete(ListRow).where(ListRow.id == list_id, ListRow.owner == self._owner))
            positions.close_gaps(connection, ListRow, beside(self._owner, found.session))
            return Removed(found.session, lists=((found.position, removed),))

    def add(self, list_id: int, code: OnetSocCode) -> SavedCareer:
        """Save an occupation at the end of a list; one that is there already is given as it is."""
        with self._store.writing() as connection:
            seal = self._use(connection, find_list(connection, self._owner, list_id).session)
            number = self._number_of(connection, list_id, code)
            if number is None:
                place = positions.size(connection, CareerRow, inside(self._owner, list_id))
                career = CareerToKeep(code, "", Colour.NONE, now())
                number = saved_rows.insert_new(connection, self._owner, list_id, [career], place, seal)[0]
            return find_career(connection, self._owner, number).opened(seal)

    def remove(self, career_ids: Sequence[int]) -> Removed:
        """Take careers out of their lists. Those that are gone already are passed over."""
        session = None
        careers: list[tuple[int, int, SavedCareer]] = []
        with self._store.writing() as connection:
            found = find_careers(connection, self._owner, career_ids)
            for list_id, members in groupby(found, lambda career: career.list_id):
                session = find_list(connection, self._owner, list_id).session
                seal = self._use(connection, session)
                careers += [(list_id, career.position, career.opened(seal)) for career in members]
            those = CareerRow.id.in_([career.id for career in found])
            connection.execute(delete(CareerRow).where(those, CareerRow.owner == self._owner))
            for list_id in {career.list_id for career in found}:
                positions.close_gaps(connection, CareerRow, inside(self._owner, list_id))
        return Removed(session, careers=tuple(careers))

    def put_back(self, removed: Removed) -> None:
        """Put what was removed where it was, under its numbers."""
        with self._store.writing() as connection:
            for place, saved in removed.lists:
                seal = self._use(connection, removed.session)
                free = positions.make_room(connection, ListRow, beside(self._owner, removed.session), place)
                saved_rows.insert_list_again(connection, self._owner, removed.session, saved, free)
                saved_rows.insert_again(connection, self._owner, saved.id, enumerate(saved.careers), seal)
            for list_id, members in groupby(removed.careers, lambda one: one[0]):
                seal = self._use(connection, find_list(connection, self._owner, list_id).session)
                careers = [(place, career) for _, place, career in members]
                places = {career.id: place for place, career in careers}
                free_at = positions.make_room_for(connection, CareerRow, inside(self._owner, list_id), places)
                placed = [(free_at[career.id], career) for _, career in careers]
                saved_rows.insert_again(connection, self._owner, list_id, placed, seal)

    def move(self, career_id: int, list_id: int, place: int) -> None:
        """Bring a career to `place` in its list or another one, counted in the order without it."""
        with self._store.writing() as connection:
            career = find_career(connection, self._owner, career_id)
            source, goal = (find_list(connection, self._owner, number) for number in (career.list_id, list_id))
            note = career.opened(self._use(connection, source.session)).note
            seal = self._use(connection, goal.session)
            if goal.id == source.id:
                positions.move(connection, CareerRow, inside(self._owner, list_id), career_id, place)
                return
            if self._number_of(connection, goal.id, OnetSocCode(career.code)) is not None:
                raise NotebookConflict(translate("Notebook", "The list “{0}” has this career already.").format(goal.name))
            free = positions.make_room(connection, CareerRow, inside(self._owner, goal.id), place)
            moved = update(CareerRow).where(CareerRow.id == career_id, CareerRow.owner == self._owner)
            stored = seal.close(note, note_place(career_id))
            connection.execute(moved.values(list_id=goal.id, position=free, note=stored))
            positions.close_gaps(connection, CareerRow, inside(self._owner, source.id))

    def write_note(self, career_id: int, text: str, version: int) -> SavedCareer:
        """Write the note on a career anew."""
        return self._change(career_id, version, note=note_to_keep(text))

    def set_colour(self, career_id: int, colour: Colour, version: int) -> SavedCareer:
        """Give a career another color label."""
        return self._change(career_id, version, colour=colour)

    def bring_in(self, lists: Sequence[ListToKeep], session: int | None = None) -> tuple[SavedList, ...]:
        """Add whole lists after the others: all of them or, on any error, none. Returns them as they are saved."""
        kept = [
            (name_to_keep(one.name), [replace(career, note=note_to_keep(career.note)) for career in one.careers]) for one in lists
        ]
        with self._store.writing() as connection:
            seal = self._use(connection, session)
            first = positions.size(connection, ListRow, beside(self._owner, session))
            numbers = []
            for place, (name, careers) in enumerate(kept, first):
                numbers.append(saved_rows.insert_list(connection, self._owner, session, name, place))
                saved_rows.insert_new(connection, self._owner, numbers[-1], careers, 0, seal)
            made = [find_list(connection, self._owner, number) for number in numbers]
            return with_careers(connection, self._owner, made, seal)

    def _use(self, connection: Connection, session: int | None) -> Seal:
        """The seal of a session in which something is about to change. Raises `NotebookError` if it is locked."""
        seal = self._keyring.seal(connection, session)
        touch(connection, self._owner, session)
        return seal

    def _number_of(self, connection: Connection, list_id: int, code: OnetSocCode) -> int | None:
        there = select(CareerRow.id).where(inside(self._owner, list_id), CareerRow.code == code)
        return connection.execute(there).scalar()

    def _change(self, career_id: int, version: int, *, note: str | None = None, colour: Colour | None = None) -> SavedCareer:
        with self._store.writing() as connection:
            career = find_career(connection, self._owner, career_id)
            seal = self._use(connection, find_list(connection, self._owner, career.list_id).session)
            values: dict[str, str | int] = {"version": version + 1}
            if note is not None:
                values["note"] = seal.close(note, note_place(career_id))
            if colour is not None:
                values["colour"] = colour.value
            its = (CareerRow.id == career_id, CareerRow.owner == self._owner, CareerRow.version == version)
            if connection.execute(update(CareerRow).where(*its).values(values)).rowcount != 1:
                raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
            return find_career(connection, self._owner, career_id).opened(seal)
