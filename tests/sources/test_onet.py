"""Official O*NET releases in both layouts: LF and CRLF, byte order marks, columns in another order, columns and files missing."""

import zipfile
from pathlib import Path

import pytest
from small_onet import (
    ACTORS,
    OFFICER,
    OTHER,
    Tables,
    backwards,
    classic_tables,
    current_tables,
    table_bytes,
    without,
    write_release,
)

from careerguide.domain.errors import SourceError
from careerguide.domain.ratings import Domain
from careerguide.sources.onet import OnetRelease

LAYOUTS = {"classic": classic_tables, "current": current_tables}
OPTIONAL_COLUMNS = (
    *("N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress", "Not Relevant", "Date", "Domain Source"),
    *("Short Title", "Task Type", "Hot Technology", "In Demand"),
)


def rows_of(release: OnetRelease) -> dict[str, list[object]]:
    """Everything a release gives, sorted within a content: the layouts may order files differently."""
    contents = {
        "occupations": release.occupations(),
        "alternate": release.alternate_titles(),
        "reported": release.reported_titles(),
        "elements": release.elements(),
        "tasks": release.tasks(),
        "task ratings": release.task_ratings(),
        "links": release.task_activities(),
        "activities": release.activities(),
        "shares": release.shares(),
        "interests": release.interests(),
        "traits": release.traits(),
        "zones": release.job_zones(),
        "zone meanings": release.job_zone_meanings(),
        "software": release.software(),
        "related": release.related(),
        **{domain.value: release.ratings(domain) for domain in Domain},
        **{f"names of {domain}": names_of(release, domain) for domain in Domain},
    }
    return {name: sorted(rows, key=repr) for name, rows in contents.items()}


def names_of(release: OnetRelease, domain: Domain) -> set[tuple[str, str]]:
    """The elements a release rates in a domain, with their names."""
    names = release.element_names(domain)
    return {(row.element_id, names[row.element_id]) for row in release.ratings(domain)}


def test_both_layouts_give_the_same_rows(tmp_path: Path) -> None:
    classic = OnetRelease(write_release(tmp_path / "classic", classic_tables()))
    current = OnetRelease(write_release(tmp_path / "current", current_tables()))
    rows, others = rows_of(classic), rows_of(current)
    assert all(rows.values())
    del rows["traits"], others["traits"]  # from 30.1 other work styles on another scale, from 30.3 no work values
    assert rows == others
    assert (classic.name, current.name) == ("30.1", "31.0")
    assert classic.missing() == current.missing() == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [False, True])
