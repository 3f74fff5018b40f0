"""What is fuzzed: whatever reads what others have written. Each target has sound inputs, and reads a spoiled one like the program does.

A result or a `GuideError` is allowed; a result must also hold what the target asserts of it.
"""

import io
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import small_bls  # noqa: E402
import small_onet  # noqa: E402
from mutations import put  # noqa: E402

from careerguide.db import anonymous_answers, update_pack, visit_counts  # noqa: E402
from careerguide.db.build import build_official  # noqa: E402
from careerguide.db.guide import Guide  # noqa: E402
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook  # noqa: E402
from careerguide.db.verify import missing_parts, row_counts, verify  # noqa: E402
from careerguide.domain import take_home  # noqa: E402
from careerguide.domain.center_content import entry_lines  # noqa: E402
from careerguide.domain.codes import OnetSocCode  # noqa: E402
from careerguide.domain.errors import GuideError, UnknownArea, UnknownOccupation  # noqa: E402
from careerguide.domain.kiosk import KioskConfig  # noqa: E402
from careerguide.domain.letterhead import Letterhead  # noqa: E402
from careerguide.domain.list_files import FORMAT, VERSION  # noqa: E402
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep  # noqa: E402
from careerguide.domain.ratings import Domain  # noqa: E402
from careerguide.domain.site import Site  # noqa: E402
from careerguide.reports.html import report_html  # noqa: E402
from careerguide.reports.logo import read_logo  # noqa: E402
from careerguide.reports.occupation_report import occupation_report  # noqa: E402
from careerguide.reports.options import OCCUPATION_PARTS  # noqa: E402
from careerguide.reports.page_json import page_json  # noqa: E402
from careerguide.reports.page_text import page_text  # noqa: E402
from careerguide.resources import STARTER_GUIDE, resources  # noqa: E402
from careerguide.sources.center_content import read_center_content  # noqa: E402
from careerguide.sources.inventory import read_inventory  # noqa: E402
from careerguide.sources.kiosk_config import read_kiosk_config, summary  # noqa: E402
from careerguide.sources.oews import OewsFiles  # noqa: E402
from careerguide.sources.onet import OnetRelease  # noqa: E402
from careerguide.sources.projections import Projections  # noqa: E402
from careerguide.sources.saved_lists import read_lists  # noqa: E402
from careerguide.sources.site import read_site  # noqa: E402

CODES = (small_onet.OFFICER, small_onet.ACTORS, small_onet.OTHER)
_OUTPUT = "built.guide"


@dataclass(frozen=True, slots=True)
class Target:
    """`sound` are inputs that are read without a fault; `read` reads a spoiled one, `number` says which of them it came from."""

    sound: list[bytes]
    read: Callable[[bytes, int], None]


def quiet(doing: str, share: float) -> None:
    """A report to nobody."""


