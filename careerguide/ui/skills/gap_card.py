"""What one has and lacks for one career."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.own_skills import Against, Element, Gaps, Near
from careerguide.domain.traits import TraitKind, strongest_traits
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.skills.gap_row import GapRow
from careerguide.ui.skills.traits_list import TraitsList
from careerguide.ui.skills.words import element_name, near_sentences
from careerguide.ui.theme import Theme

_FIRST = 6


class _Rows(QWidget):
    """Elements under a heading, the first few; a button shows all."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._theme, self._heading = theme, heading
        self._against: Sequence[Against] = ()
        self._all = False
        self._rows: list[GapRow] = []
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._toggle)
        self._list = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(heading, "strong"))
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_against(self, against: Sequence[Against]) -> None:
        """Show these; without any the whole part is hidden."""
        self._against, self._all = against, False
        self.setVisible(bool(against))
        self._render()

    def _toggle(self) -> None:
        self._all = not self._all
        self._render()

    def _render(self) -> None:
        shown = self._against if self._all else self._against[:_FIRST]
        while len(self._rows) < len(shown):
            row = GapRow(self._theme)
            self._list.addWidget(row)
            self._rows.append(row)
        for row, against in zip(self._rows, shown, strict=False):
            row.show_against(against)
            row.show()
        for row in self._rows[len(shown) :]:
            row.hide()
        self._more.setVisible(len(self._against) > _FIRST)
        self._more.setText(self.tr("Show the first only") if self._all else self.tr("Show all {0}").format(len(self._against)))
        self._more.setAccessibleName(f"{self._heading}: {self._more.text()}")


class GapCard(Card):
    """The gap to one career. `opened` asks for its page, `compared` to put it beside one's own."""

    opened = Signal(str)
    compared = Signal(str)

    def __init__(self, theme: Theme, brought: str) -> None:
        super().__init__(" ")
        self._theme = theme
        self._near: Near | None = None
        self._summary = label()
        self._open = self._button(self.tr("Open this career"), lambda near: self.opened.emit(near.asks.code))
        self._compare = self._button(self.tr("Compare"), lambda near: self.compared.emit(near.asks.code))
        self._compare.hide()
        buttons = QWidget()
        self._tools = Columns([self._open, self._compare], theme.px(130))
        self._tools.setContentsMargins(0, 0, 0, 0)
        buttons.setLayout(self._tools)
        theme.changed.connect(self._measure_anew)
        self._missing = _Rows(theme, self.tr("What is missing"))
        self._brought = _Rows(theme, brought)
        self._legend = label(
            self.tr("Levels from 0 to 7. Filled: what you have. Line: what is asked. What weighs most comes first."), "caption"
        )
        self._unknown_heading = label(self.tr("Not rated by you yet"), "strong")
        self._unknown = label("", "caption")
        self._styles = TraitsList(self.tr("Ways of working that help in it"))
        self._values = TraitsList(self.tr("What it gives people most"))
        for widget in (
            self._summary,
            buttons,
            self._legend,
            self._missing,
            self._brought,
            self._unknown_heading,
            self._unknown,
            self._styles,
            self._values,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _measure_anew(self) -> None:
        self._tools.set_narrowest(self._theme.px(130))

    def _button(self, text: str, call: Callable[[Near], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: call(self._near) if self._near is not None else None)
        return button

    def offer_comparison(self, title: str) -> None:
        """Offer to compare with the career of this title."""
        self._compare.setText(self.tr("Compare the two"))
        self._compare.setToolTip(self.tr("Put it beside {0}").format(title))
        self._compare.show()

    def show_gaps(self, near: Near, gaps: Gaps) -> None:
        """Show the gap to a career."""
        self._near = near
        self.set_heading(near.asks.title)
        self._summary.setText(near_sentences(near))
        self._missing.show_against(gaps.missing)
        self._brought.show_against(gaps.brought)
        self._legend.setVisible(bool(gaps.missing or gaps.brought))
        self._show_unknown(gaps.unknown)
        self._styles.show_traits(strongest_traits(near.asks.traits, TraitKind.WORK_STYLE))
        self._values.show_traits(strongest_traits(near.asks.traits, TraitKind.WORK_VALUE))

    def _show_unknown(self, unknown: Sequence[Element]) -> None:
        self._unknown_heading.setVisible(bool(unknown))
        self._unknown.setVisible(bool(unknown))
        self._unknown.setText(", ".join(map(element_name, unknown)))
