"""A real notebook in a file, the desk that asks it, and what a second window would do to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from counselor import Office
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.ui.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def office(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Office]:
    """A counselor's desk with an empty notebook."""
    opened = Office(qtbot, theme, tmp_path)
    yield opened
    opened.close()
