"""Opening a guide file and reading from it: read-only, immutable, safe to share between threads."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import Connection, QueuePool, create_engine, select
from sqlalchemy.exc import SQLAlchemyError

from careerguide.db.schema import APPLICATION_ID, AREA, OCCUPATION, RELEASE, SCHEMA_VERSION
from careerguide.db.search import Search
from careerguide.domain.codes import OnetSocCode, is_onet_soc
from careerguide.domain.errors import (
    GuideDamaged,
    GuideMissing,
    GuideVersionError,
    NotAGuide,
    UnknownArea,
    UnknownOccupation,
)
from careerguide.domain.language import translate
from careerguide.domain.page import OccupationPage, Source, source_in_words
from careerguide.domain.results import OccupationTitle, SearchResult
from careerguide.domain.wages import NATION, Area, AreaKind

if TYPE_CHECKING:
    from careerguide.domain.browse import Choices
    from careerguide.domain.center_content import CenterContent
    from careerguide.domain.content_words import ContentWords
    from careerguide.domain.matching import Profile
    from careerguide.domain.own_skills import ElementProfiles

_HEADER = b"SQLite format 3\x00"


def check_header(path: Path) -> None:
    """Whether the file at `path` is a guide of this program's version, from its first bytes alone.

    Raises `GuideMissing`, `NotAGuide` or `GuideVersionError`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise GuideMissing(translate("Guide", "{0}: there is no guide file here.").format(path)) from None
    except OSError as error:
        raise GuideMissing(
            translate("Guide", "{0}: the guide file cannot be read ({1}).").format(path, error.strerror or error)
        ) from error
    except ValueError as error:  # a NUL in the name
        raise GuideMissing(translate("Guide", "{0}: this cannot be the name of a file.").format(path)) from error
    if not head:
        raise GuideDamaged(translate("Guide", "{0}: the guide file is empty; build it again.").format(path))
    if not head.startswith(_HEADER) or len(head) < 100 or int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise NotAGuide(translate("Guide", "{0}: this file is not a Career Guide file.").format(path))
    version = int.from_bytes(head[60:64])
    if version < SCHEMA_VERSION:
        raise GuideVersionError(
            translate("Guide", "{0}: this guide was built by an older version of the program; build it again.").format(path)
        )
    if version > SCHEMA_VERSION:
        raise GuideVersionError(
            translate("Guide", "{0}: this guide was built by a newer version of the program; update the program.").format(path)
        )


