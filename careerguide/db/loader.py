"""Loading typed rows into the tables of a guide, codes turned into ids. One loader serves official releases and the starter."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from careerguide.db import models
from careerguide.db.schema import SCHEMA_VERSION
from careerguide.db.search_index import write_search_index
from careerguide.db.writer import GuideWriter
from careerguide.domain.codes import major_group, published_as, soc_of
from careerguide.domain.errors import SourceError
from careerguide.domain.interests import TYPES
from careerguide.domain.language import translate
from careerguide.domain.page import NO_YEAR, OWN_CREDIT, OWN_TEXTS, PUBLIC_DOMAIN, TaskKind, TechnologyKind
from careerguide.domain.ratings import Domain
from careerguide.domain.traits import kind_and_score
from careerguide.domain.wages import NATION, Unit
from careerguide.sources import onet, onet_rows
from careerguide.sources.oews import WageRow
from careerguide.sources.projections import ProjectionRow
from careerguide.sources.starter import CategoryText, OccupationText, StarterTexts

_ONET_CREDIT = (
    "This program includes information from the O*NET {release} Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Career Guide has modified "
    "all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications."
)
_OEWS_CREDIT = "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics{release}"
_PROJECTIONS_CREDIT = "U.S. Bureau of Labor Statistics, Employment Projections, {release}"


class Figures(Protocol):
    """What an O*NET release and the starter guide's tables both give."""

    @property
    def name(self) -> str: ...
    def missing(self) -> list[str]: ...
    def occupations(self) -> Iterator[onet_rows.OccupationRow]: ...
    def alternate_titles(self) -> Iterator[onet_rows.TitleRow]: ...
    def reported_titles(self) -> Iterator[onet_rows.ReportedTitleRow]: ...
    def element_names(self, domain: Domain) -> dict[str, str]: ...
    def ratings(self, domain: Domain) -> Iterator[onet_rows.RatingRow]: ...
    def shares(self) -> Iterator[onet_rows.ShareRow]: ...
    def interests(self) -> Iterator[onet_rows.InterestRow]: ...
    def traits(self) -> Iterator[onet_rows.TraitRow]: ...
    def job_zones(self) -> Iterator[onet_rows.JobZoneRow]: ...
    def software(self) -> Iterator[onet_rows.TechnologyRow]: ...
    def tools(self) -> Iterator[onet_rows.TechnologyRow]: ...
    def related(self) -> Iterator[onet_rows.RelatedRow]: ...


class _Ids:
    """Small numbers for values, in the order they are first seen; `new` holds those not yet written."""

    def __init__(self) -> None:
        self._ids: dict[tuple[object, ...], int] = {}

    def of(self, *value: object) -> int:
        return self._ids.setdefault(value, len(self._ids) + 1)

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self) -> list[tuple[object, ...]]:
        return [(number, *value) for value, number in self._ids.items()]


