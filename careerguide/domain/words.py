"""Words for searching: how a text is cut into words, and which words count as one (nurses and nurse, driver and driving)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:\+\+|#(?!\w))?")
_HYPHENATED = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_ENDINGS = ("ologist", "ology", "ing", "ers", "er", "or", "ist", "ian", "ant", "ent", "ment", "ion", "ed", "al", "ry", "y", "e")
_SHORTEST_ROOT = 4
_TYPESET = str.maketrans({"’": "'", **dict.fromkeys("‐‑‒–—―", "-")})
_OF_IE = frozenset({"calories", "cookies", "movies"})  # the singular ends in “ie”, not “y”

EMPTY_WORDS = frozenset(
    (
        "a all an and any are as at be become being by can career do does doing for from get give gives go guy had has have "
        "how i in is it job jobs lady like little lot make makes making man me my of on or out people person profession role "
        "somebody someone take takes taking that the their them they thing things to up use uses using wanna want wants what "
        "where which who with woman work worker working works would you your"
    ).split()
)
"""Words that say nothing about which occupation is meant."""


def folded(text: str) -> str:
    """Lower case, accents and possessive endings taken off: “Sheriff's Café” → “sheriff cafe”."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_TYPESET)).encode("ascii", "ignore").decode()
    return re.sub(r"'s\b|'", "", text.lower())


def words(text: str) -> list[str]:
    """The words of a text as typed; parts of a hyphenated word apart: “X-Ray Tech” → x, ray, tech; “C++” stays whole."""
    return _WORD.findall(folded(text))


def indexed_words(text: str) -> list[str]:
    """The stems of the words to find a text by; hyphenated words also joined: “X-Ray” → x, ray, xray."""
    plain = folded(text)
    joined = [match.replace("-", "") for match in _HYPHENATED.findall(plain)] if "-" in plain else []
    return [stem(word) for word in _WORD.findall(plain) + joined]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its plural: nurses → nurse, secretaries → secretary, buses → bus."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4 and word not in _OF_IE:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|^bus)es$", word):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@lru_cache(maxsize=1 << 16)
def root(stemmed: str) -> str:
    """What a family of words shares: driver, driving, drive → driv; psychologist, psychology → psych."""
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _SHORTEST_ROOT:
            shorter = stemmed[: -len(ending)]
            return shorter[:-1] if shorter[-1] == shorter[-2] and len(shorter) > _SHORTEST_ROOT else shorter
    return stemmed


def phrase_key(said: Iterable[str]) -> str:
    """Words of a phrase without order, number or ending: “drives trucks” and “truck driver” → “driv truck”."""
    return " ".join(sorted({root(stem(word)) for word in said}))