class Guide:
    """An open guide file. Raises `GuideFileError` children when the file cannot be used.

    Every method reads at once and gives frozen domain objects; the connection pool makes it safe to call from any thread. With `words`
    they are in another language as far as these go; searching and the codes of things stay as they are. `center` is what a career center
    adds to pages.
    """

    def __init__(self, path: Path, words: "ContentWords | None" = None, center: "CenterContent | None" = None) -> None:
        check_header(path)
        self.path = path
        self._center = center
        self._words = words
        self._search: Search | None = None
        self._preparing = Lock()
        address = f"file:{quote(os.fsencode(path.resolve()))}?mode=ro&immutable=1"
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
            poolclass=QueuePool,
        )
        with self.reading() as connection:
            release = RELEASE.c
            rows = connection.execute(
                select(release.name, release.release, release.licence, release.attribution).order_by(release.id)
            )
            self._sources = tuple(dict.fromkeys(source_in_words(Source(*row)) for row in rows))  # several files, one source

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; faults of the file, also values that no guide holds, become `GuideDamaged`."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except (SQLAlchemyError, ValueError, TypeError, LookupError, ArithmeticError) as error:
            raise GuideDamaged(
                translate("Guide", "{0}: the guide file is damaged; build it again or open another one.").format(self.path)
            ) from error

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the figures and texts of this guide come from."""
        return self._sources

    def occupations(self) -> list[OccupationTitle]:
        """All occupations by title, A to Z."""
        with self.reading() as connection:
            rows = connection.execute(select(OCCUPATION).order_by(OCCUPATION.c.title))
            found = [OccupationTitle(OnetSocCode(code), title) for code, title in rows]
        if self._words is None or not self._words.occupations:
            return found
        from careerguide.domain.content_words import title_in

        named = (OccupationTitle(one.code, title_in(self._words, one.code, one.title)) for one in found)
        return sorted(named, key=lambda one: one.title.casefold())

    def page(self, code: str, area: str = NATION) -> OccupationPage:
        """Everything on the page of an occupation, with wages for the area of that code.

        Raises `UnknownOccupation`, and `UnknownArea` where the guide has no such area.
        """
        from careerguide.db import page_queries

        page = None
        if is_onet_soc(code):
            with self.reading() as connection:
                if area != NATION and not self._has_area(connection, area):
                    raise UnknownArea(translate("Guide", "There are no wages for an area “{0}” in this guide.").format(area[:40]))
                page = page_queries.read_page(connection, code, area, self._sources)
        if page is None:
            raise UnknownOccupation(
                translate("Guide", "There is no occupation with the code “{0}” in this guide.").format(code[:40])
            )
        if self._center is not None:
            page = replace(page, center=self._center.about(code))
        if self._words is None:
            return page
        from careerguide.domain.content_words import page_in

        return page_in(self._words, page)

    @staticmethod
    def _has_area(connection: Connection, code: str) -> bool:
        return connection.execute(select(AREA.c.code).where(AREA.c.code == code)).first() is not None

    def areas(self) -> list[Area]:
        """The areas with wages: the nation, then states, then the areas within them, each A to Z."""
        order = list(AreaKind)
        with self.reading() as connection:
            rows = connection.execute(select(AREA))
            areas = [Area(code, name, AreaKind(kind), state) for code, name, kind, state in rows]
            return sorted(areas, key=lambda area: (min(order.index(area.kind), 2), area.name))

    def find_area(self, text: str) -> Area:
        """The area with this code, postal code (“CA”) or name. Raises `UnknownArea`."""
        wanted = text.strip().casefold()
        for area in self.areas():
            names = {area.code.casefold(), area.name.casefold()} | (
                {(area.state or "").casefold()} if area.kind is AreaKind.STATE else set()
            )
            if wanted in names:
                return area
        raise UnknownArea(translate("Guide", "There are no wages for an area “{0}” in this guide.").format(text[:40]))

    def search(self, text: str, limit: int = 50) -> list[SearchResult]:
        """Occupations whose titles match `text`, best first; any text is allowed."""
        with self.reading() as connection:
            with self._preparing:
                if self._search is None:
                    self._search = Search(connection)
            return self._search.find(connection, text, limit)

    def choices(self) -> "Choices":
        """What browsing chooses from: all occupations at a glance, groups, elements, software."""
        from careerguide.db import browse
        from careerguide.domain.browse import Choices

        with self.reading() as connection:
            choices = Choices(
                tuple(browse.read_facts(connection)),
                tuple(browse.groups(connection)),
                tuple(browse.job_zones(connection)),
                tuple(browse.choosable_elements(connection)),
                tuple(browse.software_names(connection)),
            )
        if self._words is None:
            return choices
        from careerguide.domain.content_words import choices_in

        return choices_in(self._words, choices)

    def strong_in(self, element_id: str) -> frozenset[str]:
        """Codes of occupations for which an element has an importance score of at least 50."""
        from careerguide.db import browse

        with self.reading() as connection:
            return browse.strong_in(connection, element_id)

    def users_of(self, software: str) -> frozenset[str]:
        """Codes of occupations that use a piece of software."""
        from careerguide.db import browse

        with self.reading() as connection:
            return browse.users_of(connection, software)

    def interest_profiles(self) -> "dict[OnetSocCode, Profile]":
        """The interest scores of every occupation that has them, by code."""
        from careerguide.db import profiles

        with self.reading() as connection:
            return profiles.interest_profiles(connection)

    def element_profiles(self) -> "ElementProfiles":
        """What every rated occupation asks of skills and knowledge."""
        from careerguide.db import profiles

        with self.reading() as connection:
            found = profiles.element_profiles(connection)
        if self._words is None:
            return found
        from careerguide.domain.content_words import profiles_in

        return profiles_in(self._words, found)

    def warm_up(self) -> None:
        """Import what the first page and the first misspelling need, for a worker thread to do while nobody waits."""
        import rapidfuzz.process  # noqa: F401

        from careerguide.db import page_queries  # noqa: F401

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()
