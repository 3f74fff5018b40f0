"""PDFs of real occupations: one or two pages, real text, charts as vectors, nothing half-written."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QLocale, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reporting import MADE, PLAIN, report_of, saved_list

from careerguide.db.guide import Guide
from careerguide.domain.errors import GuideError, OutputError
from careerguide.domain.letterhead import Letterhead
from careerguide.reports.comparison_report import comparison_report
from careerguide.reports.document import Document
from careerguide.reports.list_report import list_report
from careerguide.reports.options import COMPARISON_PARTS, LIST_PARTS
from careerguide.reports.qr import my_next_move, qr_svg
from careerguide.ui.printing.pages import lay_out
from careerguide.ui.printing.paper import Paper, usual_paper
from careerguide.ui.printing.pdf import pdf_bytes, write_pdf

OFFICERS, NURSES, DEVELOPERS, ACTORS, ALL_OTHER = "33-3051.04", "29-1141.00", "15-1252.00", "27-2011.00", "33-9099.00"
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    opened = Guide(starter_guide)
    yield opened
    opened.close()


def quietly(share: float) -> None:
    assert 0 <= share <= 1


def pdf_of(document: Document, paper: Paper = Paper.LETTER) -> PdfReader:
    return PdfReader(BytesIO(pdf_bytes(lay_out(document, paper, quietly), quietly)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("paper", list(Paper))
def test_an_occupation_takes_one_or_two_pages(guide: Guide, paper: Paper) -> None:
    codes = [OFFICERS, NURSES, DEVELOPERS, ACTORS, ALL_OTHER, *(one.code for one in guide.occupations()[::25])]
    counts = {code: len(lay_out(report_of(guide.page(code)), paper, quietly).pages) for code in codes}
    assert {code: count for code, count in counts.items() if count > 2} == {}
    assert len(counts) > 40


def test_the_text_can_be_read_and_searched(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    text = words(pdf_of(report_of(page, Letterhead("Maria", "Lincoln High School"))))
    for expected in (
        "Lincoln High School",
        "For Maria",
        "Customs and Border Protection Officers",  # without ligatures: “Officers” is found
        "$76,210",
        "High school",
        "53,700",
        page.tasks[0].statement,
        "Law and Government",
        "Customs Brokers",
        "https://www.mynextmove.org/profile/",
        "USDOL/ETA has not approved, endorsed, or tested these modifications.",
        "May 4, 2026 · Page 1 of 2",
        "Page 2 of 2",
    ):
        assert expected in text
    assert not any("\ufb00" <= letter <= "\ufb06" for letter in text)


def test_charts_are_vectors_and_the_address_can_be_clicked(guide: Guide) -> None:
    reader = pdf_of(report_of(guide.page(OFFICERS)))
    assert [image for page in reader.pages for image in page.images] == []
    links = {note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])}
    assert links == {"https://www.mynextmove.org/profile/summary/33-3051.04"}


def test_a_raster_logo_is_the_only_picture(guide: Guide, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0x7A1F2B)
    assert image.save(str(logo))
    reader = pdf_of(report_of(guide.page(OFFICERS), Letterhead(logo=logo)))
    assert all(len(page.images) == 1 for page in reader.pages)


def test_a_vector_logo_stays_a_vector(guide: Guide, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="0" y="15">Crest</text></svg>')
    reader = pdf_of(report_of(guide.page(OFFICERS), Letterhead(logo=logo)))
    assert "Crest" in words(reader)
    assert [image for page in reader.pages for image in page.images] == []


@pytest.mark.parametrize(("paper", "points"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
def test_the_sheet_has_the_size_of_the_paper_and_its_title(guide: Guide, paper: Paper, points: tuple[int, int]) -> None:
    reader = pdf_of(report_of(guide.page(ACTORS)), paper)
    assert all((round(page.mediabox.width), round(page.mediabox.height)) == points for page in reader.pages)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == ("Actors", "Career Guide")


def test_a_comparison_and_a_list_have_all_careers(guide: Guide) -> None:
    four = [guide.page(code) for code in (OFFICERS, NURSES, ALL_OTHER, ACTORS)]
    text = words(pdf_of(comparison_report(four, frozenset(COMPARISON_PARTS), PLAIN, MADE)))
    assert all(page.title in text for page in four)
    saved = saved_list("My careers", {page.code: "A note." for page in four})
    reader = pdf_of(list_report(saved, four, frozenset(LIST_PARTS), PLAIN, MADE))
    starts = [" ".join(page.extract_text().split("\n")[1].split()) for page in reader.pages]
    assert starts[0] == "My careers"
    assert [start for start in starts if start in {page.title for page in four}] == [page.title for page in four]


def test_a_very_long_note_goes_on_over_pages_whole(guide: Guide) -> None:
    note = "\n".join(f"Line {number} of what I think about it." for number in range(300))
    saved = saved_list("My careers", {OFFICERS: note})
    text = words(pdf_of(list_report(saved, [guide.page(OFFICERS)], frozenset(LIST_PARTS), PLAIN, MADE)))
    assert all(f"Line {number} of what" in text for number in range(300))


def test_very_long_names_are_not_cut_off(guide: Guide) -> None:
    person, centre = "Maximiliana " * 8, "Lincoln " * 12
    text = words(pdf_of(report_of(guide.page(OFFICERS), Letterhead(person.strip(), centre.strip()))))
    assert text.count("Maximiliana") == 16
    assert text.count("Lincoln") == 24


def test_the_printed_qr_code_is_the_one_of_the_address(guide: Guide) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    image = QImage(164, 164, QImage.Format.Format_Grayscale8)
    image.fill(0xFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(qr_svg(my_next_move(guide.page(OFFICERS).code), "QR code", 164).encode())).render(
        painter, QRectF(0, 0, 164, 164)
    )
    painter.end()
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [my_next_move(guide.page(OFFICERS).code)]


def test_the_file_appears_whole_or_not_at_all(guide: Guide, tmp_path: Path) -> None:
    goal = tmp_path / "report.pdf"
    document = report_of(guide.page(OFFICERS))
    shares: list[float] = []
    write_pdf(document, goal, Paper.LETTER, shares.append)
    assert len(PdfReader(goal).pages) == 2
    assert shares == sorted(shares)

    def stop(share: float) -> None:
        if share >= 0.5:
            raise GuideError("Stopped.")

    before = goal.read_bytes()
    with pytest.raises(GuideError, match="Stopped"):
        write_pdf(document, goal, Paper.LETTER, stop)
    assert goal.read_bytes() == before
    assert list(tmp_path.iterdir()) == [goal]
    with pytest.raises(OutputError, match="cannot be written"):
        write_pdf(document, tmp_path / "none" / "report.pdf", Paper.LETTER, quietly)


def test_a_pdf_stays_small(guide: Guide) -> None:
    data = pdf_bytes(lay_out(report_of(guide.page(OFFICERS)), Paper.LETTER, quietly), quietly)
    assert len(data) < 150_000


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", Paper.LETTER), ("es_MX", Paper.LETTER), ("C", Paper.LETTER), ("de_DE", Paper.A4), ("en_GB", Paper.A4)],
)
def test_the_paper_is_that_of_the_country(monkeypatch: pytest.MonkeyPatch, locale: str, paper: Paper) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(locale)))
    assert usual_paper() is paper