class Targets:
    """All targets by their names, working in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.small = self._small()

    def _small(self) -> Path:
        small = self.folder / "small"
        small_onet.write_release(small / "classic", small_onet.classic_tables())
        small_onet.write_release(small / "current", small_onet.current_tables())
        small_bls.write_small_oews(small / "oews-2025")
        small_bls.write_projections_csv(small / "projections.csv")
        tables = [small_bls.OEWS_HEADER, small_bls.oews_line(), small_bls.oews_line(**small_bls.ACTORS_HOURLY)]
        small_bls.write_workbook(small / "oews.xlsx", {"All": tables})
        rows = [[small_bls.PROJECTIONS_TITLE], small_bls.PROJECTIONS_HEADER, *small_bls.PROJECTIONS_ROWS]
        small_bls.write_workbook(small / "projections.xlsx", {"Table 1.2": rows})
        return small

    def named(self, name: str) -> Target:
        """A target by its name, one of `NAMES`."""
        target: Target = getattr(self, name)()
        return target

    def onet(self) -> Target:
        """A file of a release in either layout, read and consumed by its readers."""
        files = [path for layout in ("classic", "current") for path in sorted((self.small / layout).iterdir())]

        def read(data: bytes, number: int) -> None:
            good = files[number].read_bytes()
            put(files[number], data)
            try:
                release = OnetRelease(files[number].parent)
                try:
                    consume(release)
                finally:
                    release.close()
            finally:
                files[number].write_bytes(good)

        return Target([path.read_bytes() for path in files], read)

    def onet_zip(self) -> Target:
        """A release as one archive."""
        packed = []
        for layout in ("classic", "current"):
            archive = io.BytesIO()
            with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
                for path in sorted((self.small / layout).iterdir()):
                    zipped.write(path, f"db/{path.name}")
            packed.append(archive.getvalue())

        def read(data: bytes, number: int) -> None:
            release = OnetRelease(put(self.folder / "db.zip", data))
            try:
                consume(release)
            finally:
                release.close()

        return Target(packed, read)

    def build(self) -> Target:
        """A file of a release, wages or projections, built into a guide; a guide that is made must be whole."""
        files = [
            *sorted((self.small / "classic").iterdir()),
            self.small / "oews-2025" / "national.csv",
            self.small / "projections.csv",
        ]
        output = self.folder / "built" / _OUTPUT

        def read(data: bytes, number: int) -> None:
            good = files[number].read_bytes()
            put(files[number], data)
            shutil.rmtree(output.parent, ignore_errors=True)
            output.parent.mkdir()
            try:
                try:
                    build_official(
                        self.small / "classic", [self.small / "oews-2025"], self.small / "projections.csv",
                        resources() / "guide", output, quiet,
                    )  # fmt: skip
                except GuideError:
                    assert not list(output.parent.iterdir()), "a build that failed left something"
                    raise
                assert verify(output).faults == [], "a guide that is not whole was made"
                read_guide(output, strict=True)
            finally:
                files[number].write_bytes(good)

        return Target([path.read_bytes() for path in files], read)

    def oews(self) -> Target:
        """A table of wages, as text and as a workbook."""
        files = [self.small / "oews-2025" / "national.csv", self.small / "oews-2025" / "state.csv", self.small / "oews.xlsx"]

        def read(data: bytes, number: int) -> None:
            tables = OewsFiles(put(self.folder / "wages" / files[number].name, data))
            try:
                assert tables.total_bytes() == len(data) or number < 0
                list(tables.rows())
            finally:
                tables.close()
                (self.folder / "wages" / files[number].name).unlink()

        return Target([path.read_bytes() for path in files], read)

    def projections(self) -> Target:
        """The table of projections, as text and as a workbook."""
        files = [self.small / "projections.csv", self.small / "projections.xlsx"]

        def read(data: bytes, number: int) -> None:
            list(Projections(put(self.folder / "growth" / files[number].name, data)).rows())

        return Target([path.read_bytes() for path in files], read)

    def lists(self) -> Target:
        """Saved lists; what is read goes into a notebook and comes out again."""
        career = f'{{"code": "{CODES[0]}", "note": "seen", "colour": "green", "added": "2026-03-01T10:00:00+00:00"}}'
        document = f'{{"format": "{FORMAT}", "version": {VERSION}, "lists": [{{"name": "Mine", "careers": [{career}, {career}]}}]}}'
        table = f"list,code,title,note,colour,added\r\nMine,{CODES[0]},x,seen,green,2026-03-01T10:00\r\nOther,{CODES[1]},,,,\r\nE,,,,,\r\n"
        plain = f"{CODES[0]}\n{CODES[1]}\n"
        names = ("lists.json", "lists.csv", "lists.csv", "lists.csv")

        def read(data: bytes, number: int) -> None:
            brought = read_lists(put(self.folder / names[number], data))
            notebook = open_notebook("sqlite://")
            try:
                kept = notebook.saved.bring_in(brought)
                assert [[career.code for career in one.careers] for one in kept] == [
                    [c.code for c in one.careers] for one in brought
                ]
            finally:
                notebook.close()

        return Target([document.encode(), table.encode(), table.replace(",", ";").encode(), plain.encode()], read)

    def codes(self) -> Target:
        """Take-home codes; one that is read is one that is written the same again."""
        careers = tuple(map(OnetSocCode, CODES))
        made = [
            take_home.TakeHome(careers, None, None, "29.3"),
            take_home.TakeHome(careers[:1], (1, 40, 3, 0, 5, 6), 3, ""),
            take_home.TakeHome((), (0, 0, 0, 0, 0, 0), None, "30.1"),
            take_home.TakeHome(tuple(OnetSocCode(f"29-{1100 + n}.00") for n in range(20)), (9, 9, 9, 9, 9, 9), 5, "99.9"),
        ]

        def read(data: bytes, number: int) -> None:
            text = data.decode("utf-8", "replace")
            found = take_home.unpack(text)
            assert take_home.unpack(take_home.pack(found)) == found

        return Target([take_home.pack(one).encode() for one in made], read)

    def kiosk(self) -> Target:
        """The settings of a kiosk."""
        example = (resources() / "kiosk" / "kiosk.toml").read_bytes()
        bare = "\n".join(line.removeprefix("# ") if " = " in line else "" for line in example.decode().splitlines()).encode()

        def read(data: bytes, number: int) -> None:
            config = read_kiosk_config(put(self.folder / "kiosk.toml", data))
            assert isinstance(config, KioskConfig)
            assert all(isinstance(line, str) for line in summary(config))

        return Target([example, bare], read)

    def site(self) -> Target:
        """The settings for everybody on a computer."""
        example = (resources() / "site" / "site.toml").read_text(encoding="utf-8")
        filled = "\n".join(line.removeprefix("# ") if " = " in line else line for line in example.splitlines()).encode()

        def read(data: bytes, number: int) -> None:
            site, problems = read_site(put(self.folder / "site.toml", data))
            assert isinstance(site, Site)
            assert all(len(problem) < 1_000 for problem in problems)

        return Target([filled], read)

    def center(self) -> Target:
        """A career center's own content, and what is shown of it."""
        example = (resources() / "center" / "center.toml").read_bytes()

        def read(data: bytes, number: int) -> None:
            part = read_center_content(put(self.folder / "center.toml", data)).about("29-1141.00")
            assert part is None or all(entry_lines(entry) for entry in part.entries)

        return Target([example], read)

    def pack(self) -> Target:
        """Update packs; nothing but the guide that was signed may come out of one."""
        guide = self._guide()
        private, public = self.folder / "private.pem", self.folder / "public.pem"
        update_pack.new_keys(private, public)
        update_pack.make_pack(guide, private, self.folder / "good.pack")
        signed, goal = guide.read_bytes(), self.folder / "taken" / "taken.guide"
        goal.parent.mkdir()

        def read(data: bytes, number: int) -> None:
            try:
                update_pack.unpack(put(self.folder / "update.pack", data), public, goal)
                assert goal.read_bytes() == signed, "something else than what was signed came out"
                goal.unlink()
            finally:
                assert not list(goal.parent.iterdir()), "a pack that was refused left something"

        return Target([(self.folder / "good.pack").read_bytes()], read)

    def guide(self) -> Target:
        """Guide files: everything that a person can ask, and the reports of what is read."""

        def read(data: bytes, number: int) -> None:
            path = put(self.folder / "spoiled.guide", data)
            read_guide(path)
            verify(path)

        return Target([self._guide().read_bytes()], read)

    def notebook(self) -> Target:
        """Notebook files: everything is read, and something is written."""
        home = self.folder / "notebook"
        notebook = open_notebook(default_url(home))
        session = notebook.sessions.start("Client", "correct horse battery").id
        notebook.sessions.visit(session, OnetSocCode(CODES[0]))
        notebook.sessions.compared(session, [OnetSocCode(code) for code in CODES[:2]])
        notebook.sessions.write_notes(session, "mine", "theirs", 1)
        careers = tuple(CareerToKeep(OnetSocCode(code), "seen", Colour.GREEN, datetime(2026, 3, 1, tzinfo=UTC)) for code in CODES)
        notebook.saved.bring_in([ListToKeep("First", careers), ListToKeep("Second", careers[:1])])
        notebook.saved.bring_in([ListToKeep("Theirs", careers)], session)
        notebook.own_skills.write("2.A.1.a", 4)
        notebook.close()
        with closing(sqlite3.connect(home / "notebook.sqlite")) as plain:
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        good = (home / "notebook.sqlite").read_bytes()

        def read(data: bytes, number: int) -> None:
            shutil.rmtree(home, ignore_errors=True)
            put(home / "notebook.sqlite", data)
            opened = open_notebook(default_url(home), home / "backups")
            try:
                kept = data if opened.set_aside is None else opened.set_aside.read_bytes()
                assert kept == data, "a damaged notebook was not kept as it was"
                for number in (None, *(one.id for one in opened.sessions.all())):
                    read_notebook(opened, number)
                opened.saved.add_list("New")
            finally:
                opened.close()

        return Target([good], read)

    def search(self) -> Target:
        """Texts typed into the search field, over the whole starter guide."""
        texts = [
            "nurse",
            "who drives a truck",
            "c++",
            "nurse practicioner",
            "33-3051.04",
            "cajero",
            "aws",
            "police officer for dogs",
        ]
        guide = Guide(STARTER_GUIDE)

        def read(data: bytes, number: int) -> None:
            text = data.decode("utf-8", "surrogatepass" if number % 2 else "replace") if _is_text(data) else data.decode("latin-1")
            found = guide.search(text, 20)
            assert len(found) <= 20
            assert len({result.code for result in found}) == len(found)

        return Target([text.encode() for text in texts], read)

    def logo(self) -> Target:
        """A picture for the head of reports."""
        svg = (resources() / "icons" / "careerguide.svg").read_bytes()
        png = bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001"
            "a5f645400000000049454e44ae426082"
        )

        def read(data: bytes, number: int) -> None:
            read_logo(put(self.folder / "logo", data))

        return Target([svg, png, b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"], read)

    def answers(self) -> Target:
        """A center's anonymous answers, to which one more form is added."""
        inventory = read_inventory(resources() / "assessment" / "inventory.toml")
        folder = self.folder / "answers"
        folder.mkdir()
        ones = {item.id: inventory.anchors[0].value for item in inventory.items}
        for _ in range(anonymous_answers.FEWEST_FORMS):
            anonymous_answers.keep(folder, inventory, ones, short=False)
        path = anonymous_answers.answers_file(folder, inventory)
        good = path.read_bytes()

        def read(data: bytes, number: int) -> None:
            put(path, data)
            anonymous_answers.keep(folder, inventory, ones, short=True)
            anonymous_answers.alphas(path, inventory)

        return Target([good], read)

    def counts(self) -> Target:
        """A kiosk's counts of use; a file that is damaged is put aside and counting goes on."""
        folder = self.folder / "counts"

        def counted() -> None:
            counts = visit_counts.VisitCounts(folder)
            for _ in range(visit_counts.FEWEST):
                counts.count(date(2026, 3, 1), CODES[0], "An, “officer”")
            counts.write(date(2026, 3, 1))

        counted()
        (path,) = folder.iterdir()
        good = path.read_bytes()

        def read(data: bytes, number: int) -> None:
            put(path, data)
            counted()
            assert str(date(2026, 3, 1)) in path.read_text(encoding="utf-8")

        return Target([good], read)

    def _guide(self) -> Path:
        path = self.folder / "good.guide"
        if not path.exists():
            build_official(
                self.small / "classic",
                [self.small / "oews-2025"],
                self.small / "projections.csv",
                resources() / "guide",
                path,
                quiet,
            )
        return path


NAMES = tuple(name for name in vars(Targets) if not name.startswith("_") and name != "named")


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def consume(release: OnetRelease) -> None:
    """Read every content of a release to its end."""
    assert release.name
    release.missing()
    release.total_bytes()
    readers: list[Callable[[], Iterator[object]]] = [
        release.occupations, release.alternate_titles, release.reported_titles, release.elements, release.tasks,
        release.task_ratings, release.task_activities, release.activities, release.shares, release.categories, release.interests,
        release.traits, release.job_zones, release.job_zone_meanings, release.software, release.tools, release.related,
    ]  # fmt: skip
    for reader in readers:
        for _ in reader():
            pass
    for domain in Domain:
        release.element_names(domain)
        for _ in release.ratings(domain):
            pass


def read_guide(path: Path, *, strict: bool = False) -> None:
    """Everything a person can ask of a guide; that an occupation or an area is not there is an answer too, unless `strict`."""
    guide = Guide(path)
    try:
        row_counts(guide)
        missing_parts(guide)
        guide.occupations()
        areas = [area.code for area in guide.areas()]
        for code in CODES:
            for area in ("99", *areas[:2]):
                try:
                    page = guide.page(code, area)
                except (UnknownOccupation, UnknownArea):
                    if strict and area in areas and code in {one.code for one in guide.occupations()}:
                        raise
                    continue
                page_json(page)
                page_text(page)
                report_html(occupation_report(page, frozenset(OCCUPATION_PARTS), Letterhead(), date(2026, 3, 1)))
        for text in ("officer", "33-", "stage plaier", "cbp"):
            guide.search(text)
        guide.choices()
        guide.interest_profiles()
        guide.element_profiles()
        guide.strong_in("2.C.8.b")
        guide.users_of("Spreadsheet Pro")
    finally:
        guide.close()


def read_notebook(notebook: Notebook, session: int | None) -> None:
    """Everything that is kept in a notebook, or in one session of it."""
    notebook.saved.lists(session)
    notebook.results.all(session)
    if session is not None:
        notebook.sessions.unlock(session, "correct horse battery")
        notebook.sessions.record(session)
        notebook.sessions.notes(session)
    notebook.own_skills.levels(session)
    notebook.paused.get(session)
