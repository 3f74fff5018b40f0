"""What levels and gaps are called."""

from collections.abc import Mapping

from careerguide.domain.language import translate
from careerguide.domain.own_skills import HIGHEST_LEVEL, Element, GapSize, Near, Preparation
from careerguide.domain.ratings import Domain


def level_words(level: int | None, anchors: Mapping[int, str]) -> str:
    """What an own level means, by the example at it or at the next lower one; None is not rated."""
    if level is None:
        return translate("Skills", "not rated")
    words = translate("Skills", "level {0} of {1}").format(level, HIGHEST_LEVEL)
    below = max((at for at in anchors if at <= level), default=None)
    if level == 0:
        return translate("Skills", "{0}, nothing yet").format(words)
    if below is None:
        return translate("Skills", "{0}, less than: {1}").format(words, anchors[min(anchors)]) if anchors else words
    return (translate("Skills", "{0}, for example: {1}") if below == level else translate("Skills", "{0}, more than: {1}")).format(
        words, anchors[below]
    )


def element_name(element: Element) -> str:
    """The name of an element; one that is both a skill and a knowledge area says which it is."""
    if not element.name_is_shared:
        return element.name
    return (
        translate("Skills", "{0} (skill)") if element.domain is Domain.SKILLS else translate("Skills", "{0} (knowledge)")
    ).format(element.name)


def gap_words(size: GapSize) -> str:
    """A gap as a short sentence without its full stop."""
    words = {
        GapSize.NOTHING: translate("Skills", "Next to nothing missing"),
        GapSize.LITTLE: translate("Skills", "A little missing"),
        GapSize.SOME: translate("Skills", "Some missing"),
        GapSize.LOT: translate("Skills", "A lot missing"),
    }
    return words[size]


def near_words(near: Near) -> str:
    """How near a career is, and where not all that matters most in it is rated, how much of it is; in one line."""
    if near.rated == near.important:
        return gap_words(near.size)
    return translate("Skills", "{0} · {1} of {2} rated").format(gap_words(near.size), near.rated, near.important)


def near_sentences(near: Near) -> str:
    """The same in sentences."""
    missing = f"{gap_words(near.size)}."
    if near.rated == near.important:
        return missing
    known = translate("Skills", "You rated {0} of the {1} skills and knowledge areas that matter most in it.")
    return f"{missing} {known.format(near.rated, near.important)}"


def preparation_word(preparation: Preparation) -> str:
    """How much preparation careers need, against one's own."""
    words = {
        Preparation.SAME: translate("Skills", "As much preparation"),
        Preparation.MORE: translate("Skills", "More preparation"),
        Preparation.LESS: translate("Skills", "Less preparation"),
        Preparation.UNKNOWN: translate("Skills", "Preparation not known"),
    }
    return words[preparation]
