"""The question at the head of the page for each of the official titles, checked by rules of its own (not those of the code)."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from careerguide.domain.titles import question

GROUP_QUESTION = "Which careers are in this group?"

# Words that end in “s” and stay so when one person is meant, by the reason why.
FIELDS_OF_KNOWLEDGE = {
    *("Avionics", "Bioinformatics", "Communications", "Economics", "Electronics", "Forensics", "Informatics", "Logistics"),
    *("Mechatronics", "Photonics", "Physics", "Robotics", "Sciences", "Specialties", "Studies", "Telecommunications"),
}
THINGS_PEOPLE_WORK_WITH = {
    *("Accounts", "Activities", "Affairs", "Animals", "Benefits", "Biofuels", "Claims", "Collections", "Commodities", "Customs"),
    *("Effects", "Explosives", "Facilities", "Factors", "Fibers", "Goods", "Materials", "Microsystems", "Nanosystems", "News"),
    *("Operations", "Parts", "Products", "Programs", "Promotions", "Records", "Relations", "Resources", "Sales", "Securities"),
    *("Services", "Sports", "Surfaces", "Systems", "Utilities"),
}
BODIES_OF_PEOPLE = {"Forces"}
STAY_PLURAL = FIELDS_OF_KNOWLEDGE | THINGS_PEOPLE_WORK_WITH | BODIES_OF_PEOPLE
SINGULAR_ALL_ALONG = {"Gas", "as"}  # besides those in -ss, -us and -is

# Titles for which the heading says more than the title, so that not every word of it is found there.
REWORDED = {"Clergy", "Infantry", "Special Forces", "Transit and Railroad Police", "Physicians, Pathologists"}

# The letter u begins some words with a vowel (“usher”) and others with the sound of “you”: each is judged by ear.
U_BY_EAR = {
    "Umpire": "an",
    "Underground": "an",
    "Upholsterer": "an",
    "Urban": "an",
    "Urologist": "a",
    "Usher": "an",
    "Utilities": "a",
}


def titles() -> list[str]:
    table = Path(__file__).parents[2] / "resources" / "guide" / "figures" / "occupations.tsv"
    with table.open(encoding="utf-8", newline="") as lines:
        return [row["title"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


ALL_TITLES = titles()
RESIDUAL = [title for title in ALL_TITLES if re.search(r", All Other\b", title)]
ONE_OCCUPATION = [title for title in ALL_TITLES if title not in RESIDUAL]


def person(title: str) -> str:
    """What the heading calls one person: without “What is a …?”."""
    match = re.fullmatch(r"What is an? (.+)\?", question(title))
    assert match, question(title)
    return match[1]


def name_of_the_work(phrase: str) -> str:
    """The phrase up to “of”: whoever is supervised or helped may be many."""
    return phrase.partition(" of ")[0]


def kept(title: str) -> str:
    """The title without what it excludes or includes."""
    return re.split(r",? (?:Except|Including) ", title)[0]


def words(phrase: str) -> list[str]:
    return re.findall(r"[A-Za-z][A-Za-z']*", phrase)


def test_all_official_titles_are_looked_at() -> None:
    assert len(ALL_TITLES) == 1016
    assert len(RESIDUAL) == 76
    assert len(set(ALL_TITLES)) == len(ALL_TITLES)


@pytest.mark.parametrize("title", RESIDUAL)
def test_a_group_of_others_is_not_asked_for_as_one_career(title: str) -> None:
    assert question(title) == GROUP_QUESTION


def test_each_heading_is_one_clean_question() -> None:
    clean = re.compile(r"What is an? [A-Z][^?]*[^\s,;:?-]\?")
    assert [heading for heading in map(question, ONE_OCCUPATION) if not clean.fullmatch(heading)] == []
    slips = re.compile(r"  | ,|,,|,\S|--|\bExcept\b|\bIncluding\b|, (?:and|or)\?| (?:and|or) (?:and|or) |[()]")
    assert [heading for heading in map(question, ONE_OCCUPATION) if slips.search(heading)] == []


def test_no_two_occupations_have_the_same_heading() -> None:
    assert [heading for heading, times in Counter(map(question, ONE_OCCUPATION)).items() if times > 1] == []


def expected_article(first_word: str) -> str:
    if first_word.isupper():  # spelled out letter by letter: an M, a U
        return "an" if first_word[0] in "AEFHILMNORSX" else "a"
    if first_word[0] == "U":
        return U_BY_EAR.get(first_word, f"nobody has said yet how {first_word} sounds")
    assert not first_word.startswith(("Eu", "Ew", "One", "Hon", "Hour", "Heir")), f"judge {first_word} by ear"
    return "an" if first_word[0] in "AEIO" else "a"


def test_the_article_agrees_with_the_first_sound() -> None:
    wrong = [question(title) for title in ONE_OCCUPATION if question(title).split()[2] != expected_article(words(person(title))[0])]
    assert wrong == []


def test_nobody_is_left_in_the_plural() -> None:
    def is_plural(word: str) -> bool:
        ends_so = word.endswith(("s", "people", "men", "persons")) and not word.endswith(("ss", "us", "is", "'s"))
        return ends_so and word not in STAY_PLURAL | SINGULAR_ALL_ALONG

    left = {
        title: plural for title in ONE_OCCUPATION if (plural := list(filter(is_plural, words(name_of_the_work(person(title))))))
    }
    assert left == {}


def test_things_stay_in_the_plural() -> None:
    def things(phrase: str) -> list[str]:
        return sorted(word for word in words(phrase) if word in STAY_PLURAL)

    assert {title: person(title) for title in ONE_OCCUPATION if things(kept(title)) != things(person(title))} == {}


def test_no_word_of_the_title_is_lost_and_none_is_added() -> None:
    def beginnings(phrase: str) -> list[str]:
        return sorted(word[:3] for word in words(phrase) if word not in ("and", "or", "of"))

    changed = [title for title in ONE_OCCUPATION if beginnings(kept(title)) != beginnings(person(title))]
    assert set(changed) == REWORDED
