"""What stands right of the sidebar: the start page, the table of careers, an occupation. Each is built when first needed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from careerguide.domain.errors import GuideError
from careerguide.ui.background import Latest
from careerguide.ui.start_page import Door, StartPage
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.guide import Guide
    from careerguide.domain.browse import Choices
    from careerguide.domain.page import OccupationPage
    from careerguide.domain.results import OccupationTitle
    from careerguide.domain.wages import Area
    from careerguide.ui.browse_page import BrowsePage
    from careerguide.ui.occupation_view import OccupationView


@dataclass(frozen=True, slots=True)
class OpenedGuide:
    """A guide with what the window needs of it at once."""

    guide: "Guide"
    occupations: "list[OccupationTitle]"
    areas: "list[Area]"


class Pages(QStackedWidget):
    """The pages of one guide. Emits what the person asks for; `titled` gives the title of the page now in front."""

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    titled = Signal(str)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._opened: OpenedGuide | None = None
        self.view: OccupationView | None = None
        self.browse: BrowsePage | None = None
        self._door: str | None = None
        self._choosing: Latest[Choices] = Latest(self, self._show_choices, self.failed.emit)
        self.start = StartPage(theme)
        self.addWidget(self.start)

    def set_guide(self, opened: OpenedGuide) -> None:
        """Show another guide, its start page first."""
        self._opened = opened
        self._choosing.drop()
        for old in (self.view, self.browse):
            if old is not None:
                self.removeWidget(old)
                old.deleteLater()
        self.view = self.browse = None
        self.start.show_ready(len(opened.occupations))
        self.show_start()

    def make_view(self) -> "OccupationView":
        """The page of an occupation, built while nobody waits for it, or for the first one."""
        if self.view is None:
            from careerguide.ui.area_chooser import area_model
            from careerguide.ui.occupation_view import OccupationView

            assert self._opened is not None
            self.view = OccupationView(self._theme, area_model(self._opened.areas))
            self.view.occupation_chosen.connect(self.occupation_chosen)
            self.view.area_chosen.connect(self.area_chosen)
            self.addWidget(self.view)
        return self.view

    def show_start(self) -> None:
        """Bring the start page to the front."""
        self._door = None
        self.setCurrentWidget(self.start)
        self.titled.emit("")

    def show_problem(self, text: str, actions: dict[str, Callable[[], object]]) -> None:
        """Say on the start page what is wrong and offer what to do."""
        self.start.show_problem(text, actions)
        self.show_start()

    def show_page(self, page: "OccupationPage", area: str) -> None:
        """Show an occupation, with pay for the area of that code."""
        self._door = None
        view = self.make_view()
        view.show_page(page, area)
        self.setCurrentWidget(view)
        self.titled.emit(page.title)

    def show_browse(self, door: str | None = None) -> None:
        """Show the table of careers; the doors of the start page choose for it first, None leaves its choices."""
        self._door = door or Door.BROWSE
        if self.browse is not None:
            self._bring_browse(self.browse)
        elif self._opened is not None:
            self._choosing.run(self._opened.guide.choices)

    def _show_choices(self, choices: "Choices") -> None:
        from careerguide.ui.browse_page import BrowsePage

        assert self._opened is not None
        guide = self._opened.guide
        self.browse = BrowsePage(self._theme, choices, guide.strong_in, guide.users_of)
        self.browse.occupation_chosen.connect(self.occupation_chosen)
        self.browse.failed.connect(self.failed)
        self.addWidget(self.browse)
        if self._door is not None:
            self._bring_browse(self.browse)

    def _bring_browse(self, browse: "BrowsePage") -> None:
        self.setCurrentWidget(browse)
        self.titled.emit(self.tr("Browse"))
        if self._door is not None:
            browse.go_through(self._door)
        self._door = None
