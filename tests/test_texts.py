"""The starter guide's own texts keep the rules of docs/writing.md, and its meanings and assessments are complete."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from text_rules import (
    OfficialWords,
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
    median_grade,
    read_texts,
    reading_grade,
    shared_openings,
    starts_with_title,
    table,
    words,
)

from careerguide.domain.interests import TYPES
from careerguide.sources.starter import StarterTexts


@pytest.fixture(scope="module")
def texts(resources_guide: Path) -> list[Text]:
    return read_texts(resources_guide / "texts")


@pytest.fixture(scope="module")
def titles(resources_guide: Path) -> dict[str, str]:
    return {row["code"]: row["title"] for row in table(resources_guide / "figures" / "occupations.tsv")}


@pytest.fixture(scope="module")
def rated(resources_guide: Path) -> set[str]:
    """Codes of occupations with a job zone: those that O*NET has surveyed."""
    return {row["code"] for row in table(resources_guide / "figures" / "job-zones.tsv")}


@pytest.fixture(scope="module")
def meanings(resources_guide: Path) -> StarterTexts:
    return StarterTexts(resources_guide)


@pytest.fixture(scope="module")
def sentences_of_meanings(meanings: StarterTexts) -> list[str]:
    zones = [sentence for zone in meanings.job_zones() for sentence in zone[1:]]
    groups = [group.line for group in meanings.major_groups().values()]
    notes = [category.note for category in meanings.categories().values() if category.note]
    return [*meanings.elements().values(), *meanings.interests().values(), *zones, *groups, *notes]


@pytest.fixture(scope="module")
def official(shared_data: Path) -> OfficialWords:
    return OfficialWords(shared_data / "onet-29.3")


# Complete


def test_each_occupation_has_one_text_in_the_file_of_its_group(texts: list[Text], titles: dict[str, str]) -> None:
    assert sorted(text.code for text in texts) == sorted(titles)
    assert [(text.code, text.file) for text in texts if not text.file.startswith(text.code[:3])] == []


def test_each_table_is_headed_by_the_title_of_its_occupation(resources_guide: Path, titles: dict[str, str]) -> None:
    for path in (resources_guide / "texts").glob("*.toml"):
        heads = re.findall(r'^\["(.+?)"\](?:  # (.+))?$', path.read_text(encoding="utf-8"), re.M)
        assert [(code, title) for code, title in heads if title and title != titles[code]] == [], path.name


def test_tables_have_no_keys_that_nobody_reads(texts: list[Text]) -> None:
    assert [text.code for text in texts if not text.keys <= {"overview", "tasks", "activities"}] == []


def test_occupations_that_were_surveyed_have_5_to_8_tasks_and_3_to_6_activities(texts: list[Text], rated: set[str]) -> None:
    counts = {text.code: (len(text.tasks), len(text.activities)) for text in texts if text.code in rated}
    assert {code: count for code, count in counts.items() if not (5 <= count[0] <= 8 and 3 <= count[1] <= 6)} == {}


def test_groups_and_military_occupations_have_an_overview_only(texts: list[Text], rated: set[str]) -> None:
    assert [text.code for text in texts if text.code not in rated and (text.tasks or text.activities)] == []


# Sentences


def test_each_overview_has_30_to_110_words_in_two_to_five_sentences(texts: list[Text]) -> None:
    lengths = {text.code: (len(words(text.overview)), count_sentences(text.overview)) for text in texts}
    assert {code: length for code, length in lengths.items() if not (30 <= length[0] <= 110 and 2 <= length[1] <= 5)} == {}


def test_each_overview_ends_with_a_full_stop_and_has_no_semicolon(texts: list[Text]) -> None:
    assert [text.code for text in texts if not text.overview.endswith(".") or ";" in text.overview] == []


def test_each_task_is_one_sentence_of_6_to_28_words(texts: list[Text]) -> None:
    assert [(text.code, task) for text in texts for task in text.tasks if not is_task(task)] == []


def test_each_activity_is_a_phrase_of_two_to_seven_words(texts: list[Text]) -> None:
    assert [(text.code, activity) for text in texts for activity in text.activities if not is_activity(activity)] == []


def test_no_task_is_used_twice(texts: list[Text]) -> None:
    users = defaultdict(list)
    for text in texts:
        for task in text.tasks:
            users[" ".join(words(task))].append(text.code)
    assert {task: codes for task, codes in users.items() if len(codes) > 1} == {}


def test_no_activity_stands_twice_in_one_occupation(texts: list[Text]) -> None:
    assert [text.code for text in texts if len(set(map(str.lower, text.activities))) < len(text.activities)] == []


def test_no_two_occupations_share_an_overview(texts: list[Text]) -> None:
    assert [overview for overview, times in Counter(text.overview for text in texts).items() if times > 1] == []


def test_there_is_no_stray_white_space(texts: list[Text]) -> None:
    assert [(text.code, sentence) for text in texts for sentence in text.sentences if has_stray_space(sentence)] == []


# Plain words


def test_each_text_can_be_read_in_grade_12_and_half_of_them_in_grade_9(texts: list[Text]) -> None:
    assert {text.code: round(text.reading_grade, 1) for text in texts if text.reading_grade > 12} == {}
    assert median_grade(texts) <= 9.5


def test_nobody_is_he_or_she(texts: list[Text]) -> None:
    assert [(text.code, found) for text in texts for sentence in text.sentences if (found := gendered_words(sentence))] == []


def test_women_are_named_only_where_the_work_is_for_them(texts: list[Text]) -> None:
    for_women = {
        "21-1094.00",
        "25-1062.00",
        "29-1161.00",
        "29-1218.00",
    }  # community health, women's studies, midwives, gynecologists
    assert {text.code for text in texts if "women" in words(" ".join(text.sentences))} <= for_women


def test_nothing_is_advertised(texts: list[Text]) -> None:
    assert [(text.code, found) for text in texts for sentence in text.sentences if (found := forbidden_phrases(sentence))] == []


def test_there_are_no_exclamation_marks_curly_quotes_or_shorthand(texts: list[Text]) -> None:
    assert [(text.code, found) for text in texts for sentence in text.sentences if (found := forbidden_marks(sentence))] == []


def test_spelling_is_american(texts: list[Text]) -> None:
    assert [(text.code, found) for text in texts for sentence in text.sentences if (found := british_spellings(sentence))] == []


def test_articles_have_not_slipped(texts: list[Text]) -> None:
    assert [(text.code, found) for text in texts for sentence in text.sentences if (found := article_slips(sentence))] == []


def test_pay_stays_with_the_figures(texts: list[Text]) -> None:
    assert [text.code for text in texts for sentence in text.sentences if re.search(r"[$%]|\bsalar|\bpercent\b", sentence)] == []


# Openings


def test_no_two_overviews_of_a_file_share_their_first_three_words(texts: list[Text]) -> None:
    assert shared_openings(texts) == []


def test_at_most_a_third_of_the_overviews_of_a_file_start_with_the_title(texts: list[Text], titles: dict[str, str]) -> None:
    files: dict[str, list[bool]] = defaultdict(list)
    for text in texts:
        files[text.file].append(starts_with_title(text.overview, titles[text.code]))
    assert {file: sum(starts) for file, starts in files.items() if 3 * sum(starts) > len(starts)} == {}


# Our own words


def test_official_sentences_are_recognised(official: OfficialWords, shared_data: Path) -> None:
    release = shared_data / "onet-29.3"
    task = max((row["Task"] for row in table(release / "Task Statements.txt")), key=len)
    assert official.repeated_in(f"Now and then, {task}") is not None
    short = min((row["DWA Title"] for row in table(release / "DWA Reference.txt")), key=len)
    assert official.repeated_in(short.upper()) is not None
    assert official.repeated_in("Sing to the dough until it wakes up and asks for more flour.") is None


def test_no_text_repeats_an_official_sentence(texts: list[Text], official: OfficialWords) -> None:
    repeated = [(text.code, run) for text in texts for sentence in text.sentences if (run := official.repeated_in(sentence))]
    assert repeated == []


def test_no_meaning_repeats_an_official_sentence(sentences_of_meanings: list[str], official: OfficialWords) -> None:
    assert [run for sentence in sentences_of_meanings if (run := official.repeated_in(sentence))] == []


def test_no_assessment_repeats_an_official_sentence(meanings: StarterTexts, official: OfficialWords) -> None:
    assert [run for test in meanings.assessments() if (run := official.repeated_in(test.description))] == []


# Meanings


def test_each_rated_element_has_a_meaning_of_its_own(meanings: StarterTexts, resources_guide: Path) -> None:
    elements = meanings.elements()
    assert set(elements) == {row["element_id"] for row in table(resources_guide / "figures" / "elements.tsv")}
    assert len(elements) == len(set(elements.values())) == 161


def test_each_meaning_is_one_to_three_sentences_of_at_most_40_words(meanings: StarterTexts) -> None:
    lengths = {element: (len(words(meaning)), count_sentences(meaning)) for element, meaning in meanings.elements().items()}
    assert {element: length for element, length in lengths.items() if not (8 <= length[0] <= 40 and 1 <= length[1] <= 3)} == {}
    assert [element for element, meaning in meanings.elements().items() if not meaning.endswith(".")] == []


def test_the_six_interests_have_meanings(meanings: StarterTexts) -> None:
    assert tuple(meanings.interests()) == TYPES
    assert all(meanings.interests().values())


def test_the_five_job_zones_have_meanings(meanings: StarterTexts) -> None:
    zones = meanings.job_zones()
    assert [zone[0] for zone in zones] == [1, 2, 3, 4, 5]
    assert [zone for zone in zones if not all(zone)] == []
    assert len({zone[1] for zone in zones}) == 5


def test_each_category_of_schooling_has_a_name(meanings: StarterTexts, resources_guide: Path) -> None:
    names = meanings.categories()
    used = {(row["scale"], int(row["category"])) for row in table(resources_guide / "figures" / "schooling.tsv")}
    assert used == set(names)
    assert sorted(category for scale, category in names if scale == "RL") == list(range(1, 13))
    assert [key for key, category in names.items() if not category.name] == []


def test_each_major_group_has_a_name_and_a_line(meanings: StarterTexts, titles: dict[str, str]) -> None:
    groups = meanings.major_groups()
    assert set(groups) == {code[:2] for code in titles}
    assert [code for code, group in groups.items() if not group.name or not group.line.endswith(".")] == []


def test_meanings_are_in_plain_words(sentences_of_meanings: list[str]) -> None:
    for rule in (gendered_words, forbidden_phrases, forbidden_marks, british_spellings, article_slips):
        assert [found for sentence in sentences_of_meanings if (found := rule(sentence))] == [], rule.__name__
    assert [sentence for sentence in sentences_of_meanings if has_stray_space(sentence)] == []


def test_meanings_can_be_read_in_grade_12(meanings: StarterTexts) -> None:
    long = [*meanings.elements().values(), *meanings.interests().values()]
    assert [meaning for meaning in long if reading_grade(meaning) > 12] == []


# Assessments


def test_each_assessment_belongs_to_occupations_that_exist(meanings: StarterTexts, titles: dict[str, str]) -> None:
    entries = [(test.name, entry) for test in meanings.assessments() for entry in test.occupations]
    assert entries != []
    assert [(name, entry) for name, entry in entries if not re.fullmatch(r"\d\d-\d{1,4}(?:\.\d\d)?", entry)] == []
    assert [(name, entry) for name, entry in entries if not any(code.startswith(entry) for code in titles)] == []


def test_no_assessment_stands_twice_and_none_belongs_to_nobody(meanings: StarterTexts) -> None:
    assessments = meanings.assessments()
    assert len({test.name for test in assessments}) == len(assessments)
    assert [test.name for test in assessments if not test.occupations or len(set(test.occupations)) < len(test.occupations)] == []


def test_each_assessment_is_described_in_8_to_40_words(meanings: StarterTexts) -> None:
    descriptions = [test.description for test in meanings.assessments()]
    assert [text for text in descriptions if not (8 <= len(words(text)) <= 40 and text.endswith("."))] == []


def test_assessments_are_in_plain_words(meanings: StarterTexts) -> None:
    sentences = [sentence for test in meanings.assessments() for sentence in (test.name, test.description)]
    assert [sentence for sentence in sentences if "!" in sentence or has_stray_space(sentence)] == []
    # Gendered words are left out: an able seaman is what the Coast Guard's credential is called.
    for rule in (forbidden_phrases, forbidden_marks, british_spellings, article_slips):
        assert [found for sentence in sentences if (found := rule(sentence))] == [], rule.__name__


def test_the_texts_are_what_the_guide_reads(texts: list[Text], resources_guide: Path) -> None:
    read = StarterTexts(resources_guide).occupations()
    assert {text.code: (text.overview, text.tasks, text.activities) for text in texts} == {
        code: (text.overview, text.tasks, text.activities) for code, text in read.items()
    }
