"""Matching interests: all occupations ranked, and the firmness of what a screen shows, beside statistics.correlation alone."""

import random
import statistics
import time
from collections.abc import Callable, Iterator

from benchmarks.measure import ROOT, Line, median
from careerguide.db.guide import Guide
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.inventory import ASSUMED_ERROR, MOST_POINTS, Scores
from careerguide.domain.matching import REDRAWS, Profile, explain, rank, with_firmness

SCORES: Scores = (36, 38, 12, 8, 4, 18)
ON_A_SCREEN = 60

Profiles = dict[OnetSocCode, Profile]


def matching(smoke: bool) -> Iterator[Line]:
    """Rank all, rank again for each step of a slider, firmness of a screen, why. Runs of ours and of the plain one alternate."""
    guide = Guide(ROOT / "careerguide" / "starter.guide")
    profiles = guide.interest_profiles()
    guide.close()
    runs = 3 if smoke else 41
    ours, plain = alternately(lambda: rank(SCORES, profiles), lambda: plain_rank(SCORES, profiles), runs)
    detail = f"{len(profiles)} occupations, {ours:.2f} ms against {plain:.2f} ms; medians of {runs}"
    yield Line("rank all occupations to statistics.correlation", ours / plain, "×", detail, 1.0)
    yield Line("rank all occupations", ours, "ms", detail, 5)
    steps = [slider(SCORES, profiles, points) for points in range(0, MOST_POINTS + 1, 10 if smoke else 1)]
    yield Line(
        "a step of a slider, worst", max(steps), "ms", f"all ranked again, {len(steps)} steps, median {median(steps):.2f} ms", 16
    )
    shown = rank(SCORES, profiles)[:ON_A_SCREEN]
    runs, redraws = (1, 100) if smoke else (7, REDRAWS)
    ours, plain = alternately(
        lambda: with_firmness(SCORES, shown, profiles, ASSUMED_ERROR, redraws),
        lambda: plain_firmness(SCORES, [profiles[match.code] for match in shown], redraws),
        runs,
    )
    detail = f"{ON_A_SCREEN} occupations, {redraws:,} redraws, {ours:.1f} ms against {plain:.0f} ms; medians of {runs}"
    yield Line("firmness of a screen to statistics.correlation", ours / plain, "×", detail, 0.2)
    yield Line("firmness of a screen", ours, "ms", detail, 50)
    why = timed(lambda: explain(SCORES, profiles[shown[0].code]))
    yield Line("why one occupation fits", why, "ms", "once", 16)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def alternately(ours: Callable[[], object], plain: Callable[[], object], runs: int) -> tuple[float, float]:
    """The medians of both in milliseconds."""
    times = [(timed(ours), timed(plain)) for _ in range(runs)]
    return median([first for first, _ in times]), median([second for _, second in times])


def slider(scores: Scores, profiles: Profiles, artistic: int) -> float:
    return timed(lambda: rank((*scores[:2], artistic, *scores[3:]), profiles))


def plain_rank(scores: Scores, profiles: Profiles) -> list[tuple[float, str]]:
    return sorted((-statistics.correlation(scores, profile), code) for code, profile in profiles.items())


def plain_firmness(scores: Scores, profiles: list[Profile], redraws: int) -> list[float]:
    chance = random.Random(1)
    draws = [[min(max(score + chance.gauss(0, ASSUMED_ERROR), 0), MOST_POINTS) for score in scores] for _ in range(redraws)]
    return [sum(statistics.correlation(draw, profile) >= 0.729 for draw in draws) / redraws for profile in profiles]
