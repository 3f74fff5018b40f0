"""Rows of lists and saved careers, and the domain objects they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from careerguide.db.notebook.faults import CHANGED_ELSEWHERE
from careerguide.db.notebook.models import CareerRow, ListRow
from careerguide.db.notebook.vault import Seal
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict
from careerguide.domain.language import translate
from careerguide.domain.notebook import CareerToKeep, Colour, SavedCareer, SavedList


class FoundList(NamedTuple):
    """A list without its careers."""

    id: int
    session: int | None
    name: str
    position: int
    version: int


class FoundCareer(NamedTuple):
    """A saved career as it is stored, the note still sealed."""

    id: int
    list_id: int
    code: str
    note: str
    colour: str
    position: int
    added: datetime
    version: int

    def opened(self, seal: Seal) -> SavedCareer:
        """The saved career with its note readable."""
        note = seal.open(self.note, note_place(self.id))
        return SavedCareer(self.id, OnetSocCode(self.code), note, Colour(self.colour), self.added, self.version)


_LIST = (ListRow.id, ListRow.session_id, ListRow.name, ListRow.position, ListRow.version)
_CAREER = (
    CareerRow.id,
    CareerRow.list_id,
    CareerRow.code,
    CareerRow.note,
    CareerRow.colour,
    CareerRow.position,
    CareerRow.added,
    CareerRow.version,
)


def note_place(career: int) -> str:
    """What a sealed note of a saved career is bound to."""
    return f"saved_career/{career}/note"


def beside(owner: str, session: int | None) -> ColumnElement[bool]:
    """The lists of a session, or outside any (None)."""
    return (ListRow.owner == owner) & (ListRow.session_id == session)  # None becomes IS NULL


def inside(owner: str, list_id: int) -> ColumnElement[bool]:
    """The careers of a list."""
    return (CareerRow.owner == owner) & (CareerRow.list_id == list_id)


def find_lists(connection: Connection, owner: str, session: int | None) -> list[FoundList]:
    """The lists of a session, or outside any (None), in order."""
    rows = connection.execute(select(*_LIST).where(beside(owner, session)).order_by(ListRow.position, ListRow.id))
    return [FoundList._make(row) for row in rows]


def find_list(connection: Connection, owner: str, list_id: int) -> FoundList:
    """A list. Raises `NotebookConflict` if it is gone."""
    row = connection.execute(select(*_LIST).where(ListRow.id == list_id, ListRow.owner == owner)).first()
    if row is None:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
    return FoundList._make(row)


def find_careers(connection: Connection, owner: str, ids: Sequence[int]) -> list[FoundCareer]:
    """Those of the careers that are there, list by list, in order."""
    chosen = select(*_CAREER).where(CareerRow.owner == owner, CareerRow.id.in_(ids))
    return [FoundCareer._make(row) for row in connection.execute(chosen.order_by(CareerRow.list_id, CareerRow.position))]


def find_career(connection: Connection, owner: str, career_id: int) -> FoundCareer:
    """A saved career. Raises `NotebookConflict` if it is gone."""
    found = find_careers(connection, owner, [career_id])
    if not found:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
    return found[0]


def with_careers(connection: Connection, owner: str, lists: Iterable[FoundList], seal: Seal) -> tuple[SavedList, ...]:
    """The lists with their careers in order, in one query. All have the same seal."""
    found = list(lists)
    careers: defaultdict[int, list[SavedCareer]] = defaultdict(list)
    chosen = select(*_CAREER).where(CareerRow.owner == owner, CareerRow.list_id.in_([one.id for one in found]))
    rows = connection.execute(chosen.order_by(CareerRow.list_id, CareerRow.position, CareerRow.id)).all()
    for career in map(FoundCareer._make, rows):
        careers[career.list_id].append(career.opened(seal))
    return tuple(SavedList(one.id, one.name, tuple(careers[one.id]), one.version) for one in found)


def read_lists(connection: Connection, owner: str, session: int | None, seal: Seal) -> tuple[SavedList, ...]:
    """All lists of a session, or outside any (None), with their careers, in order."""
    return with_careers(connection, owner, find_lists(connection, owner, session), seal)


def insert_list(connection: Connection, owner: str, session: int | None, name: str, position: int) -> int:
    """Insert a new list. Returns its number."""
    row = {"owner": owner, "session_id": session, "name": name, "position": position, "version": 1}
    return connection.execute(insert(ListRow).values(row).returning(ListRow.id)).scalar_one()


def insert_list_again(connection: Connection, owner: str, session: int | None, saved: SavedList, position: int) -> None:
    """Insert a list that was there before, under its number."""
    row = {"owner": owner, "session_id": session, "name": saved.name, "position": position, "version": saved.version}
    connection.execute(insert(ListRow).values(row | {"id": saved.id}))


def insert_new(
    connection: Connection, owner: str, list_id: int, careers: Sequence[CareerToKeep], first: int, seal: Seal
) -> list[int]:
    """Insert careers into a list at positions from `first` on. Returns their numbers.

    The notes come after the rows, because a sealed note is bound to the number of its row.
    """
    rows = [
        {
            "owner": owner,
            "list_id": list_id,
            "code": career.code,
            "note": "",
            "colour": career.colour.value,
            "position": position,
            "added": career.added,
            "version": 1,
        }
        for position, career in enumerate(careers, first)
    ]
    if not rows:
        return []
    connection.execute(insert(CareerRow), rows)
    inserted = select(CareerRow.id).where(inside(owner, list_id), CareerRow.position >= first).order_by(CareerRow.position)
    numbers = list(connection.execute(inserted).scalars())
    pairs = zip(numbers, careers, strict=True)
    _store_notes(connection, owner, [(row, seal.close(career.note, note_place(row))) for row, career in pairs])
    return numbers


def insert_again(connection: Connection, owner: str, list_id: int, careers: Iterable[tuple[int, SavedCareer]], seal: Seal) -> None:
    """Insert careers, each with its position, that were there before, under their numbers."""
    rows = [
        {
            "id": career.id,
            "owner": owner,
            "list_id": list_id,
            "code": career.code,
            "note": seal.close(career.note, note_place(career.id)),
            "colour": career.colour.value,
            "position": position,
            "added": career.added,
            "version": career.version,
        }
        for position, career in careers
    ]
    if rows:
        connection.execute(insert(CareerRow), rows)


def reseal_notes(connection: Connection, owner: str, session: int, old: Seal, new: Seal) -> None:
    """Take one seal off all notes on a session's saved careers, and close them with another."""
    chosen = select(CareerRow.id, CareerRow.note).join_from(CareerRow, ListRow).where(beside(owner, session))
    stored = connection.execute(chosen).all()
    _store_notes(connection, owner, [(row, new.close(old.open(note, note_place(row)), note_place(row))) for row, note in stored])


def _store_notes(connection: Connection, owner: str, notes: list[tuple[int, str]]) -> None:
    if notes:
        its = (CareerRow.id == bindparam("row"), CareerRow.owner == owner)
        values = [{"row": row, "text": text} for row, text in notes]
        connection.execute(update(CareerRow).where(*its).values(note=bindparam("text")), values)
