"""Title search: every word of the query must begin a word of a title (SQLite FTS5), best match first."""

import math
import re

from sqlalchemy import Connection, select, text

from careerguide.db.schema import OCCUPATION
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.results import SearchResult, Why

_LONGEST_QUERY = 200
_MOST_WORDS = 12
_CANDIDATES = 600

_MATCHES = text(
    "SELECT o.code, o.title, t.text, t.kind, o.employment FROM title_search s JOIN title t ON t.id = s.rowid "
    "JOIN occupation o ON o.id = t.occupation_id WHERE title_search MATCH :words ORDER BY rank LIMIT :candidates"
)
_KINDS = {
    "title": (4.5, Why.TITLE),
    "reported": (2.0, Why.REPORTED),
    "alternate": (1.0, Why.ALTERNATE),
    "short": (2.5, Why.ALTERNATE),
}


def find(connection: Connection, query: str, limit: int) -> list[SearchResult]:
    """Occupations for `query`, best first, at most `limit`. A query that begins like a code finds codes."""
    query = query[:_LONGEST_QUERY].encode(errors="ignore").decode().strip()  # SQLite takes no lone surrogates
    if re.match(r"\d\d-", query):
        return _by_code(connection, query, limit)
    words = re.findall(r"\w+", query.casefold())[:_MOST_WORDS]
    if not words:
        return []
    match = " ".join(f'"{word}"*' for word in words)
    best: dict[str, tuple[float, SearchResult]] = {}
    for code, title, matched, kind, employment in connection.execute(_MATCHES, {"words": match, "candidates": _CANDIDATES}):
        weight, why = _KINDS[kind]
        have = re.findall(r"\w+", matched.casefold())
        whole = sum(word in have or word + "s" in have for word in words)
        score = weight + 4 * whole / len(have) + 2 * (have[: len(words)] == words) + 0.15 * math.log10((employment or 0) + 1)
        if code not in best or score > best[code][0]:
            best[code] = score, SearchResult(OnetSocCode(code), title, matched, why)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].title))
    return [result for _, result in ranked[:limit]]


def _by_code(connection: Connection, query: str, limit: int) -> list[SearchResult]:
    code = OCCUPATION.c.code
    begins = code.startswith(query, autoescape=True)
    rows = connection.execute(select(code, OCCUPATION.c.title).where(begins).order_by(code).limit(limit))
    return [SearchResult(OnetSocCode(code), title, title, Why.CODE) for code, title in rows.tuples()]
