"""The size of a dialog when it opens."""

from PySide6.QtWidgets import QDialog, QWidget


def open_as_large(dialog: QDialog, parent: QWidget, width: int, height: int | None = None) -> None:
    """As wide and high as asked, the height None for as high as needed, but never larger than the window it belongs to."""
    window = parent.window()
    width = min(width, window.width())
    layout = dialog.layout()
    if height is None:
        assert layout is not None
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else dialog.sizeHint().height()
    dialog.resize(width, min(height, window.height()))
