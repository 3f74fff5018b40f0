"""Work styles or work values of a career, each with what it means."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.domain.traits import Trait
from careerguide.ui.pieces.labels import label


class TraitsList(QWidget):
    """Shows traits under a heading; without any it is hidden."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(label(heading, "strong"))
        self._pairs: list[tuple[QWidget, QWidget]] = []

    def show_traits(self, traits: Sequence[Trait]) -> None:
        """Show these traits, in their order."""
        for pair in self._pairs:
            for old in pair:
                old.hide()
                old.deleteLater()
        self._pairs = [(label(trait.name), label(trait.meaning, "caption")) for trait in traits]
        for pair in self._pairs:
            for new in pair:
                self._column.addWidget(new)
        self.setVisible(bool(traits))