def test_line_ends_byte_order_marks_and_column_order_make_no_difference(
    tmp_path: Path, layout: str, newline: str, bom: bool
) -> None:
    tables = LAYOUTS[layout]()
    plain = OnetRelease(write_release(tmp_path / "plain", tables))
    other = OnetRelease(write_release(tmp_path / "other", backwards(tables), newline, bom=bom))
    assert rows_of(plain) == rows_of(other)
    assert other.name == plain.name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_zip_gives_the_same_rows_as_a_folder(tmp_path: Path, layout: str) -> None:
    folder = write_release(tmp_path / "folder", LAYOUTS[layout]())
    with zipfile.ZipFile(tmp_path / "db.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, f"db_31_0_text/{file.name}")
    release = OnetRelease(tmp_path / "db.zip")
    assert rows_of(release) == rows_of(OnetRelease(folder))
    release.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_a_page_can_do_without_may_be_missing(tmp_path: Path, layout: str) -> None:
    release = OnetRelease(write_release(tmp_path / "release", without(LAYOUTS[layout](), *OPTIONAL_COLUMNS)))
    rating = next(row for row in release.ratings(Domain.KNOWLEDGE) if row.element_id == "2.C.8.b")
    assert (rating.importance, rating.level) == (4.6, 5.1)
    assert rating.importance_n is rating.importance_error is rating.importance_lower is rating.rated_by is rating.date is None
    assert not rating.importance_low_precision
    assert not rating.not_relevant
    assert {row.kind for row in release.tasks()} == {None}
    assert {(row.hot, row.in_demand) for row in release.software()} == {(None, None)}
    assert len(list(release.alternate_titles())) == 3


def test_a_rating_has_importance_and_level_with_how_sure_each_is(tmp_path: Path) -> None:
    release = OnetRelease(write_release(tmp_path / "release", classic_tables()))
    ratings = {(row.code, row.element_id): row for row in release.ratings(Domain.KNOWLEDGE)}
    law = ratings[OFFICER, "2.C.8.b"]
    assert law[2:8] == (4.6, 25, 0.15, 2.1, 4.9, False)
    assert law[8:14] == (5.1, 25, 0.25, None, None, False)
    assert (law.not_relevant, law.rated_by, law.date) == (False, "Incumbent", "08/2023")
    assert ratings[OFFICER, "2.C.7.a"].importance_low_precision
    arts = ratings[OFFICER, "2.C.7.e"]
    assert (arts.not_relevant, arts.level) == (True, 0.1)


def test_not_available_values_are_none_and_never_zero(tmp_path: Path) -> None:
    tables = classic_tables()
    header, rows = tables["Knowledge.txt"]
    bare = [[row[0], *row[1:4], "n/a", *["n/a"] * 6, "n/a", ""] for row in rows]
    tables["Knowledge.txt"] = header, bare
    release = OnetRelease(write_release(tmp_path / "release", tables))
    for row in release.ratings(Domain.KNOWLEDGE):
        assert (row.importance, row.level, row.importance_n, row.date, row.rated_by) == (None, None, None, None, None)


def test_skills_come_from_the_classic_file_or_from_both_current_ones(tmp_path: Path) -> None:
    for layout, tables in LAYOUTS.items():
        release = OnetRelease(write_release(tmp_path / layout, tables()))
        assert names_of(release, Domain.SKILLS) == {
            ("2.A.1.a", "Reading Comprehension"),
            ("2.A.1.b", "Active Listening"),
            ("2.B.1.a", "Social Perceptiveness"),
        }


def test_task_ratings_and_high_points_on_other_scales_do_not_mix_in(tmp_path: Path) -> None:
    release = OnetRelease(write_release(tmp_path / "release", classic_tables()))
    assert {row.scale for row in release.task_ratings()} == {"IM", "RT", "FT"}
    assert {row.scale for row in release.interests()} == {"OI"}
    assert len(list(release.interests())) == 12
    assert {row.scale for row in release.shares()} == {"RL", "RW", "PT", "OJ"}


def test_codes_of_all_kinds_of_occupations_are_read(tmp_path: Path) -> None:
    release = OnetRelease(write_release(tmp_path / "release", current_tables()))
    assert [row.code for row in release.occupations()] == [ACTORS, OFFICER, OTHER]
    assert {row.code: row.zone for row in release.job_zones()} == {OFFICER: 3, ACTORS: 2}
    assert [row.zone for row in release.job_zone_meanings()] == [2, 3, 4, 5]


PARTS = {
    "Sample of Reported Titles.txt": "titles also used",
    "Task Statements.txt": "tasks",
    "Task Ratings.txt": "task importance",
    "Knowledge.txt": "knowledge",
    "Abilities.txt": "abilities",
    "Work Activities.txt": "work activities",
    "Content Model Reference.txt": "meanings of elements",
    "Tasks to DWAs.txt": "detailed work activities",
    "Job Zones.txt": "job zones",
    "Related Occupations.txt": "related occupations",
    "Skills.txt": "skills",
    "Interests.txt": "interests",
    "Technology Skills.txt": "software",
    "Alternate Titles.txt": "alternate titles",
}


def test_work_styles_and_values_are_read_on_the_scale_of_their_release(tmp_path: Path) -> None:
    classic = OnetRelease(write_release(tmp_path / "classic", classic_tables()))
    assert [row[1:] for row in classic.traits()] == [
        ("1.C.5.c", "Integrity", "IM", 4.8),
        ("1.C.3.c", "Social Orientation", "IM", 2.0),
        ("1.C.5.c", "Integrity", "IM", None),
        ("1.B.2.e", "Support", "EX", 5.67),
        ("1.B.2.f", "Independence", "EX", 3.0),
    ]
    current = OnetRelease(write_release(tmp_path / "current", current_tables()))
    assert [row[1:] for row in current.traits()] == [("1.D.1", "Integrity", "WI", 2.7), ("1.D.2", "Humility", "WI", -1.5)]
    neither = {name: table for name, table in classic_tables().items() if not name.startswith("Work ") or "Act" in name}
    assert list(OnetRelease(write_release(tmp_path / "neither", neither)).traits()) == []


@pytest.mark.parametrize(("file", "part"), PARTS.items())
def test_a_file_the_page_can_do_without_is_named_as_missing(tmp_path: Path, file: str, part: str) -> None:
    tables = classic_tables()
    del tables[file]
    release = OnetRelease(write_release(tmp_path / "release", tables))
    assert release.missing() == [part]
    rows_of(release)


def test_a_release_without_education_says_so_for_training_too(tmp_path: Path) -> None:
    tables = classic_tables()
    del tables["Education, Training, and Experience.txt"]
    assert OnetRelease(write_release(tmp_path / "release", tables)).missing() == ["education", "training and experience"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_required_column_that_is_missing_is_named_with_its_file(tmp_path: Path, layout: str) -> None:
    required = {
        "Occupation Data.txt": ["O*NET-SOC Code", "Title", "Description"],
        "Knowledge.txt": ["O*NET-SOC Code", "Element ID", "Scale ID", "Data Value"],
        "Task Statements.txt": ["O*NET-SOC Code", "Task ID", "Task"],
        "Related Occupations.txt": ["Related O*NET-SOC Code", "Index"],
        "Job Zones.txt": ["Job Zone"],
        "Tasks to DWAs.txt": ["Task ID"],
    }
    for file, columns in required.items():
        for title in columns:
            tables = LAYOUTS[layout]()
            tables |= without({file: tables[file]}, title)
            release = OnetRelease(write_release(tmp_path / f"{file} {title}".replace("*", ""), tables))
            with pytest.raises(SourceError) as caught:
                rows_of(release)
            assert (caught.value.file, caught.value.column) == (file, title)


def test_a_release_without_its_occupations_is_refused_with_the_name_of_the_file(tmp_path: Path) -> None:
    tables = classic_tables()
    del tables["Occupation Data.txt"]
    with pytest.raises(SourceError, match=r"Occupation Data\.txt: this file is missing"):
        OnetRelease(write_release(tmp_path / "release", tables))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"Occupation Data\.txt: this file is missing"):
        OnetRelease(tmp_path / "empty")


def damaged(tmp_path: Path, file: str, data: bytes) -> OnetRelease:
    folder = write_release(tmp_path / "release", classic_tables())
    (folder / file).write_bytes(data)
    return OnetRelease(folder)


@pytest.mark.parametrize("file", sorted(set(classic_tables()) - {"Read Me.txt"}))
@pytest.mark.parametrize("how", ["empty", "utf-16", "latin-1", "random bytes", "cut off"])
def test_a_damaged_file_is_told_by_name(tmp_path: Path, file: str, how: str) -> None:
    tables: Tables = classic_tables()
    good = table_bytes(tables[file])
    data = {
        "empty": b"",
        "utf-16": good.decode().encode("utf-16"),
        "latin-1": good.replace(b"e", b"\xe9"),
        "random bytes": bytes(range(256)) * 4,
        "cut off": good[: good.index(b"\n") + 4],
    }[how]
    with pytest.raises(SourceError) as caught:
        rows_of(damaged(tmp_path, file, data))
    assert caught.value.file == file


def test_an_unknown_interest_type_is_refused(tmp_path: Path) -> None:
    tables = classic_tables()
    data = table_bytes(tables["Interests.txt"]).replace(b"Artistic", b"Athletic")
    with pytest.raises(SourceError, match="“Athletic” is not one of the six interest types") as caught:
        list(damaged(tmp_path, "Interests.txt", data).interests())
    assert (caught.value.file, caught.value.column) == ("Interests.txt", "Element Name")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("O*NET 31.0 Database\nMay 2026 Release\n", "31.0"),
        ("O*NET® 30.3 Database\r\n", "30.3"),
        ("Something else", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_release_is_read_from_the_read_me(tmp_path: Path, text: str, name: str) -> None:
    assert damaged(tmp_path, "Read Me.txt", text.encode()).name == name


def test_a_release_without_a_read_me_is_of_unknown_release(tmp_path: Path) -> None:
    tables = classic_tables()
    del tables["Read Me.txt"]
    assert OnetRelease(write_release(tmp_path / "release", tables)).name == "unknown"


def test_the_real_release_is_read_whole(shared_data: Path) -> None:
    release = OnetRelease(shared_data / "onet-29.3")
    assert release.name == "29.3"
    assert release.missing() == ["task importance"]
    assert len(list(release.occupations())) == 1016
    assert [len(names_of(release, domain)) for domain in Domain] == [33, 35, 52, 41]
    assert len(list(release.interests())) == 923 * 6
