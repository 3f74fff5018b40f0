"""The twelve levels of schooling of O*NET's education scale (element 2.D.1, scale RL), short enough for a headline."""

from careerguide.domain.language import QT_TRANSLATE_NOOP, translate

_SHORT = {
    1: QT_TRANSLATE_NOOP("Domain", "No diploma"),
    2: QT_TRANSLATE_NOOP("Domain", "High school"),
    3: QT_TRANSLATE_NOOP("Domain", "Certificate"),
    4: QT_TRANSLATE_NOOP("Domain", "Some college"),
    5: QT_TRANSLATE_NOOP("Domain", "Associate's degree"),
    6: QT_TRANSLATE_NOOP("Domain", "Bachelor's degree"),
    7: QT_TRANSLATE_NOOP("Domain", "Certificate after bachelor's"),
    8: QT_TRANSLATE_NOOP("Domain", "Master's degree"),
    9: QT_TRANSLATE_NOOP("Domain", "Certificate after master's"),
    10: QT_TRANSLATE_NOOP("Domain", "Professional degree"),
    11: QT_TRANSLATE_NOOP("Domain", "Doctorate"),
    12: QT_TRANSLATE_NOOP("Domain", "Post-doctoral training"),
}


def short_level(category: int, name: str) -> str:
    """A level of schooling in a word or two; `name` where the category is none of the twelve."""
    short = _SHORT.get(category)
    return translate("Domain", short) if short is not None else name
