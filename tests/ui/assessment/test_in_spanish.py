"""The assessment in Spanish: its words, answers and results that go from one language to the other, and which are kept for an alpha."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import button, click, open_notebook_of, says, settle_desk, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea
from pytestqt.qtbot import QtBot
from visitor import Likes, Visitor

from careerguide.domain.language import ENGLISH, SPANISH
from careerguide.ui.assessment.assessment_page import AssessmentPage
from careerguide.ui.assessment.results_dialog import ResultsDialog
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY

SOME: Likes = {"Realistic": 4, "Investigative": 5, "Artistic": 1, "Social": 2, "Enterprising": 1, "Conventional": 3}
Come = Callable[[], Visitor]
OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak_in(qapp, ENGLISH)


def go_on(visitor: Visitor) -> None:
    """To the result, past the doubts about answers that came in no time."""
    if visitor.sees("¿Miramos otra vez?"):
        visitor.press("Seguir de todos modos")
    visitor.press("Todavía no lo sé")


def test_activities_answers_and_result_are_in_spanish(qapp: QApplication, come: Come) -> None:
    speak_in(qapp, SPANISH)
    visitor = come()
    assert visitor.sees("Di cuánto te gustaría hacer cada actividad")
    visitor.press("Empezar: 60 actividades")
    assert visitor.activity() == "Arreglar los frenos de un autobús de la ciudad"
    assert [one.text() for one in visitor.answers()] == [
        "No me gustaría nada",
        "No me gustaría",
        "No sé",
        "Me gustaría",
        "Me gustaría mucho",
    ]
    visitor.answer(SOME)
    go_on(visitor)
    assert visitor.kept()[0].scores == (30, 40, 0, 10, 0, 20)
    assert visitor.sees("Cuestionario de intereses de Career Guide, 60 actividades")
    assert visitor.sees("Investigador, 40 de 40")
    assert visitor.sees("Te gusta averiguar cómo funcionan las cosas")
    assert not any(name in text for text in texts(visitor.page) for name in ("Realistic", "Investigative", "Conventional"))


@pytest.mark.parametrize(("width", "scale"), [(520, 1.0), (560, 1.0), (640, 1.0), (715, 1.0), (1000, 1.0), (520, 2.0), (1000, 2.0)])
def test_no_answer_is_cut_off_and_an_activity_stands_on_one_screen(
    qapp: QApplication, theme: Theme, come: Come, width: int, scale: float
) -> None:
    speak_in(qapp, SPANISH)
    theme.set_scale(scale)
    visitor = come()
    visitor.page.resize(width, 740)
    visitor.press("Empezar: 60 actividades")
    visitor.qtbot.wait(50)
    metrics, wrap = theme.metrics(BODY, 600), int(Qt.TextFlag.TextWordWrap)
    for one in visitor.answers():
        room = one.height() if one.flat else 2 * metrics.lineSpacing()
        words = metrics.boundingRect(0, 0, one.width() - (theme.px(88) if one.flat else 16), 1000, wrap, one.text())
        assert words.height() <= room
    (area,) = [one for one in visitor.page.findChildren(QScrollArea) if one.isVisible()]
    assert scale == 2.0 or area.verticalScrollBar().maximum() == 0


def test_begun_in_english_it_goes_on_in_spanish(qapp: QApplication, come: Come) -> None:
    visitor = come()
    visitor.press("Start: 60 activities")
    visitor.answer(SOME, most=11)
    place = [item.text for item in visitor.inventory.items].index(visitor.activity())
    visitor.press("Pause")
    speak_in(qapp, SPANISH)
    visitor = come()
    assert visitor.sees("con 11 de 60 respondidas")
    visitor.press("Seguir donde estaba")
    assert visitor.activity() == visitor.inventory.items[place].text
    visitor.answer(SOME)
    go_on(visitor)
    assert visitor.kept()[0].scores == (30, 40, 0, 10, 0, 20)
    assert visitor.other.paused.get() is None


def test_results_of_both_languages_are_told_and_compared_alike(qapp: QApplication, come: Come) -> None:
    visitor = come()
    visitor.take(SOME, form="Short form: 30 activities")
    speak_in(qapp, SPANISH)
    visitor = come()
    visitor.press("Forma corta: 30 actividades")
    visitor.answer(SOME)
    go_on(visitor)
    newer, older = visitor.kept()
    assert newer.source == older.source == "Career Guide interest inventory, 30 activities"
    visitor.press("Todos los resultados")
    assert texts(visitor.page).count("Cuestionario de intereses de Career Guide, 30 actividades") == 2
    for box in visitor.page.start.results.findChildren(QCheckBox):
        visitor.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    visitor.press("Comparar dos")
    (dialog,) = visitor.page.findChildren(ResultsDialog)
    assert "14 puntos" in texts(dialog)[-1]  # the error of the short form, see docs/assessment.md
    dialog.close()


# Answers for a center


def begin(qtbot: QtBot, open_window: OpenWindow, folder: Path, language: str, start: str) -> tuple[MainWindow, AssessmentPage]:
    """Somebody at a center that collects answers, at the first activity of the short form."""
    settings = Settings(folder / "settings.ini")
    settings.language, settings.answers_folder = language, folder
    window = open_window(notebook=f"sqlite:///{(folder / 'notebook.sqlite').as_posix()}")
    open_notebook_of(qtbot, window)
    window.journey.visit(Place.ASSESSMENT)
    qtbot.waitUntil(lambda: window.pages.assessment is not None and window.pages.assessment.isVisible())
    settle_desk(qtbot, window)
    page = window.pages.assessment
    assert page is not None
    click(qtbot, button(page, start))
    return window, page


def answer(qtbot: QtBot, page: AssessmentPage, activities: int) -> None:
    for number in range(activities):
        qtbot.keyClick(page.items, "1234"[number % 4])


def test_answers_in_spanish_are_kept_apart_from_those_in_english(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window, page = begin(qtbot, open_window, tmp_path, "es", "Forma corta: 30 actividades")
    answer(qtbot, page, 30)
    click(qtbot, button(page, "Seguir de todos modos"))
    click(qtbot, button(page, "Todavía no lo sé"))
    click(qtbot, button(page, "Sí, guarden mis respuestas"))
    settle_desk(qtbot, window)
    assert [file.name for file in tmp_path.glob("*.csv")] == ["career-guide-interest-inventory-1-es-answers.csv"]


def test_answers_with_a_break_may_be_to_two_wordings_and_are_not_asked_for(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window, page = begin(qtbot, open_window, tmp_path, "en", "Short form: 30 activities")
    answer(qtbot, page, 10)
    click(qtbot, button(page, "Pause"))
    settle_desk(qtbot, window)
    click(qtbot, button(page, "Go on where I was"))
    answer(qtbot, page, 20)
    click(qtbot, button(page, "Go on anyway"))
    click(qtbot, button(page, "I am not sure yet"))
    settle_desk(qtbot, window)
    assert says(page, "Your interests")
    assert list(tmp_path.glob("*.csv")) == []
