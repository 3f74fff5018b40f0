"""A report in its dialog: what is chosen is what is previewed, printed and saved."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from person import button, says, settle
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QGraphicsView, QProgressBar, QWidget
from pytestqt.qtbot import QtBot
from reporting import MADE

from careerguide.db.guide import Guide
from careerguide.domain.errors import UnknownOccupation
from careerguide.domain.letterhead import Letterhead
from careerguide.reports.document import Document
from careerguide.reports.list_report import careers_report
from careerguide.reports.occupation_report import occupation_report
from careerguide.reports.options import OCCUPATION_PARTS, Part, ReportOptions
from careerguide.ui.printing.words import file_name
from careerguide.ui.report_dialog import ReportDialog
from careerguide.ui.theme import Mode, Theme

OFFICERS = "33-3051.04"
Make = Callable[[ReportOptions], Document]
Open = Callable[[Make], ReportDialog]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_dialog(qtbot: QtBot, theme: Theme) -> Open:
    """Opens the dialog over a window and waits until the report is there."""
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)

    def open_one(make: Make) -> ReportDialog:
        window.show()
        dialog = ReportDialog(theme, make, OCCUPATION_PARTS, "Customs / Border: Officers", window)
        dialog.open()
        settle(qtbot)
        return dialog

    return open_one


@pytest.fixture
def officers(guide: Guide) -> Make:
    page = guide.page(OFFICERS)
    return lambda options: occupation_report(page, options.parts, Letterhead(options.person, "Lincoln High School"), MADE)


@pytest.fixture
def dialog(open_dialog: Open, officers: Make) -> ReportDialog:
    return open_dialog(officers)


def wait_for_report(qtbot: QtBot, dialog: ReportDialog) -> None:
    """Wait until what was changed is in the report."""
    qtbot.waitUntil(button(dialog, "Save PDF…").isEnabled)
    settle(qtbot)


def saved_text(qtbot: QtBot, dialog: ReportDialog, goal: Path) -> str:
    """Save to a place and read what is there."""
    dialog.save(goal)
    settle(qtbot)
    if goal.suffix == ".html":
        return goal.read_text(encoding="utf-8")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(goal).pages).split())


def dark_dots(dialog: ReportDialog) -> int:
    """How much is drawn on the pages of the preview."""
    view = dialog.findChild(QGraphicsView)
    assert isinstance(view, QGraphicsView)
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(image.pixelColor(x, y).value() < 100 for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_the_pages_are_shown_and_counted(dialog: ReportDialog) -> None:
    assert says(dialog, "2 pages")
    assert dark_dots(dialog) > 200
    view = dialog.findChild(QGraphicsView)
    assert isinstance(view, QGraphicsView)
    assert view.accessibleName() == "Preview of the report, 2 pages"


def test_a_typed_name_is_on_the_report(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    assert "For " not in saved_text(qtbot, dialog, tmp_path / "before.pdf")[:60]
    dialog.person.setFocus()
    qtbot.keyClicks(dialog.person, "  Maria   Gonzalez ")
    assert not button(dialog, "Save PDF…").isEnabled()
    wait_for_report(qtbot, dialog)
    assert "For Maria Gonzalez" in saved_text(qtbot, dialog, tmp_path / "after.pdf")
    assert says(dialog, f"Saved as {tmp_path / 'after.pdf'}.")


def test_what_is_not_ticked_is_left_out(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    assert "What people do" in saved_text(qtbot, dialog, tmp_path / "all.html")
    box = next(one for one in dialog.findChildren(QCheckBox) if isinstance(one, QCheckBox) and one.text() == "Tasks")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() - box.rect().center() / 2)
    assert dialog.options.parts == frozenset(OCCUPATION_PARTS) - {Part.TASKS}
    wait_for_report(qtbot, dialog)
    assert "What people do" not in saved_text(qtbot, dialog, tmp_path / "some.html")


def test_another_paper_is_used(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    dialog.paper.setCurrentText("A4, 210 × 297 mm")
    wait_for_report(qtbot, dialog)
    dialog.save(tmp_path / "report.pdf")
    settle(qtbot)
    assert round(PdfReader(tmp_path / "report.pdf").pages[0].mediabox.height) == 842


def test_the_buttons_ask_where_to_save(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for name, kind in (("Save PDF…", "pdf"), ("Save HTML…", "html")):
        qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
        asking = next(one for one in dialog.findChildren(QFileDialog) if isinstance(one, QFileDialog) and one.isVisible())
        assert Path(asking.selectedFiles()[0]).name == f"Customs Border Officers.{kind}"
        asking.setDirectory(str(tmp_path))
        asking.selectFile(str(tmp_path / "mine"))
        asking.accept()
        settle(qtbot)
        assert (tmp_path / f"mine.{kind}").stat().st_size > 1000
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, dialog: ReportDialog, ordinary_person: Path) -> None:
    locked = ordinary_person / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    for kind in ("pdf", "html"):
        dialog.save(locked / f"report.{kind}")
        settle(qtbot)
        assert says(dialog, f"{locked / f'report.{kind}'}: the file cannot be written (Permission denied); choose another place.")
        assert button(dialog, "Save PDF…").isEnabled()
    assert list(locked.iterdir()) == []


def test_without_a_printer_the_button_says_what_to_do(qtbot: QtBot, dialog: ReportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    qtbot.mouseClick(button(dialog, "Print…"), Qt.MouseButton.LeftButton)
    assert says(dialog, "No printer was found. Save the report as PDF and print it where there is one.")


def test_all_pages_go_to_the_printer(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_on(printer)
    settle(qtbot)
    assert says(dialog, "The report was sent to the printer.")
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 2
    assert "Page 2 of 2" in " ".join(pages[1].extract_text().split())
    assert round(pages[0].mediabox.width) == 612


def test_a_logo_that_is_gone_is_told_and_the_report_made_without(open_dialog: Open, guide: Guide, tmp_path: Path) -> None:
    page = guide.page(OFFICERS)
    letterhead = Letterhead("", "School", tmp_path / "gone.png")
    dialog = open_dialog(lambda options: occupation_report(page, options.parts, letterhead, MADE))
    assert says(dialog, f"{tmp_path / 'gone.png'}: the logo cannot be read; choose another file or go without.")
    assert button(dialog, "Save PDF…").isEnabled()


def test_a_report_that_cannot_be_made_says_why(open_dialog: Open) -> None:
    def fail(options: ReportOptions) -> Document:
        raise UnknownOccupation("There is no occupation with this code.")

    dialog = open_dialog(fail)
    assert says(dialog, "There is no occupation with this code.")
    assert not button(dialog, "Save PDF…").isEnabled()


@pytest.fixture
def fifty(guide: Guide) -> Document:
    return careers_report("Fifty careers", [guide.page(one.code) for one in guide.occupations()[:50]], Letterhead(), MADE)


def test_a_long_report_shows_its_first_pages(open_dialog: Open, fifty: Document) -> None:
    dialog = open_dialog(lambda options: fifty)
    assert any(text.startswith("The first 20 of ") for text in [dialog.preview.extent])


def test_saving_a_long_report_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, open_dialog: Open, fifty: Document, tmp_path: Path
) -> None:
    dialog = open_dialog(lambda options: fifty)
    dialog.save(tmp_path / "long.pdf")
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert bar.isVisible()
    qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert says(dialog, "Stopped.")
    assert dialog.isVisible()
    assert list(tmp_path.iterdir()) == []
    assert button(dialog, "Save PDF…").isEnabled()


def test_progress_is_shown_while_a_long_report_is_saved(qtbot: QtBot, open_dialog: Open, fifty: Document, tmp_path: Path) -> None:
    dialog = open_dialog(lambda options: fifty)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    seen: list[int] = []
    bar.valueChanged.connect(seen.append)
    dialog.save(tmp_path / "long.pdf")
    qtbot.waitUntil((tmp_path / "long.pdf").exists, timeout=30_000)
    settle(qtbot)
    assert seen == sorted(seen)
    assert any(0 < value < 100 for value in seen)
    assert not bar.isVisible()


def test_escape_closes_also_while_the_report_is_being_made(qtbot: QtBot, open_dialog: Open, officers: Make) -> None:
    go_on = Event()

    def slow(options: ReportOptions) -> Document:
        if options.person:
            go_on.wait(10)
        return officers(options)

    dialog = open_dialog(slow)
    qtbot.keyClicks(dialog.person, "x")
    qtbot.waitUntil(lambda: says(dialog, "Preparing …"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    go_on.set()
    settle(qtbot)


def test_everything_is_reached_with_the_keyboard_and_has_a_name(qtbot: QtBot, dialog: ReportDialog) -> None:
    dialog.activateWindow()
    dialog.person.setFocus()
    names = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or str(focused.property("text")))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    for name in (
        "Name on the report",
        "Tasks",
        "QR code for a phone",
        "Paper",
        "Larger",
        "Print…",
        "Save HTML…",
        "Save PDF…",
        "Close",
    ):
        assert name in names
    assert "" not in names


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_fits_the_window_at_every_text_size(
    qtbot: QtBot, theme: Theme, officers: Make, size: tuple[int, int], scale: float
) -> None:
    theme.set_scale(scale)
    window = QWidget()
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    dialog = ReportDialog(theme, officers, OCCUPATION_PARTS, "x", window)
    dialog.open()
    settle(qtbot)
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b\\c:d*e", "a b c d e"), ("  ..  ", "Report"), ("", "Report"), ("x" * 200, "x" * 80), ("Maria's best", "Maria s best")],
)
def test_a_suggested_name_is_one_that_every_system_takes(name: str, expected: str) -> None:
    assert file_name(name) == expected
