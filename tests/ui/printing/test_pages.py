"""How a report is broken into pages, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from careerguide.reports.document import BulletList, Columns, Heading, Paragraph, Role, Table
from careerguide.ui.printing.blocks import pieces_of
from careerguide.ui.printing.pages import Placed, paginate
from careerguide.ui.printing.pieces import Piece, height_of
from careerguide.ui.printing.tables import column_widths

ROOM, WIDTH = 1000.0, 5040.0


def nothing(painter: QPainter, x: float, y: float) -> None:
    """Paints nothing: only where pieces stand is looked at here."""


HEAD = Piece(40, nothing)
ANY_PIECE = st.builds(
    Piece,
    st.floats(1, 900),
    st.just(nothing),
    st.floats(0, 100),
    st.booleans(),
    st.sampled_from([None, HEAD]),
)


def own(pages: list[tuple[Placed, ...]]) -> list[Placed]:
    """What is placed, without the heads that are repeated."""
    return [placed for page in pages for placed in page if placed.piece is not HEAD]


@given(st.lists(ANY_PIECE, min_size=1, max_size=40))
def test_every_piece_is_placed_once_in_order_and_nothing_overlaps_or_is_cut_off(pieces: list[Piece]) -> None:
    pages = paginate(pieces, ROOM)
    assert [id(placed.piece) for placed in own(pages)] == [id(piece) for piece in pieces]
    for page in pages:
        assert page[0].y == 0
        bottom = 0.0
        for placed in page:
            assert placed.y >= bottom - 1e-6
            bottom = placed.y + placed.piece.height
        assert bottom <= ROOM + 1e-6


@given(st.lists(ANY_PIECE, min_size=1, max_size=40))
def test_what_is_tied_stays_together_where_a_page_can_hold_it(pieces: list[Piece]) -> None:
    pages = paginate(pieces, ROOM)
    page_of = {id(placed.piece): number for number, page in enumerate(pages) for placed in page if placed.piece is not HEAD}
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            head = group[0].head.height if group[0].head is not None else 0
            if height_of(group) + head <= ROOM:
                assert len({page_of[id(one)] for one in group}) == 1
            group = []


def test_a_table_that_goes_on_has_its_headers_again(qapp: QApplication) -> None:
    table = Table("Careers", ("Career", "Pay"), tuple((f"Career {number}", "$1") for number in range(100)), frozenset({1}))
    pieces = pieces_of([Heading("Careers", 2), table], WIDTH, 3000)
    pages = paginate(pieces, 3000)
    assert len(pages) > 2
    head = pieces[-1].head
    assert all(page[0].piece is head for page in pages[1:])


def test_a_heading_is_never_alone_at_the_foot(qapp: QApplication) -> None:
    filler = [Paragraph("One line.") for _ in range(30)]
    for count in range(30):
        blocks = [*filler[:count], Heading("What it pays", 2), Paragraph("word " * 100), *filler]
        pieces = pieces_of(blocks, WIDTH, ROOM * 2)
        heading = pieces_of([Heading("What it pays", 2)], WIDTH, ROOM * 2)[0]
        for page in paginate(pieces, ROOM * 2):
            assert page[-1].piece.height != heading.height or not page[-1].piece.keep


def test_a_line_of_a_paragraph_is_never_alone(qapp: QApplication) -> None:
    lines = pieces_of([Paragraph("word " * 300)], WIDTH, ROOM)
    assert len(lines) > 6
    assert [piece.keep for piece in lines] == [True, *([False] * (len(lines) - 3)), True, False]
    assert [piece.keep for piece in pieces_of([Paragraph("word")], WIDTH, ROOM)] == [False]
    assert [piece.keep for piece in pieces_of([Paragraph("word", Role.STRONG)], WIDTH, ROOM)] == [True]


def test_columns_higher_than_a_page_stand_below_each_other(qapp: QApplication) -> None:
    side = (BulletList(tuple(f"Item {number}" for number in range(30))),)
    assert len(pieces_of([Columns((side, side), (1, 1))], WIDTH, 10_000)) == 1
    assert len(pieces_of([Columns((side, side), (1, 1))], WIDTH, ROOM)) == 60


WORDS = st.text("abc MW", min_size=1, max_size=60)


@given(st.integers(1, 7).flatmap(lambda count: st.tuples(st.tuples(*[WORDS] * count), st.lists(st.tuples(*[WORDS] * count)))))
def test_columns_share_out_the_whole_width(qapp: QApplication, cells: tuple[tuple[str, ...], list[tuple[str, ...]]]) -> None:
    headers, rows = cells
    widths = column_widths(Table("", headers, tuple(rows)), WIDTH)
    assert sum(widths) == pytest.approx(WIDTH)
    assert min(widths) > 0


def test_a_narrow_column_keeps_its_longest_word(qapp: QApplication) -> None:
    rows = tuple(("A rather long title of a career, with more words than fit", "Bachelor's degree", "x " * 200) for _ in range(3))
    widths = column_widths(Table("", ("Career", "Schooling", "Notes"), rows), 2600)
    assert widths[1] > 400
