"""Knowledge, skills, abilities and work activities: meanings with bars, the strongest first, the rest behind “show all”."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import Domain, Rating, strongest
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.rating_row import RatingRow
from careerguide.ui.theme import Theme


class RatingsCard(Card):
    """The ratings of one domain."""

    def __init__(self, theme: Theme, heading: str) -> None:
        self._all_button = QPushButton()
        self._all_button.setProperty("role", "link")
        super().__init__(heading)
        self._theme = theme
        self._ratings: tuple[Rating, ...] = ()
        self._showing_all = False
        self._legend = label(
            self.tr("Thick bar: importance. Thin bar: level. Both 0 to 100. Choose a row to see how sure it is."), "caption"
        )
        self._caution = label(self.tr("* Striped: low precision, few answers or answers far apart."), "caption")
        self._empty = label()
        self._rows: list[RatingRow] = []
        self.body.addWidget(self._legend)
        self.body.addWidget(self._caution)
        self.body.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self.body.addWidget(self._all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._all_button.clicked.connect(self._toggle_all)

    def show_ratings(self, ratings: tuple[Rating, ...], empty: str) -> None:
        """Show ratings, highest importance first; `empty` is said where there are none."""
        self._ratings = ratings
        self._showing_all = False
        self._empty.setText(empty)
        self._empty.setVisible(not ratings)
        self._legend.setVisible(bool(ratings))
        self._render()

    def _toggle_all(self) -> None:
        self._showing_all = not self._showing_all
        self._render()

    def _render(self) -> None:
        strong = strongest(self._ratings)
        shown = self._ratings if self._showing_all else strong
        while len(self._rows) < len(shown):
            row = RatingRow(self._theme)
            row.clicked.connect(lambda _=False, row=row: self._explain(row))
            self._list.addWidget(row)
            self._rows.append(row)
            self.setTabOrder(row, self._all_button)  # the button stands beneath the rows
        for row, rating in zip(self._rows, shown, strict=False):
            row.show_rating(rating)
            row.show()
        for row in self._rows[len(shown) :]:
            row.hide()
        self._caution.setVisible(any(rating.low_precision for rating in shown))
        self._all_button.setVisible(len(self._ratings) > len(strong))
        words = self.tr("Show the strongest only") if self._showing_all else self.tr("Show all {0}").format(len(self._ratings))
        self._all_button.setText(words)

    def _explain(self, row: RatingRow) -> None:
        from careerguide.ui.certainty_dialog import CertaintyDialog

        if row.rating is not None:
            dialog = CertaintyDialog(self._theme, row.rating, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


class RatingsPanel(Panel):
    """A panel with the ratings of one domain."""

    def __init__(self, theme: Theme, domain: Domain, heading: str) -> None:
        super().__init__(theme)
        self._domain = domain
        self._card = RatingsCard(theme, heading)
        self.column.addWidget(self._card)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        self._card.show_ratings(page.ratings[self._domain], self.tr("This career has not been rated yet."))
