"""A column in the middle of the page, no wider than lines can be read well."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerguide.ui.theme import Theme


class InTheMiddle(QWidget):
    """`content` with the margins of a page, `top` above it, at most `widest` pixels of the design wide."""

    def __init__(self, content: QWidget, theme: Theme, widest: int, top: int = 24) -> None:
        super().__init__()
        self._content, self._theme, self._widest = content, theme, widest
        row = QHBoxLayout(self)
        row.setContentsMargins(32, top, 32, 16)
        row.addStretch(1)
        row.addWidget(content, 1_000)
        row.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._content.setMaximumWidth(self._theme.px(self._widest))
