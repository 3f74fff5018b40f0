"""A column in the middle of the page, no wider than lines can be read well."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerguide.ui.theme import Theme


class InTheMiddle(QWidget):
    """`content` at most `widest` pixels of the design wide, within margins: left, above, right, below."""

    def __init__(self, content: QWidget, theme: Theme, widest: int, margins: tuple[int, int, int, int] = (32, 24, 32, 16)) -> None:
        super().__init__()
        self._content, self._theme, self._widest = content, theme, widest
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins)
        row.addStretch(1)
        row.addWidget(content, 1_000)
        row.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._content.setMaximumWidth(self._theme.px(self._widest))
