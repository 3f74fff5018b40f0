"""The starter guide's own sources under `resources/guide`: texts in our own words, and official figures as compact tables.

`StarterTexts` reads the texts (TOML), `StarterFigures` the tables (TSV). The tables hold the same typed rows that the official
sources give, one file a row type, headers named like the fields; `write_figures` makes them from a release:

    python -m careerguide.sources.starter --onet RELEASE --oews FILES --projections FILE [--output FOLDER]
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from careerguide.domain.errors import GuideError, SourceError
from careerguide.domain.language import translate
from careerguide.domain.ratings import Domain
from careerguide.domain.wages import AreaKind, Unit
from careerguide.sources import onet, onet_rows
from careerguide.sources.oews import OewsFiles, WageRow
from careerguide.sources.projections import ProjectionRow, Projections
from careerguide.sources.tables import Column, Convert, Row, column, flag, number, tab_separated, typed_rows


@dataclass(frozen=True, slots=True)
class OccupationText:
    """Our own words for an occupation: a summary, tasks (most important first) and activities."""

    overview: str
    tasks: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryText:
    """Our own name for a category of education, experience or training, and what else counts as it."""

    name: str
    note: str | None


@dataclass(frozen=True, slots=True)
class AssessmentText:
    """A test or assessment, in our own words, and the codes it belongs to (a whole code, or the start of one)."""

    name: str
    description: str
    occupations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupText:
    """Our own name for a SOC major group, and what its careers have in common."""

    name: str
    line: str


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError(path.name, translate("StarterFiles", "this file is missing.")) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(path.name, translate("StarterFiles", "this is not valid TOML ({0}).").format(error)) from error


class StarterTexts:
    """The texts in `folder` (`resources/guide`). Raises `SourceError` where a file is missing or malformed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._meanings = _toml(folder / "meanings.toml")

    def occupations(self) -> dict[str, OccupationText]:
        """Our texts by O*NET-SOC code."""
        texts: dict[str, OccupationText] = {}
        for path in sorted((self._folder / "texts").glob("*.toml")):
            for code, table in _toml(path).items():
                try:
                    tasks, activities = tuple(table.get("tasks", ())), tuple(table.get("activities", ()))
                    texts[code] = OccupationText(table["overview"], tasks, activities)
                except (KeyError, TypeError, AttributeError) as error:
                    problem = translate("StarterFiles", "the table for {0} needs an overview, tasks and activities.").format(code)
                    raise SourceError(path.name, problem) from error
        return texts

    def elements(self) -> dict[str, str]:
        """Our meanings of knowledge, skills, abilities and work activities, by element ID."""
        return dict(self._meanings["elements"])

    def interests(self) -> dict[str, str]:
        """Our meanings of the six interest types, by name."""
        return dict(self._meanings["interests"])

    def traits(self) -> dict[str, str]:
        """Our meanings of work styles and work values, by element ID."""
        return dict(self._meanings["traits"])

    def job_zones(self) -> list[onet_rows.JobZoneMeaningRow]:
        """Our words for the job zones."""
        return [
            onet_rows.JobZoneMeaningRow(int(zone), words["name"], words["experience"], words["education"], words["training"])
            for zone, words in self._meanings["job_zones"].items()
        ]

    def categories(self) -> dict[tuple[str, int], CategoryText]:
        """Our names for the categories of education (RL), experience (RW) and training (PT, OJ)."""
        names = {
            ("RL", int(category)): CategoryText(words["name"], words.get("note"))
            for category, words in self._meanings["education"].items()
        }
        for scale, table in (("RW", "experience"), ("PT", "training_on_site"), ("OJ", "training_on_the_job")):
            names |= {(scale, int(category)): CategoryText(name, None) for category, name in self._meanings[table].items()}
        return names

    def major_groups(self) -> dict[str, GroupText]:
        """Our names for the SOC major groups, by two digits."""
        return {code: GroupText(words["name"], words["line"]) for code, words in self._meanings["major_groups"].items()}

    def synonyms(self) -> dict[str, list[str]]:
        """Words that people use for others, word → words of titles."""
        return {str(word): list(others) for word, others in _toml(self._folder / "synonyms.toml")["words"].items()}

    def phrases(self) -> dict[str, list[str]]:
        """What people call occupations, phrase → O*NET-SOC codes, best first."""
        return {str(phrase): list(codes) for phrase, codes in _toml(self._folder / "synonyms.toml")["phrases"].items()}

    def assessments(self) -> list[AssessmentText]:
        """Tests and assessments that belong to occupations."""
        return [
            AssessmentText(entry["name"], entry["description"], tuple(entry["occupations"]))
            for entry in _toml(self._folder / "assessments.toml")["assessment"]
        ]


