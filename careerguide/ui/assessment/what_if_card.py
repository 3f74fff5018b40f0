"""What if a score were another one? Six bars to move; careers follow at once, and the result stays as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Scores, as_scores
from careerguide.ui.assessment.score_slider import ScoreSlider
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY


class WhatIfCard(Card):
    """Bars that are put away until they are wanted. `tried` gives the scores now shown, None for one's own."""

    tried = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._open = QPushButton(self.tr("Try other scores"))
        super().__init__(self.tr("What if one of them were higher?"), self._open)
        self._theme = theme
        self._own: Scores | None = None
        self._open.setCheckable(True)
        self._open.toggled.connect(self._toggle)
        self._bars = QWidget()
        self.sliders = [ScoreSlider(theme, name) for name in map(type_name, TYPES)]
        self._numbers = [label("", "strong", wrap=False) for _ in TYPES]
        self._names = [label(name, wrap=False) for name in map(type_name, TYPES)]
        self._columns = Columns([self._row(place) for place in range(6)], theme.px(330))
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._bars.setLayout(self._columns)
        self._hint = label(self.tr("Move a bar and see at once which careers come near. The mark is your own score."), "caption")
        self._back = QPushButton(self.tr("Back to my scores"))
        self._back.clicked.connect(self._go_back)
        self.body.addWidget(self._bars)
        self.body.addLayout(Columns([self._hint, self._back], narrowest=260, weights=(3, 1)))
        theme.changed.connect(self._fit)
        self._fit()
        self._toggle(False)

    def _row(self, place: int) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self._names[place].setBuddy(self.sliders[place])
        row.addWidget(self._names[place])
        row.addWidget(self.sliders[place], 1)
        row.addWidget(self._numbers[place])
        self.sliders[place].valueChanged.connect(self._moved)
        return whole

    def _fit(self) -> None:
        self._columns.set_narrowest(self._theme.px(330))
        for number in self._numbers:
            number.setMinimumWidth(self._theme.px(28))
        widest = max(self._theme.metrics(BODY).horizontalAdvance(name) for name in map(type_name, TYPES)) + 8
        for name in self._names:
            name.setMinimumWidth(widest)

    def show_own(self, scores: Scores) -> None:
        """Begin from these scores; nothing else is tried then."""
        self._own = scores
        for slider, score in zip(self.sliders, scores, strict=True):
            slider.show_own(score)
        self._set(scores)
        self._open.setChecked(False)

    def _set(self, scores: Scores) -> None:
        for slider, score in zip(self.sliders, scores, strict=True):
            slider.blockSignals(True)
            slider.setValue(score)
            slider.blockSignals(False)
            slider.update()
        self._show_numbers()

    def _show_numbers(self) -> None:
        scores = self._scores()
        for number, score in zip(self._numbers, scores, strict=True):
            number.setText(str(score))
        self._back.setEnabled(scores != self._own)

    def _scores(self) -> Scores:
        return as_scores(slider.value() for slider in self.sliders)

    def _moved(self) -> None:
        self._show_numbers()
        scores = self._scores()
        self.tried.emit(None if scores == self._own else scores)

    def _go_back(self) -> None:
        if self._own is not None:
            self.sliders[0].setFocus()
            self._set(self._own)
            self.tried.emit(None)

    def _toggle(self, opened: bool) -> None:
        self._open.setText(self.tr("Put the bars away") if opened else self.tr("Try other scores"))
        for part in (self._bars, self._hint, self._back):
            part.setVisible(opened)
        if not opened and self._own is not None and self._scores() != self._own:
            self._set(self._own)
            self.tried.emit(None)
