"""`python -m benchmarks.simulate_inventory`: what the scoring and the matching would do under stated assumptions. Not a finding about people.

Assumed: a person's true liking of each type is normal; of the variance of the liking of one activity a share `rho` is the type's,
the rest belongs to the activity on that day; the five answers are about equally frequent, more or less for each activity. `rho` is
chosen so that ten activities have an alpha of .81. Two sittings differ by the second part alone: true interests do not change between
them. The types are unrelated, or share a general liking so that they correlate by .3. The answers then go through the program's own
scoring, ranking and bands, on the real profiles of the starter guide. docs/assessment.md has the table this prints.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import correlation as pearson
from statistics import fmean, median, stdev

import numpy as np

from benchmarks.matching import Profiles
from benchmarks.measure import ROOT
from careerguide.db.guide import Guide
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import TYPES
from careerguide.domain.inventory import Inventory, Scores, is_flat, score, three_letters
from careerguide.domain.matching import Fit, Match, best, correlation, rank, with_firmness
from careerguide.domain.reliability import cronbach_alpha, error_of_measurement
from careerguide.sources.inventory import read_inventory

SEED = 20
RHO = 0.349
GENERAL = 0.3
TOP = 20
ITEM_SPREAD = 0.4
CUTS = np.array([-0.8416, -0.2533, 0.2533, 0.8416])  # a fifth of a normal distribution between each two
FIRM = (0.9, 0.7, 0.5, 0.0)

Answers = list[dict[str, int]]


@dataclass(frozen=True, slots=True)
class Sitting:
    scores: list[Scores]
    ranked: list[tuple[Match, ...]]


def answered(inventory: Inventory, people: int, related: float) -> tuple[Answers, Answers]:
    """The answers of the same people on two occasions."""
    chance = np.random.default_rng(SEED)
    general, own = chance.standard_normal((people, 1)), chance.standard_normal((people, len(TYPES)))
    liking = np.sqrt(related) * general + np.sqrt(1 - related) * own
    ease = chance.normal(0, ITEM_SPREAD, len(inventory.items))
    of_type = liking[:, [TYPES.index(item.type) for item in inventory.items]]

    def occasion() -> Answers:
        latent = np.sqrt(RHO) * of_type + np.sqrt(1 - RHO) * chance.standard_normal(of_type.shape) + ease
        ids = [item.id for item in inventory.items]
        return [dict(zip(ids, map(int, row), strict=True)) for row in np.digitize(latent, CUTS)]

    return occasion(), occasion()


def sitting(inventory: Inventory, answers: Answers, short: bool, profiles: Profiles) -> Sitting:
    scored = [score(inventory, each, short) for each in answers]
    scores = [each.scores for each in scored if each is not None]
    return Sitting(scores, [rank(each, profiles) for each in scores])


def alpha_of(inventory: Inventory, answers: Answers, short: bool) -> float:
    """The mean alpha of the six types."""
    forms = ([item.id for item in inventory.form(short) if item.type == name] for name in TYPES)
    return fmean(cronbach_alpha([[each[item_id] for item_id in ids] for each in answers]) or 0.0 for ids in forms)


def figures(inventory: Inventory, short: bool, people: int, related: float, profiles: Profiles) -> dict[str, str]:
    """A column of the table."""
    answers = answered(inventory, people, related)
    first, second = (sitting(inventory, each, short, profiles) for each in answers)
    alpha = alpha_of(inventory, answers[0], short)
    deviation = fmean(stdev(column) for column in zip(*first.scores, strict=True))
    sem = error_of_measurement(deviation, alpha)
    return of_scores(first, second, alpha, deviation, sem) | of_lists(first, second) | of_firmness(first, second, profiles, sem)


def of_scores(first: Sitting, second: Sitting, alpha: float, deviation: float, sem: float) -> dict[str, str]:
    retest = fmean(map(pearson, zip(*first.scores, strict=True), zip(*second.scores, strict=True)))
    alike = median(correlation(*both) or 0.0 for both in zip(first.scores, second.scores, strict=True))
    codes = list(zip(map(three_letters, first.scores), map(three_letters, second.scores), strict=True))
    return {
        "alpha, mean of the six": f"{alpha:.2f}",
        "SD of a score, points of 40": f"{deviation:.1f}",
        "error of measurement, points of 40": f"{sem:.1f}",
        "retest correlation of a score": f"{retest:.2f}",
        "correlation of the two profiles of a person, median": f"{alike:.2f}",
        "same first letter": percent(one[0] == two[0] for one, two in codes),
        "same three letters, in any order": percent(set(one) == set(two) for one, two in codes),
        "same three letters in the same order": percent(one == two for one, two in codes),
    }


def of_lists(first: Sitting, second: Sitting) -> dict[str, str]:
    both = list(zip(first.ranked, second.ranked, strict=True))
    kept = fmean(len(codes(one[:TOP]) & codes(two[:TOP])) / TOP for one, two in both)
    great = [fits(two)[match.code] for one, two in both for match in one if match.fit is Fit.GREAT]
    pattern = [not is_flat(scores) for scores in first.scores]
    no_great = [matches[0].fit is not Fit.GREAT for matches in first.ranked]
    return {
        f"of the first {TOP} occupations, found again": f"{100 * kept:.0f} %",
        "of great fits, great again": percent(fit is Fit.GREAT for fit in great),
        "of great fits, great or good again": percent(fit in (Fit.GREAT, Fit.GOOD) for fit in great),
        "people without a clear pattern": percent(not clear for clear in pattern),
        "people with a pattern and no great fit": percent(clear and none for clear, none in zip(pattern, no_great, strict=True)),
    }


def of_firmness(first: Sitting, second: Sitting, profiles: Profiles, sem: float) -> dict[str, str]:
    """How often what held by so much stayed in its band in the second sitting, over what each person is shown."""
    stayed: dict[float, list[bool]] = {limit: [] for limit in FIRM}
    for scores, ranked, again in zip(first.scores, first.ranked, second.ranked, strict=True):
        after = fits(again)
        for match in with_firmness(scores, best(ranked), profiles, sem, redraws=200):
            if match.firmness is not None:
                limit = next(limit for limit in FIRM if match.firmness >= limit)
                stayed[limit].append(after[match.code] is match.fit)
    above = dict(zip(FIRM, (1.0, *FIRM), strict=False))
    return {f"firmness {limit} to {above[limit]}: in the same band again": percent(stayed[limit]) for limit in FIRM}


def codes(matches: Sequence[Match]) -> set[OnetSocCode]:
    return {match.code for match in matches}


def fits(matches: Sequence[Match]) -> dict[OnetSocCode, Fit]:
    return {match.code: match.fit for match in matches}


def percent(truths: Iterable[bool]) -> str:
    counted = list(truths)
    return f"{100 * fmean(counted):.0f} %" if counted else "–"


def main() -> None:
    """Print the table of docs/assessment.md."""
    parser = argparse.ArgumentParser(prog="benchmarks.simulate_inventory", description=__doc__)
    parser.add_argument("--people", type=int, default=1000, help="how many are simulated (1000)")
    people = parser.parse_args().people
    inventory = read_inventory(ROOT / "resources" / "assessment" / "inventory.toml")
    guide = Guide(ROOT / "careerguide" / "starter.guide")
    profiles = guide.interest_profiles()
    guide.close()
    columns = [figures(inventory, short, people, related, profiles) for related in (0.0, GENERAL) for short in (False, True)]
    print(f"Simulated: {people} people, {len(profiles)} occupations, seed {SEED}.\n")
    print("| simulated figure | 60 items, types unrelated | 30 items, types unrelated | 60 items, r = .3 | 30 items, r = .3 |")
    print("| --- | --- | --- | --- | --- |")
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(column[name] for column in columns) + " |")


if __name__ == "__main__":
    main()
