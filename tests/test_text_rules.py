"""The text rules find what they are there for, and leave good text alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from text_rules import (
    Text,
    article_slips,
    british_spellings,
    count_sentences,
    forbidden_marks,
    forbidden_phrases,
    gendered_words,
    has_stray_space,
    is_activity,
    is_task,
    read_texts,
    reading_grade,
    shared_openings,
    starts_with_title,
    words,
)

BAKER = Text("51.toml", "51-3011.00", "Bakers rise early.", (), (), frozenset({"overview"}))


def test_words_are_counted_whatever_stands_between_them() -> None:
    assert words("First-line, X-ray: 3 p.m.!") == ["first", "line", "x", "ray", "3", "p", "m"]


def test_sentences_are_counted_by_their_ends() -> None:
    assert count_sentences("Who bakes? Bakers do. At 3.5 degrees") == 2


def test_the_reading_grade_is_flesch_kincaid() -> None:
    # Six words in two sentences; eight syllables as counted: Ba-kers mix dough they shape loa-ves.
    assert reading_grade("Bakers mix dough. They shape loaves.") == pytest.approx(0.39 * 3 + 11.8 * 8 / 6 - 15.59)
    assert reading_grade("") == 0
    assert reading_grade("Internationally operating organizations administer responsibilities.") > 12


@pytest.mark.parametrize(
    ("sentence", "good"),
    [
        ("Mix flour and water to make dough.", True),
        ("mix flour and water to make dough.", False),
        ("Mix flour and water to make dough", False),
        ("Mix the dough well.", False),
        ("Mix flour and water. Then make dough.", False),
        ("Mix " + "flour and water " * 9 + "well.", False),
        ("Mix " + "flour and water " * 8 + "well.", True),
    ],
)
def test_a_task_is_one_sentence_of_6_to_28_words(sentence: str, good: bool) -> None:
    assert is_task(sentence) is good


@pytest.mark.parametrize(
    ("phrase", "good"),
    [
        ("Mix dough", True),
        ("Put together reports", True),
        ("Mix dough.", False),
        ("mix dough", False),
        ("Mix", False),
        ("Mix dough and bake it in a hot oven", False),
    ],
)
def test_an_activity_is_a_short_phrase_without_a_full_stop(phrase: str, good: bool) -> None:
    assert is_activity(phrase) is good


@pytest.mark.parametrize(
    ("text", "stray"), [(" a", True), ("a ", True), ("a  b", True), ("a\nb", True), ("a b", False), ("", False)]
)
def test_stray_white_space_is_found(text: str, stray: bool) -> None:
    assert has_stray_space(text) is stray


def test_gendered_words_are_found_and_humans_left_alone() -> None:
    assert gendered_words("The salesman told the foremen that she lost her manpower.") == [
        "salesman",
        "foremen",
        "she",
        "her",
        "manpower",
    ]
    assert gendered_words("He or she minds himself, his craftsmanship, a chairwoman.") == [
        "he",
        "she",
        "himself",
        "his",
        "craftsmanship",
        "chairwoman",
    ]
    assert gendered_words("Human managers here manage manuals; the others in Germany help women with a specimen.") == []


def test_advertisement_and_job_offers_are_found() -> None:
    assert forbidden_phrases("In this role you are responsible for an exciting, rewarding career.") == [
        "In this role",
        "responsible for",
        "exciting",
        "rewarding career",
    ]
    assert forbidden_phrases("Check vital signs, rewarding what goes well.") == []


def test_marks_that_are_not_plain_typing_are_found() -> None:
    assert forbidden_marks("Stop! The baker’s “bread” , and/or cake") == ["!", "’", "“", "”", " ,", "and/or"]
    assert forbidden_marks("The baker's bread: fresh, warm (and good).") == []


def test_british_spellings_are_found() -> None:
    assert british_spellings("Organise the colour of the licence at the centre") == ["Organise", "colour", "licence", "centre"]
    assert british_spellings("Specialists, programmers and analysts color a license in the center.") == []


@pytest.mark.parametrize("slip", ["the a", "a/an", "to to", "a apple", "an union", "a hour", "an dog", "The the", "a X-ray"])
def test_slips_of_articles_are_found(slip: str) -> None:
    assert article_slips(f"They see {slip} there.") != []


@pytest.mark.parametrize(
    "fine",
    ["an apple", "a union", "an hour", "a dog", "an X-ray", "a urologist", "a one-way street", "an uninsured car", "an usher"],
)
def test_good_articles_are_left_alone(fine: str) -> None:
    assert article_slips(f"They see {fine} there.") == []


def test_overviews_of_one_file_that_open_alike_are_found() -> None:
    cook = replace(BAKER, code="51-3012.00", overview="Bakers rise early, and so do cooks.")
    elsewhere = replace(cook, file="35.toml")
    assert shared_openings([BAKER, cook]) == ["51.toml bakers rise early"]
    assert shared_openings([BAKER, elsewhere]) == []


@pytest.mark.parametrize(
    ("overview", "title", "starts"),
    [
        ("Bakers rise early.", "Bakers", True),
        ("A baker rises early.", "Bakers", True),
        ("Secretaries write.", "Secretaries and Clerks", True),
        ("When bakers rise, others sleep.", "Bakers", False),
        ("Breads are baked.", "Bakers", False),
        ("", "Bakers", False),
    ],
)
def test_an_opening_with_the_title_is_seen(overview: str, title: str, starts: bool) -> None:
    assert starts_with_title(overview, title) is starts


def test_a_code_in_two_files_is_read_twice(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('["51-3011.00"]\noverview = "Bakers rise."\nactivities = ["Mix dough"]\n', encoding="utf-8")
    texts = read_texts(tmp_path)
    assert [(text.file, text.code, text.activities, text.tasks) for text in texts] == [
        ("a.toml", "51-3011.00", ("Mix dough",), ()),
        ("b.toml", "51-3011.00", ("Mix dough",), ()),
    ]
