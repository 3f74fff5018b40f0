"""The inventory, the types and the levels in Spanish: the same instrument in other words, whole and written alike."""

import re
from collections.abc import Iterator

from careerguide.domain.inventory import OUR_INVENTORY, Item
from careerguide.resources import in_language, resources
from careerguide.sources.inventory import read_inventory, read_types
from careerguide.sources.level_anchors import read_level_anchors

ENGLISH = read_inventory(in_language("inventory.toml", "en"))
SPANISH = read_inventory(in_language("inventory.toml", "es"))
TYPES = [read_types(in_language("types.toml", code)) for code in ("en", "es")]
LEVELS = [read_level_anchors(in_language("levels.toml", code)) for code in ("en", "es")]

_INFINITIVE = re.compile(r"\w+[aeií]r(me|te|se|le|les|lo|la|los|las)*\b", re.IGNORECASE)


def pairs() -> Iterator[tuple[str, str]]:
    """Each text in English and in Spanish; the name of the instrument is a key and stays."""
    yield ENGLISH.instruction, SPANISH.instruction
    yield ENGLISH.citation, SPANISH.citation
    yield ENGLISH.licence, SPANISH.licence
    for anchor, anchor_es in zip(ENGLISH.anchors, SPANISH.anchors, strict=True):
        yield anchor.label, anchor_es.label
        yield anchor.face, anchor_es.face
    for item, item_es in zip(ENGLISH.items, SPANISH.items, strict=True):
        yield item.text, item_es.text
    for words, words_es in zip(TYPES[0].values(), TYPES[1].values(), strict=True):
        yield words.meaning, words_es.meaning
        yield words.likes, words_es.likes
        yield from zip(words.work + words.next_steps, words_es.work + words_es.next_steps, strict=True)
    for element, examples in LEVELS[0].items():
        yield from ((text, LEVELS[1][element][level]) for level, text in examples.items())


ACTIVITIES = [item.text for item in SPANISH.items]
EXAMPLES = [text for examples in LEVELS[1].values() for text in examples.values()]


def test_it_is_the_same_instrument_in_another_language() -> None:
    assert (SPANISH.name, SPANISH.version, SPANISH.alphas, SPANISH.sem) == (
        ENGLISH.name,
        ENGLISH.version,
        ENGLISH.alphas,
        ENGLISH.sem,
    )
    assert (ENGLISH.language, SPANISH.language) == ("en", "es")
    assert ENGLISH.name == OUR_INVENTORY


def test_the_items_are_the_same_in_the_same_order_with_the_same_answers() -> None:
    def key(item: Item) -> tuple[str, str, bool, str]:
        return item.id, item.type, item.short_form, item.schooling

    assert [key(item) for item in SPANISH.items] == [key(item) for item in ENGLISH.items]
    assert [anchor.value for anchor in SPANISH.anchors] == [anchor.value for anchor in ENGLISH.anchors]
    assert all(anchor.face for anchor in SPANISH.anchors)


def test_the_types_and_the_levels_are_the_same() -> None:
    assert list(TYPES[1]) == list(TYPES[0])
    assert [words.letter for words in TYPES[1].values()] == list("RIASEC")
    assert {element: list(levels) for element, levels in LEVELS[1].items()} == {
        element: list(levels) for element, levels in LEVELS[0].items()
    }


def test_a_language_without_a_file_of_its_own_has_the_english_one() -> None:
    assert in_language("inventory.toml", "xx") == resources() / "assessment" / "inventory.toml"


def test_everything_is_translated_and_nothing_twice_alike() -> None:
    assert [english for english, spanish in pairs() if spanish == english] == []
    for texts in (ACTIVITIES, EXAMPLES, [anchor.label for anchor in SPANISH.anchors]):
        assert len(set(texts)) == len(texts)


def test_it_says_that_it_is_not_validated() -> None:
    assert "sin validar" in SPANISH.citation
    assert "Holland" in SPANISH.citation


def test_the_texts_are_written_as_the_english_ones() -> None:
    for english, spanish in pairs():
        assert spanish == " ".join(spanish.split())
        assert not re.search(r"[!¡\"'—;]", spanish), spanish
        assert spanish.endswith(".") == english.endswith("."), spanish
        assert spanish[0].isupper() == english[0].isupper(), spanish
        assert len(spanish) <= 1.8 * len(english) + 12, spanish  # as short, so that neither is the harder to read


def test_activities_and_examples_begin_with_an_infinitive() -> None:
    assert [text for text in ACTIVITIES + EXAMPLES if not _INFINITIVE.match(text)] == []
