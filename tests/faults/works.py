"""Everything that writes to a disk without the window, each as a piece of work on a folder, and what must hold after a fault."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from small_onet import ACTORS, OFFICER

from careerguide.db import anonymous_answers
from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.db.notebook.notebook import default_url, open_notebook
from careerguide.db.swap import previous_of, put_in_place, roll_back
from careerguide.db.update_pack import make_pack, new_keys, unpack
from careerguide.db.verify import verify
from careerguide.db.visit_counts import VisitCounts
from careerguide.domain.errors import NotebookError
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep
from careerguide.reports.html import write_html
from careerguide.reports.occupation_report import occupation_report
from careerguide.reports.options import OCCUPATION_PARTS
from careerguide.resources import resources
from careerguide.sources.inventory import read_inventory

SECRET = "Walnut-Heron-Lantern"


@dataclass(frozen=True, slots=True)
class Materials:
    """What works are made of: a guide in use, another one, the releases it was built from, and keys of packs."""

    guide: Path
    small_guide: Path
    sources: Path


@dataclass(frozen=True, slots=True)
class Work:
    """`prepare` fills a folder, `do` works in it; `holds` asserts what must be so whatever became of it.

    `all_or_nothing`: work that was refused leaves the folder byte for byte as it was. `needs_room`: it writes something new.
    """

    prepare: Callable[[Materials, Path], object]
    do: Callable[[Materials, Path], object]
    holds: Callable[[Materials, Path], object]
    all_or_nothing: bool = True
    needs_room: bool = True


def quiet(doing: str, share: float) -> None:
    """A report to nobody."""


def put_guide(materials: Materials, folder: Path) -> None:
    (folder / "school.guide").write_bytes(materials.guide.read_bytes())


def guide_is_whole(materials: Materials, folder: Path) -> None:
    for path in (folder / "school.guide", previous_of(folder / "school.guide")):
        if path.exists():
            assert verify(path).faults == []


def build(materials: Materials, folder: Path) -> None:
    wages, growth = [materials.sources / "oews-2025"], materials.sources / "projections.csv"
    build_official(materials.sources / "onet", wages, growth, resources() / "guide", folder / "school.guide", quiet)


def prepare_two(materials: Materials, folder: Path) -> None:
    put_guide(materials, folder)
    put_in_place(materials.small_guide, folder / "school.guide")


def prepare_pack(materials: Materials, folder: Path) -> None:
    put_guide(materials, folder)
    new_keys(folder / "private.pem", folder / "public.pem")
    make_pack(materials.small_guide, folder / "private.pem", folder / "update.pack")


def pack_is_good(materials: Materials, folder: Path) -> None:
    unpack(folder / "update.pack", folder / "public.pem", folder / "taken")
    assert (folder / "taken").read_bytes() == materials.small_guide.read_bytes()
    (folder / "taken").unlink()


def begin_notebook(materials: Materials, folder: Path) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    careers = tuple(CareerToKeep(code, SECRET * 200, Colour.GREEN, datetime.now(UTC)) for code in (OFFICER, ACTORS))
    notebook.saved.bring_in([ListToKeep("First", careers)])
    session = notebook.sessions.start("Client").id
    notebook.sessions.write_notes(session, SECRET * 500, "", 1)
    notebook.saved.bring_in([ListToKeep("Theirs", careers)], session)
    notebook.close()
    open_notebook(default_url(folder), folder / "backups").close()  # with a backup


def write_notebook(materials: Materials, folder: Path) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    try:
        made = notebook.saved.add_list("Second")
        career = notebook.saved.add(made.id, OFFICER)
        for number in range(5):
            career = notebook.saved.write_note(career.id, f"{number}" * 20_000, career.version)
    finally:
        notebook.close()


def delete_session(materials: Materials, folder: Path) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    try:
        notebook.sessions.delete([session.id for session in notebook.sessions.all()])
    finally:
        notebook.close()


def restore_backup(materials: Materials, folder: Path) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    try:
        notebook.restore(notebook.backups()[0])
    finally:
        notebook.close()


def notebook_is_whole(materials: Materials, folder: Path) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    try:
        assert notebook.set_aside is None
        first = notebook.saved.lists()[0]
        assert [(career.code, career.note) for career in first.careers] == [(OFFICER, SECRET * 200), (ACTORS, SECRET * 200)]
        for session in notebook.sessions.all():
            assert notebook.sessions.notes(session.id).private == SECRET * 500
            assert len(notebook.saved.lists(session.id)[0].careers) == 2
    finally:
        notebook.close()
    with closing(sqlite3.connect(folder / "notebook.sqlite")) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def open_new_notebook(materials: Materials, folder: Path) -> None:
    open_notebook(default_url(folder / "new"), folder / "new" / "backups").close()


def new_notebook_opens(materials: Materials, folder: Path) -> None:
    try:
        notebook = open_notebook(default_url(folder / "new"), folder / "new" / "backups")
    except NotebookError as error:
        raise AssertionError(str(error)) from error
    assert notebook.set_aside is None
    notebook.saved.add_list("Begun")
    notebook.close()


def keep_answers(materials: Materials, folder: Path) -> None:
    inventory = read_inventory(resources() / "assessment" / "inventory.toml")
    answers = {item.id: inventory.anchors[0].value for item in inventory.items}
    anonymous_answers.keep(folder, inventory, answers, short=False)


def count_visits(materials: Materials, folder: Path) -> None:
    counts = VisitCounts(folder)
    for number in range(600):
        counts.count(date(2026, 3, 1), f"11-{number:04}.00", "A title that is not short")
    counts.write(date(2026, 3, 1))


def write_report(materials: Materials, folder: Path) -> None:
    guide = Guide(materials.small_guide)
    page = guide.page(OFFICER)
    guide.close()
    write_html(occupation_report(page, frozenset(OCCUPATION_PARTS), Letterhead(), date(2026, 3, 1)), folder / "report.html")


def nothing_more(materials: Materials, folder: Path) -> None:
    """What is there was compared already."""


WORKS = {
    "building a guide": Work(put_guide, build, guide_is_whole),
    "putting a new guide in place": Work(
        put_guide, lambda m, folder: put_in_place(m.small_guide, folder / "school.guide"), guide_is_whole
    ),
    "going back to the guide before": Work(
        prepare_two, lambda m, folder: roll_back(folder / "school.guide"), guide_is_whole, needs_room=False
    ),
    "making a pack": Work(
        prepare_pack, lambda m, folder: make_pack(m.small_guide, folder / "private.pem", folder / "update.pack"), pack_is_good
    ),
    "taking a guide out of a pack": Work(
        prepare_pack, lambda m, folder: unpack(folder / "update.pack", folder / "public.pem", folder / "new.guide"), pack_is_good
    ),
    "making keys": Work(nothing_more, lambda m, folder: new_keys(folder / "private.pem", folder / "public.pem"), nothing_more),
    "beginning a notebook": Work(nothing_more, open_new_notebook, new_notebook_opens, all_or_nothing=False),
    "writing to the notebook": Work(begin_notebook, write_notebook, notebook_is_whole, all_or_nothing=False),
    "deleting a session": Work(begin_notebook, delete_session, notebook_is_whole, all_or_nothing=False),
    "putting a backup back": Work(begin_notebook, restore_backup, notebook_is_whole, all_or_nothing=False),
    "keeping anonymous answers": Work(keep_answers, keep_answers, nothing_more),
    "counting visits": Work(count_visits, count_visits, nothing_more),
    "writing a report": Work(write_report, write_report, nothing_more),
}
