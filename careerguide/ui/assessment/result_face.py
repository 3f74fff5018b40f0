"""A result: the profile, what it means, what if it were another one, and the careers that go with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.browse import Facts
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.compare import FEWEST, MOST
from careerguide.domain.inventory import Inventory, Scores, is_flat, source_words
from careerguide.domain.matching import Profile
from careerguide.domain.notebook import InterestResult
from careerguide.sources.inventory import TypeWords
from careerguide.ui.assessment.careers_view import CareersView
from careerguide.ui.assessment.meaning_cards import MeaningCards
from careerguide.ui.assessment.profile_card import ProfileCard
from careerguide.ui.assessment.what_if_card import WhatIfCard
from careerguide.ui.assessment.wording import code_sentence, error_of
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.middle import InTheMiddle
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import reached_by_tab, scrolled
from careerguide.ui.sessions.moments import day_and_time
from careerguide.ui.theme import Theme

_WIDEST = 1180


class ResultFace(QWidget):
    """Shows one result. `retake_wanted` and `results_wanted` lead back; the other signals say what is to be done with careers."""

    occupation_chosen = Signal(str)
    compare_wanted = Signal(object)
    save_wanted = Signal(str)
    retake_wanted = Signal()
    results_wanted = Signal()
    browse_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        inventory: Inventory,
        words: Mapping[str, TypeWords],
        profiles: Mapping[OnetSocCode, Profile],
        facts: Sequence[Facts],
        job_zones: Sequence[tuple[int, str]],
    ) -> None:
        super().__init__()
        self._theme, self._inventory, self._profiles = theme, inventory, profiles
        self._titles: dict[str, str] = {each.code: each.title for each in facts}
        self._result: InterestResult | None = None
        self._tried: Scores | None = None
        self._taken = label("", "caption")
        self._notice = Notice()
        self.profile, self.meanings = ProfileCard(theme), MeaningCards(theme, words)
        self.what_if = WhatIfCard(theme)
        self.what_if.tried.connect(self._try)
        self.careers = CareersView(theme, profiles, facts, job_zones)
        self.careers.opened.connect(self.occupation_chosen)
        self.careers.why_wanted.connect(self._say_why)
        self.careers.ticked_changed.connect(self._show_ticked)
        self._retake, self._results, self._save, self.compare = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self._retake.setText(self.tr("Take it again"))
        self._results.setText(self.tr("All results"))
        self._careers_button = QPushButton(self.tr("See careers"))
        self._careers_button.setProperty("role", "primary")
        self._careers_button.setToolTip(self.tr("Down to the careers that go with your interests"))
        for button, call in (
            (self._careers_button, self._go_to_careers),
            (self._retake, self.retake_wanted.emit),
            (self._results, self.results_wanted.emit),
            (self._save, self._save_ticked),
            (self.compare, lambda: self.compare_wanted.emit(tuple(self.careers.ticked))),
        ):
            button.clicked.connect(lambda _=False, call=call: call())
        self._lay_out()
        self._show_ticked()

    def _lay_out(self) -> None:
        ways = Columns((self._careers_button, self._results, self._retake), 1)
        ways.follow(self._theme, 150)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Your interests"), "title"))
        column.addWidget(self._taken)
        column.addLayout(ways)
        for part in (self._notice, self.profile, self.meanings, self.what_if, self.careers):
            column.addWidget(part)
        column.addStretch(1)
        self._area = scrolled(InTheMiddle(content, self._theme, _WIDEST))
        reached_by_tab(self._area, self.tr("Your interests"))
        buttons = QWidget()
        self._foot = Columns([self._save, self.compare], self._theme.px(140))
        buttons.setLayout(self._foot)
        foot = InTheMiddle(buttons, self._theme, _WIDEST, (32, 10, 32, 16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addWidget(foot)
        self._foot.follow(self._theme, 140)

    @property
    def result(self) -> InterestResult | None:
        """The result shown."""
        return self._result

    def show_result(self, result: InterestResult, *, prorated: bool = False) -> None:
        """Show a result from the top; `prorated`: some activities were left out."""
        self._result, self._tried = result, None
        self._taken.setText(f"{source_words(result.source)}, {day_and_time(result.taken)}")
        self._show_notice(is_flat(result.scores), prorated)
        self.what_if.show_own(result.scores)
        self.meanings.show_scores(result.scores)
        self._show_profile()
        self.careers.show_result(result.scores, result.job_zone, error_of(result, self._inventory))
        self._area.verticalScrollBar().setValue(0)
        self._area.setFocus()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, code_sentence(result.scores)))

    def _go_to_careers(self) -> None:
        if (content := self._area.widget()) is not None:
            self._area.verticalScrollBar().setValue(self.careers.mapTo(content, QPoint(0, 0)).y() - 12)
        self.careers.setFocus()
        self.careers.focusNextChild()

    def _show_notice(self, flat: bool, prorated: bool) -> None:
        self._notice.setVisible(flat or prorated)
        if flat:
            words = self.tr(
                "No clear pattern: that is a result too, and common. You may like many things, or not know them yet. Looking at careers"
                " themselves can help more than scores."
            )
            self._notice.show_message(words, {self.tr("Browse careers"): self.browse_wanted.emit})
        elif prorated:
            words = self.tr("Some activities were left out. They are counted like the others of their kind that you answered.")
            self._notice.show_message(words)

    def _show_profile(self) -> None:
        if self._result is not None:
            self.profile.show_scores(self._result.scores, self._tried, error_of(self._result, self._inventory))

    def _try(self, scores: Scores | None) -> None:
        if self._result is not None:
            self._tried = scores
            self._show_profile()
            self.careers.show_scores(scores or self._result.scores)

    def _say_why(self, code: str) -> None:
        if self._result is not None:
            from careerguide.ui.assessment.why_dialog import WhyDialog

            known, scores = OnetSocCode(code), self._tried or self._result.scores
            dialog = WhyDialog(
                self._theme,
                self._titles[code],
                scores,
                self._profiles[known],
                self.careers.match_of(code),
                self.window(),
                tried=self._tried is not None,
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # What is chosen

    def _show_ticked(self) -> None:
        number = len(self.careers.ticked)
        self._save.setText(self.tr("Save {0}").format(number) if number else self.tr("Save"))
        self._save.setEnabled(number > 0)
        self._save.setToolTip("" if number else self.tr("Tick the careers to keep in your list"))
        comparable = FEWEST <= number <= MOST
        self.compare.setText(self.tr("Compare {0}").format(number) if comparable else self.tr("Compare"))
        self.compare.setEnabled(comparable)
        self.compare.setToolTip("" if comparable else self.tr("Tick two to four careers to put side by side"))

    def _save_ticked(self) -> None:
        for code in self.careers.ticked:
            self.save_wanted.emit(code)
