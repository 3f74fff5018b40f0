"""Somebody at the assessment: answers by keys and clicks, and looks at what the page shows and the notebook holds."""

from collections.abc import Mapping
from pathlib import Path

from person import button, click, from_the_top, texts
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.domain.errors import GuideError
from careerguide.domain.inventory import Inventory
from careerguide.domain.language import in_force
from careerguide.domain.matching import Fit
from careerguide.domain.notebook import InterestResult
from careerguide.resources import in_language
from careerguide.sources.inventory import read_inventory, read_types
from careerguide.ui.assessment.answer_button import AnswerButton
from careerguide.ui.assessment.assessment_page import AssessmentPage
from careerguide.ui.assessment.match_row import MatchRow
from careerguide.ui.desk import Desk
from careerguide.ui.theme import Theme

Likes = Mapping[str, int]


class Visitor:
    """A window with the page on a notebook in a file. `other` is the notebook as another window sees it."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, guide: Guide) -> None:
        self.qtbot = qtbot
        url = default_url(folder)
        self.desk = Desk(lambda: open_notebook(url, folder / "backups"), lambda: open_notebook("sqlite://"))
        self.desk.open()
        self.settle()
        self.other: Notebook = open_notebook(url)
        choices = guide.choices()
        self.titles = {facts.code: facts.title for facts in choices.facts}
        self.inventory: Inventory = read_inventory(in_language("inventory.toml", in_force().code))
        words = read_types(in_language("types.toml", in_force().code))
        profiles = guide.interest_profiles()
        self.page = AssessmentPage(theme, self.desk, self.inventory, words, profiles, choices.facts, choices.job_zones)
        self.opened: list[str] = []
        self.saved: list[str] = []
        self.compared: list[tuple[str, ...]] = []
        self.newest: list[InterestResult | None] = []
        self.troubles: list[GuideError] = []
        self.page.occupation_chosen.connect(self.opened.append)
        self.page.save_wanted.connect(self.saved.append)
        self.page.compare_wanted.connect(self.compared.append)
        self.page.result_changed.connect(self.newest.append)
        self.page.failed.connect(self.troubles.append)
        self.page.resize(1000, 740)
        self.page.show()
        self.page.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until the notebook has done all that it was asked."""

        def is_done() -> bool:
            return self.desk.pending == 0 and QThreadPool.globalInstance().activeThreadCount() == 0

        self.qtbot.waitUntil(is_done, timeout=20_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(is_done, timeout=20_000)

    def close(self) -> None:
        """Close the window as a person does who leaves."""
        self.settle()
        self.page.close()
        self.settle()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.desk.close()
        self.other.close()
        assert self.troubles == []

    # Looking

    def sees(self, words: str) -> bool:
        """Whether words stand on the page."""
        return any(words in text for text in texts(self.page))

    def activity(self) -> str:
        """The activity that is asked."""
        known = {item.text for item in self.inventory.items}
        (text,) = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible() and label.text() in known]
        return text

    def answers(self) -> list[AnswerButton]:
        """The answers to choose from."""
        return [one for one in from_the_top(self.page.findChildren(AnswerButton)) if isinstance(one, AnswerButton)]

    def chosen(self) -> list[str]:
        """The answers that are shown as given."""
        return [one.text() for one in self.answers() if one.isChecked()]

    def rows(self, band: str = "") -> list[MatchRow]:
        """The careers shown, all or those of a band, from the top."""
        bands = self.page.result.careers.bands
        within: list[QWidget] = [bands[Fit(band)]] if band else list(bands.values())
        return [row for each in within for row in from_the_top(each.findChildren(MatchRow)) if isinstance(row, MatchRow)]

    def codes(self, band: str = "") -> list[str]:
        """Their codes."""
        return [row.code for row in self.rows(band)]

    def show_all(self, band: str) -> None:
        """Press “Show more” of a band until all of it is there."""
        while more := [
            one
            for one in self.page.result.careers.bands[Fit(band)].findChildren(QWidget)
            if one.isVisible() and one.property("role") == "link"
        ]:
            click(self.qtbot, more[0])

    def kept(self) -> tuple[InterestResult, ...]:
        """The results in the notebook, as another window finds them."""
        return self.other.results.all()

    # Doing

    def press(self, name: str) -> None:
        click(self.qtbot, button(self.page, name))
        self.settle()

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        here = QApplication.focusWidget()
        assert here is not None
        self.qtbot.keyClick(here, key, modifiers)

    def answer(self, likes: Likes, *, most: int = 60) -> None:
        """Answer what is asked by keys 1 to 5: `likes` has a key for each type, at most so many activities."""
        types = {item.text: item.type for item in self.inventory.items}
        for _ in range(most):
            if not self.page.items.isVisible():
                return
            self.key(str(likes[types[self.activity()]]))

    def go_on(self) -> None:
        """Answers of a test come in no time: go on anyway."""
        if self.sees("Shall we look again?"):
            self.press("Go on anyway")

    def take(self, likes: Likes, form: str = "Start: 60 activities", schooling: str = "I am not sure yet") -> None:
        """Go all the way to the result."""
        self.press(form)
        self.answer(likes)
        self.go_on()
        self.press(schooling)
        self.qtbot.wait(200)  # how firmly matches hold comes a little later
        self.settle()
