"""A button with a menu of choices to tick, each with the number of careers it would leave."""

from collections.abc import Callable, Hashable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

Count = Callable[[Hashable], int]


class MenuFilter(QToolButton):
    """Several values to choose, at most `most` of them. `changed` tells when the choice did."""

    changed = Signal()

    def __init__(self, name: str, most: int | None = None) -> None:
        super().__init__()
        self._name = name
        self._most = most
        self._options: list[tuple[Hashable, str]] = []
        self._hints: dict[Hashable, str] = {}
        self.chosen: set[Hashable] = set()
        self.count: Count | None = None
        self.setText(f"{name} ▾")
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def offer(self, options: Sequence[tuple[Hashable, str]], hints: Mapping[Hashable, str] | None = None) -> None:
        """Offer (value, words) pairs, with a hint for some; values no longer offered are no longer chosen."""
        self._options = list(options)
        self._hints = dict(hints or {})
        self.chosen &= {value for value, _ in options}

    def words(self, value: Hashable) -> str:
        """What a value is called."""
        return next(words for other, words in self._options if other == value)

    def choose(self, value: Hashable, *, on: bool) -> None:
        """Tick or untick a value."""
        if on:
            self.chosen.add(value)
        else:
            self.chosen.discard(value)
        self.changed.emit()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for value, words in self._options:
            number = f"  ({self.count(value)})" if self.count is not None else ""
            action = menu.addAction(words.replace("&", "&&") + number)
            action.setToolTip(self._hints.get(value, words))
            action.setCheckable(True)
            action.setChecked(value in self.chosen)
            action.setEnabled(value in self.chosen or self._most is None or len(self.chosen) < self._most)
            action.triggered.connect(lambda on, value=value: self.choose(value, on=on))
