"""The careers that go with six scores: in bands, filtered by schooling, sorted, each with how firmly it holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.domain.browse import Facts, Order, in_order
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.inventory import Scores, is_flat
from careerguide.domain.matching import Fit, Match, Profile, best, rank, ready_for, with_firmness
from careerguide.ui.assessment.band_card import BandCard
from careerguide.ui.assessment.wording import fit_word
from careerguide.ui.background import Latest
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

_REST_MS = 150  # how long a bar must rest before the slower part, how firmly matches hold, is worked out


class CareersView(QWidget):
    """Bands of careers. `zone_changed` gives the job zone one is ready for, None for any; `ticked_changed` the codes chosen."""

    opened = Signal(str)
    why_wanted = Signal(str)
    zone_changed = Signal(object)
    ticked_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        profiles: Mapping[OnetSocCode, Profile],
        facts: Sequence[Facts],
        job_zones: Sequence[tuple[int, str]],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._facts: dict[str, Facts] = {each.code: each for each in facts}
        self._profiles = {code: profile for code, profile in profiles.items() if code in self._facts}
        self._zones = {each.code: each.job_zone for each in facts}
        self._scores: Scores | None = None
        self._sem = 0.0
        self._shown: dict[Fit, list[Match]] = {}
        self._firm: dict[str, Match] = {}
        self.ticked: dict[str, None] = {}
        self._zone, self._sort = self._zone_combo(job_zones), self._sort_combo()
        self._count = label("", "caption")
        self.bands = {fit: BandCard(theme) for fit in Fit}
        self._firming: Latest[tuple[Match, ...]] = Latest(self, self._show_firmness, lambda error: None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._work_out_firmness)
        self._lay_out()

    def _zone_combo(self, job_zones: Sequence[tuple[int, str]]) -> Combo:
        combo = Combo()
        combo.setAccessibleName(self.tr("Schooling I am ready for"))
        combo.setToolTip(self.tr("Leaves out careers that usually ask for more"))
        combo.addItem(self.tr("Any schooling"), None)
        for zone, name in job_zones:
            combo.addItem(self.tr("Up to zone {0}: {1}").format(zone, name), zone)
        combo.currentIndexChanged.connect(self._change_zone)
        return combo

    def _sort_combo(self) -> Combo:
        combo = Combo()
        combo.setAccessibleName(self.tr("Sort each band by"))
        for order, words in (
            (Order.FIT, self.tr("Best fit first")),
            (Order.PAY, self.tr("Best paid first")),
            (Order.GROWTH, self.tr("Fastest growing first")),
            (Order.OPENINGS, self.tr("Most openings first")),
            (Order.TITLE, self.tr("A to Z")),
        ):
            combo.addItem(words, order)
        combo.currentIndexChanged.connect(self._render)
        return combo

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Careers that go with your interests"), "section"))
        self._controls = Columns([self._zone, self._sort], self._theme.px(260))
        column.addLayout(self._controls)
        column.addWidget(self._count)
        for band in self.bands.values():
            column.addWidget(band)
            band.opened.connect(self.opened)
            band.why_wanted.connect(self.why_wanted)
            band.chosen.connect(self._tick)
            band.more_wanted.connect(self._show_more)
        self._controls.follow(self._theme, 260)

    # What is chosen

    @property
    def zone(self) -> int | None:
        """The job zone that is chosen, None for any."""
        zone = self._zone.currentData()
        return zone if isinstance(zone, int) else None

    def _change_zone(self) -> None:
        self._render()
        self.zone_changed.emit(self.zone)

    def _tick(self, code: str, on: bool) -> None:
        if on:
            self.ticked[code] = None
        else:
            self.ticked.pop(code, None)
        self.ticked_changed.emit()

    def match_of(self, code: str) -> Match:
        """The match shown of a code, with its firmness once that is known."""
        return self._firm.get(code) or next(match for each in self._shown.values() for match in each if match.code == code)

    # Showing

    def show_result(self, scores: Scores, zone: int | None, sem: float) -> None:
        """Show the careers for another result, nothing ticked; `zone` is the job zone that was said to be ready for."""
        self._sem = sem
        self.ticked.clear()
        self._zone.blockSignals(True)
        self._zone.setCurrentIndex(max(self._zone.findData(zone), 0))
        self._zone.blockSignals(False)
        self.show_scores(scores)
        self.ticked_changed.emit()

    def show_scores(self, scores: Scores) -> None:
        """Show the careers for other scores, at once; how firmly they hold follows a little later."""
        self._scores = scores
        self._firm.clear()
        for band in self.bands.values():
            band.begin_anew()
        self._render()

    def _render(self) -> None:
        if self._scores is None:
            return
        matches: tuple[Match, ...] = rank(self._scores, self._profiles)
        unknown = 0
        if self.zone is not None:
            matches, without_zone = ready_for(matches, self._zones, self.zone)
            unknown = len(without_zone & {match.code for match in best(matches)})
        chosen = best(matches)
        self._shown = {fit: self._sorted([match for match in chosen if match.fit is fit]) for fit in Fit}
        self._show_bands()
        self._count.setText(self._count_words(unknown))
        self._rest.start()

    def _show_more(self) -> None:
        self._show_bands()
        self._rest.start()

    def _show_bands(self) -> None:
        for fit, band in self.bands.items():
            shown = [self._firm.get(match.code, match) for match in self._shown[fit]]
            band.show_matches(self._heading(fit, len(shown)), self._note(fit), shown, self._facts, self.ticked)

    def _sorted(self, matches: list[Match]) -> list[Match]:
        order = Order(self._sort.currentData())
        if order is Order.FIT:
            return matches
        by_code = {match.code: match for match in matches}
        return [by_code[each.code] for each in in_order([self._facts[code] for code in by_code], order)]

    def _heading(self, fit: Fit, number: int) -> str:
        if fit is Fit.OTHER:
            alone = not any(self._shown[each] for each in Fit if each is not Fit.OTHER)
            return self.tr("Worth a look") if alone else self.tr("The nearest of the others")
        return self.tr("{0}: 1 career").format(fit_word(fit)) if number == 1 else self._counted(fit, number)

    def _counted(self, fit: Fit, number: int) -> str:
        return self.tr("{0}: {1} careers").format(fit_word(fit), number)

    def _note(self, fit: Fit) -> str:
        if fit is not Fit.OTHER or self._scores is None:
            return ""
        if is_flat(self._scores):
            return self.tr("Your scores show no clear pattern, so nothing can be matched. These careers mix all six interests.")
        return self.tr("Few careers fit closely, so the nearest of the others are shown too.")

    def _count_words(self, unknown: int) -> str:
        words = self.tr(
            "Careers within a band differ little. How well interests fit says only a little about being content at work."
        )
        if unknown == 1:
            words += self.tr(" The schooling for 1 of these careers is not known.")
        elif unknown:
            words += self.tr(" The schooling for {0} of these careers is not known.").format(unknown)
        return words

    # How firmly they hold

    def _visible_matches(self) -> list[Match]:
        return [match for fit, band in self.bands.items() for match in self._shown[fit][: band.most]]

    def _work_out_firmness(self) -> None:
        scores, sem, profiles = self._scores, self._sem, self._profiles
        wanted = [match for match in self._visible_matches() if match.code not in self._firm]
        if scores is not None and wanted and not is_flat(scores):
            self._firming.run(lambda: with_firmness(scores, wanted, profiles, sem))
        self._announce()

    def _announce(self) -> None:
        if self.isVisible():
            words = ", ".join(self._heading(fit, len(each)) for fit, each in self._shown.items() if each)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_firmness(self, matches: tuple[Match, ...]) -> None:
        now = {match.code: match for match in self._visible_matches()}
        self._firm.update({match.code: match for match in matches if match.code in now and now[match.code].r == match.r})
        self._show_bands()
