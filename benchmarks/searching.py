"""How often the search finds the right occupation, and how quickly; beside plain FTS5 and RapidFuzz over all titles."""

import csv
import gc
import random
import re
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import ROOT, SHARED_DATA, Line, median, percentile_95, run_child
from careerguide.db.build import build_official
from careerguide.db.guide import Guide

QUERIES = Path(__file__).parent / "search" / "queries.tsv"
SEED = 29

Find = Callable[[str], list[str]]
"""A query to codes, best first."""


@dataclass(frozen=True, slots=True)
class Query:
    half: str
    kind: str
    text: str
    codes: frozenset[str]


def queries(half: str) -> list[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [Query(row["half"], row["kind"], row["query"], frozenset(row["codes"].split())) for row in rows]
    return [query for query in found if query.half == half]


def recall(find: Find, asked: list[Query]) -> tuple[float, float]:
    """The share of queries whose first, and whose first five results have an acceptable code."""
    first = five = 0
    for query in asked:
        codes = find(query.text)[:5]
        first += bool(codes) and codes[0] in query.codes
        five += bool(query.codes.intersection(codes))
    return first / len(asked), five / len(asked)


class PlainFts5:
    """FTS5 with porter stemming over all titles: all words as prefixes, and where that finds nothing, any word."""

    def __init__(self, titles: list[tuple[str, str]]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, code UNINDEXED, tokenize='porter unicode61', prefix='2 3')"
        )
        self._connection.executemany("INSERT INTO t (title, code) VALUES (?, ?)", titles)

    def __call__(self, text: str) -> list[str]:
        words = [f'"{word}"*' for word in re.findall(r"\w+", text.lower())]
        for joint in (" ", " OR "):
            rows = self.rows(joint.join(words)) if words else []
            if rows:
                return list(dict.fromkeys(code for (code,) in rows))
        return []

    def rows(self, match: str) -> list[tuple[str]]:
        return self._connection.execute("SELECT code FROM t WHERE t MATCH ? ORDER BY rank LIMIT 200", (match,)).fetchall()


class WRatio:
    """RapidFuzz's WRatio over all titles."""

    def __init__(self, titles: list[tuple[str, str]]) -> None:
        self._titles = [title.lower() for title, _ in titles]
        self._codes = [code for _, code in titles]

    def __call__(self, text: str) -> list[str]:
        from rapidfuzz import fuzz, process

        found = process.extract(text.lower(), self._titles, scorer=fuzz.WRatio, limit=40)
        return list(dict.fromkeys(self._codes[place] for _, _, place in found))


def all_titles(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return connection.execute("SELECT text, code FROM title JOIN occupation o ON o.id = occupation_id ORDER BY title.id").fetchall()


def of_guide(guide: Guide) -> Find:
    return lambda text: [result.code for result in guide.search(text, 5)]


def build_without(titles: set[str], folder: Path) -> Path:
    """The official release without these alternate titles, as a guide."""
    release, source = folder / "release", SHARED_DATA / "onet-29.3"
    release.mkdir(exist_ok=True)
    for path in source.iterdir():
        if path.name != "Alternate Titles.txt":
            (release / path.name).symlink_to(path)
    with (source / "Alternate Titles.txt").open(encoding="utf-8") as lines:
        kept = [line for line in lines if line.split("\t")[1] not in titles]
    (release / "Alternate Titles.txt").write_text("".join(kept), encoding="utf-8")
    guide = folder / "held-out.guide"
    projections = SHARED_DATA / "projections-2024-34" / "occupation.xlsx"
    build_official(release, [], projections, ROOT / "resources" / "guide", guide, lambda doing, share: None)
    return guide


def official(folder: Path) -> Path:
    guide = folder / "official.guide"
    wages = [SHARED_DATA / "oews-2025" / "national.csv"]
    projections = SHARED_DATA / "projections-2024-34" / "occupation.xlsx"
    build_official(SHARED_DATA / "onet-29.3", wages, projections, ROOT / "resources" / "guide", guide, lambda doing, share: None)
    return guide


def held_out(folder: Path, smoke: bool) -> Iterator[Line]:
    codes: dict[str, set[str]] = defaultdict(set)
    with (SHARED_DATA / "onet-29.3" / "Alternate Titles.txt").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            codes[row["Alternate Title"]].add(row["O*NET-SOC Code"])
    chosen = random.Random(SEED).sample(sorted(codes), len(codes) // 10)
    path = build_without(set(chosen), folder)
    asked = [Query("", "", title, frozenset(codes[title])) for title in (chosen[:300] if smoke else chosen)]
    guide = Guide(path)
    ours, plain = recall(of_guide(guide), asked)[1], recall(PlainFts5(all_titles(path)), asked)[1]
    guide.close()
    detail = f"recall@5 {ours:.3f} against {plain:.3f} of plain FTS5, {len(asked)} titles that the guide was built without"
    yield Line("held-out alternate titles, recall@5 above FTS5", ours - plain, "", detail, 0.12, at_least=True)


def search(smoke: bool) -> Iterator[Line]:
    """Recall on the test half and on titles held out, and the time of a query and of a keystroke."""
    if not SHARED_DATA.is_dir():
        print("search: left out, the official releases (../shared/data) are not here")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = official(folder)
        guide = Guide(path)
        titles = all_titles(path)
        test, find, plain = queries("test"), of_guide(guide), PlainFts5(titles)
        ours, five = recall(find, test), recall(plain, test)
        fuzzy = recall(WRatio(titles), test[:20] if smoke else test)
        beside = f"FTS5 {five[0]:.3f} / {five[1]:.3f}, WRatio {fuzzy[0]:.3f} / {fuzzy[1]:.3f} (recall@1 / @5), {len(test)} queries"
        yield Line("test half, recall@1", ours[0], "", beside, 0.92, at_least=True)
        yield Line("test half, recall@5", ours[1], "", beside, 0.98, at_least=True)
        yield from speed(find, plain, [query.text for query in queries("tune") + test])
        guide.close()
        yield from held_out(folder, smoke)
    marks = run_child("keystrokes.py")
    keystrokes: list[float] = marks["ours"]  # type: ignore[assignment]
    detail = f"median {median(keystrokes):.1f} ms, worst {max(keystrokes):.1f} ms, {len(keystrokes)} keystrokes"
    yield Line("keystroke → list repainted, p95", percentile_95(keystrokes), "ms", detail, 16)


def speed(find: Find, plain: PlainFts5, texts: list[str]) -> Iterator[Line]:
    """Every beginning of every query, as it is typed."""
    typed = [text[:length] for text in texts for length in range(1, len(text) + 1)]
    find("mispeled wrods")
    gc.collect()
    gc.freeze()  # the baselines hold a hundred thousand titles in this process; the collector need not walk them
    ours, theirs = [], []
    for text in typed:
        start = time.perf_counter()
        find(text)
        ours.append((time.perf_counter() - start) * 1000)
        match = " ".join(f'"{word}"*' for word in re.findall(r"\w+", text.lower()))
        start = time.perf_counter()
        if match:
            plain.rows(match)
        theirs.append((time.perf_counter() - start) * 1000)
    detail = (
        f"median {median(ours):.2f} ms; {median(ours) / median(theirs):.1f} × the bare FTS5 query; {len(typed)} typed beginnings"
    )
    yield Line("query, p95", percentile_95(ours), "ms", detail, 5)
    yield Line("query, worst", max(ours), "ms", detail, 30)
