"""Work activities with meaning and bars, and the detailed work activities."""

from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import Domain
from careerguide.ui.panels.panel import Panel
from careerguide.ui.panels.ratings import RatingsCard
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class ActivitiesPanel(Panel):
    """What the work consists of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._detailed = Card(self.tr("In detail"))
        self._note = label("", "caption")
        self._list = label(selectable=True)
        self._detailed.body.addWidget(self._note)
        self._detailed.body.addWidget(self._list)
        self._ratings = RatingsCard(theme, self.tr("Work activities"))
        self.column.addWidget(self._detailed)
        self.column.addWidget(self._ratings)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        activities = page.detailed_work_activities
        self._list.setText(
            "\n".join(f"•  {text}" for text in activities) or self.tr("No detailed work activities are listed for this career.")
        )
        ordered = page.official_tasks and any(task.importance is not None for task in page.tasks)
        self._note.setText(self.tr("By the importance of the task they belong to; neighboring careers share them."))
        self._note.setVisible(ordered)
        self._ratings.show_ratings(page.ratings[Domain.WORK_ACTIVITIES], self.tr("This career has not been rated yet."))
