"""A salary range as a picture: 10–90 thin, 25–75 thick, the median marked, figures beneath; a top-coded end stays open."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.domain.language import translate
from careerguide.domain.wages import Wages, wage_words
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION


def percentile_captions() -> dict[str, str]:
    """What the five percentiles are called under the picture."""
    return {
        "p10": translate("PayRange", "lowest 10 %"),
        "p25": translate("PayRange", "lowest 25 %"),
        "median": translate("PayRange", "median"),
        "p75": translate("PayRange", "highest 25 %"),
        "p90": translate("PayRange", "highest 10 %"),
    }


class PayRange(QWidget):
    """The five percentiles of `Wages` on one scale. Its accessible description says them in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wages: Wages | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_wages(self, wages: Wages) -> None:
        """Show the range of `wages`."""
        self._wages = wages
        self.setAccessibleName(self.tr("Pay range"))
        self.setAccessibleDescription(
            ", ".join(f"{words} {wage_words(wages, name)}" for name, words in percentile_captions().items())
        )
        self.setToolTip(self.accessibleDescription())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(190), self._theme.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wages is None:
            return
        known = {name: value for name, value in self._wages.percentiles.items() if value is not None}
        if not known:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = self._theme.px(44)
        low, high = min(known.values()), max(known.values())
        room = self.width() - 2 * margin
        places = {
            name: margin + (room / 2 if high == low else room * (value - low) / (high - low)) for name, value in known.items()
        }
        self._paint_bars(painter, places)
        self._paint_figures(painter, places)

    def _paint_bars(self, painter: QPainter, places: dict[str, float]) -> None:
        assert self._wages is not None
        tokens, px = self._theme.tokens, self._theme.px
        middle = px(42)
        painter.setPen(Qt.PenStyle.NoPen)
        for names, thickness, colour in ((("p10", "p90"), px(8), tokens.track), (("p25", "p75"), px(18), tokens.bar)):
            ends = [places[name] for name in names if name in places]
            left, right = (min(ends), max(ends)) if len(ends) == 2 else (min(places.values()), max(places.values()))
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, middle - thickness / 2, right - left, thickness), thickness / 3, thickness / 3)
        if self._wages.top_coded:
            end = max(places.values())
            tip = [QPointF(end, middle - px(9)), QPointF(end + px(12), middle), QPointF(end, middle + px(9))]
            painter.setBrush(QColor(tokens.bar))
            painter.drawPolygon(QPolygonF(tip))
        if "median" in places:
            mark = QRectF(places["median"] - px(3), middle - px(15), px(6), px(30))
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(mark, px(3), px(3))

    def _paint_figures(self, painter: QPainter, places: dict[str, float]) -> None:
        assert self._wages is not None
        px, captions = self._theme.px, percentile_captions()
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setFont(self._theme.font(BODY, 700))
        if "median" in places:
            words = f"{wage_words(self._wages, 'median')} {captions['median']}"
            self._centred(painter, places["median"], 0, words)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.setFont(self._theme.font(CAPTION))
        taken: list[tuple[float, float]] = []
        for name in ("p10", "p90", "p25", "p75"):
            if name not in places:
                continue
            figure = wage_words(self._wages, name)
            wide = max(painter.fontMetrics().horizontalAdvance(text) for text in (figure, captions[name])) / 2 + px(6)
            span = places[name] - wide, places[name] + wide
            if any(span[0] < right and left < span[1] for left, right in taken):
                continue
            taken.append(span)
            self._centred(painter, places[name], px(58), figure)
            self._centred(painter, places[name], px(58) + painter.fontMetrics().height(), captions[name])

    def _centred(self, painter: QPainter, x: float, top: int, words: str) -> None:
        metrics: QFontMetrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        left = min(max(x - wide / 2, 0), self.width() - wide)
        painter.drawText(QRect(round(left), top, wide + 2, metrics.height()), Qt.AlignmentFlag.AlignLeft, words)
