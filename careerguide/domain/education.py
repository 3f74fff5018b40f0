"""The twelve levels of schooling of O*NET's education scale (element 2.D.1, scale RL), short enough for a headline."""

_SHORT = {
    1: "No diploma",
    2: "High school",
    3: "Certificate",
    4: "Some college",
    5: "Associate's degree",
    6: "Bachelor's degree",
    7: "Certificate after bachelor's",
    8: "Master's degree",
    9: "Certificate after master's",
    10: "Professional degree",
    11: "Doctorate",
    12: "Post-doctoral training",
}


def short_level(category: int, name: str) -> str:
    """A level of schooling in a word or two; `name` where the category is none of the twelve."""
    return _SHORT.get(category, name)
