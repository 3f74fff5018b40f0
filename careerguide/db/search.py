"""Title search that forgives: words in any order, unfinished, joined, split, misspelled, or said in an everyday way.

An occupation's score is the sum of how well its best title matches (the share of the query's rarity that the title covers, and
of the title's that the query covers), how much its titles and texts as a whole speak of the query's words (*evidence*), what
people call it (*phrases*), and a little how many work in it. The weights below were chosen on the tune half of
benchmarks/search; see there for what they reach.
"""

import math
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, bindparam, select, text

from careerguide.db.packing import KINDS, integers, reals
from careerguide.db.schema import OCCUPATION
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.results import SearchResult, Why
from careerguide.domain.words import EMPTY_WORDS, phrase_key, root, stem, words

_LONGEST_QUERY = 200
_MOST_WORDS = 8
_MOST_ALTERNATIVES = 40

_KIND_WORTH = {"title": 1.0, "reported": 0.95, "short": 0.96, "alternate": 0.9}
_COVERED_QUERY = 0.48  # share of a title's worth that needs only the query covered; the rest needs the title covered
_EVIDENCE_WORTH = 0.9
_PRESENT_WORTH = 0.45  # of an occupation's titles and texts having a word at all
_PRIOR_WORTH = 0.022
_PHRASE_WORTH = (1.5, 1.3, 1.2, 1.1)
_LEAST_PRESENT = 0.45  # share of the query that an occupation's titles and texts must have to be found without a title
_LEAST_SCORE = 0.25
_LEAST_OF_BEST = 0.5  # what scores less than this part of the best result, and lacks a word of the query, is left out
_WHOLE_QUERY = 0.9

_ROOT_QUALITY = 0.7
_UNKNOWN_ROOT_QUALITY = 0.68  # of a word that the guide has nowhere
_SYNONYM_QUALITY = 0.9
_PREFIX_QUALITY = 0.9
_UNKNOWN_RARITY = 6.0
_COMMON = 2  # titles; a word in more is taken for what was meant
_LONG_WORD = 7  # letters from which words that sound alike are tried too
_ALIKE = 0.86  # Jaro-Winkler similarity
_LEAST_ALIKE = 0.4
_ANOTHER_QUALITY = 0.8
_SURE_SPELLING = 0.65  # below, a word is rather two typed without a gap
_LONGEST_PHRASE = 4
_PART_OF_QUERY = 0.6  # of a phrase that the query contains
_SHORTEST_PART = 4  # letters of a phrase that counts inside a longer query
_RARE = 6  # titles; a word in fewer may be another one misspelled (message therapist)

