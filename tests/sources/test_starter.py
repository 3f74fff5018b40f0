"""The starter guide's tables: what is written from a release is read back as the release's own rows."""

from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path

import pytest
from small_bls import write_projections_csv, write_small_oews
from small_onet import classic_tables, current_tables, write_release

from careerguide.domain.errors import SourceError
from careerguide.domain.ratings import Domain
from careerguide.sources.oews import OewsFiles
from careerguide.sources.onet import OnetRelease
from careerguide.sources.projections import Projections
from careerguide.sources.starter import StarterFigures, StarterTexts, write_figures


def assert_same(figures: Iterable[object], release: Iterable[object], what: str) -> None:
    """Row for row equal, without keeping either in memory, and not empty."""
    count = 0
    for mine, theirs in zip_longest(figures, release):
        assert mine == theirs, what
        count += 1
    assert count, what


def assert_figures_are_the_releases(figures: StarterFigures, release: OnetRelease, oews: OewsFiles, outlook: Projections) -> None:
    assert figures.name == release.name
    assert figures.wage_year == oews.year
    assert figures.cycle == (outlook.base_year, outlook.target_year)
    occupations = (row._replace(description=None) for row in release.occupations())
    assert_same(figures.occupations(), occupations, "occupations")
    assert_same(figures.alternate_titles(), release.alternate_titles(), "alternate titles")
    assert_same(figures.reported_titles(), release.reported_titles(), "reported titles")
    for domain in Domain:
        assert_same(figures.ratings(domain), release.ratings(domain), domain)
        mine, theirs = figures.element_names(domain), release.element_names(domain)
        rated = {row.element_id for row in release.ratings(domain)}
        assert {element: mine[element] for element in rated} == {element: theirs[element] for element in rated}
    assert_same(figures.shares(), release.shares(), "shares")
    assert_same(figures.interests(), release.interests(), "interests")
    assert_same(figures.traits(), release.traits(), "traits")
    assert_same(figures.job_zones(), release.job_zones(), "job zones")
    assert_same(figures.software(), release.software(), "software")
    assert_same(figures.related(), release.related(), "related")
    assert_same(figures.wages(), oews.rows(), "wages")
    assert_same(figures.projections(), outlook.rows(), "projections")


@pytest.mark.parametrize("tables", [classic_tables, current_tables])
def test_figures_written_from_a_small_release_are_read_back_unchanged(tmp_path: Path, tables: object) -> None:
    assert callable(tables)
    release = OnetRelease(write_release(tmp_path / "release", tables()))
    oews = OewsFiles(write_small_oews(tmp_path / "oews-2025"))
    outlook = Projections(write_projections_csv(tmp_path / "projections.csv"))
    write_figures(release, oews, outlook, tmp_path / "figures")
    assert_figures_are_the_releases(StarterFigures(tmp_path / "figures"), release, oews, outlook)


def test_no_official_sentence_is_written_into_the_figures(tmp_path: Path) -> None:
    tables = classic_tables()
    release = OnetRelease(write_release(tmp_path / "release", tables))
    oews = OewsFiles(write_small_oews(tmp_path / "oews-2025"))
    write_figures(release, oews, Projections(write_projections_csv(tmp_path / "p.csv")), tmp_path / "figures")
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "figures").iterdir())
    sentences = [row.description for row in release.occupations()] + [row.statement for row in release.tasks()]
    sentences += [row.description for row in release.elements()] + [row.title for row in release.activities()]
    assert [sentence for sentence in sentences if sentence and sentence in written] == []
    assert "Customs and Border Protection Officers" in written


def test_the_committed_figures_are_those_of_the_real_releases(shared_data: Path, resources_guide: Path) -> None:
    assert_figures_are_the_releases(
        StarterFigures(resources_guide / "figures"),
        OnetRelease(shared_data / "onet-29.3"),
        OewsFiles(shared_data / "oews-2025"),
        Projections(shared_data / "projections-2024-34" / "occupation.xlsx"),
    )


def test_tools_of_the_release_are_in_the_committed_figures(shared_data: Path, resources_guide: Path) -> None:
    release = OnetRelease(shared_data / "onet-29.3")
    assert_same(StarterFigures(resources_guide / "figures").tools(), release.tools(), "tools")


def texts_folder(tmp_path: Path, resources_guide: Path, texts: str) -> Path:
    folder = tmp_path / "guide"
    (folder / "texts").mkdir(parents=True)
    (folder / "meanings.toml").write_bytes((resources_guide / "meanings.toml").read_bytes())
    (folder / "texts" / "33.toml").write_text(texts, encoding="utf-8")
    return folder


def test_our_texts_are_read_by_code(tmp_path: Path, resources_guide: Path) -> None:
    folder = texts_folder(tmp_path, resources_guide, '["33-3051.04"]\noverview = "They check."\ntasks = ["Look.", "Ask."]\n')
    (code,) = StarterTexts(folder).occupations()
    text = StarterTexts(folder).occupations()[code]
    assert (code, text.overview, text.tasks, text.activities) == ("33-3051.04", "They check.", ("Look.", "Ask."), ())


@pytest.mark.parametrize("texts", ["not toml at all", '["33-3051.04"]\ntasks = []\n', '"33-3051.04" = 5\n'])
def test_a_faulty_text_is_told_with_the_name_of_its_file(tmp_path: Path, resources_guide: Path, texts: str) -> None:
    with pytest.raises(SourceError, match=r"33\.toml"):
        StarterTexts(texts_folder(tmp_path, resources_guide, texts)).occupations()


def test_missing_texts_and_figures_are_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"meanings\.toml: this file is missing"):
        StarterTexts(tmp_path)
    with pytest.raises(SourceError, match=r"releases\.tsv"):
        StarterFigures(tmp_path)


def test_every_word_the_figures_need_is_in_our_meanings(resources_guide: Path) -> None:
    texts, figures = StarterTexts(resources_guide), StarterFigures(resources_guide / "figures")
    meanings = texts.elements()
    for domain in Domain:
        assert [row.element_id for row in figures.ratings(domain) if not meanings.get(row.element_id)] == []
    assert {row.element_id for row in figures.traits()} == set(texts.traits())
    assert {row.zone for row in figures.job_zones()} <= {zone.zone for zone in texts.job_zones()}
    assert {(row.scale, row.category) for row in figures.shares()} <= set(texts.categories())
    assert {row.name for row in figures.interests()} == set(texts.interests())
