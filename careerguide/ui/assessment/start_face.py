"""Where the assessment begins: what it is, the two forms, going on after a break, and the results so far."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.inventory import Inventory
from careerguide.domain.notebook import InterestResult, PausedInventory
from careerguide.ui.assessment.results_card import ResultsCard
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.middle import InTheMiddle
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.sessions.moments import day_and_time
from careerguide.ui.theme import Theme

_WIDEST = 880
_SECONDS_AN_ITEM = 8  # a usual pace, for the minutes that are announced


@dataclass(frozen=True, slots=True)
class Kept:
    """What the notebook holds for the assessment. `where` names it for the person; `stays_here`: it is on this computer."""

    where: str
    stays_here: bool
    results: tuple[InterestResult, ...]
    paused: PausedInventory | None


class StartFace(QWidget):
    """Words and buttons. `begin_wanted` gives whether the short form is wanted; `results` has signals of its own."""

    begin_wanted = Signal(bool)
    resume_wanted = Signal()
    drop_wanted = Signal()
    browse_wanted = Signal()

    def __init__(self, theme: Theme, inventory: Inventory) -> None:
        super().__init__()
        self._theme, self._inventory = theme, inventory
        self._paused = Notice()
        self._paused.hide()
        self._where = label("", "caption", selectable=True)
        self.results = ResultsCard(theme)
        self._long, self._short = self._form_button(short=False), self._form_button(short=True)
        self._browse = QPushButton(self.tr("Browse careers without it"))
        self._browse.clicked.connect(lambda _=False: self.browse_wanted.emit())
        self._ways = Columns([self._long, self._short, self._browse], theme.px(270))
        self._lay_out()
        self._ways.follow(theme, 270)

    def take_focus(self) -> None:
        """Give the keys to the button one most likely wants."""
        self._long.setFocus()

    def _form_button(self, *, short: bool) -> QPushButton:
        items = len(self._inventory.form(short))
        words = self.tr("Short form: {0} activities") if short else self.tr("Start: {0} activities")
        button = QPushButton(words.format(items))
        button.setMinimumHeight(44)
        button.setToolTip(self.tr("About {0} minutes").format(self._minutes(short)))
        if short and not self._inventory.has_short_form:
            button.hide()  # shown without a parent it would be a window for a moment
        button.clicked.connect(lambda _=False: self.begin_wanted.emit(short))
        return button

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("What do you like to do?"), "title"))
        column.addWidget(self._paused)
        card = Card()
        for sentence in self._sentences():
            card.body.addWidget(label(sentence))
        card.body.addSpacing(4)
        card.body.addLayout(self._ways)
        card.body.addWidget(self._pace())
        column.addWidget(card)
        column.addWidget(self.results)
        about = Card(self.tr("What is kept"))
        about.body.addWidget(
            label(self.tr("Your six scores, the day, and the schooling you say. Single answers are kept only while you pause."))
        )
        about.body.addWidget(self._where)
        about.body.addWidget(label(f"{self._inventory.citation} {self._inventory.licence}.", "caption"))
        column.addWidget(about)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(InTheMiddle(content, self._theme, _WIDEST)))

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "You see activities, one at a time. Afterwards you see which of six interests are strongest in you, and which careers go"
                " with them."
            ),
            self._inventory.instruction,
            self.tr(
                "It is for exploring, not for deciding. The questions are new: nobody has checked yet how well they measure, and there are"
                " no figures of other people to compare with."
            ),
        )

    def _minutes(self, short: bool) -> int:
        return max(round(len(self._inventory.form(short)) * _SECONDS_AN_ITEM / 60), 1)

    def _pace(self) -> QWidget:
        whole = self.tr("About {0} minutes. You can pause at any time.").format(self._minutes(short=False))
        both = self.tr("About {0} minutes, or {1} for the short form, which is less sure. You can pause at any time.").format(
            self._minutes(short=False), self._minutes(short=True)
        )
        return label(both if self._inventory.has_short_form else whole, "caption")

    def show_kept(self, kept: Kept) -> None:
        """Show what is kept: a break, the results, and where."""
        self._show_paused(kept.paused)
        self.results.show_results(kept.results)
        if kept.where == "memory":
            self._where.setText(self.tr("Kept only in memory, and forgotten when you are done. Nothing leaves this computer."))
        elif kept.stays_here:
            self._where.setText(self.tr("Kept in: {0}. Nothing leaves this computer.").format(kept.where))
        else:
            self._where.setText(self.tr("Kept in the {0}.").format(kept.where))

    def _show_paused(self, paused: PausedInventory | None) -> None:
        self._paused.setVisible(paused is not None)
        for button, primary in ((self._long, paused is None), (self._short, False)):
            button.setProperty("role", "primary" if primary else "")
            button.style().unpolish(button)
            button.style().polish(button)
        if paused is not None:
            words = self.tr("You paused on {0}, with {1} of {2} answered.").format(
                day_and_time(paused.at), len(paused.answers), len(self._inventory.form(paused.short))
            )
            ways: dict[str, Callable[[], object]] = {
                self.tr("Go on where I was"): self.resume_wanted.emit,
                self.tr("Throw these answers away"): self.drop_wanted.emit,
            }
            self._paused.show_message(words, ways)


def usable(paused: PausedInventory | None, inventory: Inventory) -> PausedInventory | None:
    """What was paused, if it was this inventory in this version."""
    same = paused is not None and (paused.inventory, paused.version) == (inventory.name, inventory.version)
    return paused if same else None
