"""Own skills: all occupations ranked, beside the same sum over dictionaries; and how many related occupations are among the closest."""

import random
from collections.abc import Iterator

from benchmarks.matching import alternately, timed
from benchmarks.measure import ROOT, Line
from careerguide.db.guide import Guide
from careerguide.domain.own_skills import TOLD_APART, Asks, ElementProfiles, Levels, closest, levels_of, telling

OFFICERS = "33-3051.04"
CLOSEST = 20
SEED = 29

Plain = dict[str, dict[str, tuple[float, float]]]
"""Importance score and level by element ID, by code."""


def own_skills(smoke: bool) -> Iterator[Line]:
    """Read what occupations ask, rank all of them, and check the closest against O*NET's related occupations."""
    guide = Guide(ROOT / "careerguide" / "starter.guide")
    reading = timed(guide.element_profiles)
    profiles = guide.element_profiles()
    plain = as_dictionaries(profiles)
    officers = profiles.occupation(OFFICERS)
    assert officers is not None
    own = levels_of(officers, profiles)
    runs = 3 if smoke else 41
    ours, theirs = alternately(lambda: closest(own, profiles), lambda: plain_closest(own, plain), runs)
    detail = f"{len(profiles.occupations)} occupations, {ours:.1f} ms against {theirs:.1f} ms; medians of {runs}"
    yield Line("rank all by own skills to dictionaries", ours / theirs, "×", detail, 1.0)
    yield Line("rank all by own skills", ours, "ms", detail, 50)
    yield Line(
        "read what occupations ask",
        reading,
        "ms",
        f"once, on a worker thread; choosing the quick start {timed(lambda: telling(profiles)):.0f} ms",
    )
    some = random.Random(SEED).sample(profiles.occupations, 20 if smoke else 200)
    near = share_of_related(guide, profiles, some, by_gap_alone=False)
    alone = share_of_related(guide, profiles, some, by_gap_alone=True)
    detail = f"{near:.3f} of O*NET's related occupations, from {len(some)} occupations; {alone:.3f} by the gap alone"
    yield Line(f"related occupations among the {CLOSEST} closest", near, "", detail, 0.3, at_least=True)
    guide.close()


def as_dictionaries(profiles: ElementProfiles) -> Plain:
    """The same figures as one would first write them down."""
    ids = [element.element_id for element in profiles.elements]
    return {
        one.code: {
            element: (weight, level)
            for element, weight, level in zip(ids, one.weights, one.levels, strict=True)
            if level is not None
        }
        for one in profiles.occupations
    }


def plain_closest(own: Levels, occupations: Plain) -> list[tuple[float, str]]:
    """The rule as it stands in the docstring of `own_skills`, word for word."""
    ranked = []
    for code, asked in occupations.items():
        known = [(*asked[element], level) for element, level in own.items() if element in asked]
        total = sum(weight for weight, _, _ in known)
        missing = sum(weight * (level - mine) for weight, level, mine in known if level - mine >= TOLD_APART)
        spare = sum(weight * (mine - level) for weight, level, mine in known if mine - level >= TOLD_APART)
        ranked.append(((missing + spare) / total, code))
    return sorted(ranked)


def share_of_related(guide: Guide, profiles: ElementProfiles, occupations: list[Asks], *, by_gap_alone: bool) -> float:
    """The share of the related occupations that are among the closest, when somebody goes from an occupation with its levels."""
    rated = {one.code for one in profiles.occupations}
    found = wanted = 0
    for one in occupations:
        near = [near for near in closest(levels_of(one, profiles), profiles) if near.asks.code != one.code]
        if by_gap_alone:
            near.sort(key=lambda near: near.gap)
        related = {related.code for related in guide.page(one.code).related} & rated
        found += len(related.intersection(near.asks.code for near in near[:CLOSEST]))
        wanted += len(related)
    return found / wanted
