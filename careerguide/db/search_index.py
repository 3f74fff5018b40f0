"""Writing the search index of a guide: words, the titles they stand in, and what they say of each occupation.

A word's *rarity* is ``ln(1 + N / n)`` for N occupations of which n have it in a title (or, where no title has it, in a text).
Its *evidence* for an occupation grows with the number of the occupation's titles it stands in (``ln(1 + count) / 4``), with
standing in the occupation's own title, and a little with standing in its texts or the names of its software.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from careerguide.db import models
from careerguide.db.packing import KINDS, packed
from careerguide.db.writer import GuideWriter
from careerguide.domain.titles import is_residual
from careerguide.domain.words import EMPTY_WORDS, indexed_words, phrase_key, root, stem, words

_MANY = 4.0  # about the logarithm of the most titles that share a word in one occupation
_OWN_TITLE = 0.15
_IN_TEXTS = 0.25
_RESIDUAL_BEHIND = 4.0
_SOFTWARE, _HOT_SOFTWARE, _SOFTWARE_IN_DEMAND = 0.2, 0.3, 0.45

Evidence = dict[str, dict[int, float]]


def write_search_index(writer: GuideWriter, phrases: dict[str, list[int]], synonyms: dict[str, list[str]]) -> None:
    """Write the index of the titles, texts and software that stand in the guide."""
    read = writer.connection.exec_driver_sql
    titles = read("SELECT id, occupation_id, kind, text FROM title ORDER BY id").all()
    occupations = read("SELECT id, employment, code, title FROM occupation ORDER BY id").all()
    by_word: dict[str, list[int]] = defaultdict(list)
    own: dict[str, int] = Counter()
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    title_words: list[list[str]] = []
    for title_id, occupation_id, kind, text in titles:
        found = list(dict.fromkeys(indexed_words(text)))
        title_words.append(found)
        for word in found:
            by_word[word].append(title_id)
            counts[word][occupation_id] += 1
            own[word] += kind == "title"
    evidence = _evidence(writer, counts)
    rarity = {
        word: math.log(1 + len(occupations) / len(counts.get(word, of_occupations))) for word, of_occupations in evidence.items()
    }
    writer.insert(models.SearchWord, _word_rows(by_word, own, evidence, rarity))
    tables = {
        "title_occupation": packed("H", (row[1] for row in titles)),
        "title_kind": packed("B", (KINDS.index(row[2]) for row in titles)),
        "title_weight": packed("f", (sum(rarity[word] for word in found) for found in title_words)),
        "occupation_prior": packed("f", (_prior(row[1], row[2], row[3]) for row in occupations)),
    }
    writer.insert(models.SearchTable, tables.items())
    writer.insert(models.SearchPhrase, sorted(_phrase_rows(phrases)))
    writer.insert(models.SearchSynonym, sorted((stem(word), stem(other)) for word, others in synonyms.items() for other in others))


def _prior(employment: int | None, code: str, title: str) -> float:
    """The common logarithm of how many work in an occupation.

    A part of a SOC occupation (33-3051.04) counts as a fifth of it; a residual group comes after what has a name of its own.
    """
    people = (employment or 0) / (1 if code.endswith(".00") else 5)
    return math.log10(1 + people) - (_RESIDUAL_BEHIND if is_residual(title) else 0)


def _phrase_rows(phrases: dict[str, list[int]]) -> Iterator[tuple[object, ...]]:
    """Phrases by their key; of two that come to the same the first holds."""
    seen: set[str] = set()
    for phrase, ids in phrases.items():
        said = words(phrase)
        key = phrase_key([word for word in said if word not in EMPTY_WORDS] or said)
        if key not in seen:
            seen.add(key)
            yield from ((key, place, number) for place, number in enumerate(ids))


def _evidence(writer: GuideWriter, counts: dict[str, Counter[int]]) -> Evidence:
    evidence: Evidence = defaultdict(dict)
    for word, by_occupation in counts.items():
        evidence[word] = {number: math.log(1 + count) / _MANY for number, count in by_occupation.items()}
    for occupation_id, word, value in _texts(writer):
        known = evidence[word]
        known[occupation_id] = max(known.get(occupation_id, 0.0), value)
    own_titles = writer.connection.exec_driver_sql("SELECT occupation_id, text FROM title WHERE kind = 'title'")
    for occupation_id, text in own_titles:
        for word in set(indexed_words(text)):
            evidence[word][occupation_id] = evidence[word].get(occupation_id, 0.0) + _OWN_TITLE
    return evidence


def _texts(writer: GuideWriter) -> Iterator[tuple[int, str, float]]:
    """Words of summaries, definitions, tasks and software, with what they are worth."""
    read = writer.connection.exec_driver_sql
    said: dict[int, set[str]] = defaultdict(set)
    for query in (
        "SELECT id, coalesce(summary, '') || ' ' || coalesce(definition, '') FROM occupation",
        "SELECT occupation_id, group_concat(statement, ' ') FROM task GROUP BY occupation_id",
    ):
        for occupation_id, text in read(query):
            said[occupation_id].update(words(text))
    for occupation_id, found in said.items():
        for word in {stem(word) for word in found} - EMPTY_WORDS:
            yield occupation_id, word, _IN_TEXTS
    names: dict[int, list[str]] = {
        number: indexed_words(name) for number, name in read("SELECT id, name FROM technology WHERE kind = 'software'")
    }
    for occupation_id, number, hot, in_demand in read(
        "SELECT occupation_id, technology_id, hot, in_demand FROM occupation_technology"
    ):
        for word in names.get(number, ()):
            yield occupation_id, word, _SOFTWARE_IN_DEMAND if in_demand else _HOT_SOFTWARE if hot else _SOFTWARE


def _word_rows(
    by_word: dict[str, list[int]], own: dict[str, int], evidence: Evidence, rarity: dict[str, float]
) -> Iterator[tuple[object, ...]]:
    for word in sorted(evidence):
        by_occupation = sorted(evidence[word].items())
        yield (
            word,
            root(word),
            rarity[word],
            own.get(word, 0),
            packed("I", by_word.get(word, ())),
            packed("H", (number for number, _ in by_occupation)),
            packed("f", (value for _, value in by_occupation)),
        )
