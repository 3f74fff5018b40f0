"""Title search does what people expect: readable examples that must hold, and rules that hold for any text."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerguide.db.guide import Guide
from careerguide.db.packing import integers, packed, reals
from careerguide.domain.results import SearchResult, Why


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    guide = Guide(starter_guide)
    yield guide
    guide.close()


def first(guide: Guide, query: str) -> SearchResult:
    found = guide.search(query, 1)
    assert found, f"nothing found for “{query}”"
    return found[0]


# What is first


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("rn", "Registered Nurses"),
        ("RN", "Registered Nurses"),
        ("fire fighter", "Firefighters"),
        ("firefighter", "Firefighters"),
        ("webdesigner", "Web and Digital Interface Designers"),
        ("web designer", "Web and Digital Interface Designers"),
        ("x ray tech", "Radiologic Technologists and Technicians"),
        ("x-ray tech", "Radiologic Technologists and Technicians"),
        ("xray tech", "Radiologic Technologists and Technicians"),
        ("electrition", "Electricians"),
        ("vetrinarian", "Veterinarians"),
        ("lawer", "Lawyers"),
        ("truck driver", "Heavy and Tractor-Trailer Truck Drivers"),
        ("cdl driver", "Heavy and Tractor-Trailer Truck Drivers"),
        ("custom border protection", "Customs and Border Protection Officers"),
        ("33-3051.04", "Customs and Border Protection Officers"),
        ("33305104", "Customs and Border Protection Officers"),
        ("barista", "Baristas"),
        ("barist", "Baristas"),
        ("school nurse", "Registered Nurses"),
        ("c++", "Software Developers"),
    ],
)
def test_what_people_type_finds_what_they_mean(guide: Guide, query: str, title: str) -> None:
    assert first(guide, query).title == title


def test_six_digits_are_a_code(guide: Guide) -> None:
    found = guide.search("333051")
    assert [result.code for result in found] == ["33-3051.00", "33-3051.04"]
    assert {result.why for result in found} == {Why.CODE}
    assert guide.search("33-3051") == guide.search("33 3051") == guide.search("33.3051") == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nurse school", "school nurse"),
        ("driver truck", "truck driver"),
        ("tech ray x", "x ray tech"),
        ("protection border customs", "customs border protection"),
        ("teacher school high", "high school teacher"),
        ("engineer software", "software engineer"),
    ],
)
def test_the_order_of_words_is_free(guide: Guide, one: str, other: str) -> None:
    assert first(guide, one).code == first(guide, other).code


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("nurse", "nurses"),
        ("teacher", "teachers"),
        ("secretary", "secretaries"),
        ("welder", "welders"),
        ("pilot", "pilots"),
        ("bus driver", "buses drivers"),
        ("movie director", "movies directors"),
        ("watch repairer", "watches repairers"),
        ("boss", "bosses"),
    ],
)
def test_one_and_many_find_the_same(guide: Guide, one: str, many: str) -> None:
    assert first(guide, one).code == first(guide, many).code


@pytest.mark.parametrize(
    ("typed", "typeset"),
    [("nurse-midwife", "nurse–midwife"), ("x-ray tech", "x‑ray tech"), ("sheriff's deputy", "sheriff’s deputy")],
)
def test_signs_copied_out_of_a_document_make_no_difference(guide: Guide, typed: str, typeset: str) -> None:
    assert guide.search(typeset) == guide.search(typed) != []


@pytest.mark.parametrize("query", ["asdfgh qwzx", "zzzz", "qqqqqqqq", "…", "日本語", "'s", "+ + +"])
def test_nonsense_finds_nothing(guide: Guide, query: str) -> None:
    assert guide.search(query) == []


# Why it was found


@pytest.mark.parametrize("query", ["electrition", "vetrinarian", "lawer", "acountant", "plummer assistent"])
def test_a_misspelled_word_says_that_it_was_the_spelling(guide: Guide, query: str) -> None:
    assert first(guide, query).why is Why.SPELLING


@pytest.mark.parametrize("query", ["electrician", "veterinarian", "lawyer", "accountant", "nurs", "cooks"])
def test_a_word_that_is_right_or_unfinished_is_not_called_misspelled(guide: Guide, query: str) -> None:
    assert Why.SPELLING not in {result.why for result in guide.search(query)}


@pytest.mark.parametrize("query", ["python", "autocad", "photoshop", "quickbooks"])
def test_software_finds_who_uses_it_and_says_so(guide: Guide, query: str) -> None:
    found = guide.search(query, 20)
    assert first(guide, query).why in {Why.SKILL, Why.ALTERNATE, Why.REPORTED}
    assert query in first(guide, query).matched.casefold()
    users = [result for result in found if result.why is Why.SKILL]
    assert users
    assert [result.title for result in users if query not in result.matched.casefold()] == []
    for result in users[:2]:
        assert result.matched in {tool.name for tool in guide.page(result.code).technology}


def test_what_matched_is_a_title_of_the_occupation(guide: Guide) -> None:
    for query in ("truck driver", "nurse", "welder", "it support", "chef"):
        for result in guide.search(query, 5):
            page = guide.page(result.code)
            if result.why is Why.TITLE:
                assert result.matched == page.title
            if result.why is Why.REPORTED:
                assert result.matched in page.also_called, (query, result)


# Whatever the text


_VOCABULARY = (
    "nurse nurses nrse rn x-ray xray c++ c# python fire fighter webdesigner electrition the a of 33-3051 333051 33- 's ’ – \x00 "
    '\ud800 %_*" teacher tech'
).split(" ")
texts = st.text(st.characters(exclude_categories=()), max_size=80) | st.lists(st.sampled_from(_VOCABULARY), max_size=12).map(
    " ".join
)


@settings(max_examples=150)
@given(query=texts, limit=st.integers(0, 60))
@example(query="", limit=5)
@example(query="a", limit=0)
@example(query="٣٣-٣٠٥١", limit=5)
def test_any_text_gives_at_most_so_many_different_careers_and_the_same_again(guide: Guide, query: str, limit: int) -> None:
    found = guide.search(query, limit)
    codes = [result.code for result in found]
    assert len(codes) <= limit
    assert len(set(codes)) == len(codes)
    assert all(result.title and result.matched for result in found)
    assert guide.search(query, limit) == found


@pytest.mark.parametrize("query", ["nurse", "teacher", "33-", "python", "electrition", "s"])
def test_a_smaller_limit_gives_the_beginning_of_the_list(guide: Guide, query: str) -> None:
    many = guide.search(query, 40)
    assert len(many) > 5
    for limit in (0, 1, 5):
        assert guide.search(query, limit) == many[:limit]


@pytest.mark.parametrize("text", ["nurse ", "x", "n u r s e ", "electrition ", "33-3051.04 ", "é", "\ud800", "-"])
def test_a_query_of_twenty_thousand_characters_is_answered(guide: Guide, text: str) -> None:
    query = (text * 20_000)[:20_000]
    assert len(guide.search(query, 10)) <= 10


def test_a_long_query_is_searched_by_its_beginning(guide: Guide) -> None:
    assert first(guide, "school nurse" + " " * 20_000).title == "Registered Nurses"
    assert first(guide, "school nurse " * 2_000).title == "Registered Nurses"


def test_any_words_of_any_title_find_something(guide: Guide) -> None:
    chance = random.Random(7)
    for occupation in chance.sample(guide.occupations(), 60):
        word = max(occupation.title.replace(",", " ").split(), key=len)
        assert guide.search(word, 1), word


def test_twelve_threads_that_search_at_once_agree_with_one(starter_guide: Path, guide: Guide) -> None:
    queries = ["nurse", "electrition", "webdesigner", "python", "33-", "truck driver", "zzzz", "rn"]
    expected = [guide.search(query) for query in queries]
    fresh, together = Guide(starter_guide), Barrier(12)  # what a search prepares when it is first used is prepared by twelve

    def search_all(turn: int) -> list[list[SearchResult]]:
        together.wait(timeout=30)
        mixed = queries[turn % 8 :] + queries[: turn % 8]
        found = dict(zip(mixed, map(fresh.search, mixed), strict=True))
        return [found[query] for query in queries]

    with ThreadPoolExecutor(12) as threads:
        assert list(threads.map(search_all, range(12))) == [expected] * 12
    fresh.close()


# Packed numbers


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_long_numbers_come_back_as_they_were_packed(numbers: list[int]) -> None:
    data = packed("I", numbers)
    assert list(integers("I", data)) == numbers
    assert data == b"".join(number.to_bytes(4, "little") for number in numbers)


@given(st.lists(st.integers(0, 2**16 - 1)))
def test_short_numbers_come_back_as_they_were_packed(numbers: list[int]) -> None:
    data = packed("H", numbers)
    assert list(integers("H", data)) == numbers
    assert data == b"".join(number.to_bytes(2, "little") for number in numbers)


@given(st.lists(st.integers(0, 255)))
def test_bytes_come_back_as_they_were_packed(numbers: list[int]) -> None:
    assert list(integers("B", packed("B", numbers))) == numbers == list(packed("B", numbers))


@given(st.lists(st.floats(width=32, allow_nan=False)))
def test_reals_come_back_as_they_were_packed(numbers: list[float]) -> None:
    assert list(reals(packed("f", numbers))) == numbers


def test_reals_are_packed_as_other_machines_read_them() -> None:
    assert packed("f", [1.0]) == bytes.fromhex("0000803f")


@pytest.mark.parametrize(("kind", "number"), [("B", 256), ("H", 65_536), ("I", -1)])
def test_a_number_that_does_not_fit_is_refused(kind: str, number: int) -> None:
    with pytest.raises(OverflowError):
        packed(kind, [number])
