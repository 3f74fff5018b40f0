"""What the kiosk shows while nobody is there: an invitation, and facts from the guide that change."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.attract_facts import AttractFact
from careerguide.domain.kiosk import KioskConfig, is_night
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

_FACT_MS = 9_000
_NIGHT_VEIL = QColor(0, 0, 0, 205)
_LOGO_HEIGHT = 96
_TITLE_SIZE, _FACT_SIZE, _WIDEST = 44, 26, 760


class AttractScreen(QWidget):
    """Covers the window. `touched` gives the code of the occupation whose fact was touched, “” for anywhere else."""

    touched = Signal(str)

    def __init__(
        self, theme: Theme, config: KioskConfig, over: QWidget, now: Callable[[], time] = lambda: datetime.now().time()
    ) -> None:
        super().__init__(over)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._config, self._over, self._now = theme, config, over, now
        self._facts: Sequence[AttractFact] = ()
        self._place = -1
        self._begin = QPushButton(self.tr("Touch to begin"))
        self._begin.setProperty("role", "primary")
        self._begin.clicked.connect(lambda: self.touched.emit(""))
        self._fact = QPushButton()
        self._fact.setProperty("role", "door")
        self._fact.clicked.connect(self._fact_touched)
        self._text, self._source = label(""), label("", "caption")
        for line in (self._text, self._source):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._change = QTimer(self, interval=_FACT_MS)
        self._change.timeout.connect(self.next_fact)
        self._veil = _Veil(self)
        self._lay_out()
        self.setFocusProxy(self._begin)

    def _lay_out(self) -> None:
        card = QVBoxLayout(self._fact)
        card.setContentsMargins(28, 24, 28, 24)
        card.addWidget(self._text)
        card.addWidget(self._source)
        self._fact.setMinimumHeight(self._theme.px(170))
        self._text.setStyleSheet(f"font-size: {self._theme.px(_FACT_SIZE)}px; font-weight: 700")
        for widget in (self._fact, self._begin):
            widget.setMaximumWidth(self._theme.px(_WIDEST))
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(20)
        column.addStretch(2)
        logo = self._logo()
        if logo is not None:
            column.addWidget(logo, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in (
            (self._config.centre, "section"),
            (self.tr("What could you become?"), "title"),
            (self.tr("What people do, what they earn, and whether it suits you."), "body"),
        ):
            if words:
                line = label(words, role)
                if role == "title":
                    line.setStyleSheet(f"font-size: {self._theme.px(_TITLE_SIZE)}px")
                line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(line)
        column.addStretch(1)
        column.addLayout(_in_the_middle(self._fact))
        column.addStretch(1)
        self._begin.setMinimumHeight(self._theme.px(64))
        column.addLayout(_in_the_middle(self._begin))
        if self._config.message:
            message = label(self._config.message, "strong")
            message.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(message)
        column.addStretch(1)

    def _logo(self) -> QLabel | None:
        pixmap = QPixmap(str(self._config.logo)) if self._config.logo is not None else QPixmap()
        if pixmap.isNull():
            return None
        shown = QLabel()
        shown.setPixmap(pixmap.scaledToHeight(self._theme.px(_LOGO_HEIGHT), Qt.TransformationMode.SmoothTransformation))
        shown.setAccessibleName(self._config.centre or self.tr("Logo"))
        return shown

    def show_facts(self, facts: Sequence[AttractFact]) -> None:
        """Take these facts, and show the first."""
        self._facts, self._place = facts, -1
        self.next_fact()

    def next_fact(self) -> None:
        """Show the next fact; look whether it has become night or day."""
        self._veil.setVisible(is_night(self._config, self._now()))
        self._veil.raise_()
        self._fact.setVisible(bool(self._facts))
        if not self._facts:
            return
        self._place = (self._place + 1) % len(self._facts)
        fact = self._facts[self._place]
        self._text.setText(fact.text)
        self._source.setText(self.tr("Source: {0}").format(fact.source) if fact.source else "")
        self._fact.setAccessibleName(f"{fact.text} {self._source.text()}".strip())

    @property
    def is_dim(self) -> bool:
        """Whether it is night here."""
        return not self._veil.isHidden()

    def cover(self) -> None:
        """Come to the front and begin to change facts."""
        self.setGeometry(self._over.rect())
        self._veil.setGeometry(self.rect())
        self.next_fact()
        self.show()
        self.raise_()
        self._begin.setFocus()
        self._change.start()

    def leave(self) -> None:
        """Make room for a visitor."""
        self._change.stop()
        self.hide()

    def _fact_touched(self) -> None:
        code = self._facts[self._place].code if self._facts else None
        self.touched.emit(code or "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched.emit("")


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


class _Veil(QWidget):
    """Dims what is beneath it and lets touches through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _NIGHT_VEIL)
