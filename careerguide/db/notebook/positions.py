"""Orders that a person makes: rows of a group have positions from 0 without gaps. Each shift is one UPDATE."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update

from careerguide.db.notebook.models import CareerRow, ListRow

Placed = type[ListRow] | type[CareerRow]


def size(connection: Connection, row: Placed, group: ColumnElement[bool]) -> int:
    """How many rows the group has: the position after the last one."""
    return connection.execute(select(func.count()).select_from(row).where(group)).scalar_one()


def make_room(connection: Connection, row: Placed, group: ColumnElement[bool], place: int) -> int:
    """Push the rows from `place` on by one. Returns the free position: `place`, or the end if that is nearer."""
    free = max(0, min(place, size(connection, row, group)))
    connection.execute(update(row).where(group, row.position >= free).values(position=row.position + 1))
    return free


def close_gaps(connection: Connection, row: Placed, group: ColumnElement[bool]) -> None:
    """Count the positions anew, in the order they have."""
    order = select(row.id, (func.row_number().over(order_by=(row.position, row.id)) - 1).label("place")).where(group).subquery()
    connection.execute(update(row).where(row.id == order.c.id, row.position != order.c.place).values(position=order.c.place))


def move(connection: Connection, row: Placed, group: ColumnElement[bool], row_id: int, place: int) -> None:
    """Bring a row of the group to `place`, counted in the order without it; those between move up by one."""
    old = connection.execute(select(row.position).where(group, row.id == row_id)).scalar_one()
    new = max(0, min(place, size(connection, row, group) - 1))
    first, last, by = (old + 1, new, -1) if new > old else (new, old - 1, 1)
    connection.execute(update(row).where(group, row.position.between(first, last)).values(position=row.position + by))
    connection.execute(update(row).where(group, row.id == row_id).values(position=new))


def make_room_for(connection: Connection, row: Placed, group: ColumnElement[bool], places: Mapping[int, int]) -> dict[int, int]:
    """Make room for several rows at once. `places` are where each, by its number, is to stand in the end.

    Returns the positions they get: their places, or nearer to the end where the group has become shorter.
    """
    present = list(connection.execute(select(row.id).where(group).order_by(row.position, row.id)).scalars())
    order = list(present)
    for row_id, place in sorted(places.items(), key=lambda item: item[1]):
        order.insert(place, row_id)
    positions = {row_id: position for position, row_id in enumerate(order)}
    shifted = [{"row": row_id, "new": positions[row_id]} for old, row_id in enumerate(present) if positions[row_id] != old]
    if shifted:
        connection.execute(update(row).where(row.id == bindparam("row")).values(position=bindparam("new")), shifted)
    return {row_id: positions[row_id] for row_id in places}
