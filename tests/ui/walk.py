"""Walking through everything that is shown: what has no name, no role, is too small to press or cannot be read on its ground."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)
from views import describe

from careerguide.ui.pieces.chip import Chip

SMALLEST_TARGET = 24
Luminance = NDArray[np.float64]
_PARTS = np.arange(256) / 255
_LINEAR = np.where(_PARTS <= 0.04045, _PARTS / 12.92, ((_PARTS + 0.055) / 1.055) ** 2.4)
_MEANINGLESS = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
_BOUNDED = (QLineEdit, QComboBox, QPlainTextEdit)
_PRESSED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider)


def shown(top: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen."""
    yield from (one for one in (top, *top.findChildren(QWidget)) if one.isVisible() and not one.visibleRegion().isEmpty())


def faults(top: QWidget) -> list[str]:
    """Everything that is wrong with a window, as sentences."""
    picture = top.grab().toImage()
    return [f"{describe(widget)}: {fault}" for widget in shown(top) for fault in _faults(widget, top, picture)]


def _faults(widget: QWidget, top: QWidget, picture: QImage) -> Iterator[str]:
    if isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull():
        return  # nothing to be seen yet
    interface = QAccessible.queryAccessibleInterface(widget)
    can_have_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    if can_have_focus:
        if interface is None:
            yield "is not in the accessibility tree"
            return
        if not interface.text(QAccessible.Text.Name).strip():
            yield "has no name"
        if interface.role() in _MEANINGLESS and not _is_area(widget):
            yield f"has the role {interface.role().name}"
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and interface is not None:
        if not interface.state().checkable:
            yield "does not say that it can be checked"
        if bool(interface.state().checked) is not widget.isChecked():
            yield "says wrongly whether it is checked"
    is_target = isinstance(widget, _PRESSED) and can_have_focus and not isinstance(widget, QScrollBar) and not _is_inline(widget)
    if is_target and min(widget.width(), widget.height()) < SMALLEST_TARGET:
        yield f"is only {widget.width()} × {widget.height()} pixels"
    if isinstance(widget, QLabel | QAbstractButton) and widget.isEnabled() and widget.text().strip() and _whole(widget):
        border = 4 if isinstance(widget, QAbstractButton) else 0  # which would pass for a mark
        place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
        ratio = contrast_of(picture.copy(place.adjusted(border, border, -border, -border)))
        if ratio < 4.5:
            yield f"has a contrast of {ratio:.2f}"
    if isinstance(widget, _BOUNDED) and can_have_focus and _whole(widget) and not _is_inline(widget):
        place = QRect(widget.mapTo(top, QPoint(0, widget.height() // 2)), QSize(4, 1)).translated(-2, 0)
        ratio = contrast_of(picture.copy(place))
        if ratio < 3:
            yield f"has a boundary with a contrast of {ratio:.2f}"


def _is_area(widget: QWidget) -> bool:
    """A scroll area is named for what is in it; Qt gives it the role of a plain part."""
    return widget.inherits("QScrollArea") or widget.inherits("QAbstractScrollArea")


def _is_inline(widget: QWidget) -> bool:
    """Links in a text, which the criterion excepts, and fields inside another control."""
    return widget.property("role") == "link" or isinstance(widget.parentWidget(), QComboBox | QAbstractItemView)


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size() and widget.width() > 8 and widget.height() > 8


def without_ring(top: QWidget) -> Iterator[str]:
    """What can be reached by Tab and does not show it: one of each kind, by the pixels that change by 3:1 or more with the focus."""
    kinds = {}
    for widget in shown(top):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.isEnabled()
        if reached and not isinstance(widget.parentWidget(), QAbstractItemView):
            kinds.setdefault((type(widget), widget.property("role")), widget)
    top.activateWindow()
    before = QApplication.focusWidget()
    for widget in kinds.values():
        _bring_into_sight(widget)
        _give_focus(None)
        without = _luminance(_on_its_ground(widget))
        _give_focus(widget)
        if not widget.hasFocus():
            yield f"{describe(widget)}: does not take the focus"
            continue
        ratios = _ratio(_luminance(_on_its_ground(widget)), without)
        changed = int((ratios >= 3).sum())
        if changed < 2 * min(widget.width(), widget.height()):
            yield f"{describe(widget)}: the focus changes {changed} pixels of {widget.width()} × {widget.height()}"
    _give_focus(before)


def _bring_into_sight(widget: QWidget) -> None:
    """As Qt does where Tab is pressed."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def _on_its_ground(widget: QWidget) -> QImage:
    """A picture of a widget with what is behind it, for many have no ground of their own."""
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


def _give_focus(widget: QWidget | None) -> None:
    focused = QApplication.focusWidget()
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    elif focused is not None:
        focused.clearFocus()
    QApplication.processEvents()


def cut_off(top: QWidget) -> Iterator[str]:
    """What has less room than its text needs, or reaches out of what shows it."""
    for widget in shown(top):
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if widget.height() < needed:
                yield f"{describe(widget)}: is {widget.height()} high and needs {needed}"
            if not widget.wordWrap() and widget.width() < widget.sizeHint().width():
                yield f"{describe(widget)}: is {widget.width()} wide and needs {widget.sizeHint().width()}"
        elif isinstance(widget, QPushButton | QToolButton | QCheckBox) and widget.text() and widget.layout() is None:
            yield from _cut_button(widget)
        elif isinstance(widget, QWidget) and widget.hasHeightForWidth() and widget.layout() is None:
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                yield f"{describe(widget)}: is {widget.height()} high and needs {needed}"
        parent = widget.parentWidget()
        if parent is not None and widget is not top and not isinstance(parent, QAbstractItemView | QComboBox | QHeaderView):
            left, right = widget.x(), widget.x() + widget.width()
            if not widget.isWindow() and (left < 0 or right > parent.width()) and widget.parentWidget().width() > 0:
                yield f"{describe(widget)}: reaches from {left} to {right} of {parent.width()}"


def _cut_button(widget: QAbstractButton) -> Iterator[str]:
    words = widget.text().replace("&&", "§").replace("&", "").replace("§", "&")
    if widget.property("role") == "row" or isinstance(widget, Chip):
        return  # these wrap, or end in “…” with the whole in the tip
    needed = widget.fontMetrics().horizontalAdvance(words) + 2
    if widget.width() < needed:
        yield f"{describe(widget)}: is {widget.width()} wide and needs {needed}"
    if widget.height() < widget.fontMetrics().height():
        yield f"{describe(widget)}: is {widget.height()} high and needs {widget.fontMetrics().height()}"


def _luminance(image: QImage) -> Luminance:
    """Relative luminance (WCAG 2.2) of every pixel, in rows."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    linear = _LINEAR[pixels[:, : image.width(), 2::-1]]
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _ratio(one: Luminance, other: Luminance | float) -> Luminance:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def contrast_of(image: QImage) -> float:
    """The contrast of the strongest mark on a picture against its most common color."""
    values, counts = np.unique(_luminance(image), return_counts=True)
    return float(_ratio(values, values[counts.argmax()]).max())
