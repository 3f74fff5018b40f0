"""A chart of `reports.charts` in the window: drawn anew for every width, theme and text size."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.reports.charts import LETTERS, Ink, Picture, mark_picture
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import CAPTION, LIGHT

Draw = Callable[[Ink, int], Picture | None]

# Told apart by people who see colours differently, too; at least 3:1 on a surface. The first is the bar of the theme.
_SERIES_LIGHT = ("#2F7DD1", "#B8500A", "#0E6B4B", "#9A4FB5")
_SERIES_DARK = ("#5B9FE8", "#F0A35A", "#4FD1A5", "#D9A0F0")


def ink(theme: Theme) -> Ink:
    """The colours and the text size of the theme in force, for charts."""
    tokens = theme.tokens
    return Ink(
        text=tokens.text,
        muted=tokens.muted,
        line=tokens.line,
        surface=tokens.surface,
        track=tokens.track,
        series=_SERIES_LIGHT if tokens is LIGHT else _SERIES_DARK,
        font_family=theme.font(CAPTION).family(),
        font_px=theme.px(CAPTION),
    )


class PictureView(QWidget):
    """Shows what `draw` gives for the ink of the theme and the width there is. As high as the picture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draw: Draw | None = None
        self._drawn: dict[int, Picture | None] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._renew)

    def show_picture(self, draw: Draw) -> None:
        """Show another picture; without one (None) nothing is shown and no room is taken."""
        self._draw = draw
        self._renew()
        drawn = self._picture(max(self.width(), self.minimumSizeHint().width()))
        self.setVisible(drawn is not None)
        self.setAccessibleName(drawn.title if drawn is not None else "")
        self.setAccessibleDescription(drawn.sentence if drawn is not None else "")

    def _renew(self) -> None:
        self._drawn.clear()
        self.updateGeometry()
        self.update()

    def _picture(self, width: int) -> Picture | None:
        """The picture in a width; the newest few are kept, since a layout asks again and again."""
        if width not in self._drawn:
            if len(self._drawn) >= 4:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[width] = None if self._draw is None else self._draw(ink(self._theme), width)
        return self._drawn[width]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        drawn = self._picture(max(width, self.minimumSizeHint().width()))
        return 0 if drawn is None else drawn.height

    def sizeHint(self) -> QSize:
        width = self._theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = self._picture(max(self.width(), self.minimumSizeHint().width()))
        if drawn is not None:
            renderer = QSvgRenderer(drawn.svg.encode())
            renderer.render(QPainter(self), QRectF(0, 0, drawn.width, drawn.height))


class SeriesMark(QWidget):
    """The mark and letter by which an occupation is found in the charts."""

    def __init__(self, theme: Theme, series: int) -> None:
        super().__init__()
        self._theme = theme
        self._series = series
        self.setAccessibleName(LETTERS[series])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _picture(self) -> Picture:
        return mark_picture(self._series, ink(self._theme))

    def sizeHint(self) -> QSize:
        drawn = self._picture()
        return QSize(drawn.width, drawn.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = self._picture()
        QSvgRenderer(drawn.svg.encode()).render(QPainter(self), QRectF(0, 0, drawn.width, drawn.height))
