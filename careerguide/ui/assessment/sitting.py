"""Answering an inventory once: which activity is in front, what was answered, what was left out, how long it took."""

from collections.abc import Mapping

from careerguide.domain.inventory import Inventory, Item


class Sitting:
    """One way through a form of an inventory, and then through what was left out as often as the person likes.

    `answers` holds the value of each answer by item, in the order of answering; `session` is the session it belongs to, None
    outside any. `is_resumed`: some answers were there at the start, from before a break.
    """

    def __init__(self, inventory: Inventory, short: bool, session: int | None, answers: Mapping[str, int] | None = None) -> None:
        self.inventory, self.short, self.session = inventory, short, session
        self.form = inventory.form(short)
        known = {item.id for item in self.form}
        self.answers: dict[str, int] = {item: value for item, value in (answers or {}).items() if item in known}
        self.is_resumed = bool(self.answers)
        self._seconds: dict[str, float] = {}
        self._round: tuple[Item, ...] = self.form
        self._at = self._after_last_answer() if self.answers else 0

    def _after_last_answer(self) -> int:
        return max(place for place, item in enumerate(self.form) if item.id in self.answers) + 1

    @property
    def item(self) -> Item | None:
        """The activity in front, None when the round is over."""
        return self._round[self._at] if self._at < len(self._round) else None

    @property
    def number(self) -> int:
        """The number of that activity in the form, from 1."""
        return self.form.index(self._round[min(self._at, len(self._round) - 1)]) + 1

    @property
    def answer_in_front(self) -> int | None:
        """What was answered to the activity in front."""
        return self.answers.get(self.item.id) if self.item is not None else None

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self._at == 0

    @property
    def unanswered(self) -> tuple[Item, ...]:
        """The activities of the form without an answer."""
        return tuple(item for item in self.form if item.id not in self.answers)

    def answer(self, value: int, seconds: float) -> None:
        """Answer the activity in front, which was looked at for so long, and go on."""
        if self.item is not None:
            self.answers[self.item.id] = value
            self._seconds[self.item.id] = seconds
            self._at += 1

    def skip(self) -> None:
        """Go on without an answer; an earlier one stays."""
        self._at = min(self._at + 1, len(self._round))

    def back(self) -> None:
        """Go to the activity before."""
        self._at = max(self._at - 1, 0)

    def ask_unanswered(self) -> None:
        """Begin a round through what was left out."""
        self._round, self._at = self.unanswered, 0

    def look_again(self) -> None:
        """Begin a round through all of the form."""
        self._round, self._at = self.form, 0

    @property
    def seconds(self) -> tuple[float, ...]:
        """How long each answer took, of those given since the start or the last break."""
        return tuple(self._seconds.values())
