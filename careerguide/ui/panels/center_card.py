"""What a career center adds to an occupation, set apart from what is official."""

from PySide6.QtWidgets import QLabel

from careerguide.domain.center_content import CenterPart, entry_lines, kind_words, not_official, part_heading
from careerguide.ui.pieces.labels import Card, label

_BETWEEN = 14  # pixels above an entry


class CenterCard(Card):
    """Hidden where the center says nothing. Addresses are text: the window opens nothing outside itself."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.body.setSpacing(2)
        self._labels: list[QLabel] = []
        self.hide()

    def show_part(self, part: CenterPart | None) -> None:
        """Show what the center says of an occupation, None for nothing."""
        for old in self._labels:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        self.setVisible(part is not None)
        if part is None:
            return
        self.set_heading(part_heading(part))
        self._add(not_official(), "caption")
        kind = None
        for entry in part.entries:
            above = _BETWEEN
            if entry.kind is not kind:
                kind = entry.kind
                self._add(kind_words(kind), "caption", above)
                above = 0
            self._add(entry.title, "strong", above)
            *lines, origin = entry_lines(entry)
            for line in lines:
                self._add(line)
            self._add(origin, "caption")
        if part.contact:
            self._add(" · ".join(part.contact), "", _BETWEEN)

    def _add(self, text: str, role: str = "", above: int = 0) -> None:
        one = label(text, role, selectable=True)
        one.setContentsMargins(0, above, 0, 0)
        self.body.addWidget(one)
        self._labels.append(one)
