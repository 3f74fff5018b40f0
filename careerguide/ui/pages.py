"""What stands right of the sidebar: the start page, an occupation, the table of careers, what is saved, compared, the sessions.

Each is built when first needed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import in_force
from careerguide.domain.wages import NATION
from careerguide.resources import in_language
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk
from careerguide.ui.page_actions import PageActions
from careerguide.ui.settings import Settings
from careerguide.ui.start_page import Door, StartPage
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.guide import Guide
    from careerguide.domain.browse import Choices, Facts
    from careerguide.domain.codes import OnetSocCode
    from careerguide.domain.inventory import Inventory
    from careerguide.domain.matching import Profile
    from careerguide.domain.page import OccupationPage, Source
    from careerguide.domain.results import OccupationTitle
    from careerguide.domain.wages import Area
    from careerguide.sources.inventory import TypeWords
    from careerguide.ui.assessment.assessment_page import AssessmentPage
    from careerguide.ui.browse_page import BrowsePage
    from careerguide.ui.compare_page import ComparePage
    from careerguide.ui.occupation_view import OccupationView
    from careerguide.ui.saved.saved_page import SavedPage
    from careerguide.ui.sessions.sessions_page import SessionsPage
    from careerguide.ui.skills.skills_page import SkillsPage


class Place(StrEnum):
    """A page of the window that is no occupation."""

    START = "start"
    BROWSE = "browse"
    ASSESSMENT = "assessment"
    SKILLS = "skills"
    SAVED = "saved"
    COMPARE = "compare"
    SESSIONS = "sessions"


AssessmentData: TypeAlias = (
    "tuple[Inventory, Mapping[str, TypeWords], Mapping[OnetSocCode, Profile], Sequence[Facts], Sequence[tuple[int, str]]]"
)


@dataclass(frozen=True, slots=True)
class OpenedGuide:
    """A guide with what the window needs of it at once. `problem` says what is wrong with the center's own content, “” for nothing."""

    guide: "Guide"
    occupations: "list[OccupationTitle]"
    areas: "list[Area]"
    is_built_in: bool
    problem: str = ""


def read_assessment(guide: "Guide") -> AssessmentData:
    """What the interest assessment needs, for a worker thread. Raises `GuideError`."""
    from careerguide.sources.inventory import read_inventory, read_types

    language = in_force().code
    choices = guide.choices()
    return (
        read_inventory(in_language("inventory.toml", language)),
        read_types(in_language("types.toml", language)),
        guide.interest_profiles(),
        choices.facts,
        choices.job_zones,
    )


