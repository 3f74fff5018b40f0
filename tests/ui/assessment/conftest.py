"""The assessment page on the starter guide and a notebook of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from visitor import Visitor

from careerguide.db.guide import Guide
from careerguide.ui.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def come(qtbot: QtBot, theme: Theme, tmp_path: Path, guide: Guide) -> Iterator[Callable[[], Visitor]]:
    """Comes to the page, again and again in another window on the same notebook."""
    visits: list[Visitor] = []

    def visit() -> Visitor:
        if visits:
            visits.pop().close()
        visits.append(Visitor(qtbot, theme, tmp_path, guide))
        return visits[-1]

    yield visit
    for each in visits:
        each.close()


@pytest.fixture
def visitor(come: Callable[[], Visitor]) -> Visitor:
    """Somebody who has just come to the page."""
    return come()
