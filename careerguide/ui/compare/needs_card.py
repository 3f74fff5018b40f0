"""What one would need to go from one of the occupations compared to another."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.compare import Comparison
from careerguide.domain.language import translate
from careerguide.domain.needs import Asked, More, Preparation, Step, needs
from careerguide.domain.page import OccupationPage
from careerguide.reports.charts import LETTERS, Contrast
from careerguide.ui.compare.contrast_list import ContrastList
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


def preparation_words() -> dict[Preparation, str]:
    """What the kinds of preparation are called."""
    return {
        Preparation.JOB_ZONE: translate("Needs", "Job zone"),
        Preparation.ENTRY_EDUCATION: translate("Needs", "Schooling to enter (BLS)"),
        Preparation.COMMON_EDUCATION: translate("Needs", "Most common schooling (O*NET survey)"),
        Preparation.WORK_EXPERIENCE: translate("Needs", "Experience to enter (BLS)"),
        Preparation.COMMON_EXPERIENCE: translate("Needs", "Most common experience (O*NET survey)"),
        Preparation.TRAINING: translate("Needs", "Training on the job (BLS)"),
        Preparation.COMMON_TRAINING: translate("Needs", "Most common training on the job (O*NET survey)"),
    }


def step_words() -> dict[Step, str]:
    """How one kind of preparation compares."""
    return {
        Step.MORE: translate("Needs", "More"),
        Step.SAME: translate("Needs", "The same"),
        Step.LESS: translate("Needs", "Less"),
        Step.OTHER: translate("Needs", "Not comparable"),
    }


class _AskedBlock(QWidget):
    """One kind of preparation: its name, how it compares, and both words."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._step, self._words = label("", "caption"), label("", "strong"), label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(2)
        for widget in (self._name, self._step, self._words):
            column.addWidget(widget)
        column.addStretch(1)

    def show_asked(self, asked: Asked) -> None:
        """Show how this kind of preparation compares."""
        self._name.setText(preparation_words()[asked.kind])
        self._step.setText(step_words()[asked.step])
        none = translate("Needs", "not available")
        here, there = ((words or none).replace(" %", "\u00a0%") for words in (asked.here, asked.there))
        self._words.setText(here if here == there else f"{here} → {there}")


class NeedsCard(Card):
    """From which occupation to which, and what that asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Needs", "What would I need to go from one to another?"))
        self._pages: tuple[OccupationPage, ...] = ()
        self._from, self._to = Combo(), Combo()
        for box, name in ((self._from, self.tr("From")), (self._to, self.tr("To"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self._from.activated.connect(lambda: self._chosen(self._from, self._to))
        self._to.activated.connect(lambda: self._chosen(self._to, self._from))
        self._swap = QPushButton(self.tr("Swap ⇄"))
        self._swap.setAccessibleName(self.tr("Swap from and to"))
        self._swap.clicked.connect(self._swap_them)
        self._asked = [_AskedBlock() for _ in Preparation]
        blocks = QWidget()
        grid = Columns(self._asked, theme.px(240))
        grid.setContentsMargins(0, 8, 0, 0)
        blocks.setLayout(grid)
        grid.follow(theme, 240)
        self._knowledge = ContrastList(theme, self.tr("Knowledge that is asked more"))
        self._skills = ContrastList(theme, self.tr("Skills that are asked more"))
        self.body.addLayout(self._choosers())
        for widget in (blocks, self._knowledge, self._skills):
            self.body.addWidget(widget)

    def _choosers(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (name, box) in enumerate(((self.tr("From"), self._from), (self.tr("To"), self._to))):
            grid.addWidget(label(name, wrap=False), row, 0)
            grid.addWidget(box, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._swap)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.addLayout(grid)
        column.addLayout(foot)
        return column

    def show_comparison(self, comparison: Comparison) -> None:
        """Offer the occupations; the way from the first to the second is shown at first."""
        self._pages = comparison.pages
        for number, box in enumerate((self._from, self._to)):
            box.clear()
            box.addItems([f"{letter}  {page.title}" for letter, page in zip(LETTERS, self._pages, strict=False)])
            box.setCurrentIndex(number)
        self._render()

    def _chosen(self, changed: Combo, other: Combo) -> None:
        """The two are never the same: the other one gives way."""
        if changed.currentIndex() == other.currentIndex():
            other.setCurrentIndex((changed.currentIndex() + 1) % len(self._pages))
        self._render()

    def _swap_them(self) -> None:
        here, there = self._from.currentIndex(), self._to.currentIndex()
        self._from.setCurrentIndex(there)
        self._to.setCurrentIndex(here)
        self._render()

    def _render(self) -> None:
        places = self._from.currentIndex(), self._to.currentIndex()
        needed = needs(self._pages[places[0]], self._pages[places[1]])
        for block, asked in zip(self._asked, needed.preparation, strict=True):
            block.show_asked(asked)
        none = self.tr("Nothing is asked more.") if needed.rated else self.tr("Not rated for both careers.")
        for shown, more in ((self._knowledge, needed.knowledge), (self._skills, needed.skills)):
            contrasts = [Contrast(each.name, _in_places(each, places), each.sure) for each in more]
            shown.show_contrasts(contrasts, [needed.here.title, needed.there.title], places, none)


def _in_places(more: More, places: tuple[int, int]) -> tuple[float | None, ...]:
    """The two figures in the places of their occupations, so that these keep their marks."""
    figures: list[float | None] = [None] * len(LETTERS)
    figures[places[0]], figures[places[1]] = more.here_weight, more.there_weight
    return tuple(figures)
