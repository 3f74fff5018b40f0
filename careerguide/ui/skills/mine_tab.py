"""The tab in which a person rates at the left and sees the closest careers at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.own_skills import KNOWN_AT_LEAST, Element, ElementProfiles, Near, closest
from careerguide.sources.level_anchors import Anchors
from careerguide.ui.background import Latest
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.skills.near_pane import MOST_SHOWN, NearPane
from careerguide.ui.skills.own_levels import OwnLevels
from careerguide.ui.skills.rating_side import RatingSide
from careerguide.ui.theme import Theme

_SIDE_BY_SIDE = 620


class MineTab(QWidget):
    """Own levels, and the careers close to them."""

    occupation_chosen = Signal(str)
    failed = Signal(GuideError)

    def __init__(
        self,
        theme: Theme,
        profiles: ElementProfiles,
        telling: Sequence[Element],
        anchors: Mapping[str, Anchors],
        own: OwnLevels,
    ) -> None:
        super().__init__()
        self._theme, self._profiles, self._own = theme, profiles, own
        self._ranking: Latest[tuple[dict[str, int], tuple[Near, ...]]] = Latest(self, self._show_near, self.failed.emit)
        self.rating = RatingSide(theme, profiles, telling, anchors)
        self.rating.level_chosen.connect(own.choose)
        self.rating.levels_taken.connect(own.take)
        self.rating.deletion_wanted.connect(self._ask_deletion)
        self.pane = NearPane(theme, self.tr("Careers close to what you have"), self.tr("What you bring"))
        self.pane.occupation_chosen.connect(self.occupation_chosen)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.rating, 6)
        self._sides.addWidget(self.pane, 5)
        own.changed.connect(self._levels_changed)
        self._levels_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_SIDE_BY_SIDE)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _levels_changed(self) -> None:
        levels, profiles = self._own.levels, self._profiles
        self.rating.show_levels(levels)
        self._ranking.run(lambda: (levels, closest(levels, profiles)))

    def _show_near(self, ranked: tuple[dict[str, int], tuple[Near, ...]]) -> None:
        levels, near = ranked
        if not near:
            few = self.tr(
                "Rate about ten skills or knowledge areas, and the careers closest to them stand here. "
                "A career is shown once {0} of the ten that matter most in it are rated."
            )
            self.pane.show_nothing(few.format(KNOWN_AT_LEAST))
            return
        words = self.tr("The {0} closest of {1} careers: little is missing, and little of what you have goes unused.")
        self.pane.show_near(near, levels, self._profiles, words.format(min(MOST_SHOWN, len(near)), len(near)))

    def _ask_deletion(self) -> None:
        sentences = [self.tr("All levels you chose are deleted from your notebook. This cannot be undone.")]
        title, action = self.tr("Delete my levels"), self.tr("Delete them")
        ConfirmDialog(self._theme, title, sentences, action, self._own.delete_all, self.window()).open()
