"""The panels of an occupation's page, in the order of their tabs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from careerguide.domain.language import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel

    from careerguide.ui.panels.panel import Panel
    from careerguide.ui.theme import Theme

MakePanel: TypeAlias = "Callable[[Theme, QStandardItemModel], Panel]"


@dataclass(frozen=True, slots=True)
class Section:
    """A tab: its key, its title, and how its panel is made when it is first looked at."""

    key: str
    title: str
    make: MakePanel


def _overview(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.overview import OverviewPanel

    return OverviewPanel(theme, areas)


def _tasks(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.tasks import TasksPanel

    return TasksPanel(theme)


def _ratings(domain: str, title: str) -> MakePanel:
    def make(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
        from careerguide.domain.ratings import Domain
        from careerguide.ui.panels.ratings import RatingsPanel

        return RatingsPanel(theme, Domain(domain), title)

    return make


def _education(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.education import EducationPanel

    return EducationPanel(theme)


def _activities(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.activities import ActivitiesPanel

    return ActivitiesPanel(theme)


def _interests(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.interests import InterestsPanel

    return InterestsPanel(theme)


def _outlook(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.outlook import OutlookPanel

    return OutlookPanel(theme, areas)


def _technology(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.technology import TechnologyPanel

    return TechnologyPanel(theme)


def _related(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.related import RelatedPanel

    return RelatedPanel(theme)


def _assessments(theme: "Theme", areas: "QStandardItemModel") -> "Panel":
    from careerguide.ui.panels.assessments import AssessmentsPanel

    return AssessmentsPanel(theme)


def sections() -> tuple[Section, ...]:
    """All sections of the page."""
    knowledge, skills, abilities = (
        translate("Sections", "Knowledge"),
        translate("Sections", "Skills"),
        translate("Sections", "Abilities"),
    )
    return (
        Section("overview", translate("Sections", "Overview"), _overview),
        Section("tasks", translate("Sections", "Tasks"), _tasks),
        Section("knowledge", knowledge, _ratings("knowledge", knowledge)),
        Section("skills", skills, _ratings("skills", skills)),
        Section("abilities", abilities, _ratings("abilities", abilities)),
        Section("education", translate("Sections", "Education"), _education),
        Section("activities", translate("Sections", "Activities"), _activities),
        Section("interests", translate("Sections", "Interests"), _interests),
        Section("outlook", translate("Sections", "Pay and outlook"), _outlook),
        Section("technology", translate("Sections", "Technology"), _technology),
        Section("related", translate("Sections", "Related"), _related),
        Section("assessments", translate("Sections", "Assessments"), _assessments),
    )
