"""Names with a whole number each (levels, answers) as one text, which can be sealed as one: JSON in plain ASCII."""

import json
from collections.abc import Iterable
from operator import index

Pairs = tuple[tuple[str, int], ...]


def pairs_text(pairs: Iterable[tuple[str, int]]) -> str:
    """The text that is stored; every database keeps it, whatever characters are in the names."""
    return json.dumps(list(pairs))


def pairs_in(text: str) -> Pairs:
    """The pairs in a stored text, in their order. Raises `ValueError` or `TypeError` if it is none."""
    return tuple((str(name), index(number)) for name, number in json.loads(text))