class Loader:
    """Loads typed rows into the tables of one guide, turning codes into ids. Rows for unknown occupations are left out."""

    def __init__(self, writer: GuideWriter, texts: StarterTexts) -> None:
        self._writer = writer
        self._texts = texts
        self._own: dict[str, OccupationText] = texts.occupations()
        self._occupations: dict[str, int] = {}
        self._surveys = _Ids()
        self._technology = _Ids()
        self._areas: dict[str, int] = {}
        self._published: dict[str, int] = {}
        self._titles = 0
        self._releases = 0
        self._employment: dict[str, int] = {}

    def release(self, name: str, release: str, licence: str, credit: str, rows: int, missing: str = "") -> None:
        """Record a source."""
        self._releases += 1
        row = (self._releases, SCHEMA_VERSION, name, release, licence, credit, rows, missing)
        self._writer.insert(models.Release, [row])

    def onet_release(self, release: str, rows: int, missing: list[str]) -> None:
        """Record the O*NET release and what it lacks."""
        self.release("O*NET", release, "CC BY 4.0", _ONET_CREDIT.format(release=release), rows, ", ".join(missing))

    def load_figures(self, source: Figures) -> int:
        """Everything but sentences. Returns the number of rows."""
        insert, known = self._writer.insert, self._occupations
        zones = {row.code: row.zone for row in source.job_zones()}
        for number, row in enumerate(source.occupations(), start=1):
            known[row.code] = number
        if not known:
            raise SourceError(onet.OCCUPATIONS, translate("Guide", "there are no occupations in this file; download it again."))
        count = insert(models.Occupation, self._occupation_rows(source, zones))
        count += insert(models.Title, self._title_rows(source))
        groups = self._texts.major_groups()
        there = sorted({major_group(code) for code in known})
        insert(models.MajorGroup, ((code, groups[code].name, groups[code].line) for code in there if code in groups))
        elements = _Ids()
        own = self._texts.elements()
        for domain in Domain:
            before = len(elements)
            count += insert(
                models.Rating,
                (
                    (known[row.code], elements.of(row.element_id), *row[2:15], self._surveys.of(row.rated_by, row.date))
                    for row in source.ratings(domain)
                    if row.code in known
                ),
            )
            names = source.element_names(domain)
            insert(
                models.Element,
                (
                    (number, element_id, domain.value, names.get(str(element_id), element_id), own.get(str(element_id), ""))
                    for number, element_id in elements.rows()[before:]
                ),
            )
        count += insert(models.Share, self._share_rows(source))
        interests = self._texts.interests()
        insert(models.Interest, ((place, name, interests[name]) for place, name in enumerate(TYPES)))
        count += insert(
            models.InterestScore,
            ((known[row.code], TYPES.index(row.name), row.score) for row in source.interests() if row.code in known),
        )
        count += self._load_traits(source)
        count += insert(models.OccupationTechnology, self._technology_rows(source))
        insert(models.Technology, self._technology.rows())
        return count + insert(
            models.Related,
            (
                (known[row.code], row.rank, known[row.related_code], row.tier)
                for row in source.related()
                if row.code in known and row.related_code in known
            ),
        )

    def _load_traits(self, source: Figures) -> int:
        traits, own = _Ids(), self._texts.traits()
        scores = []
        for row in source.traits():
            if row.code in self._occupations and row.value is not None:
                kind, score = kind_and_score(row.scale, row.value)
                scores.append((self._occupations[row.code], traits.of(row.element_id, kind.value, row.name), score))
        self._writer.insert(models.Trait, ((*row, own.get(str(row[1]), "")) for row in traits.rows()))
        return self._writer.insert(models.TraitScore, scores)

    def _occupation_rows(self, source: Figures, zones: dict[str, int | None]) -> Iterator[tuple[object, ...]]:
        for row in source.occupations():
            own = self._own.get(row.code)
            summary = own.overview if own else None
            yield self._occupations[row.code], row.code, row.title, row.description, summary, zones.get(row.code), None

    def _title_rows(self, source: Figures) -> Iterator[tuple[object, ...]]:
        for row in source.occupations():
            yield self._title(row.code, row.title, "title", 0)
        for position, reported in enumerate(source.reported_titles()):
            if reported.code in self._occupations:
                yield self._title(reported.code, reported.title, "reported", position)
        for alternate in source.alternate_titles():
            if alternate.code in self._occupations:
                yield self._title(alternate.code, alternate.title, "alternate", 0)
                if alternate.short_title:
                    yield self._title(alternate.code, alternate.short_title, "short", 0)

    def _title(self, code: str, text: str, kind: str, position: int) -> tuple[object, ...]:
        self._titles += 1
        return self._titles, self._occupations[code], text, kind, position

    def _share_rows(self, source: Figures) -> Iterator[tuple[object, ...]]:
        for row in source.shares():
            if row.code in self._occupations and row.category is not None and row.percent is not None:
                survey = self._surveys.of(row.rated_by, row.date)
                yield (
                    self._occupations[row.code],
                    row.scale,
                    row.category,
                    row.percent,
                    row.n,
                    bool(row.low_precision),
                    survey,
                )

    def _technology_rows(self, source: Figures) -> Iterator[tuple[object, ...]]:
        seen: set[tuple[int, int]] = set()
        for kind, rows in ((TechnologyKind.SOFTWARE, source.software()), (TechnologyKind.TOOL, source.tools())):
            for row in rows:
                pair = self._occupations.get(row.code, 0), self._technology.of(row.name, row.category, kind.value)
                if pair[0] and pair not in seen:
                    seen.add(pair)
                    yield *pair, row.hot, row.in_demand

    def load_own_tasks(self) -> None:
        """Our own tasks and activities, and our words for job zones."""
        writer, known = self._writer, self._occupations
        tasks = (
            (known[code], position, statement)
            for code, text in self._own.items()
            if code in known
            for position, statement in enumerate(text.tasks)
        )
        writer.insert(models.Task, ((number, *task, None, None, False) for number, task in enumerate(tasks, start=1)))
        activities = _Ids()
        links = [
            (known[code], position, activities.of(activity))
            for code, text in self._own.items()
            if code in known
            for position, activity in enumerate(text.activities)
        ]
        writer.insert(models.Activity, activities.rows())
        writer.insert(models.OccupationActivity, links)
        zones = self._texts.job_zones()
        writer.insert(models.JobZone, ((row.zone, row.name, row.education, row.experience, row.training) for row in zones))

    def own_texts_release(self) -> None:
        """Record our own texts as a source."""
        self.release(OWN_TEXTS, "1", "MIT", OWN_CREDIT, len(self._own))

    def load_official_texts(self, release: onet.OnetRelease) -> int:
        """Official tasks, activities, meanings and job zones. Returns the number of rows."""
        writer, known = self._writer, self._occupations
        importance = {
            (row.code, row.task_id): row.value for row in release.task_ratings() if row.scale == "IM" and row.value is not None
        }
        kinds = {"Core": TaskKind.CORE.value, "Supplemental": TaskKind.SUPPLEMENTAL.value}
        count = writer.insert(
            models.Task,
            (
                (
                    number,
                    known[row.code],
                    number,
                    row.statement,
                    kinds.get(row.kind or ""),
                    importance.get((row.code, row.task_id)),
                    True,
                )
                for number, row in enumerate(release.tasks(), start=1)
                if row.code in known
            ),
        )
        count += self._official_activities(release, importance)
        meanings = [(row.description, row.element_id) for row in release.elements()]
        if meanings:
            for table in ("element", "trait"):
                writer.connection.exec_driver_sql(f"UPDATE {table} SET description = ? WHERE element_id = ?", meanings)
            interests = [(row.description, row.name) for row in release.elements() if row.name in TYPES]
            if interests:
                writer.connection.exec_driver_sql("UPDATE interest SET description = ? WHERE name = ?", interests)
        zones = {row.zone: row for row in self._texts.job_zones()} | {row.zone: row for row in release.job_zone_meanings()}
        return count + writer.insert(
            models.JobZone,
            ((row.zone, row.name, row.education, row.experience, row.training) for row in zones.values()),
        )

    def _official_activities(self, release: onet.OnetRelease, importance: dict[tuple[str, str], float]) -> int:
        """Detailed work activities, ordered by their most important task, then by name (our own rule), each once."""
        names = {row.activity_id: row.title for row in release.activities()}
        strongest: dict[str, dict[str, float]] = {}
        for row in release.task_activities():
            if row.code in self._occupations and row.activity_id in names:
                own, name = strongest.setdefault(row.code, {}), names[row.activity_id]
                own[name] = max(own.get(name, 0.0), importance.get((row.code, row.task_id), 0.0))
        activities = _Ids()
        links = [
            (self._occupations[code], position, activities.of(name))
            for code, own in strongest.items()
            for position, (name, _) in enumerate(sorted(own.items(), key=lambda pair: (-pair[1], pair[0])))
        ]
        self._writer.insert(models.Activity, activities.rows())
        return self._writer.insert(models.OccupationActivity, links)

    def load_wages(self, rows: Iterator[WageRow], year: int | None) -> None:
        """Wages of an OEWS release, `year` its May."""
        areas: list[tuple[object, ...]] = []
        titles: list[tuple[object, ...]] = []
        national: dict[str, int] = {}

        def wages() -> Iterator[tuple[object, ...]]:
            for row in rows:
                area = self._areas.get(row.area)
                if area is None:
                    area = self._areas[row.area] = len(self._areas) + 1
                    areas.append((area, row.area, row.area_name, row.kind.value, row.state))
                if row.area == NATION and row.employment:
                    national[row.soc] = row.employment
                published = self._publish(row.soc, row.title, titles)
                yield area, published, row.employment, "hour" if row.unit is Unit.HOUR else "year", *row[8:]

        count = self._writer.insert(models.Wage, wages())
        self._writer.insert(models.Area, areas)
        self._writer.insert(models.PublishedOccupation, titles)
        self._employment = national | self._employment
        release = f"May {year}" if year else NO_YEAR
        credit = _OEWS_CREDIT.format(release=f", May {year}" if year else "")
        self.release("OEWS", release, PUBLIC_DOMAIN, credit, count)

    def load_projections(self, rows: Iterator[ProjectionRow], cycle: tuple[int, int]) -> None:
        """Projections of a cycle from its base to its target year."""
        titles: list[tuple[object, ...]] = []
        projected: list[tuple[object, ...]] = []
        for row in rows:
            published = self._publish(row.soc, row.title, titles)
            projected.append((published, *cycle, *row[3:]))
            if row.base_employment:
                self._employment[row.soc] = row.base_employment
        count = self._writer.insert(models.Projection, projected)
        self._writer.insert(models.PublishedOccupation, titles)
        release = f"{cycle[0]}–{cycle[1] % 100}"
        credit = _PROJECTIONS_CREDIT.format(release=release)
        self.release("Employment Projections", release, PUBLIC_DOMAIN, credit, count)

    def _publish(self, soc: str, title: str, new: list[tuple[object, ...]]) -> int:
        number = self._published.get(soc)
        if number is None:
            number = self._published[soc] = len(self._published) + 1
            new.append((number, soc, title))
        return number

    def finish(self, official_categories: Iterable[onet_rows.CategoryRow] = ()) -> None:
        """What needs everything else: assessments, categories, employment for ranking, the search index.

        Categories are named in our plain words, those we have no words for as in `official_categories`.
        """
        writer, known = self._writer, self._occupations
        writer.insert(models.Survey, self._surveys.rows())
        named = {
            (row.scale, row.category): CategoryText(row.description, None)
            for row in official_categories
            if row.category is not None
        }
        categories = named | self._texts.categories()
        writer.insert(models.Category, ((*key, text.name, text.note) for key, text in categories.items()))
        assessments = self._texts.assessments()
        numbered = list(enumerate(assessments, start=1))
        writer.insert(models.Assessment, ((number, text.name, text.description) for number, text in numbered))
        writer.insert(
            models.OccupationAssessment,
            sorted({(known[code], number) for number, text in numbered for code in known if code.startswith(text.occupations)}),
        )
        employment = (
            (next((self._employment[soc] for soc in published_as(soc_of(code)) if soc in self._employment), None), number)  # type: ignore[arg-type]
            for code, number in known.items()
        )
        writer.connection.exec_driver_sql("UPDATE occupation SET employment = ? WHERE id = ?", list(employment))
        synonyms = self._texts.synonyms()
        phrases = {phrase: [known[code] for code in codes if code in known] for phrase, codes in self._texts.phrases().items()}
        write_search_index(writer, phrases, synonyms)
