"""Words for searching: cutting, folding, plurals and families of words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerguide.domain.words import EMPTY_WORDS, folded, indexed_words, phrase_key, root, stem, words

any_text = st.text(st.characters(exclude_categories=()), max_size=80)  # lone surrogates, controls and all
a_word = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=16)
_ENDINGS = ("s", "es", "ies", "ss", "sses", "ches", "xes", "ing", "ers", "ion", "ology", "ologist", "ry", "e", "")
like_a_word = a_word | st.tuples(a_word, st.sampled_from(_ENDINGS)).map("".join)
like_a_title = st.lists(like_a_word, max_size=6).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", "-", "'s ", "’s ", "/", ", ", "–", "++ ", "# "]), min_size=6, max_size=6).map(
        lambda joints: "".join(word + joint for word, joint in zip(parts, joints, strict=False))
    )
)
some_text = any_text | like_a_title


# Folding


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("NURSE", "nurse"),
        ("Café", "cafe"),
        ("Ünïcödé", "unicode"),
        ("Sheriff's Deputy", "sheriff deputy"),
        ("Sheriff’s Deputy", "sheriff deputy"),
        ("Drivers' Mate", "drivers mate"),
        ("O'Neill", "oneill"),
        ("what's", "what"),
        ("ﬁreﬁghter", "firefighter"),  # two letters drawn as one, as copied out of a document
        ("", ""),
    ],
)
def test_case_accents_and_possessives_are_taken_off(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(some_text)
def test_what_is_folded_stays_so_when_folded_again(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(some_text)
def test_what_is_folded_is_plain_lower_case(text: str) -> None:
    plain = folded(text)
    assert plain.isascii()
    assert plain == plain.lower()
    assert "'" not in plain


# Words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Registered Nurse", ["registered", "nurse"]),
        ("X-Ray Tech", ["x", "ray", "tech"]),
        ("Nurse–Midwife", ["nurse", "midwife"]),
        ("Non‑Profit", ["non", "profit"]),  # a hyphen that keeps the line together, as copied out of a document
        ("C++ and C#", ["c++", "and", "c#"]),
        ("C/C++", ["c", "c++"]),
        ("C#/.NET", ["c#", "net"]),
        ("C#sharp", ["c", "sharp"]),
        ("1,016 careers", ["1", "016", "careers"]),
        ("A.M.", ["a", "m"]),
        (" \t\n—!?", []),
        ("+ ++ #", []),
        ("日本語", []),
    ],
)
def test_a_text_is_cut_into_its_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(some_text)
def test_no_text_whatever_gives_an_error(text: str) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(\+\+|#)?", word) for word in words(text))
    assert all(indexed_words(text))
    phrase_key(words(text))


@given(some_text)
def test_words_written_apart_are_the_same_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


# Words to find a text by


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Nurses", ["nurse"]),
        ("X-Ray", ["x", "ray", "xray"]),
        ("x‑ray", ["x", "ray", "xray"]),
        ("Stay-at-Home Parents", ["stay", "at", "home", "parent", "stayathome"]),
        ("Co-Pilots and Pilots", ["co", "pilot", "and", "pilot", "copilot"]),
        ("First-Line", ["first", "line", "firstline"]),
        ("C++", ["c++"]),
        ("Helpers--Carpenters", ["helper", "carpenter"]),
        ("- nurse -", ["nurse"]),
        ("", []),
    ],
)
def test_hyphenated_words_are_found_joined_too(text: str, stems: list[str]) -> None:
    assert indexed_words(text) == stems


@given(some_text)
def test_every_word_of_a_text_finds_it(text: str) -> None:
    assert {stem(word) for word in words(text)} <= set(indexed_words(text))


# Stems


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("nurses", "nurse"),
        ("drivers", "driver"),
        ("secretaries", "secretary"),
        ("bodies", "body"),
        ("buses", "bus"),
        ("houses", "house"),
        ("classes", "class"),
        ("dishes", "dish"),
        ("watches", "watch"),
        ("boxes", "box"),
        ("taxes", "tax"),
        ("movies", "movie"),
        ("cookies", "cookie"),
        ("ties", "tie"),
        ("c++", "c++"),
    ],
)
def test_the_plural_has_the_stem_of_the_singular(plural: str, singular: str) -> None:
    assert stem(plural) == singular
    assert stem(singular) == singular


@pytest.mark.parametrize("word", ["bus", "gas", "glass", "business", "tennis", "analysis", "campus", "is", "s", "ss", "rn"])
def test_a_word_that_is_no_plural_stays(word: str) -> None:
    assert stem(word) == word


@given(like_a_word)
@example("ies")
@example("sss")
@example("xes")
def test_a_stem_is_a_word_and_has_no_other_stem(word: str) -> None:
    assert stem(word)
    assert len(stem(word)) >= min(len(word), 2)
    assert stem(stem(word)) == stem(word)


# Roots


@pytest.mark.parametrize(
    ("family", "shared"),
    [
        ("driver driving drive", "driv"),
        ("psychologist psychology", "psych"),
        ("teacher teaching", "teach"),
        ("welder welding", "weld"),
        ("electrician electrical electric", "electric"),
        ("planner planning", "plan"),
        ("counselor counseling", "counsel"),
        ("therapist therapy", "therap"),
        ("assistant assist", "assist"),
        ("supervisor supervision", "supervis"),
    ],
)
def test_a_family_of_words_shares_its_root(family: str, shared: str) -> None:
    assert {root(word) for word in family.split()} == {shared}


@pytest.mark.parametrize("word", ["actor", "nurse", "cook", "c++", "x", "pilot", "king", "ring", "red"])
def test_a_short_word_is_its_own_root_or_nearly(word: str) -> None:
    assert word.startswith(root(word))
    assert len(root(word)) >= min(len(word), 4)


@pytest.mark.parametrize(("one", "other"), [("king", "kitchen"), ("baker", "bank"), ("pilot", "pile"), ("nurse", "nursery")])
def test_words_that_only_look_alike_are_no_family(one: str, other: str) -> None:
    assert root(one) != root(other)


@given(like_a_word)
def test_a_word_begins_with_its_root(word: str) -> None:
    """The search finds a family between two places of an ordered list: this must hold for every word."""
    assert root(word)
    assert word.startswith(root(word))
    assert len(root(word)) >= min(len(word), 4)


# Phrases


@pytest.mark.parametrize(
    "said", ["drives trucks", "truck driver", "driving truck", "TRUCK DRIVERS", "truck's driver", "drive truck truck"]
)
def test_a_phrase_has_one_key_in_any_order_and_form(said: str) -> None:
    assert phrase_key(words(said)) == "driv truck"


def test_a_word_said_twice_counts_once() -> None:
    assert phrase_key(["car", "cars", "car"]) == "car"
    assert phrase_key([]) == ""


@given(st.lists(like_a_word, max_size=6).flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))))
def test_the_order_of_a_phrase_never_matters(said: tuple[list[str], list[str]]) -> None:
    assert phrase_key(said[0]) == phrase_key(said[1])


def test_words_that_say_nothing_are_as_words_are_cut() -> None:
    """A word in the list that typing could never give would be there for nothing."""
    assert {word for word in EMPTY_WORDS if words(word) != [word]} == set()
