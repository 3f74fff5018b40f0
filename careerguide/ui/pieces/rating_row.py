"""A rating: name, importance and level as bars with their numbers, meaning beneath. A press tells how sure it is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from careerguide.domain.ratings import Rating, score_words
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_PADDING = 4


class RatingRow(QPushButton):
    """One rating. A button, so that keyboard and screen reader reach it; `brief` leaves out level and meaning."""

    def __init__(self, theme: Theme, *, brief: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._brief = brief
        self._rating: Rating | None = None
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._height_at: dict[int, int] = {}
        theme.changed.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        self._height_at.clear()
        self.updateGeometry()

    @property
    def rating(self) -> Rating | None:
        """The rating shown."""
        return self._rating

    def show_rating(self, rating: Rating) -> None:
        """Show a rating."""
        self._rating = rating
        self.setAccessibleName(self._spoken(rating))
        self.setToolTip(self.tr("How sure is this?"))
        self._measure_anew()
        self.update()

    def _spoken(self, rating: Rating) -> str:
        parts = [rating.name, self.tr("importance {0} of 100").format(self._number(rating.importance_score))]
        if not self._brief:
            parts.append(self._level_words(rating))
        if rating.low_precision:
            parts.append(self.tr("low precision"))
        return ", ".join(parts)

    def _number(self, score: float | None) -> str:
        return self.tr("not available") if score is None else score_words(score)

    def _level_words(self, rating: Rating) -> str:
        if rating.not_relevant:
            return self.tr("level not relevant")
        return self.tr("level {0} of 100").format(self._number(rating.level_score))

    def _bars_width(self) -> int:
        return self._bar_length() + self._theme.px(34 if self._brief else 40)

    def _bar_length(self) -> int:
        return self._theme.px(80 if self._brief else 150)

    def _stacked(self, width: int) -> bool:
        return width < self._bars_width() + self._theme.px(170 if self._brief else 220)

    def _text_width(self, width: int) -> int:
        return width - 2 * _PADDING - (0 if self._stacked(width) else self._bars_width() + 16)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the name and of the meaning, when wrapped."""
        room = QRect(0, 0, max(self._text_width(width), 40), 10_000)
        name = self._name_metrics().boundingRect(room, _WRAP, self._rating.name if self._rating else "").height()
        if self._brief or self._rating is None:
            return name, 0
        meaning = self._caption_metrics().boundingRect(room, _WRAP, self._rating.description)
        return name, meaning.height() if self._rating.description else 0

    def _name_metrics(self) -> QFontMetrics:
        return self._theme.metrics(BODY, 400 if self._brief else 600)

    def _caption_metrics(self) -> QFontMetrics:
        return self._theme.metrics(CAPTION)

    def heightForWidth(self, width: int) -> int:
        height = self._height_at.get(width)
        if height is None:
            height = self._height_at[width] = self._measured(width)
        return height

    def _measured(self, width: int) -> int:
        name, meaning = self._heights(width)
        text = name + (2 + meaning if meaning else 0)
        bars = self._bar_line() * (1 if self._brief else 2)
        return (text + 4 + bars if self._stacked(width) else max(text, bars)) + (6 if self._brief else 12)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._bar_line())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._bar_line())

    def _bar_line(self) -> int:
        return self._name_metrics().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rating is None:
            return
        rating, tokens, width = self._rating, self._theme.tokens, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = 2 if self._brief else 6
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        elif self.underMouse():
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        name, meaning = self._heights(width)
        room = self._text_width(width)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(BODY, 400 if self._brief else 600))
        painter.drawText(QRect(_PADDING, margin, room, name), _WRAP, rating.name)
        if meaning:
            painter.setPen(QColor(tokens.muted))
            painter.setFont(self._theme.font(CAPTION))
            painter.drawText(QRect(_PADDING, margin + name + 2, room, meaning), _WRAP, rating.description)
        stacked = self._stacked(width)
        left = _PADDING if stacked else width - _PADDING - self._bars_width()
        top = margin + name + (2 + meaning if meaning else 0) + 4 if stacked else margin
        self._paint_bar(painter, left, top, rating.importance_score, 10, tokens.bar, rating.importance_estimate.low_precision)
        if self._brief:
            return
        top += self._bar_line()
        if rating.not_relevant or rating.level is None:
            words = self.tr("level not relevant") if rating.not_relevant else self.tr("no level")
            painter.setPen(QColor(tokens.muted))
            painter.setFont(self._theme.font(CAPTION))
            painter.drawText(
                QRect(left, top, self._bars_width(), self._bar_line()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                words,
            )
        else:
            self._paint_bar(painter, left, top, rating.level_score, 5, tokens.muted, rating.level_estimate.low_precision)

    def _paint_bar(
        self, painter: QPainter, left: int, top: int, score: float | None, thickness: int, colour: str, low_precision: bool
    ) -> None:
        tokens, line = self._theme.tokens, self._bar_line()
        length, thick = self._bar_length(), self._theme.px(thickness)
        bar = QRectF(left, top + (line - thick) / 2, length, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if score is not None and score > 0:
            filled = QRectF(bar.left(), bar.top(), max(length * score / 100, thick), thick)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(filled, thick / 2, thick / 2)
            if low_precision:
                painter.setBrush(QBrush(QColor(tokens.surface), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(filled, thick / 2, thick / 2)
        number = score_words(score) + ("*" if low_precision and score is not None else "")
        painter.setPen(QColor(tokens.text if thickness > 5 else tokens.muted))
        painter.setFont(self._theme.font(CAPTION))
        area = QRect(left + length, top, self._bars_width() - length, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