_WORDS = text("SELECT word, root, rarity, own_titles, length(titles) FROM search_word ORDER BY word")
_POSTINGS = text("SELECT word, titles, occupations, evidence FROM search_word WHERE word IN :words").bindparams(
    bindparam("words", expanding=True)
)
_NAMES = text("SELECT o.id, o.code, o.title FROM occupation o WHERE o.id IN :ids").bindparams(bindparam("ids", expanding=True))
_TITLES = text("SELECT id, text FROM title WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))
_SOFTWARE = text(
    "SELECT t.name FROM occupation_technology ot JOIN technology t ON t.id = ot.technology_id "
    "WHERE ot.occupation_id = :id AND t.kind = 'software' ORDER BY ot.in_demand DESC, ot.hot DESC, length(t.name)"
)


_Postings = dict[str, tuple[bytes, bytes, bytes]]
"""By word: packed ids of titles, ids of occupations, and the evidence for each of these."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the query: the words of the guide it may stand for with how well (0–1), and its rarity."""

    alternatives: dict[str, float]
    rarity: float
    misspelled: bool


@dataclass(slots=True)
class _Hit:
    score: float
    title_id: int
    title_score: float
    phrase: bool
    present: float = 0.0


class Search:
    """Searches one guide. Made once; `find` may be called from any thread."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(_WORDS).all()
        self._vocabulary: list[str] = [row[0] for row in rows]
        self._known: dict[str, tuple[str, float, int, int]] = {row[0]: (row[1], row[2], row[3], row[4] // 4) for row in rows}
        tables: dict[str, bytes] = {row[0]: row[1] for row in connection.execute(text("SELECT name, numbers FROM search_table"))}
        self._title_occupation = integers("H", tables["title_occupation"])
        self._title_kind = integers("B", tables["title_kind"])
        self._title_weight = reals(tables["title_weight"])
        self._prior = reals(tables["occupation_prior"])
        self._synonyms: dict[str, list[str]] = defaultdict(list)
        for word, other in connection.execute(text("SELECT word, other FROM search_synonym")):
            self._synonyms[word].append(other)
        self._phrases: dict[str, list[int]] = defaultdict(list)
        for phrase, number in connection.execute(text("SELECT phrase, occupation_id FROM search_phrase ORDER BY phrase, position")):
            self._phrases[phrase].append(number)
        self._fuzzy_words: list[str] | None = None

    def _rarity(self, word: str) -> float:
        return self._known[word][1]

    def _in_titles(self, word: str) -> int:
        """In how many titles a word stands; 0 for one the guide does not know."""
        known = self._known.get(word)
        return 0 if known is None else known[3]

    def _family(self, of_root: str) -> list[str]:
        """The words with a root, which all of them begin with."""
        first = bisect_left(self._vocabulary, of_root)
        last = bisect_left(self._vocabulary, of_root + "\uffff", first)
        return [word for word in self._vocabulary[first:last] if self._known[word][0] == of_root]

    def _words_to_mean(self) -> list[str]:
        """Words of titles that a misspelled one may mean."""
        if self._fuzzy_words is None:
            self._fuzzy_words = [word for word in self._vocabulary if len(word) > 3 and self._known[word][3] and word.isalpha()]
        return self._fuzzy_words

    def find(self, connection: Connection, query: str, limit: int) -> list[SearchResult]:
        """Occupations for `query`, best first, at most `limit`; [] for what means nothing. A code finds codes."""
        query = query[:_LONGEST_QUERY].encode(errors="ignore").decode().strip()
        if (code := _as_code(query)) is not None:
            return _by_code(connection, code, limit)
        typed = self._joined(words(query)[:_MOST_WORDS])
        kept = [word for word in typed if word not in EMPTY_WORDS] or typed
        if not kept:
            return []
        tokens = self._tokens(kept, typing=bool(query) and query[-1].isalnum())
        hits = self._hits(connection, tokens, typed, kept)
        best = sorted(hits.items(), key=lambda pair: -pair[1].score)[:limit]
        if best:
            least = _LEAST_OF_BEST * best[0][1].score
            best = [(number, hit) for number, hit in best if hit.score >= least or hit.present >= _WHOLE_QUERY]
        return self._results(connection, best, tokens)

    def _tokens(self, kept: Sequence[str], *, typing: bool) -> list[_Token]:
        tokens: list[_Token] = []
        known = self._known
        for place, word in enumerate(kept):
            token = self._token(stem(word), last=typing and place == len(kept) - 1)
            for neighbor in (kept[place - 1] + word if place else "", word + kept[place + 1] if place + 1 < len(kept) else ""):
                if stem(neighbor) in known and self._in_titles(stem(neighbor)):
                    token.alternatives[stem(neighbor)] = 0.97
            if max(token.alternatives.values(), default=0.0) < _SURE_SPELLING:
                parts = self._split(word)
                if parts:
                    tokens += [self._token(stem(part), last=False) for part in parts]
                    continue
            tokens.append(token)
        return tokens

    def _joined(self, typed: list[str]) -> list[str]:
        """Empty words that with their neighbor are a word of titles become it: make up → makeup."""
        joined: list[str] = []
        for word in typed:
            one = (joined[-1] if joined else "") + word
            if joined and EMPTY_WORDS & {joined[-1], word} and self._in_titles(stem(one)) > _COMMON:
                joined[-1] = one
            else:
                joined.append(word)
        return joined

    def _split(self, word: str) -> tuple[str, str] | None:
        """A word typed without its gap: webdesigner → web, designer."""
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if self._in_titles(stem(left)) > _COMMON and self._in_titles(stem(right)) > _COMMON:
                return left, right
        return None

    def _token(self, word: str, *, last: bool) -> _Token:
        known = word in self._known
        found: dict[str, float] = {word: 1.0} if known else {}
        for other in self._synonyms.get(word, ()):
            if other in self._known:
                found[other] = max(found.get(other, 0.0), _SYNONYM_QUALITY)
                for relative in self._family(root(other)):
                    found.setdefault(relative, _SYNONYM_QUALITY * _ROOT_QUALITY)
        beginning = self._beginning_with(word) if last or not found else []
        for other, quality in beginning:
            found.setdefault(other, quality * (0.75 if known else 1.0))
        alike: dict[str, float] = {}
        if not known and not beginning:
            alike = self._alike(word)
        elif 0 < self._in_titles(word) < _RARE:
            alike = {other: quality * _ANOTHER_QUALITY for other, quality in self._alike(word).items()}
        best = max(alike.values(), default=0.0)
        for other, quality in alike.items():
            found[other] = max(found.get(other, 0.0), quality)
        if known or best < _SURE_SPELLING:
            for other in self._family(root(word)):
                found.setdefault(other, _ROOT_QUALITY if known else _UNKNOWN_ROOT_QUALITY)
        misspelled = not known and best > 0 and best == max(found.values())
        rarity = max((self._rarity(other) * quality for other, quality in found.items()), default=_UNKNOWN_RARITY)
        if word in self._known:
            rarity = self._rarity(word)
        return _Token(found, rarity, misspelled)

    def _beginning_with(self, start: str) -> list[tuple[str, float]]:
        first = bisect_left(self._vocabulary, start)
        last = bisect_left(self._vocabulary, start + "\uffff")

        def count(word: str) -> int:
            _, _, own_titles, titles = self._known[word]
            return own_titles if len(start) < 3 else titles

        longer = [word for word in self._vocabulary[first:last] if count(word) and word != start]
        longer.sort(key=count, reverse=True)
        return [(word, _PREFIX_QUALITY * (len(start) / len(word)) ** 0.25) for word in longer[:_MOST_ALTERNATIVES]]

    def _alike(self, word: str) -> dict[str, float]:
        """Words of titles that a misspelled one may mean: few letters differ, or it begins and sounds alike."""
        if len(word) < 4 or not word.isalpha():
            return {}
        from rapidfuzz import process
        from rapidfuzz.distance import OSA, JaroWinkler

        edits = 1 if len(word) < 6 else 2 if len(word) < 9 else 3
        found: dict[str, float] = {}
        for other, distance, _ in process.extract(word, self._words_to_mean(), scorer=OSA.distance, score_cutoff=edits, limit=12):
            likeness = JaroWinkler.similarity(word, other)
            quality = 0.88 - 0.13 * distance + 0.3 * (likeness - 0.9) + 0.02 * math.log(self._in_titles(other))
            found[other] = quality if other[0] == word[0] else quality - 0.1
        if len(word) >= _LONG_WORD:
            for other, likeness, _ in process.extract(
                word, self._words_to_mean(), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=6
            ):
                if abs(len(other) - len(word)) > 1:
                    continue
                quality = 0.5 + 1.6 * (likeness - _ALIKE) + 0.03 * math.log(self._in_titles(other))
                found[other] = max(found.get(other, 0.0), quality)
        return {other: min(quality, 0.9) for other, quality in found.items() if quality > _LEAST_ALIKE}

    def _hits(self, connection: Connection, tokens: list[_Token], typed: list[str], kept: list[str]) -> dict[int, _Hit]:
        wanted = {word for token in tokens for word in token.alternatives}
        postings: _Postings = (
            {row[0]: (row[1], row[2], row[3]) for row in connection.execute(_POSTINGS, {"words": list(wanted)})} if wanted else {}
        )
        short = len(tokens) == 1 and len(kept[0]) < 3
        matched: dict[int, float] = defaultdict(float)
        evidence: dict[int, float] = defaultdict(float)
        presence: dict[int, float] = defaultdict(float)
        asked = sum(token.rarity for token in tokens) or 1.0
        for token in tokens:
            self._add(token, postings, matched, evidence, presence, own_only=short and len(kept[0]) < 2)
        hits = self._best_titles(matched, asked)
        for number, value in evidence.items():
            present = presence[number] / asked
            hit = hits.get(number)
            if hit is None:
                if present < _LEAST_PRESENT:
                    continue
                hit = hits[number] = _Hit(0.0, -1, 0.0, phrase=False)
            hit.present = present
            spoken = _EVIDENCE_WORTH * value / asked + _PRESENT_WORTH * present
            hit.score = hit.title_score + spoken
        if hits and max(hit.score for hit in hits.values()) < _LEAST_SCORE:
            hits = {}
        for phrase, share in self._said(typed, kept):
            for place, number in enumerate(self._phrases[phrase]):
                worth = _PHRASE_WORTH[min(place, len(_PHRASE_WORTH) - 1)] * share
                hit = hits.setdefault(number, _Hit(0.0, -1, 0.0, phrase=True))
                hit.score += worth
                hit.phrase = True
        for number, hit in hits.items():
            hit.score += _PRIOR_WORTH * self._prior[number - 1]
        return hits

    def _add(
        self,
        token: _Token,
        postings: _Postings,
        matched: dict[int, float],
        evidence: dict[int, float],
        presence: dict[int, float],
        *,
        own_only: bool,
    ) -> None:
        """Add what a token brings: to each title its best alternative, and to each occupation."""
        titles: dict[int, float] = {}
        speaking: dict[int, float] = {}
        present: dict[int, float] = {}
        occupations = len(self._prior)
        for word, quality in sorted(token.alternatives.items(), key=lambda pair: pair[1]):  # the best comes last and stays
            in_titles, in_occupations, values = postings.get(word, (b"", b"", b""))
            worth = quality * token.rarity
            ids = integers("I", in_titles)
            if own_only:
                ids = array("I", (number for number in ids if number <= occupations))  # own titles stand first
            titles.update(dict.fromkeys(ids, worth))
            numbers = integers("H", in_occupations)
            present.update(dict.fromkeys(numbers, worth))
            for number, value in zip(numbers, reals(values), strict=True):
                gain = worth * value
                if gain > speaking.get(number, 0.0):
                    speaking[number] = gain
        for total, added in ((matched, titles), (evidence, speaking), (presence, present)):
            if total:
                for number, value in added.items():
                    total[number] += value
            else:
                total.update(added)

    def _best_titles(self, matched: dict[int, float], asked: float) -> dict[int, _Hit]:
        if not matched:
            return {}
        least = 0.5 * max(matched.values())
        kinds = [_KIND_WORTH[kind] for kind in KINDS]
        kind_of, weight_of, occupation_of = self._title_kind, self._title_weight, self._title_occupation
        best: dict[int, tuple[float, int]] = {}
        for number, mass in matched.items():
            if mass < least:
                continue
            place, weight = number - 1, weight_of[number - 1]
            of_title = mass / weight if weight > mass else 1.0
            score = kinds[kind_of[place]] * mass * (_COVERED_QUERY + (1 - _COVERED_QUERY) * of_title)
            occupation = occupation_of[place]
            before = best.get(occupation)
            if before is None or score > before[0]:
                best[occupation] = score, number
        return {
            occupation: _Hit(score / asked, number, score / asked, phrase=False) for occupation, (score, number) in best.items()
        }

    def _said(self, typed: list[str], kept: list[str]) -> list[tuple[str, float]]:
        """Phrases that the query is or contains, in any order and form, with how much of it they are (0–1)."""
        for said in (typed, kept):
            if (key := phrase_key(said)) in self._phrases:
                return [(key, 1.0)]
        found = []
        for size in range(min(len(kept) - 1, _LONGEST_PHRASE), 0, -1):
            for part in combinations(kept, size):
                key = phrase_key(part)
                if len(key) >= _SHORTEST_PART and key in self._phrases:
                    found.append((key, _PART_OF_QUERY * size / len(kept)))
            if found:
                break
        return found[:2]

    def _results(self, connection: Connection, best: list[tuple[int, _Hit]], tokens: list[_Token]) -> list[SearchResult]:
        names = {row[0]: (row[1], row[2]) for row in connection.execute(_NAMES, {"ids": [number for number, _ in best]})}
        title_ids = [hit.title_id for _, hit in best if hit.title_id >= 0]
        titles: dict[int, str] = {row[0]: row[1] for row in connection.execute(_TITLES, {"ids": title_ids})} if title_ids else {}
        misspelled = any(token.misspelled for token in tokens)
        results = []
        for number, hit in best:
            code, title = names[number]
            matched, why = str(titles.get(hit.title_id, title)), Why.TITLE
            if hit.title_id < 0 and not hit.phrase:
                matched, why = self._software(connection, number, tokens) or title, Why.SKILL
            elif misspelled:
                why = Why.SPELLING
            elif hit.title_id >= 0:
                kind = KINDS[int(self._title_kind[hit.title_id - 1])]
                why = {"title": Why.TITLE, "reported": Why.REPORTED}.get(kind, Why.ALTERNATE)
            else:
                why = Why.ALTERNATE
            results.append(SearchResult(OnetSocCode(code), title, matched, why))
        return results

    def _software(self, connection: Connection, number: int, tokens: list[_Token]) -> str | None:
        """The software of an occupation that the query names."""
        asked = {word for token in tokens for word in token.alternatives}
        for (name,) in connection.execute(_SOFTWARE, {"id": number}):
            if asked & set(map(stem, words(name))):
                return str(name)
        return None


def _as_code(query: str) -> str | None:
    """The start of an O*NET-SOC code, None for what is no code: 33-3051.04, 33-30, 333051, 33.3051."""
    if re.fullmatch(r"\d\d-[\d.]*", query):
        return query
    digits = re.fullmatch(r"(\d\d)[-. ]?(\d{4})(?:[. ]?(\d\d))?", query)
    if digits is None:
        return None
    return f"{digits[1]}-{digits[2]}" + (f".{digits[3]}" if digits[3] else "")


def _by_code(connection: Connection, start: str, limit: int) -> list[SearchResult]:
    code = OCCUPATION.c.code
    begins = code.startswith(start, autoescape=True)
    rows = connection.execute(select(code, OCCUPATION.c.title).where(begins).order_by(code).limit(limit))
    return [SearchResult(OnetSocCode(code), title, title, Why.CODE) for code, title in rows]
