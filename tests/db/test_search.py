"""Title search: any text is allowed; titles, beginnings of words, short titles and codes are found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_onet import ACTORS, OFFICER

from careerguide.db.guide import Guide
from careerguide.domain.results import SearchResult, Why


@pytest.fixture(scope="module")
def starter(starter_guide: Path) -> Iterator[Guide]:
    guide = Guide(starter_guide)
    yield guide
    guide.close()


@pytest.fixture(scope="module")
def small(small_guide: Path) -> Iterator[Guide]:
    guide = Guide(small_guide)
    yield guide
    guide.close()


def assert_sound(results: list[SearchResult], limit: int) -> None:
    assert len(results) <= limit
    codes = [result.code for result in results]
    assert len(codes) == len(set(codes))
    assert all(result.title and result.matched and isinstance(result.why, Why) for result in results)


any_text = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates, controls and all
pieces = st.sampled_from(
    ["33-", "33-3051.04", '"', "'", "*", "(", ")", "NEAR(", "AND", "OR", "NOT", ":", "^", "-", "_", "\x00", "nurse"]
)


@settings(max_examples=150)
@given(text=any_text | st.lists(pieces, max_size=8).map(" ".join) | st.lists(pieces | any_text, max_size=5).map("".join))
def test_no_text_whatever_gives_an_error(small: Guide, text: str) -> None:
    assert_sound(small.search(text, 5), 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\t\n",
        "%",
        "_",
        "*",
        '"',
        "''",
        "()",
        "AND",
        "title:nurse",
        "nurse*",
        "^nurse",
        "a NEAR b",
        "²",
        "½",
        "ß",
        "İ",
        "\ud800",
    ],
)
def test_signs_that_mean_something_to_a_database_are_only_signs(starter: Guide, text: str) -> None:
    assert_sound(starter.search(text, 10), 10)


def test_a_query_of_twenty_thousand_characters_is_answered(starter: Guide) -> None:
    for text in ("x" * 20_000, "officer " * 2_500, "33-" + "1" * 20_000, "é" * 20_000, "' OR 1=1 --" * 2_000):
        assert_sound(starter.search(text, 10), 10)


def test_nothing_asked_is_nothing_found(starter: Guide) -> None:
    assert starter.search("") == starter.search("   ") == starter.search("?!") == []


def test_the_title_of_an_occupation_finds_it_first(starter: Guide) -> None:
    occupations = starter.occupations()[::17]
    assert len(occupations) > 50
    first = {occupation.code: starter.search(occupation.title, 1) for occupation in occupations}
    wrong = [code for code, found in first.items() if [result.code for result in found] != [code]]
    assert wrong == []


def test_a_title_found_by_itself_says_so(starter: Guide) -> None:
    (first, *_) = starter.search("Customs and Border Protection Officers")
    assert first == SearchResult(first.code, first.title, first.title, Why.TITLE)
    assert first.code == "33-3051.04"


@pytest.mark.parametrize("text", ["cus", "custom", "customs bor", "CUSTOMS BORDER", "border customs", "  customs,  border  "])
def test_beginnings_of_words_in_any_order_and_case_find_the_occupation(small: Guide, text: str) -> None:
    assert [result.code for result in small.search(text)][:1] == [OFFICER]


def test_accents_make_no_difference(small: Guide) -> None:
    assert [result.code for result in small.search("cùstöms bórder")][:1] == [OFFICER]


@pytest.mark.parametrize(
    ("text", "code", "matched", "why"),
    [
        ("cbp", OFFICER, "CBP Officer", Why.ALTERNATE),
        ("port officer", OFFICER, "Port Officer", Why.REPORTED),
        ("customs inspector", OFFICER, "Customs Inspector", Why.ALTERNATE),
        ("stage player", ACTORS, "Stage Player", Why.REPORTED),
        ("voice-over", ACTORS, "Voice-Over Artist", Why.ALTERNATE),
        ("actors", ACTORS, "Actors", Why.TITLE),
    ],
)
def test_short_reported_and_alternate_titles_are_found_and_named(
    small: Guide, text: str, code: str, matched: str, why: Why
) -> None:
    first = small.search(text)[0]
    assert (first.code, first.matched, first.why) == (code, matched, why)


@pytest.mark.parametrize(("text", "count"), [("33-3051.04", 1), ("33-3051", 2), ("33-3051.", 2)])
def test_the_beginning_of_a_code_finds_codes(starter: Guide, text: str, count: int) -> None:
    results = starter.search(text)
    assert [result.code for result in results] == sorted(result.code for result in results)
    assert all(result.code.startswith(text) and result.why is Why.CODE for result in results)
    assert len(results) == count


@pytest.mark.parametrize("text", ["33-%", "33-____.04", "33-3051.04'", "99-", "33-9999"])
def test_a_code_that_is_not_there_finds_no_code(starter: Guide, text: str) -> None:
    assert [result for result in starter.search(text) if result.why is Why.CODE] == []


def test_no_more_results_than_asked_for_and_the_best_stay(starter: Guide) -> None:
    many = starter.search("manager", 50)
    assert len(many) == 50
    assert starter.search("manager", 7) == many[:7]
    assert len(starter.search("33-", 4)) == 4


def test_the_same_question_gets_the_same_answer(starter_guide: Path, starter: Guide) -> None:
    again = Guide(starter_guide)
    for text in ("nurse", "truck", "teacher assistant", "software"):
        assert again.search(text) == starter.search(text)
    again.close()
