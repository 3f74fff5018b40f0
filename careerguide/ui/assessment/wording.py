"""Sentences about scores and matches, in plain words."""

from PySide6.QtCore import QLocale

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import LETTERS, Inventory, Scores, code_with_ties, is_flat, source_of, too_close
from careerguide.domain.language import listing, translate
from careerguide.domain.matching import Fit
from careerguide.domain.notebook import InterestResult
from careerguide.domain.reliability import within_noise

NAMES = dict(zip(LETTERS, TYPES, strict=True))

_FIRM, _MOSTLY = 0.8, 0.5  # shares of redraws above which a match is said to hold firmly, or mostly (our own)


def code_words(scores: Scores) -> str:
    """The strongest letters, “I · R · C”; those with the same score are joined by “=”: “I · R=C”. “–” for no clear pattern."""
    return "–" if is_flat(scores) else " · ".join("=".join(group) for group in code_with_ties(scores))


def profile_sentence(scores: Scores) -> str:
    """All six scores in a sentence, the strongest first."""
    ranked = sorted(zip(scores, TYPES, strict=True), key=lambda each: -each[0])
    return ", ".join(translate("Assessment", "{0} {1} of 40").format(type_name(name), score) for score, name in ranked) + "."


def code_sentence(scores: Scores) -> str:
    """Which types are strongest, ties said openly."""
    if is_flat(scores):
        return translate("Assessment", "No clear pattern: your six interests are about equally strong.")
    groups = [[type_name(NAMES[letter]) for letter in group] for group in code_with_ties(scores)]
    parts = [
        translate("Assessment", "{0} (equally strong)").format(listing(group)) if len(group) > 1 else group[0] for group in groups
    ]
    return translate("Assessment", "Strongest first: {0}.").format(translate("Assessment", ", then ").join(parts))


def sureness_sentence(scores: Scores, sem: float) -> str:
    """How far the order of the types can be trusted."""
    points = round(within_noise(sem))
    noise = translate(
        "Assessment", "Differences under about {0} of 40 points say little: another day they could come out the other way round."
    ).format(points)
    close = too_close(scores, sem)
    if is_flat(scores):
        return noise
    if not close:
        return translate("Assessment", "Your first three are clearly apart. {0}").format(noise)
    pairs = listing(
        [
            translate("Assessment", "{0} with {1}").format(type_name(NAMES[higher]), type_name(NAMES[lower]))
            for higher, lower in close
        ]
    )
    return translate("Assessment", "{0} Here that goes for {1}.").format(noise, pairs)


def fit_word(fit: Fit) -> str:
    """The name of a band."""
    return {
        Fit.GREAT: translate("Assessment", "Great fit"),
        Fit.GOOD: translate("Assessment", "Good fit"),
        Fit.FAIR: translate("Assessment", "Fair fit"),
        Fit.OTHER: translate("Assessment", "Other careers"),
    }[fit]


def firmness_words(firmness: float | None) -> str:
    """How firmly a match holds in its band, “” while that is not known."""
    if firmness is None:
        return ""
    if firmness >= _FIRM:
        return translate("Assessment", "holds firmly")
    return translate("Assessment", "holds mostly") if firmness >= _MOSTLY else translate("Assessment", "on the edge")


def firmness_sentence(firmness: float, fit: Fit) -> str:
    """The exact share behind these words."""
    return translate(
        "Assessment",
        "If your scores were measured again, with the usual error of measurement, this career would be in “{0}” in about {1} of 100"
        " cases.",
    ).format(fit_word(fit), round(firmness * 100))


def error_of(result: InterestResult, inventory: Inventory) -> float:
    """The error of measurement of a result in points of 40; results from elsewhere count as from the whole form."""
    return inventory.error(short=result.source == source_of(inventory, short=True))


def number(value: float) -> str:
    """A number with two decimals, as the person's desktop writes it, with a real minus sign."""
    return QLocale().toString(value, "f", 2).replace("-", "−")
