"""The page that puts two to four occupations side by side."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.compare import FEWEST, MOST, Comparison, compare
from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate
from careerguide.domain.page import OWN_TEXTS, OccupationPage
from careerguide.domain.results import OccupationTitle
from careerguide.ui.background import Latest
from careerguide.ui.compare.differences_card import DifferencesCard
from careerguide.ui.compare.figure_cards import GrowthCard, InterestsCard, PayCard, SchoolingCard
from careerguide.ui.compare.head import Head
from careerguide.ui.compare.needs_card import NeedsCard
from careerguide.ui.compare.taking import comparison_poster, copy_figures, save_picture
from careerguide.ui.compare.text_cards import PreparationCard, TasksCard
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import SearchCombo
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme

_WIDEST = 1180

PagesOf = Callable[[tuple[str, ...]], tuple[OccupationPage, ...]]


class ComparePage(QWidget):
    """Occupations side by side. `pages_of` may take its time; it is called on a worker thread.

    `codes_changed` gives the codes after the person added, moved or took out one. `for_reading` leaves out everything that changes
    the comparison or takes it out of the window.
    """

    occupation_chosen = Signal(str)
    codes_changed = Signal(object)
    report_wanted = Signal(object)
    failed = Signal(GuideError)

    def __init__(
        self, theme: Theme, occupations: Sequence[OccupationTitle], pages_of: PagesOf, *, for_reading: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._pages_of, self._for_reading = theme, pages_of, for_reading
        self._titles: dict[str, str] = {each.code: each.title for each in occupations}
        self._codes: tuple[str, ...] = ()
        self._comparison: Comparison | None = None
        self._loading: Latest[Comparison] = Latest(self, self._show_comparison, self._fail)
        self._make_head(occupations)
        self._interests = InterestsCard(theme)
        self._cards = (
            PayCard(theme),
            SchoolingCard(theme),
            GrowthCard(theme),
            PreparationCard(theme),
            self._interests,
            DifferencesCard(theme),
            TasksCard(theme),
            NeedsCard(theme),
        )
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()
        self._show_heads()

    def _make_head(self, occupations: Sequence[OccupationTitle]) -> None:
        self._copy = QPushButton(self.tr("Copy figures"))
        self._copy.setToolTip(self.tr("Copy all figures as a table, to paste into a spreadsheet or a text"))
        self._copy.clicked.connect(self._copy_figures)
        self._save = QPushButton(self.tr("Save picture…"))
        self._save.setToolTip(self.tr("Save the charts as a picture (PNG or SVG)"))
        self._save.clicked.connect(self._save_picture)
        self._report = QPushButton(self.tr("Report…"))
        self._report.setToolTip(self.tr("A report to print or to save"))
        self._report.clicked.connect(lambda: self.report_wanted.emit(self._codes))
        self.heads = [Head(self._theme, series, for_reading=self._for_reading) for series in range(MOST)]
        for place, head in enumerate(self.heads):
            head.opened.connect(partial(self._open, place))
            head.moved.connect(partial(self._move, place))
            head.removed.connect(partial(self._take_out, place))
        self.add = SearchCombo(self.tr("Add a career …"), letters=12)
        for each in occupations:
            self.add.addItem(each.title, each.code)
        self.add.setCurrentIndex(-1)
        self.add.list_what_matches()
        if (field := self.add.lineEdit()) is not None:
            field.setPlaceholderText(self.tr("Add a career …"))
        self.add.activated.connect(self._add)
        self._hint = label()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        self._tools = QWidget()
        tools = Columns([self._copy, self._save, self._report], 100)
        tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setLayout(tools)
        heads = QWidget()
        self._head_columns = Columns(self.heads, 220)
        self._head_columns.setContentsMargins(0, 0, 0, 0)
        heads.setLayout(self._head_columns)
        adding = QHBoxLayout()
        adding.addWidget(self.add, 1)
        adding.addStretch(1)
        self._sources = label("", "caption")
        column.addWidget(label(self.tr("Compare careers"), "title"))
        column.addWidget(self._tools)
        column.addWidget(heads)
        column.addWidget(self._hint)
        column.addLayout(adding)
        for card in self._cards:
            column.addWidget(card)
        column.addWidget(self._sources)
        column.addStretch(1)
        self._content = content
        self._area = scrolled(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _fit(self) -> None:
        px = self._theme.px
        self._content.setMaximumWidth(px(_WIDEST))
        self._tools.setMaximumWidth(px(480))
        self._head_columns.set_narrowest(px(210))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the occupations compared, in their order."""
        return self._codes

    def show_codes(self, codes: Sequence[str]) -> None:
        """Compare these occupations, the first four; one that the guide does not have is left out, and `codes_changed` says so."""
        wanted = tuple(code for code in dict.fromkeys(codes) if code in self._titles)[:MOST]
        if wanted == self._codes and self._comparison is not None:
            return
        self._take(wanted)
        if wanted != tuple(codes):
            self.codes_changed.emit(wanted)

    def _take(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._show_heads()
        if len(codes) < FEWEST:
            self._loading.drop()
            self._comparison = None
            self._show_cards(shown=False)
            return
        pages_of = self._pages_of
        self._loading.run(lambda: compare(pages_of(codes)))

    def _change(self, codes: tuple[str, ...]) -> None:
        self._take(codes)
        self.codes_changed.emit(codes)

    def _show_heads(self) -> None:
        number = len(self._codes)
        for place, head in enumerate(self.heads):
            head.setVisible(place < number)
            if place < number:
                head.show_title(self._titles[self._codes[place]], first=place == 0, last=place == number - 1)
        self.add.setVisible(number < MOST and not self._for_reading)
        self._tools.setVisible(number >= FEWEST and not self._for_reading)
        hints = {
            0: self.tr("Put two to four careers side by side: pay, schooling, growth, interests, knowledge, skills and tasks."),
            1: self.tr("Add one more career to compare it with."),
        }
        self._hint.setText(hints.get(number, ""))
        self._hint.setVisible(number in hints)
        if self._comparison is None:
            self._show_cards(shown=False)

    def _show_cards(self, *, shown: bool) -> None:
        for widget in (*self._cards, self._sources):
            widget.setVisible(shown)

    def show_fits(self, fits: Mapping[str, str]) -> None:
        """Say how the occupations fit the person's interests, a word by code; empty for nothing."""
        self._interests.fits = fits
        if self._comparison is not None:
            self._interests.show_comparison(self._comparison)

    def _show_comparison(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.setUpdatesEnabled(False)
        for card in self._cards:
            card.show_comparison(comparison)
        self._sources.setText("\n".join((*comparison.translation_lines, _sources_line(comparison))))
        self._show_cards(shown=True)
        self.setUpdatesEnabled(True)
        self._say(self.tr("{0} careers compared").format(len(comparison.pages)))

    def _fail(self, error: GuideError) -> None:
        self._comparison = None
        self._show_cards(shown=False)
        self.failed.emit(error)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # What a person does

    def _open(self, place: int) -> None:
        self.occupation_chosen.emit(self._codes[place])

    def _add(self, row: int) -> None:
        code = self.add.itemData(row)
        self.add.setCurrentIndex(-1)
        self.add.clearEditText()
        if code not in self._codes and len(self._codes) < MOST:
            self._change((*self._codes, code))

    def _move(self, place: int, step: int) -> None:
        codes = list(self._codes)
        codes[place], codes[place + step] = codes[place + step], codes[place]
        self._change(tuple(codes))
        moved = self.heads[place + step]
        wanted, other = (moved.left, moved.right) if step < 0 else (moved.right, moved.left)
        (wanted if wanted.isEnabled() else other).setFocus()

    def _take_out(self, place: int) -> None:
        self._change(self._codes[:place] + self._codes[place + 1 :])
        if self._codes:
            self.heads[min(place, len(self._codes) - 1)].remove.setFocus()
        else:
            self.add.setFocus()

    def _copy_figures(self) -> None:
        if self._comparison is not None:
            copy_figures(self._comparison)
            self._say(self.tr("Figures copied"))

    def _save_picture(self) -> None:
        if self._comparison is None:
            return
        kinds = self.tr("PNG picture (*.png);;SVG drawing (*.svg)")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        proposal = str(Path(folder) / self.tr("careers compared.png"))
        name, kind = QFileDialog.getSaveFileName(self, self.tr("Save picture"), proposal, kinds)
        if not name:
            return
        output = Path(name)
        if output.suffix.lower() not in (".png", ".svg"):
            output = output.with_name(output.name + (".svg" if "*.svg" in kind else ".png"))
        try:
            save_picture(comparison_poster(self._comparison), output)
        except GuideError as error:
            self.failed.emit(error)


def _sources_line(comparison: Comparison) -> str:
    official = [source for source in comparison.sources if source.name != OWN_TEXTS]
    named = ", ".join(f"{source.name} {source.release} ({source.licence})" for source in official)
    return translate("Sources", "Sources: {0}.").format(named)