class ElementNameRow(NamedTuple):
    """A rated element with its official name."""

    domain: str
    element_id: str
    name: str


class AreaRow(NamedTuple):
    """An area with wages."""

    area: str
    name: str
    kind: str
    state: str | None


class PublishedRow(NamedTuple):
    """A code under which BLS publishes, with its title."""

    soc: str
    title: str


class StarterWageRow(NamedTuple):
    """A `WageRow` without the names that `areas.tsv` and `published.tsv` give."""

    area: str
    soc: str
    employment: int | None
    unit: str
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    mean: float | None
    top_coded: str


class ReleaseRow(NamedTuple):
    """Which release the figures of a source are from."""

    source: str
    release: str


def _converter(kind: Any) -> Convert:
    kinds = [part for part in get_args(kind) or (kind,) if part is not type(None)]
    optional = len(kinds) < len(get_args(kind))
    converters: dict[Any, Convert] = {bool: flag, float: number, int: int}
    convert = converters.get(kinds[0], str)
    return (lambda text: convert(text) if text else None) if optional else convert


def _columns(row_type: type[NamedTuple]) -> dict[str, Column]:
    return {name: column(name, convert=_converter(kind)) for name, kind in get_type_hints(row_type).items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


class StarterFigures:
    """The tables in `folder` (`resources/guide/figures`), as the typed rows that official sources give."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.releases = dict(self._read("releases", ReleaseRow))

    def _read(self, name: str, row_type: type[Row]) -> Iterator[Row]:
        path = self._folder / f"{name}.tsv"
        try:
            lines = path.open(encoding="utf-8", newline="")
        except OSError as error:
            problem = translate("Releases", "the file cannot be read ({0}).").format(error.strerror or error)
            raise SourceError(path.name, problem) from error
        with lines:
            yield from typed_rows(tab_separated(lines, path.name), row_type, _columns(row_type), path.name)

    @property
    def name(self) -> str:
        """The O*NET release the figures are from."""
        return self.releases["onet"]

    @property
    def wage_year(self) -> int:
        """The May of which year the wages are from."""
        return int(self.releases["oews"])

    @property
    def cycle(self) -> tuple[int, int]:
        """Base and target year of the projections."""
        base, target = self.releases["projections"].split("-")
        return int(base), int(target)

    def missing(self) -> list[str]:
        """Nothing is left out of the starter guide that its page shows."""
        return []

    def occupations(self) -> Iterator[onet_rows.OccupationRow]:
        """Occupations; official definitions are not part of the starter guide."""
        return self._read("occupations", onet_rows.OccupationRow)

    def alternate_titles(self) -> Iterator[onet_rows.TitleRow]:
        """Alternate titles."""
        return self._read("alternate-titles", onet_rows.TitleRow)

    def reported_titles(self) -> Iterator[onet_rows.ReportedTitleRow]:
        """Reported titles."""
        return self._read("reported-titles", onet_rows.ReportedTitleRow)

    def element_names(self, domain: Domain) -> dict[str, str]:
        """The elements rated in a domain, element ID → name."""
        return {row.element_id: row.name for row in self._read("elements", ElementNameRow) if row.domain == domain}

    def ratings(self, domain: Domain) -> Iterator[onet_rows.RatingRow]:
        """Ratings of a domain."""
        return self._read(domain.replace("_", "-"), onet_rows.RatingRow)

    def shares(self) -> Iterator[onet_rows.ShareRow]:
        """Education, experience and training."""
        return self._read("schooling", onet_rows.ShareRow)

    def interests(self) -> Iterator[onet_rows.InterestRow]:
        """Interest scores."""
        return self._read("interests", onet_rows.InterestRow)

    def traits(self) -> Iterator[onet_rows.TraitRow]:
        """Work styles and work values."""
        return self._read("traits", onet_rows.TraitRow)

    def job_zones(self) -> Iterator[onet_rows.JobZoneRow]:
        """Job zones."""
        return self._read("job-zones", onet_rows.JobZoneRow)

    def software(self) -> Iterator[onet_rows.TechnologyRow]:
        """Software."""
        return self._read("software", onet_rows.TechnologyRow)

    def tools(self) -> Iterator[onet_rows.TechnologyRow]:
        """Tools and equipment."""
        return self._read("tools", onet_rows.TechnologyRow)

    def related(self) -> Iterator[onet_rows.RelatedRow]:
        """Related occupations."""
        return self._read("related", onet_rows.RelatedRow)

    def wages(self) -> Iterator[WageRow]:
        """Wages in the nation, the states and their areas."""
        areas = {row.area: row for row in self._read("areas", AreaRow)}
        titles = dict(self._read("published", PublishedRow))
        for row in self._read("wages", StarterWageRow):
            area = areas[row.area]
            yield WageRow(
                row.area,
                area.name,
                AreaKind(area.kind),
                area.state,
                row.soc,
                titles[row.soc],
                row.employment,
                Unit(row.unit),
                *row[4:],
            )

    def projections(self) -> Iterator[ProjectionRow]:
        """Employment projections."""
        return self._read("projections", ProjectionRow)


def _write(folder: Path, name: str, row_type: type[NamedTuple], rows: Iterable[Iterable[object]]) -> None:
    with (folder / f"{name}.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n", quotechar=None)
        writer.writerow(row_type._fields)
        writer.writerows([_cell(value) for value in row] for row in rows)


def write_figures(release: onet.OnetRelease, oews: OewsFiles, projections: Projections, folder: Path) -> None:
    """Write figures, names, codes and titles of official releases as the starter guide's tables. Sentences are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    cycle = f"{projections.base_year}-{projections.target_year}"
    _write(folder, "releases", ReleaseRow, [("onet", release.name), ("oews", oews.year), ("projections", cycle)])
    _write(folder, "occupations", onet_rows.OccupationRow, (row._replace(description=None) for row in release.occupations()))
    _write(folder, "alternate-titles", onet_rows.TitleRow, release.alternate_titles())
    _write(folder, "reported-titles", onet_rows.ReportedTitleRow, release.reported_titles())
    elements: list[ElementNameRow] = []
    for domain in Domain:
        _write(folder, domain.replace("_", "-"), onet_rows.RatingRow, release.ratings(domain))
        names = release.element_names(domain)
        rated = dict.fromkeys(row.element_id for row in release.ratings(domain))
        elements += [ElementNameRow(domain, element_id, names.get(element_id, element_id)) for element_id in rated]
    _write(folder, "elements", ElementNameRow, elements)
    _write(folder, "schooling", onet_rows.ShareRow, release.shares())
    _write(folder, "interests", onet_rows.InterestRow, release.interests())
    _write(folder, "traits", onet_rows.TraitRow, release.traits())
    _write(folder, "job-zones", onet_rows.JobZoneRow, release.job_zones())
    _write(folder, "software", onet_rows.TechnologyRow, release.software())
    _write(folder, "tools", onet_rows.TechnologyRow, release.tools())
    _write(folder, "related", onet_rows.RelatedRow, release.related())
    _write(folder, "projections", ProjectionRow, projections.rows())
    areas: dict[str, AreaRow] = {}
    titles: dict[str, str] = {}

    def wages() -> Iterator[StarterWageRow]:
        for row in oews.rows():
            areas.setdefault(row.area, AreaRow(row.area, row.area_name, row.kind, row.state))
            titles.setdefault(row.soc, row.title)
            yield StarterWageRow(row.area, row.soc, row.employment, row.unit, *row[8:])

    _write(folder, "wages", StarterWageRow, wages())
    _write(folder, "areas", AreaRow, areas.values())
    _write(folder, "published", PublishedRow, sorted(titles.items()))


def main() -> None:
    """Refresh the starter guide's figures from official releases (see docs/updating-the-data.md)."""
    import argparse

    from careerguide.resources import resources

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--onet", type=Path, required=True)
    parser.add_argument("--oews", type=Path, required=True)
    parser.add_argument("--projections", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=resources() / "guide" / "figures")
    chosen = parser.parse_args()
    try:
        write_figures(onet.OnetRelease(chosen.onet), OewsFiles(chosen.oews), Projections(chosen.projections), chosen.output)
    except GuideError as error:
        parser.exit(error.exit_code, f"{error} The tables written so far are not whole; take them back with git.\n")


if __name__ == "__main__":
    main()
