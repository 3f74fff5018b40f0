"""Occupations at a glance as rows of a table."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from careerguide.domain.browse import Facts
from careerguide.domain.outlook import people_words
from careerguide.domain.wages import Unit, money

Index = QModelIndex | QPersistentModelIndex

FIT_COLUMN = 7


class FactsModel(QAbstractTableModel):
    """One row an occupation: title, median pay, growth, openings, people, job zone, interests, fit for the person."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Facts] = []
        self._headers = [
            self.tr("Career"),
            self.tr("Median pay"),
            self.tr("Growth"),
            self.tr("Openings a year"),
            self.tr("People"),
            self.tr("Job zone"),
            self.tr("Interests"),
            self.tr("Your fit"),
        ]
        self._fits: Mapping[str, str] = {}

    def show_fits(self, fits: Mapping[str, str]) -> None:
        """Take these for how occupations fit the person's interests, a word by code."""
        self._fits = fits

    def show_rows(self, rows: list[Facts]) -> None:
        """Show these occupations."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            facts = self.rows[index.row()]
            return self._fits.get(facts.code, "–") if index.column() == FIT_COLUMN else cells(facts)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return self.rows[index.row()].title
        return None


def cells(facts: Facts) -> tuple[str, ...]:
    """An occupation in the columns of the table that are the same for everybody."""
    none = "–"
    return (
        facts.title,
        none if facts.median_annual_usd is None else money(facts.median_annual_usd, Unit.YEAR),
        none if facts.change_percent is None else f"{facts.change_percent:+.1f} %".replace("-", "−"),
        none if facts.openings_per_year is None else people_words(facts.openings_per_year),
        none if facts.employment is None else people_words(facts.employment),
        none if facts.job_zone is None else str(facts.job_zone),
        facts.interests or none,
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
