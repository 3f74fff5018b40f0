"""One visit: everything of one visitor is in this object and goes with it. The next visitor gets another one."""

import random
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from careerguide.db.guide import Guide
from careerguide.domain.browse import Choices
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.domain.kiosk import KioskConfig
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import NATION
from careerguide.ui.background import Latest, finish_all
from careerguide.ui.desk import Desk
from careerguide.ui.history import History
from careerguide.ui.kiosk.actions import KioskActions
from careerguide.ui.kiosk.header import Header
from careerguide.ui.kiosk.my_list import MyList
from careerguide.ui.kiosk.printing import KioskPrinting
from careerguide.ui.kiosk.section_cards import SectionCards
from careerguide.ui.kiosk.start import KioskStart
from careerguide.ui.my_interests import MyInterests
from careerguide.ui.occupation_view import OccupationView
from careerguide.ui.pages import AssessmentData, OpenedGuide, Place, read_assessment
from careerguide.ui.panels.panel import WIDEST
from careerguide.ui.pieces.middle import InTheMiddle
from careerguide.ui.pieces.toast import Toast
from careerguide.ui.start_page import Door
from careerguide.ui.theme import Theme
from careerguide.ui.title_search import TitleSearch

_SEARCH = "search"
_GONE_WITHIN_MS = 3_000


