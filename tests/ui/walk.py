"""Walking through everything that is shown: what has no name, no role, is too small to press or cannot be read on its ground."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLabel, QLineEdit, QScrollBar, QWidget

SMALLEST_TARGET = 24
_MEANINGLESS = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
_PRESSED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider)


def shown(top: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen."""
    yield from (one for one in (top, *top.findChildren(QWidget)) if one.isVisible() and not one.visibleRegion().isEmpty())


def faults(top: QWidget) -> list[str]:
    """Everything that is wrong with a window, as sentences."""
    picture = top.grab().toImage()
    return [f"{_named(widget)}: {fault}" for widget in shown(top) for fault in _faults(widget, top, picture)]


def _named(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return f"{type(widget).__name__} {widget.accessibleName() or (text() if callable(text) else '')!r}"


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
        ratio = contrast_of(picture.copy(QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())))
        if ratio < 4.5:
            yield f"has a contrast of {ratio:.2f}"


def _is_area(widget: QWidget) -> bool:
    """A scroll area is named for what is in it; Qt gives it the role of a plain part."""
    return widget.inherits("QScrollArea") or widget.inherits("QAbstractScrollArea")


def _is_inline(widget: QWidget) -> bool:
    """Links in a text, which the criterion excepts, and fields inside another control."""
    return widget.property("role") == "link" or isinstance(widget.parentWidget(), QComboBox | QAbstractItemView)


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size() and widget.width() > 8 and widget.height() > 8


def contrast_of(image: QImage) -> float:
    """The contrast of the strongest mark on a picture against its most common color (WCAG 2.2, relative luminance)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)[
        :, : image.width(), 2::-1
    ]
    colors, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    parts = colors / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    ground = luminance[counts.argmax()]
    ratios = (np.maximum(luminance, ground) + 0.05) / (np.minimum(luminance, ground) + 0.05)
    return float(ratios.max())