class Pages(QStackedWidget):
    """The pages of one guide. Emits what the person asks for; `titled` gives the title of the page now in front.

    `area` is the code of the place whose pay is shown where careers are compared.
    """

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    section_changed = Signal(str)
    titled = Signal(str)
    assessment_made = Signal(object)
    skills_made = Signal(object)
    browse_made = Signal()
    browse_wanted = Signal()
    near_wanted = Signal(str)
    page_shown = Signal()
    failed = Signal(GuideError)
    saved_made = Signal(object)
    compare_made = Signal(object)
    sessions_made = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._theme, self._desk, self._settings = theme, desk, settings
        self._opened: OpenedGuide | None = None
        self.area = NATION
        self.view: OccupationView | None = None
        self.browse: BrowsePage | None = None
        self.saved: SavedPage | None = None
        self.compare: ComparePage | None = None
        self.sessions: SessionsPage | None = None
        self.assessment: AssessmentPage | None = None
        self.skills: SkillsPage | None = None
        self._wanted: Place | None = None
        self._assessing: Latest[AssessmentData] = Latest(self, self._make_assessment, self.failed.emit)
        self.page_actions = PageActions(theme, desk)
        self._put_actions_away()
        self._door: str | None = None
        self._choosing: Latest[Choices] = Latest(self, self._show_choices, self.failed.emit)
        self.start = StartPage(theme)
        self.addWidget(self.start)

    def set_guide(self, opened: OpenedGuide) -> None:
        """Show another guide, its start page first."""
        self._opened = opened
        self._choosing.drop()
        self._put_actions_away()
        self._assessing.drop()
        for old in (self.view, self.browse, self.saved, self.compare, self.assessment, self.skills):
            if old is not None:
                self.removeWidget(old)
                old.deleteLater()
        self.view = self.browse = self.saved = self.compare = self.assessment = self.skills = None
        self.start.show_ready(len(opened.occupations))
        self.show_start()

    def _put_actions_away(self) -> None:
        """Without a page to stand on they stay with us, unseen."""
        self.page_actions.setParent(self)
        self.page_actions.hide()

    @property
    def opened(self) -> OpenedGuide | None:
        """The guide shown."""
        return self._opened

    def sources(self) -> "tuple[Source, ...]":
        """Where the figures of the guide are from."""
        return self._opened.guide.sources if self._opened is not None else ()

    def onet_release(self) -> str:
        """The O*NET release of the guide, e.g. “29.3”; “” where it does not say."""
        return next((source.release for source in self.sources() if source.name == "O*NET"), "")

    def titles(self) -> dict[str, str]:
        """The title of each occupation by its code."""
        return {one.code: one.title for one in self._opened.occupations} if self._opened is not None else {}

    def pages_of(self, codes: tuple[str, ...]) -> "tuple[OccupationPage, ...]":
        """The pages of some occupations, for a worker thread. Raises `GuideError`."""
        assert self._opened is not None
        guide, area = self._opened.guide, self.area
        return tuple(guide.page(code, area) for code in codes)

    def make_view(self) -> "OccupationView":
        """The page of an occupation, built while nobody waits for it, or for the first one."""
        if self.view is None:
            from careerguide.ui.area_chooser import area_model
            from careerguide.ui.occupation_view import OccupationView

            assert self._opened is not None
            self.view = OccupationView(self._theme, area_model(self._opened.areas), self.page_actions)
            self.page_actions.show()
            self.view.occupation_chosen.connect(self.occupation_chosen)
            self.view.area_chosen.connect(self.area_chosen)
            self.view.section_changed.connect(self.section_changed)
            self.view.near_wanted.connect(self.near_wanted)
            self.addWidget(self.view)
        return self.view

    def _bring(self, page: QWidget, title: str) -> None:
        self._wanted = None
        self.setCurrentWidget(page)
        self.titled.emit(title)

    def show_start(self) -> None:
        """Bring the start page to the front."""
        self._door = None
        self._bring(self.start, "")

    def show_problem(self, text: str, actions: dict[str, Callable[[], object]]) -> None:
        """Say on the start page what is wrong and offer what to do."""
        self.start.show_problem(text, actions)
        self.show_start()

    def show_page(self, page: "OccupationPage", area: str) -> None:
        """Show an occupation, with pay for the area of that code."""
        self._door = None
        view = self.make_view()
        view.show_page(page, area)
        self.page_actions.show_page(page)
        self.page_shown.emit()
        self._bring(view, page.title)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.saved is not None:
            self.saved.note.flush()
        if self.assessment is not None:
            self.assessment.flush()

    def show_saved(self) -> None:
        """Show the saved careers."""
        self._door = None
        if self.saved is None:
            from careerguide.ui.saved.saved_page import SavedPage

            self.saved = SavedPage(self._theme, self._desk, self.titles())
            self.saved.occupation_chosen.connect(self.occupation_chosen)
            self.addWidget(self.saved)
            self.saved_made.emit(self.saved)
        self._bring(self.saved, self.tr("Saved careers"))

    def show_compare(self, codes: Sequence[str]) -> None:
        """Show careers side by side."""
        self._door = None
        if self.compare is None:
            from careerguide.ui.compare_page import ComparePage

            assert self._opened is not None
            self.compare = ComparePage(self._theme, self._opened.occupations, self.pages_of)
            self.compare.occupation_chosen.connect(self.occupation_chosen)
            self.addWidget(self.compare)
            self.compare_made.emit(self.compare)
        self.compare.show_codes(codes)
        self._bring(self.compare, self.tr("Compare"))

    def show_assessment(self) -> None:
        """Show the interest assessment."""
        self._door = None
        if self.assessment is not None:
            self._bring(self.assessment, self.tr("Career assessment"))
        elif self._opened is not None:
            self._wanted = Place.ASSESSMENT
            guide = self._opened.guide
            self._assessing.run(lambda: read_assessment(guide))

    def _make_assessment(self, data: "AssessmentData") -> None:
        from careerguide.ui.assessment.assessment_page import AssessmentPage

        self.assessment = AssessmentPage(self._theme, self._desk, *data, lambda: self._settings.answers_folder)
        self.assessment.occupation_chosen.connect(self.occupation_chosen)
        self.assessment.browse_wanted.connect(self.browse_wanted)
        self.addWidget(self.assessment)
        self.assessment_made.emit(self.assessment)
        if self._wanted is Place.ASSESSMENT:
            self._bring(self.assessment, self.tr("Career assessment"))

    def show_skills(self) -> None:
        """Show the skills one has, and the careers close to them."""
        self._door = None
        if self.skills is None:
            from careerguide.ui.skills.skills_page import SkillsPage

            assert self._opened is not None
            self.skills = SkillsPage(self._theme, self._desk, self._opened.guide.element_profiles)
            self.skills.occupation_chosen.connect(self.occupation_chosen)
            self.addWidget(self.skills)
            self.skills_made.emit(self.skills)
        self._bring(self.skills, self.tr("Skills I have"))

    def show_sessions(self) -> None:
        """Show the counselor's sessions."""
        self._door = None
        if self.sessions is None:
            from careerguide.ui.sessions.sessions_page import SessionsPage

            self.sessions = SessionsPage(self._theme, self._desk, self._settings)
            self.addWidget(self.sessions)
            self.sessions_made.emit(self.sessions)
        self.sessions.titles = self.titles()
        self.sessions.refresh()
        self._bring(self.sessions, self.tr("Sessions"))

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
        self.browse_made.emit()
        if self._door is not None:
            self._bring_browse(self.browse)

    def _bring_browse(self, browse: "BrowsePage") -> None:
        self._bring(browse, self.tr("Browse"))
        if self._door is not None:
            browse.go_through(self._door)
        self._door = None
