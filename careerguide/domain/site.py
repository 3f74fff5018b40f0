"""What an administrator sets for everybody on a computer."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Site:
    """By name of a setting: `defaults` hold until a person chooses something else, what is `locked` nobody can change in the window.

    Only what belongs to the school can be locked. Colors, text size, language and place belong to the person: who needs larger
    text must be able to have it.
    """

    defaults: Mapping[str, object] = field(default_factory=dict)
    locked: Mapping[str, object] = field(default_factory=dict)
