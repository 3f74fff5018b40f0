"""Pages of a guide built from the real releases, compared with the files by an independent reading."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_release import Cells, RawRelease, RawWages, number, raw_projections

from careerguide.db.guide import Guide
from careerguide.domain.page import TechnologyKind
from careerguide.domain.ratings import Domain, Rating
from careerguide.domain.wages import Unit

# Occupations of different kinds, with the code under which BLS publishes them (None: not at all).
PUBLISHED = {
    "33-3051.04": "33-3051",  # shares its figures with other police officers
    "27-2011.00": "27-2011",  # paid by the hour only
    "21-1011.00": "21-1018",  # published together with others
    "53-1042.01": "53-1047",  # the same, and a code of O*NET's own
    "25-2055.00": "25-2052",
    "29-1214.00": "29-1214",  # top-coded in many states
    "33-9099.00": "33-9099",  # a residual group: no ratings, no tasks
    "55-1011.00": None,  # military: no figures at all
    "41-9012.00": "41-9012",  # many levels not relevant, many figures of low precision
    "11-1031.00": "11-1031",  # tasks not yet rated; a projection but no wages
    "27-3043.00": "27-3043",
    "15-1252.00": "15-1252",
    "35-2021.00": "35-2021",
}
FILES = {
    Domain.KNOWLEDGE: "Knowledge.txt",
    Domain.SKILLS: "Skills.txt",
    Domain.ABILITIES: "Abilities.txt",
    Domain.WORK_ACTIVITIES: "Work Activities.txt",
}
every_occupation = pytest.mark.parametrize("code", PUBLISHED)


@pytest.fixture(scope="module")
def guide(official_guide: Path) -> Iterator[Guide]:
    guide = Guide(official_guide)
    yield guide
    guide.close()


@pytest.fixture(scope="module")
def raw(shared_data: Path) -> RawRelease:
    return RawRelease(shared_data / "onet-29.3", PUBLISHED)


@pytest.fixture(scope="module")
def raw_wages(shared_data: Path) -> RawWages:
    return RawWages(shared_data / "oews-2025", {soc for soc in PUBLISHED.values() if soc})


@pytest.fixture(scope="module")
def raw_outlook(shared_data: Path) -> dict[str, Cells]:
    return raw_projections(shared_data / "projections-2024-34" / "occupation.xlsx")


def test_the_occupations_chosen_are_of_the_kinds_they_stand_for(raw: RawRelease, raw_wages: RawWages) -> None:
    assert any(line["HOURLY"] == "TRUE" for line in raw_wages.lines("27-2011"))
    assert any(line["A_MEDIAN"] == "#" for line in raw_wages.lines("29-1214"))
    assert raw.lines("Knowledge.txt", "33-9099.00") == []
    assert {line["Task Type"] for line in raw.lines("Task Statements.txt", "11-1031.00")} == {"n/a"}
    models = [line for file in FILES.values() for line in raw.lines(file, "41-9012.00")]
    assert {line["Not Relevant"] for line in models} >= {"Y", "N"}
    assert {line["Recommend Suppress"] for line in models} >= {"Y", "N"}
    assert any(line["Recommend Suppress"] == "Y" for line in raw.lines("Education, Training, and Experience.txt", "27-3043.00"))


@every_occupation
def test_title_and_definition(guide: Guide, raw: RawRelease, code: str) -> None:
    (line,) = raw.lines("Occupation Data.txt", code)
    page = guide.page(code)
    assert (page.code, page.title, page.definition, page.overview) == (
        code,
        line["Title"],
        line["Description"],
        line["Description"],
    )


@every_occupation
def test_titles_also_used_in_release_order(guide: Guide, raw: RawRelease, code: str) -> None:
    expected = [line["Reported Job Title"] for line in raw.lines("Sample of Reported Titles.txt", code)]
    assert list(guide.page(code).also_called) == expected


@every_occupation
def test_tasks_without_ratings_in_release_order(guide: Guide, raw: RawRelease, code: str) -> None:
    kinds = {"Core": "core", "Supplemental": "supplemental", "n/a": None}
    expected = [(line["Task"], kinds[line["Task Type"]], None) for line in raw.lines("Task Statements.txt", code)]
    page = guide.page(code)
    assert [(task.statement, task.kind, task.importance) for task in page.tasks] == expected
    assert page.official_tasks == bool(expected)


def expected_ratings(lines: list[Cells]) -> list[tuple[object, ...]]:
    by_element: dict[str, dict[str, Cells]] = {}
    for line in lines:
        by_element.setdefault(line["Element ID"], {})[line["Scale ID"]] = line
    pairs = [(pair["IM"], pair["LV"]) for pair in by_element.values()]
    pairs.sort(key=lambda pair: (-float(pair[0]["Data Value"]), pair[0]["Element Name"]))
    return [
        (
            importance["Element ID"],
            importance["Element Name"],
            float(importance["Data Value"]),
            None if level["Not Relevant"] == "Y" else float(level["Data Value"]),
            level["Not Relevant"] == "Y",
            *(number(importance[title]) for title in ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound")),
            importance["Recommend Suppress"] == "Y",
            *(number(level[title]) for title in ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound")),
            level["Recommend Suppress"] == "Y" and level["Not Relevant"] != "Y",
            None if importance["Domain Source"] == "n/a" else importance["Domain Source"],
            None if importance["Date"] == "n/a" else importance["Date"],
        )
        for importance, level in pairs
    ]


def as_tuple(rating: Rating) -> tuple[object, ...]:
    estimates = (rating.importance_estimate, rating.level_estimate)
    return (
        *(rating.element_id, rating.name, rating.importance, rating.level, rating.not_relevant),
        *(
            figure
            for estimate in estimates
            for figure in (estimate.n, estimate.standard_error, estimate.lower, estimate.upper, estimate.low_precision)
        ),
        *(rating.rated_by, rating.date),
    )


@every_occupation
@pytest.mark.parametrize("domain", Domain)
def test_ratings_by_importance_then_name_with_all_that_says_how_sure_they_are(
    guide: Guide, raw: RawRelease, code: str, domain: Domain
) -> None:
    expected = expected_ratings(raw.lines(FILES[domain], code))
    assert [as_tuple(rating) for rating in guide.page(code).ratings[domain]] == expected


@every_occupation
def test_the_meaning_of_every_rated_element_is_the_official_one(guide: Guide, raw: RawRelease, code: str) -> None:
    meanings = raw.names("Content Model Reference.txt", "Element ID", "Description")
    for domain in Domain:
        for rating in guide.page(code).ratings[domain]:
            assert rating.description == meanings[rating.element_id]


@every_occupation
def test_education_by_percent_then_level(guide: Guide, raw: RawRelease, code: str) -> None:
    lines = raw.lines("Education, Training, and Experience.txt", code)
    page = guide.page(code)
    for shares, scale in (
        (page.schooling.education, "RL"),
        (page.schooling.experience, "RW"),
        (page.schooling.on_site_training, "PT"),
        (page.schooling.on_the_job_training, "OJ"),
    ):
        expected = [
            (int(line["Category"]), float(line["Data Value"]), line["Recommend Suppress"] == "Y")
            for line in lines
            if line["Scale ID"] == scale and line["Data Value"] != "n/a"
        ]
        if scale == "RL":
            expected.sort(key=lambda share: (-share[1], share[0]))
        assert [(share.category, share.percent, share.low_precision) for share in shares] == expected


@every_occupation
def test_interests_by_score(guide: Guide, raw: RawRelease, code: str) -> None:
    lines = [line for line in raw.lines("Interests.txt", code) if line["Scale ID"] == "OI"]
    expected = sorted(((line["Element Name"], float(line["Data Value"])) for line in lines), key=lambda pair: -pair[1])
    meanings = raw.names("Content Model Reference.txt", "Element Name", "Description")
    page = guide.page(code)
    assert [(interest.name, interest.score) for interest in page.interests] == expected
    assert all(interest.description == meanings[interest.name] for interest in page.interests)


@every_occupation
def test_the_job_zone_with_its_official_words(guide: Guide, raw: RawRelease, code: str) -> None:
    lines = raw.lines("Job Zones.txt", code)
    zone = guide.page(code).job_zone
    if not lines:
        assert zone is None
        return
    assert zone is not None
    number_there = lines[0]["Job Zone"]
    words = [
        raw.names("Job Zone Reference.txt", "Job Zone", title) for title in ("Name", "Education", "Experience", "Job Training")
    ]
    assert (zone.name, zone.education, zone.experience, zone.training) == tuple(word[number_there] for word in words)
    assert zone.zone == int(number_there)


@every_occupation
def test_detailed_work_activities_each_once_by_name(guide: Guide, raw: RawRelease, code: str) -> None:
    names = raw.names("DWA Reference.txt", "DWA ID", "DWA Title")
    expected = sorted({names[line["DWA ID"]] for line in raw.lines("Tasks to DWAs.txt", code)})
    assert list(guide.page(code).detailed_work_activities) == expected


@every_occupation
def test_technology_and_tools(guide: Guide, raw: RawRelease, code: str) -> None:
    flags = {"Y": True, "N": False}
    software = {
        (line["Example"], line["Commodity Title"], flags[line["Hot Technology"]], flags[line["In Demand"]])
        for line in raw.lines("Technology Skills.txt", code)
    }
    tools = {(line["Example"], line["Commodity Title"]) for line in raw.lines("Tools Used.txt", code)}
    page = guide.page(code)
    shown = [item for item in page.technology if item.kind is TechnologyKind.SOFTWARE]
    assert {(item.name, item.category, item.hot, item.in_demand) for item in shown} == software
    assert {(item.name, item.category) for item in page.technology if item.kind is TechnologyKind.TOOL} == tools
    assert len(page.technology) == len(software) + len(tools)
    places = [(not item.in_demand, not item.hot) for item in shown]
    assert places == sorted(places)


@every_occupation
def test_related_occupations_nearest_first(guide: Guide, raw: RawRelease, shared_data: Path, code: str) -> None:
    titles = raw.names("Occupation Data.txt", "O*NET-SOC Code", "Title")
    lines = sorted(raw.lines("Related Occupations.txt", code), key=lambda line: int(line["Index"]))
    expected = [
        (line["Related O*NET-SOC Code"], titles[line["Related O*NET-SOC Code"]], line["Relatedness Tier"]) for line in lines
    ]
    assert [(other.code, other.title, other.tier) for other in guide.page(code).related] == expected


LIMITS = {Unit.YEAR: 239_200.0, Unit.HOUR: 115.0}
FIGURES = {"p10": "PCT10", "p25": "PCT25", "median": "MEDIAN", "p75": "PCT75", "p90": "PCT90", "mean": "MEAN"}


def assert_wages(guide: Guide, code: str, line: Cells) -> None:
    area = guide.find_area(line["AREA_TITLE"])
    wages = guide.page(code, area.code).outlook.wages
    assert wages is not None
    unit = Unit.HOUR if line["HOURLY"] == "TRUE" else Unit.YEAR
    cells = {name: line[f"{'H' if unit is Unit.HOUR else 'A'}_{title}"] for name, title in FIGURES.items()}
    expected = {name: LIMITS[unit] if cell == "#" else number(cell.replace(",", "")) for name, cell in cells.items()}
    assert {**wages.percentiles, "mean": wages.mean} == expected
    assert list(wages.top_coded) == [name for name, cell in cells.items() if cell == "#"]
    assert (wages.unit, wages.area_name, wages.area) == (unit, line["AREA_TITLE"], area.code)
    assert (wages.soc, wages.soc_title) == (line["OCC_CODE"], line["OCC_TITLE"])
    assert wages.employment == number(line["TOT_EMP"].replace(",", ""))


@every_occupation
def test_wages_in_the_nation_the_states_and_their_areas(guide: Guide, raw_wages: RawWages, code: str) -> None:
    soc = PUBLISHED[code]
    if soc is None:
        assert guide.page(code).outlook.wages is None
        return
    lines = raw_wages.lines(soc)
    by_kind = {kind: [line for line in lines if line["AREA_TYPE"] in kind] for kind in ("1", "23", "4", "6")}
    assert bool(by_kind["1"]) == (guide.page(code).outlook.national_wages is not None)
    top_coded = [line for line in by_kind["23"] if "#" in line.values()]
    some = [*by_kind["1"], *by_kind["23"][:3], *top_coded[:3], *by_kind["4"][-2:], *by_kind["6"][:2]]
    for line in some:
        assert_wages(guide, code, line)


@every_occupation
def test_an_area_without_wages_for_the_occupation_gives_none_and_keeps_the_nation(
    guide: Guide, raw_wages: RawWages, code: str
) -> None:
    soc = PUBLISHED[code]
    there = {line["AREA_TITLE"] for line in raw_wages.lines(soc)} if soc else set()
    without = next((area for area in guide.areas() if area.name not in there), None)
    if without is None:
        return
    outlook = guide.page(code, without.code).outlook
    assert outlook.wages is None
    assert (outlook.national_wages is not None) == ("U.S." in there)


@every_occupation
def test_projections_in_persons(guide: Guide, raw_outlook: dict[str, Cells], code: str) -> None:
    soc = PUBLISHED[code]
    projection = guide.page(code).outlook.projection
    if soc is None:
        assert projection is None
        return
    line = raw_outlook[soc]
    assert projection is not None

    def persons(title: str) -> int | None:
        value = number(line[title])
        return None if value is None else round(value * 1000)

    def words(title: str) -> str | None:
        return None if line[title] == "—" else line[title]

    assert (projection.base_year, projection.target_year) == (2024, 2034)
    assert projection.base_employment == persons("Employment, 2024")
    assert projection.target_employment == persons("Employment, 2034")
    assert projection.change_percent == number(line["Employment change, percent, 2024–34"])
    assert projection.openings_per_year == persons("Occupational openings, 2024–34 annual average")
    assert projection.typical_entry_education == words("Typical education needed for entry")
    assert projection.work_experience == words("Work experience in a related occupation")
    assert projection.soc == soc
    assert guide.page(code).outlook.employment == projection.base_employment


def test_all_occupations_of_the_release_are_there_by_title(guide: Guide, raw: RawRelease) -> None:
    titles = raw.names("Occupation Data.txt", "O*NET-SOC Code", "Title")
    found = guide.occupations()
    assert {occupation.code: occupation.title for occupation in found} == titles
    assert [occupation.title for occupation in found] == sorted(titles.values())


BEGINNINGS = {
    Domain.KNOWLEDGE: [
        "Law and Government",
        "Public Safety and Security",
        "English Language",
        "Customer and Personal Service",
        "Psychology",
    ],
    Domain.SKILLS: ["Active Listening", "Critical Thinking", "Speaking", "Reading Comprehension", "Social Perceptiveness"],
    Domain.ABILITIES: ["Inductive Reasoning", "Near Vision", "Oral Comprehension", "Oral Expression", "Problem Sensitivity"],
    Domain.WORK_ACTIVITIES: ["Getting Information", "Working with Computers", "Identifying Objects, Actions, and Events"],
}


@pytest.mark.parametrize("domain", Domain)
def test_ratings_of_customs_officers_begin_as_expected(guide: Guide, domain: Domain) -> None:
    names = [rating.name for rating in guide.page("33-3051.04").ratings[domain]]
    assert names[: len(BEGINNINGS[domain])] == BEGINNINGS[domain]


def test_education_of_customs_officers_begins_as_expected(guide: Guide) -> None:
    shares = guide.page("33-3051.04").schooling.education
    assert [share.percent for share in shares[:3]] == [39.01, 27.15, 14.20]
    for share, words in zip(shares, ("high school", "bachelor", "some college"), strict=False):
        assert words in share.level.lower()


def test_interests_of_customs_officers_begin_as_expected(guide: Guide) -> None:
    interests = guide.page("33-3051.04").interests
    assert [interest.name for interest in interests[:3]] == ["Conventional", "Enterprising", "Realistic"]
