"""Where the person has been, like a browser's history. Kept in memory only."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Place = TypeVar("Place")


@dataclass(slots=True)
class History(Generic[Place]):
    """Places in the order they were visited; `visit` from the middle forgets what was ahead."""

    _places: list[Place] = field(default_factory=list)
    _here: int = -1

    @property
    def current(self) -> Place | None:
        """Where one is, None before the first visit."""
        return self._places[self._here] if self._here >= 0 else None

    def visit(self, place: Place) -> None:
        """Go to a new place; staying at the same place is no visit."""
        if place != self.current:
            del self._places[self._here + 1 :]
            self._places.append(place)
            self._here += 1

    def can_go(self, step: int) -> bool:
        """Whether there is a place `step` (−1 back, +1 forward) from here."""
        return 0 <= self._here + step < len(self._places)

    def go(self, step: int) -> Place:
        """Go back or forward and give the place. Raises IndexError where there is none."""
        if not self.can_go(step):
            raise IndexError(step)
        self._here += step
        return self._places[self._here]

    def clear(self) -> None:
        """Forget everything."""
        self._places.clear()
        self._here = -1