class Visit(QWidget):
    """`language_wanted` gives a code, `looked_at` the code and title of an occupation that was opened.

    `areas` are those of the guide; `desk` keeps what is saved in memory, and the visit closes it. `place` is where to begin: a code, a `Place`, or “search”.
    """

    done_wanted = Signal()
    language_wanted = Signal(str)
    administrator_wanted = Signal()
    looked_at = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        config: KioskConfig,
        opened: OpenedGuide,
        areas: QStandardItemModel,
        desk: Desk,
        place: str = Place.START,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._config, self._opened, self._desk = theme, config, opened, desk
        desk.setParent(self)
        self._guide: Guide = opened.guide
        self._titles: dict[str, str] = {one.code: one.title for one in opened.occupations}
        self._area = config.area if config.area in {area.code for area in opened.areas} else NATION
        self._history: History[str] = History()
        self._page: OccupationPage | None = None
        self._door: str | None = None
        self._loading: Latest[OccupationPage] = Latest(self, self._show_page, self._say)
        self._choosing: Latest[Choices] = Latest(self, self._make_browse, self._say)
        self._assessing: Latest[AssessmentData] = Latest(self, self._make_assessment, self._say)
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.header = Header(theme, config.centre, other_language=config.other_language)
        self.printing = KioskPrinting(config)
        self.printing.setParent(self)
        self.interests = MyInterests(desk)
        self.interests.set_guide(self._guide.interest_profiles)
        self.toast = Toast(self._stack)
        self.actions_row = KioskActions(theme, desk, printing=config.printing)
        self.view = OccupationView(theme, areas, self.actions_row)
        self._set_up_view()
        self._career = InTheMiddle(self.view, theme, WIDEST, (0, 0, 0, 0))
        self._set_up_search()
        self.start = KioskStart(theme, len(opened.occupations))
        self.my_list = MyList(theme, desk, self._titles, printing=config.printing)
        for page in (self.start, self.search_page, self._career, self.my_list):
            self._stack.addWidget(page)
        self._pages |= {Place.START: self.start, _SEARCH: self.search_page, Place.SAVED: self.my_list}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._connect()
        desk.go_on()
        self.visit(place)

    def _set_up_view(self) -> None:
        self.view.offers_near = False
        self.view.put_in_place_of_tabs(SectionCards(self._theme, self.view))
        self.view.occupation_chosen.connect(self.visit)
        self.view.area_chosen.connect(self._choose_area)

    def _set_up_search(self) -> None:
        self.search = TitleSearch(self._theme)
        self.search.set_guide(self._opened.occupations, self._guide.search)
        self.search.occupation_chosen.connect(self.visit)
        self.search.failed.connect(self._say)
        self.search_page = QWidget()
        self.search_page.setObjectName("page")
        column = QVBoxLayout(self.search_page)
        column.setContentsMargins(32, 24, 32, 16)
        column.addWidget(self.search)

    def _connect(self) -> None:
        header = self.header
        header.home_wanted.connect(lambda: self.visit(Place.START))
        header.back_wanted.connect(self.go_back)
        header.list_wanted.connect(lambda: self.visit(Place.SAVED))
        header.done_wanted.connect(self.done_wanted)
        header.language_wanted.connect(self.language_wanted)
        header.administrator_wanted.connect(self.administrator_wanted)
        self.start.door_chosen.connect(self._open_door)
        self.my_list.occupation_chosen.connect(self.visit)
        self.my_list.print_wanted.connect(self._print_list)
        self.my_list.take_home_wanted.connect(self._take_home)
        self.actions_row.print_wanted.connect(self._print_page)
        self.actions_row.phone_wanted.connect(self._show_phone)
        self.printing.said.connect(self.toast.say)
        self.interests.changed.connect(self._show_fit)
        self._desk.lists_changed.connect(lambda: self.header.show_saved(len(self.my_list.careers)))
        self._desk.said.connect(lambda words: self.toast.say(words, self.tr("Undo"), self._desk.changes.undo.undo))
        self._desk.trouble.connect(self._say)

    @property
    def place(self) -> str:
        """Where the visitor is."""
        return self._history.current or Place.START

    # Going about

    def visit(self, place: str) -> None:
        """Go to a page, or to the occupation of a code."""
        self._history.visit(place)
        self._go_to(place)

    def go_back(self) -> None:
        """Go where one came from."""
        if self._history.can_go(-1):
            self._go_to(self._history.go(-1))

    def _go_to(self, place: str) -> None:
        self._loading.drop()
        self.header.back.setEnabled(self._history.can_go(-1))
        if place in self._pages:
            self._bring(self._pages[place])
            if place == _SEARCH:
                self.search.focus_field()
        elif place == Place.BROWSE:
            self._choosing.run(self._guide.choices)
        elif place == Place.ASSESSMENT:
            guide = self._guide
            self._assessing.run(lambda: read_assessment(guide))
        else:
            guide, area = self._guide, self._area
            self._loading.run(lambda: guide.page(place, area))

    def _bring(self, page: QWidget) -> None:
        self.toast.hide()
        self._stack.setCurrentWidget(page)

    def _open_door(self, door: str) -> None:
        if door == Door.SURPRISE:
            self.visit(random.choice(self._opened.occupations).code)
        elif door in (Door.SEARCH, Door.ASSESSMENT):
            self.visit(_SEARCH if door == Door.SEARCH else Place.ASSESSMENT)
        else:
            self._door = door
            self.visit(Place.BROWSE)
            self._go_through_door()

    def _go_through_door(self) -> None:
        browse = self._pages.get(Place.BROWSE)
        if browse is not None and self._door is not None:
            from careerguide.ui.browse_page import BrowsePage

            assert isinstance(browse, BrowsePage)
            browse.go_through(self._door)
            self._door = None

    def _show_page(self, page: OccupationPage) -> None:
        is_new = self._page is None or self._page.code != page.code
        self._page = page
        self.actions_row.show_code(page.code)
        self.view.show_page(page, self._area)
        if is_new:
            self.view.show_section("overview")
        self._show_fit()
        self._bring(self._career)
        self.looked_at.emit(page.code, page.title)

    def _show_fit(self) -> None:
        if self._page is not None:
            result = self.interests.result
            self.view.show_fit(self.interests.words.get(self._page.code, ""), result.scores if result is not None else None)

    def _choose_area(self, code: str) -> None:
        self._area = code
        self._go_to(self.place)

    def _make_browse(self, choices: Choices) -> None:
        from careerguide.ui.browse_page import BrowsePage

        browse = BrowsePage(self._theme, choices, self._guide.strong_in, self._guide.users_of)
        browse.occupation_chosen.connect(self.visit)
        browse.failed.connect(self._say)
        self._add(Place.BROWSE, browse)
        self._go_through_door()

    def _make_assessment(self, data: AssessmentData) -> None:
        from careerguide.ui.assessment.assessment_page import AssessmentPage

        page = AssessmentPage(self._theme, self._desk, *data)
        page.result.compare.hide()
        page.occupation_chosen.connect(self.visit)
        page.result_changed.connect(self.interests.refresh)
        page.save_wanted.connect(lambda code: self._desk.changes.save(OnetSocCode(code), None, self.tr("My list")))
        page.browse_wanted.connect(lambda: self.visit(Place.BROWSE))
        page.failed.connect(self._say)
        self._add(Place.ASSESSMENT, page)

    def _add(self, place: Place, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._pages[place] = page
        if self.place == place:
            self._bring(page)

    # Taking along

    def _print_page(self) -> None:
        from careerguide.reports.occupation_report import occupation_report
        from careerguide.reports.options import OCCUPATION_PARTS

        page, letterhead = self._page, self._letterhead()
        if page is not None:
            self.printing.print_document(lambda: occupation_report(page, frozenset(OCCUPATION_PARTS), letterhead, date.today()))

    def _print_list(self) -> None:
        from careerguide.reports.list_report import careers_report

        codes, guide, area, letterhead = [one.code for one in self.my_list.careers], self._guide, self._area, self._letterhead()
        name = self.tr("My list")
        self.printing.print_document(
            lambda: careers_report(name, [guide.page(code, area) for code in codes], letterhead, date.today())
        )

    def _letterhead(self) -> Letterhead:
        return Letterhead("", self._config.centre, self._config.logo)

    def _show_phone(self) -> None:
        from careerguide.ui.phone_dialog import PhoneDialog

        if self._page is not None:
            self._open(PhoneDialog(self._theme, self._page.code, self._page.title, self))

    def _take_home(self) -> None:
        from careerguide.domain.take_home import MOST_CAREERS, TakeHome
        from careerguide.ui.take_home.show_dialog import TakeHomeDialog

        codes = tuple(dict.fromkeys(one.code for one in self.my_list.careers))
        result = self.interests.result
        release = next((source.release for source in self._guide.sources if source.name == "O*NET"), "")
        home = TakeHome(
            codes[:MOST_CAREERS],
            result.scores if result is not None else None,
            result.job_zone if result is not None else None,
            release,
        )
        left_out = max(len(codes) - MOST_CAREERS, 0)
        self._open(TakeHomeDialog(self._theme, home, self._titles, self, left_out, may_keep=False))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, error: GuideError) -> None:
        self.toast.say(str(error))

    def hand_over(self) -> Desk:
        """The desk for the same visitor's visit in another language; this one is at its end."""
        self._desk.finish(_GONE_WITHIN_MS)
        return self._desk.successor()

    def show_only_the_page(self, only: bool) -> None:
        """Give what stands above the page its room for a time, or take it back."""
        for part in (self.header, self.actions_row):
            part.setHidden(only)
        if (layout := self.layout()) is not None:
            layout.activate()  # who asks for our least size now is told the new one

    def end(self) -> None:
        """Forget everything; the object is to be deleted after it."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        for work in (self._loading, self._choosing, self._assessing):
            work.drop()
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._desk.finish(_GONE_WITHIN_MS)
        finish_all(_GONE_WITHIN_MS)  # no thread works for a visitor who is gone
        self.printing.forget()
        self._desk.close()
        self._history.clear()
