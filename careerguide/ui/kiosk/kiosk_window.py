"""The kiosk's window: full screen, for as long as the program runs, with one visit after the other in it."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from careerguide.db.visit_counts import VisitCounts
from careerguide.domain.attract_facts import AttractFact
from careerguide.domain.errors import GuideError
from careerguide.domain.kiosk import Keyboard, KioskConfig, pin_matches
from careerguide.domain.language import in_force
from careerguide.ui.area_chooser import area_model
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk
from careerguide.ui.kiosk.attract_screen import AttractScreen
from careerguide.ui.kiosk.countdown import Countdown
from careerguide.ui.kiosk.forgetting import forget
from careerguide.ui.kiosk.guard import Guard
from careerguide.ui.kiosk.idle_clock import IdleClock
from careerguide.ui.kiosk.keyboard import OnScreenKeyboard
from careerguide.ui.kiosk.pin_pad import PinPad
from careerguide.ui.kiosk.visit import Visit
from careerguide.ui.pages import OpenedGuide, Place
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.pack_folder import Looked

_WRITE_COUNTS_MS = 60_000
_LOOK_FOR_UPDATES_MS = 600_000

OpenGuide = Callable[[Path], OpenedGuide]
"""Opens the guide at a path in the language in force. Raises `GuideError`."""


class KioskWindow(QWidget):
    """Everything over and around the visits.

    `open_guide` is called at the start, for the guide at `path`, when the language changes and when a newer guide was taken; `speak`
    puts the program into a language; `make_desk` gives a desk with an empty notebook in memory; `make_facts` gives the facts of the
    waiting screen. `quit_wanted` comes after the PIN only.
    """

    quit_wanted = Signal()
    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        config: KioskConfig,
        open_guide: OpenGuide,
        path: Path,
        speak: Callable[[str], object],
        make_desk: Callable[[], Desk],
        make_facts: Callable[[OpenedGuide], Sequence[AttractFact]],
        known: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._config = theme, config
        self._open_guide, self._speak, self._make_desk, self._make_facts = open_guide, speak, make_desk, make_facts
        self._known, self._problems, self._refused = known, list[str](), list[str]()
        self._may_close = self._is_changing = False
        self._real_keyboard = False
        self._has_newer = False
        self._updating: Latest[Looked] = Latest(self, self._updated, self._not_updated)
        self._counts = VisitCounts(config.counts) if config.counts is not None else None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.visit: Visit | None = None
        self.idle = IdleClock(config.idle_seconds, config.warning_seconds)
        self.idle.setParent(self)
        self.guard = Guard(self.ask_for_pin)
        self.guard.setParent(self)
        self._path = path
        self._opened = open_guide(path)
        self._areas: dict[str, QStandardItemModel] = {}  # by language, for all visits: hundreds of parts each
        self._make_parts()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self.idle)
        app.installEventFilter(self.guard)
        app.focusChanged.connect(self._focus_changed)
        self.idle.warned.connect(self._warn)
        self.idle.woke.connect(self._woke)
        self.idle.expired.connect(self.end_visit)
        self._writing = QTimer(self, interval=_WRITE_COUNTS_MS)
        self._writing.timeout.connect(self.write_counts)
        if self._counts is not None:
            self._writing.start()
        self._watching = QTimer(self, interval=_LOOK_FOR_UPDATES_MS)
        self._watching.timeout.connect(self.look_for_updates)
        if config.updates is not None:
            self._watching.start()
            QTimer.singleShot(0, self, self.look_for_updates)
        self.end_visit()

    def _make_parts(self) -> None:
        """The parts that have words, made anew in another language."""
        config = self._config
        self.countdown = Countdown(self._theme, self, config.warning_seconds)
        self.countdown.stay_wanted.connect(self.idle.touch)
        self.countdown.done_wanted.connect(self.end_visit)
        self.attract = AttractScreen(self._theme, config, self)
        self.attract.touched.connect(self.begin_visit)
        self.attract.show_facts(self._make_facts(self._opened))
        pin = config.pin
        self.pin_pad = PinPad(self._theme, self, (lambda text: pin_matches(text, pin)) if pin else None, self._what_is_known)
        self.pin_pad.quit_wanted.connect(self.quit_wanted)
        self.keyboard = OnScreenKeyboard(self._theme)
        self.keyboard.hide()
        self.keyboard.left.connect(self._keyboard_left)
        self._column.addWidget(self.keyboard)

    def _what_is_known(self) -> list[str]:
        of_center = [self._opened.problem] if self._opened.problem else []
        return [*self._known(), *self._problems, *self._refused, *of_center]

    # Updates

    def look_for_updates(self) -> None:
        """Take a newer guide from the administrator's folder, if nobody is there."""
        config = self._config
        folder, key, guide = config.updates, config.updates_key, config.guide
        if folder is None or key is None or guide is None or not self.attract.isVisible() or self._updating.busy:
            return

        def look() -> "Looked":
            from careerguide.db.pack_folder import take_newer

            return take_newer(folder, key, guide)

        self._updating.run(look)

    def _updated(self, looked: "Looked") -> None:
        for problem in looked.problems:
            if problem not in self._refused:
                print(f"careerguide: {problem}", file=sys.stderr, flush=True)
        self._refused = list(looked.problems)
        self._has_newer = self._has_newer or looked.taken
        if self._has_newer and self.attract.isVisible():
            self.end_visit()

    def _not_updated(self, error: GuideError) -> None:
        self._refused = [str(error)]

    def _open_newer(self) -> None:
        """Go on with the guide that was taken."""
        self._has_newer = False
        assert self._config.guide is not None
        try:
            opened = self._open_guide(self._config.guide)
        except GuideError as error:
            self._refused.append(str(error))
            return
        self._opened.guide.close()
        self._opened, self._path = opened, self._config.guide
        self._areas.clear()
        self.attract.show_facts(self._make_facts(opened))

    # Visits

    def begin_visit(self, code: str = "") -> None:
        """A visitor has come; `code` is the occupation whose fact was touched."""
        if self.visit is not None:
            self.visit.visit(code or Place.START)
        self.attract.leave()
        self.idle.start()

    def end_visit(self) -> None:
        """Forget everything, and wait for the next visitor."""
        self._begin_anew(self._config.language, Place.START, wait=True)
        self.ended.emit()

    def _speak_other(self, code: str) -> None:
        """Go on with the visit in another language, at the same page and with what was saved."""
        place = self.visit.place if self.visit is not None else Place.START
        QTimer.singleShot(0, self, lambda: self._begin_anew(code, place, wait=False))  # the button that was pressed goes too

    def _begin_anew(self, language: str, place: str, *, wait: bool) -> None:
        """Another visit takes the place of the one there is: the next visitor's if it is to wait, else the same visitor's.

        What is touched in between is for neither of them.
        """
        if self._is_changing:
            return
        self._is_changing = True
        try:
            self.idle.stop()
            self.countdown.hide()
            self.keyboard.hide()
            desk = self._make_desk() if wait or self.visit is None else self.visit.hand_over()
            self._drop_visit()
            if wait and self._has_newer:
                self._open_newer()
            if in_force().code != language:
                self._change_language(language)
            self._make_visit(place, desk)
        finally:
            self._is_changing = False
        if wait:
            self.attract.cover()
        else:
            self.idle.start()

    def _drop_visit(self) -> None:
        old, self.visit = self.visit, None
        if old is None:
            return
        old.end()
        for top in QApplication.topLevelWidgets():
            if top is not self and top.parent() is not None and top.isVisible():
                top.close()
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        del old
        forget()
        self._theme.forget_rules()

    def _make_visit(self, place: str, desk: Desk) -> None:
        code = in_force().code
        if code not in self._areas:
            self._areas[code] = area_model(self._opened.areas)
        visit = Visit(self._theme, self._config, self._opened, self._areas[code], desk, place)
        visit.done_wanted.connect(self._end_later)
        visit.language_wanted.connect(self._speak_other)
        visit.administrator_wanted.connect(self.ask_for_pin)
        visit.looked_at.connect(self._count)
        self._column.insertWidget(0, visit, 1)
        visit.show()
        self.visit = visit

    def _end_later(self) -> None:
        QTimer.singleShot(0, self, self.end_visit)  # the button that was pressed goes with the visit

    def _change_language(self, code: str) -> None:
        self._speak(code)
        self._opened.guide.close()
        self._opened = self._open_guide(self._path)
        for part in (self.countdown, self.attract, self.pin_pad, self.keyboard):
            part.hide()
            part.deleteLater()
        self._make_parts()

    def _count(self, code: str, title: str) -> None:
        if self._counts is not None:
            self._counts.count(date.today(), code, title)

    def write_counts(self) -> None:
        """Write the counts of use. A fault is for the administrator and disturbs no visitor."""
        if self._counts is None:
            return
        try:
            self._counts.write(date.today())
        except GuideError as error:
            self._problems = [str(error)]

    # Around a visit

    def _warn(self, seconds: int) -> None:
        self.countdown.show_seconds(seconds)

    def _woke(self) -> None:
        self.countdown.hide()

    def ask_for_pin(self) -> None:
        """Ask for the administrator's PIN."""
        if not self.pin_pad.isVisible():
            self.pin_pad.ask()

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        wanted = self._config.keyboard is Keyboard.ALWAYS or (self._config.keyboard is Keyboard.AUTO and not self._real_keyboard)
        is_field = now is not None and now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and now.isEnabled()
        covered = self.attract.isVisible() or self.pin_pad.isVisible()
        if not (wanted and is_field and not covered):
            self.keyboard.hide()
        elif self.visit is not None and self.keyboard.isHidden():
            self._show_keyboard(self.visit)

    def _show_keyboard(self, visit: Visit) -> None:
        """On a small screen the page gets the room of the buttons above it while somebody types; the field stays in sight."""
        self.keyboard.fit(self.height())  # before it is shown: the window would grow with what its parts need at least
        needed = self._column.minimumHeightForWidth(self.width()) + self.keyboard.height()
        if needed > self.height():
            visit.show_only_the_page(True)
        self.keyboard.show()
        QTimer.singleShot(0, self, self._show_field)

    def _keyboard_left(self) -> None:
        if self.visit is not None:
            self.visit.show_only_the_page(False)

    def _show_field(self) -> None:
        part = field = QApplication.focusWidget()
        while part is not None and field is not None and self.keyboard.isVisible():
            if isinstance(part, QScrollArea):
                part.ensureWidgetVisible(field)
            part = part.parentWidget()

    def quit(self) -> None:
        """Close for good: the PIN was right, or the system wants it."""
        self._may_close = True
        self.write_counts()
        if self.visit is not None:
            self.visit.end()
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self.idle)
        app.removeEventFilter(self.guard)
        self._opened.guide.close()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.attract.isHidden():
            self.attract.cover()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.spontaneous():
            self._saw_keyboard()
        return super().event(event)

    def _saw_keyboard(self) -> None:
        """A key of a real keyboard was pressed: the one on the screen is not needed any more."""
        self._real_keyboard = True
        if self._config.keyboard is Keyboard.AUTO:
            self.keyboard.hide()
