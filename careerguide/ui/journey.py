"""The way of a person through the window: from page to page, back and forward, in the area whose pay is shown."""

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from careerguide.domain.wages import NATION
from careerguide.ui.background import Latest
from careerguide.ui.counseling import Counseling
from careerguide.ui.deciding import Deciding
from careerguide.ui.history import History
from careerguide.ui.pages import OpenedGuide, Pages, Place
from careerguide.ui.settings import Settings
from careerguide.ui.start_page import Door
from careerguide.ui.title_search import TitleSearch

if TYPE_CHECKING:
    from careerguide.domain.page import OccupationPage


class Journey(QObject):
    """Brings pages to the front. `failed(GuideError)` is emitted where one could not be read."""

    failed = Signal(object)

    def __init__(self, search: TitleSearch, pages: Pages, deciding: Deciding, counseling: Counseling, settings: Settings) -> None:
        super().__init__(pages)
        self._search, self._pages, self._deciding, self._counseling = search, pages, deciding, counseling
        self._settings = settings
        self._opened: OpenedGuide | None = None
        self._history: History[str] = History()
        self._area = settings.area
        self._stay_at: str | None = None  # the section of the page to go on with, “” for any other page
        self._loading: Latest[OccupationPage] = Latest(self, self._show_page, self.failed.emit)
        search.occupation_chosen.connect(self.open_occupation)
        pages.occupation_chosen.connect(self.open_occupation)
        pages.area_chosen.connect(self._choose_area)
        pages.near_wanted.connect(self._show_near)
        pages.browse_wanted.connect(lambda: self.visit(Place.BROWSE))
        pages.start.door_chosen.connect(self._open_door)
        deciding.comparison_wanted.connect(lambda: self.visit(Place.COMPARE))
        counseling.occupation_chosen.connect(self.open_occupation)
        counseling.area_chosen.connect(self._choose_area)

    # Where one is

    @property
    def page_code(self) -> str | None:
        """The code of the occupation shown, None for the other pages."""
        here = self._history.current
        return None if here in set(Place) else here

    def can_go(self, step: int) -> bool:
        """Whether there is a page back (−1) or forward (+1) from here."""
        return self._history.can_go(step)

    # Another guide, window or client

    def set_guide(self, opened: OpenedGuide) -> None:
        """Stay at the same page where the guide has it; begin at the start otherwise."""
        self._opened = opened
        if self._area not in {area.code for area in opened.areas}:
            self._area = NATION
        self._pages.area = self._area
        self._pages.set_guide(opened)
        current, stay_at, self._stay_at = self._history.current, self._stay_at, None
        if stay_at:
            self._pages.make_view().show_section(stay_at)
        is_there = any(occupation.code == current for occupation in opened.occupations)
        if current is not None and (is_there or (stay_at is not None and current in set(Place))):
            self._go_to(current)
        else:
            self._history.clear()
            self._history.visit(Place.START)
            self._pages.show_start()

    def go_on_from(self, old: "Journey") -> None:
        """Go on in a new window where the way in another one ended, as soon as this one has its guide."""
        self._history, self._area = old._history, old._area
        self._stay_at = old._pages.view.section if old._pages.view is not None else ""

    def begin_anew(self) -> None:
        """A clean slate: nothing of another client is in the history or on a page."""
        self._history.clear()
        if self._opened is not None:
            self._pages.set_guide(self._opened)
        self.visit(Place.START)

    # From page to page

    def visit(self, place: Place, door: str | None = None) -> None:
        """Show a page that is no occupation; a door of the start page chooses in the table of careers first."""
        if self._opened is not None:
            self._history.visit(place)
            self._go_to(place, door)

    def open_occupation(self, code: str) -> None:
        """Show an occupation and remember where one came from."""
        self._history.visit(code)
        self._go_to(code)

    def go(self, step: int) -> None:
        """Back (−1) or forward (+1)."""
        if self._history.can_go(step):
            self._go_to(self._history.go(step))

    def _open_door(self, door: str) -> None:
        """Go through a door of the start page."""
        if door == Door.SEARCH:
            self._search.focus_field()
        elif door == Door.SURPRISE:
            if self._opened is not None:
                self.open_occupation(random.choice(self._opened.occupations).code)
        else:
            self.visit(Place(door) if door in set(Place) else Place.BROWSE, door)

    def _show_near(self, code: str) -> None:
        """Show the careers that ask much the same skills as this one."""
        self.visit(Place.SKILLS)
        if self._pages.skills is not None:
            self._pages.skills.show_near(code)

    def _choose_area(self, code: str) -> None:
        self._area = self._settings.area = self._pages.area = code
        if self.page_code is not None:
            self._go_to(self.page_code)

    def _go_to(self, place: str, door: str | None = None) -> None:
        """Show a place of the history."""
        self._loading.drop()
        if place in set(Place):
            self._bring(Place(place), door)
        elif self._opened is not None:
            guide, area = self._opened.guide, self._area
            self._loading.run(lambda: guide.page(place, area))

    def _bring(self, place: Place, door: str | None) -> None:
        if place is Place.COMPARE:
            self._deciding.toast.hide()
            self._pages.show_compare(self._deciding.compared)
            self._counseling.compared(self._deciding.compared)
        else:
            shows = {
                Place.START: self._pages.show_start,
                Place.ASSESSMENT: self._pages.show_assessment,
                Place.SKILLS: self._pages.show_skills,
                Place.SAVED: self._pages.show_saved,
                Place.SESSIONS: self._pages.show_sessions,
            }
            shows.get(place, lambda: self._pages.show_browse(door))()

    def _show_page(self, page: "OccupationPage") -> None:
        self._pages.show_page(page, self._area)
        self._counseling.looked_at(page, self._area)
        self._search.select(page.code)
