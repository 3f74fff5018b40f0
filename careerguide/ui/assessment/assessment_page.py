"""The page of the interest assessment: start, activities, a last question, result. Results and breaks are kept in the notebook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from careerguide.domain.browse import Facts
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.domain.inventory import Inventory, Scored, score, source_of
from careerguide.domain.matching import Profile
from careerguide.domain.notebook import InterestResult, PausedInventory
from careerguide.sources.inventory import TypeWords
from careerguide.ui.assessment.items_face import ItemsFace
from careerguide.ui.assessment.question_face import QuestionFace, Way
from careerguide.ui.assessment.result_face import ResultFace
from careerguide.ui.assessment.sitting import Sitting
from careerguide.ui.assessment.start_face import Kept, StartFace, usable
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.middle import InTheMiddle
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook

_WIDEST = 880  # of the activities


class AssessmentPage(QWidget):
    """Leads through the assessment of the person, or of the client of the session in force.

    `job_zones` are (zone, name) of the guide; `answers_folder` tells where a center collects anonymous answers, None for nowhere. `result_changed` gives the newest result kept, or None; `browse_wanted` asks for the
    table of careers. What the notebook cannot do is emitted as `failed`.
    """

    occupation_chosen = Signal(str)
    result_changed = Signal(object)
    compare_wanted = Signal(object)
    save_wanted = Signal(str)
    browse_wanted = Signal()
    failed = Signal(GuideError)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        inventory: Inventory,
        words: Mapping[str, TypeWords],
        profiles: Mapping[OnetSocCode, Profile],
        facts: Sequence[Facts],
        job_zones: Sequence[tuple[int, str]],
        answers_folder: Callable[[], Path | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._desk, self._inventory, self._job_zones = theme, desk, inventory, job_zones
        self._answers_folder = answers_folder
        self._keeping: Latest[None] = Latest(self, lambda _: None, self.failed.emit)
        self._sitting: Sitting | None = None
        self._paused: PausedInventory | None = None
        self._newest: InterestResult | None = None
        self.start = StartFace(theme, inventory)
        self.items = ItemsFace(theme, inventory)
        self.question = QuestionFace(theme)
        self.result = ResultFace(theme, inventory, words, profiles, facts, job_zones)
        self._faces = QStackedWidget()
        self._asking = scrolled(InTheMiddle(self.items, theme, _WIDEST))
        for face in (self.start, self._asking, self.question, self.result):
            self._faces.addWidget(face)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._faces)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        start, items, result = self.start, self.items, self.result
        start.begin_wanted.connect(self._begin)
        start.resume_wanted.connect(self._resume)
        start.drop_wanted.connect(self._drop_paused)
        start.browse_wanted.connect(self.browse_wanted)
        start.results.opened.connect(self._open)
        start.results.compared.connect(self._compare_results)
        start.results.deleted.connect(self._delete)
        start.results.all_deleted.connect(self._delete_all)
        items.round_over.connect(self._round_over)
        items.pause_pressed.connect(self._pause)
        result.occupation_chosen.connect(self.occupation_chosen)
        result.compare_wanted.connect(self.compare_wanted)
        result.save_wanted.connect(self.save_wanted)
        result.browse_wanted.connect(self.browse_wanted)
        result.results_wanted.connect(self.show_start)
        result.retake_wanted.connect(self._retake)
        self._desk.opened.connect(self.refresh)
        self._desk.changed_elsewhere.connect(self.refresh)
        self._desk.session_changed.connect(self._session_changed)

    # What is kept

    def refresh(self) -> None:
        """Read anew what is kept."""
        session, inventory = self._desk.session_id, self._inventory

        def read(notebook: "Notebook") -> Kept:
            paused = usable(notebook.paused.get(session), inventory)
            return Kept(notebook.where, _is_here(notebook), notebook.results.all(session), paused)

        self._desk.ask(read, self._show_kept, self.failed.emit)

    def _show_kept(self, kept: Kept) -> None:
        self._paused = kept.paused
        self.start.show_kept(kept)
        newest = kept.results[0] if kept.results else None
        if newest != self._newest:
            self._newest = newest
            self.result_changed.emit(newest)

    def _session_changed(self) -> None:
        self.flush()
        self._sitting = None
        self.show_start()

    def show_start(self) -> None:
        """Show where the assessment begins."""
        self._faces.setCurrentWidget(self.start)
        self.refresh()

    def flush(self) -> None:
        """Keep the answers given so far, as a break would."""
        sitting = self._sitting
        if sitting is None or not sitting.answers:
            return
        paused = PausedInventory(
            self._inventory.name, self._inventory.version, sitting.short, tuple(sitting.answers.items()), datetime.now(UTC)
        )
        self._desk.ask(lambda notebook: notebook.paused.keep(paused, sitting.session), failed=self.failed.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys belong to what is shown: to the answers, or to the page."""
        super().showEvent(event)
        if self._faces.currentWidget() is self.items:
            self.items.scale.take_focus()
        elif self._faces.currentWidget() is self.start:
            self.start.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves in the midst of it finds the answers again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.flush()

    # Answering

    def _begin(self, short: bool) -> None:
        """Begin anew; answers of a break go only when the person says so."""

        def begin() -> None:
            self._ask(Sitting(self._inventory, short, self._desk.session_id))

        if self._paused is None:
            begin()
            return
        from careerguide.ui.sessions.confirm_dialog import ConfirmDialog

        number = len(self._paused.answers)
        said = self.tr("You paused with {0} answers. Starting anew throws them away.").format(number)
        ConfirmDialog(self._theme, self.tr("Start anew?"), [said], self.tr("Start anew"), begin, self.window()).open()

    def _resume(self) -> None:
        if self._paused is not None:
            self._ask(Sitting(self._inventory, self._paused.short, self._desk.session_id, dict(self._paused.answers)))

    def _retake(self) -> None:
        result = self.result.result
        self._begin(result is not None and result.source == source_of(self._inventory, short=True))

    def _ask(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._faces.setCurrentWidget(self._asking)
        self.items.ask(sitting)

    def _pause(self) -> None:
        self.flush()
        self._sitting = None
        self.show_start()

    def _drop_paused(self) -> None:
        session = self._desk.session_id
        self._desk.ask(lambda notebook: notebook.paused.drop(session), lambda _: self.refresh(), self.failed.emit)
        self.start.take_focus()

    def _round_over(self) -> None:
        """Offer again what was left out, then ask to look again at answers that may say little."""
        sitting = self._sitting
        if sitting is None:
            return
        scored = score(self._inventory, sitting.answers, sitting.short, sitting.seconds)
        left = len(sitting.unanswered)
        if left:
            self._offer_unanswered(sitting, left, scored)
        elif scored is not None:
            self._look_at(sitting, scored)

    def _offer_unanswered(self, sitting: Sitting, left: int, scored: Scored | None) -> None:
        def answer() -> None:
            sitting.ask_unanswered()
            self._ask(sitting)

        ways = [Way(self.tr("Answer them now"), answer, primary=True)]
        if scored is not None:
            ways.append(Way(self.tr("Go on without them"), lambda: self._look_at(sitting, scored)))
            sentence = self.tr("What is left out is counted like the others of its kind.")
        else:
            ways.append(Way(self.tr("Pause"), self._pause))
            sentence = self.tr("That is too few for a result: at least four of five of each kind are needed.")
        one = self.tr("1 activity has no answer yet")
        heading = one if left == 1 else self.tr("{0} activities have no answer yet").format(left)
        self._put(heading, [sentence], ways)

    def _look_at(self, sitting: Sitting, scored: Scored) -> None:
        said = self._doubts(scored)
        if not said:
            self._ask_schooling(sitting, scored)
            return

        def again() -> None:
            sitting.look_again()
            self._ask(sitting)

        ways = [
            Way(self.tr("Look again"), again, primary=True),
            Way(self.tr("Go on anyway"), lambda: self._ask_schooling(sitting, scored)),
        ]
        self._put(self.tr("Shall we look again?"), said, ways)

    def _doubts(self, scored: Scored) -> list[str]:
        said = []
        if scored.same_answer:
            said.append(self.tr("Almost all of your answers are the same one, so they cannot tell your interests apart."))
        elif scored.flat:
            said.append(self.tr("Your six interests come out about equally strong. That happens, and it leaves little to go by."))
        if scored.too_fast:
            said.append(self.tr("Most answers came in under a second. A little more time may give a truer picture."))
        return said

    def _ask_schooling(self, sitting: Sitting, scored: Scored) -> None:
        def finish(zone: int | None) -> None:
            self._ask_for_answers(sitting, lambda: self._finish(sitting, scored, zone))

        ways = [Way(self.tr("I am not sure yet"), lambda: finish(None))]
        ways += [
            Way(self.tr("Up to zone {0}: {1}").format(zone, name), lambda zone=zone: finish(zone))  # type: ignore[misc]
            for zone, name in self._job_zones
        ]
        self._put(
            self.tr("How much schooling and training are you ready for?"),
            [self.tr("Careers that usually ask for more are left out at first. You can change that at any time.")],
            ways,
        )

    def _ask_for_answers(self, sitting: Sitting, go_on: Callable[[], object]) -> None:
        """Where a center collects answers, ask whether these may be among them; after a break they may be to two wordings."""
        folder = self._answers_folder()
        if folder is None or sitting.is_resumed:
            go_on()
            return

        def give() -> None:
            from careerguide.db.anonymous_answers import keep

            answers = dict(sitting.answers)
            self._keeping.run(lambda: keep(folder, self._inventory, answers, sitting.short))
            go_on()

        self._put(
            self.tr("May we keep your answers to make this assessment better?"),
            [self.tr("The answers alone would be kept here: no name, no day, nothing that tells they are yours.")],
            [Way(self.tr("No, thank you"), go_on), Way(self.tr("Yes, keep my answers"), give)],
        )

    def _put(self, heading: str, sentences: Sequence[str], ways: Sequence[Way]) -> None:
        self._faces.setCurrentWidget(self.question)
        self.question.ask(heading, sentences, ways)

    def _finish(self, sitting: Sitting, scored: Scored, zone: int | None) -> None:
        """Show the result at once; it is kept in its turn."""
        result = InterestResult(scored.scores, zone, datetime.now(UTC), source_of(self._inventory, sitting.short))
        self._sitting = None
        self._faces.setCurrentWidget(self.result)
        self.result.show_result(result, prorated=scored.prorated)

        self._desk.ask(lambda notebook: notebook.results.add(result, sitting.session), failed=self.failed.emit)
        self._desk.ask(lambda notebook: notebook.paused.drop(sitting.session), lambda _: self.refresh(), self.failed.emit)

    # Results

    def _open(self, result: InterestResult) -> None:
        self._faces.setCurrentWidget(self.result)
        self.result.show_result(result)

    def _compare_results(self, pair: tuple[InterestResult, InterestResult]) -> None:
        from careerguide.ui.assessment.results_dialog import ResultsDialog

        dialog = ResultsDialog(self._theme, *pair, self._inventory, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _delete(self, result: InterestResult) -> None:
        session = self._desk.session_id
        self._desk.ask(lambda notebook: notebook.results.delete(result, session), lambda _: self.refresh(), self.failed.emit)

    def _delete_all(self) -> None:
        session = self._desk.session_id
        self._desk.ask(lambda notebook: notebook.results.delete_all(session), lambda _: self.refresh(), self.failed.emit)


def _is_here(notebook: "Notebook") -> bool:
    """Whether what is kept stays on this computer."""
    return notebook.url.startswith("sqlite")
