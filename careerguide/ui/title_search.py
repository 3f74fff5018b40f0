"""The sidebar: a search field over the list of occupations. It emits `occupation_chosen` and knows nothing of pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.errors import GuideError
from careerguide.domain.language import number
from careerguide.domain.results import OccupationTitle, SearchResult, Why
from careerguide.ui.background import Latest
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_CODE, _MATCHED, _WHY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOVING_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}

Search = Callable[[str], list[SearchResult]]
Index = QModelIndex | QPersistentModelIndex


class OccupationList(QAbstractListModel):
    """One row an occupation: its title, its code (`_CODE`), and the title that matched where that is another (`_MATCHED`)."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, str, str, Why]] = []

    def show_all(self, occupations: Sequence[OccupationTitle]) -> None:
        """List occupations."""
        self._replace([(occupation.code, occupation.title, "", Why.TITLE) for occupation in occupations])

    def show_results(self, results: Sequence[SearchResult]) -> None:
        """List what a search found."""
        self._replace([(hit.code, hit.title, "" if hit.matched == hit.title else hit.matched, hit.why) for hit in results])

    def _replace(self, rows: list[tuple[str, str, str, Why]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """The row of an occupation, −1 where it is not listed."""
        return next((row for row, (other, *_) in enumerate(self._rows) if other == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        code, title, matched, why = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = self.tr("{0}, uses {1}") if why is Why.SKILL else self.tr("{0}, also called {1}")
            return spoken.format(title, matched) if matched else title
        return {int(_CODE): code, int(_MATCHED): matched, int(_WHY): why}.get(int(role))


class _ResultRow(QStyledItemDelegate):
    """Title in up to two lines, the other title that matched beneath it with the matched letters bold."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.query_words: list[str] = []
        self._heights: dict[tuple[int, str], int] = {}

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        return self._theme.metrics(BODY, 600), self._theme.metrics(CAPTION)

    def _title_height(self, title: str) -> int:
        """Of the wrapped title; remembered, because the list asks for every row at every resize."""
        key = self._text_width(), title
        height = self._heights.get(key)
        if height is None:
            metrics, _ = self._fonts()
            height = self._heights[key] = metrics.boundingRect(QRect(0, 0, key[0], 10_000), _WRAP, title).height()
        return height

    def _text_width(self) -> int:
        """Always with room for the scroll bar, so that rows keep their height when it comes and goes."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(self._view.width() - bar - 2 * self._margin(), 1)

    def _margin(self) -> int:
        return self._theme.px(12)

    def forget_heights(self) -> None:
        """Measure anew, because the text size changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._title_height(index.data()) + self._theme.px(16)
        if index.data(_MATCHED):
            height += self._fonts()[1].height()
        return QSize(self._text_width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, margin = self._theme.tokens, self._margin()
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent), 2 if self._view.hasFocus() else 1))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(tokens.background))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        title = self._title_height(index.data())
        top = rect.top() + self._theme.px(8)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(BODY, 600))
        painter.drawText(QRect(rect.left() + margin, top, self._text_width(), title), _WRAP, index.data())
        matched = index.data(_MATCHED)
        if matched:
            _, caption = self._fonts()
            line = QRect(rect.left() + margin, top + title, self._text_width(), caption.height())
            self._paint_matched(painter, line, matched, uses=index.data(_WHY) == Why.SKILL)
        painter.restore()

    def _paint_matched(self, painter: QPainter, line: QRect, matched: str, *, uses: bool) -> None:
        painter.setPen(QColor(self._theme.tokens.muted))
        left = line.left()
        for text, bold in [(self.tr("uses ") if uses else self.tr("also "), False), *matched_parts(matched, self.query_words)]:
            weight = 700 if bold else 400
            painter.setFont(self._theme.font(CAPTION, weight))
            metrics = self._theme.metrics(CAPTION, weight)
            room = line.right() - left
            if room <= 0:
                break
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) if metrics.horizontalAdvance(text) > room else text
            painter.drawText(QRect(left, line.top(), room + 2, line.height()), Qt.AlignmentFlag.AlignLeft, shown)
            left += metrics.horizontalAdvance(shown)


def matched_parts(title: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """A title cut into parts, True for letters that a query word matched at the start of a word."""
    bold = [False] * len(title)
    folded = title.casefold() if len(title.casefold()) == len(title) else title.lower()
    for word in words:
        start = folded.find(word)
        while start >= 0:
            if start == 0 or not folded[start - 1].isalnum():
                bold[start : start + len(word)] = [True] * len(word)
            start = folded.find(word, start + 1)
    parts: list[tuple[str, bool]] = []
    for letter, is_bold in zip(title, bold, strict=False):
        if parts and parts[-1][1] is is_bold:
            parts[-1] = parts[-1][0] + letter, is_bold
        else:
            parts.append((letter, is_bold))
    return parts


class TitleSearch(QWidget):
    """The search field, the number of careers, and the list."""

    occupation_chosen = Signal(str)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._search: Search | None = None
        self._all: Sequence[OccupationTitle] = ()
        self._searching: Latest[list[SearchResult]] = Latest(self, self._show_results, self.failed.emit)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Job title or code"))
        self.field.setAccessibleName(self.tr("Search for a career"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(200)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._text_changed)
        self.field.returnPressed.connect(self._open_current)
        self.count = label("", "caption")
        self._model = OccupationList()
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Careers"))
        self.list.setModel(self._model)
        self._rows = _ResultRow(theme, self.list)
        self.list.setItemDelegate(self._rows)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.field, self.count, self.list):
            column.addWidget(widget)
        theme.changed.connect(self._measure_anew)

    def set_guide(self, occupations: Sequence[OccupationTitle], search: Search) -> None:
        """Search in another guide; what was typed stays."""
        self._all, self._search = occupations, search
        self._text_changed(self.field.text())

    def _measure_anew(self) -> None:
        self._rows.forget_heights()
        self.list.doItemsLayout()

    def focus_field(self) -> None:
        """Put the cursor into the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def select(self, code: str) -> None:
        """Mark an occupation in the list, if it is there."""
        row = self._model.row_of(code)
        if row >= 0:
            index = self._model.index(row)
            seen = self.list.viewport().rect().contains(self.list.visualRect(index))
            self.list.setCurrentIndex(index)
            if not seen:
                self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        else:
            self.list.clearSelection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING_KEYS:
                self._move(event)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> None:
        """Arrow keys in the field move through the list without leaving the field."""
        rows = self._model.rowCount()
        if not rows:
            return
        row = self.list.currentIndex().row()
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)))
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        self.list.setCurrentIndex(self._model.index(min(max(row + step[Qt.Key(event.key())], 0), rows - 1)))

    def _text_changed(self, text: str) -> None:
        words = text.casefold().split()
        search = self._search
        self._rows.query_words = words
        if search is None:
            return
        if words:
            self._searching.run(lambda: search(text))
        else:
            self._searching.drop()
            self._model.show_all(self._all)
            self._say_count(len(self._all))

    def _show_results(self, results: list[SearchResult]) -> None:
        self._model.show_results(results)
        if results:
            self.list.setCurrentIndex(self._model.index(0))
        self._say_count(len(results), spelled=bool(results) and results[0].why is Why.SPELLING)

    def _say_count(self, count: int, *, spelled: bool = False) -> None:
        if count == 0:
            words = self.tr("No career found. Try fewer letters or another word.")
        elif count == 1:
            words = self.tr("1 career")
        else:
            words = self.tr("{0} careers").format(number(count))
        if spelled:
            words = self.tr("Did you mean one of these? {0}, by similar spelling").format(words)
        self.count.setText(words)
        if self.field.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _open(self, index: QModelIndex) -> None:
        self.occupation_chosen.emit(index.data(_CODE))

    def _open_current(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid() and self._model.rowCount():
            index = self._model.index(0)
            self.list.setCurrentIndex(index)
        if index.isValid():
            self._open(index)
