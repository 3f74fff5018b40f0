"""QR codes that a phone reads, and the pages that they open."""

from xml.etree import ElementTree

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from careerguide.domain.codes import OnetSocCode
from careerguide.reports.qr import QUIET_ZONE, my_next_move, onet_online, qr_matrix, qr_path, qr_svg

OFFICERS = OnetSocCode("33-3051.04")


def read(matrix: tuple[tuple[bool, ...], ...]) -> list[str]:
    """What a camera reads from a code printed at 4 pixels a module."""
    white = np.full((len(matrix) + 2 * QUIET_ZONE,) * 2, 255, np.uint8)
    white[QUIET_ZONE:-QUIET_ZONE, QUIET_ZONE:-QUIET_ZONE] = np.where(np.array(matrix), 0, 255)
    return [found.text for found in zxingcpp.read_barcodes(np.kron(white, np.ones((4, 4), np.uint8)))]


def test_the_addresses_are_those_of_the_public_pages() -> None:
    assert my_next_move(OFFICERS) == "https://www.mynextmove.org/profile/summary/33-3051.04"
    assert onet_online(OFFICERS) == "https://www.onetonline.org/link/summary/33-3051.04"


@settings(max_examples=30)
@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=300))
def test_a_camera_reads_what_was_put_in(text: str) -> None:
    assert read(qr_matrix(text)) == [text]


def test_a_code_with_a_stain_is_still_read() -> None:
    matrix = [list(row) for row in qr_matrix(my_next_move(OFFICERS))]
    middle = len(matrix) // 2
    for row in matrix[middle : middle + 5]:
        row[middle : middle + 5] = [True] * 5
    assert read(tuple(map(tuple, matrix))) == [my_next_move(OFFICERS)]


def test_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        qr_matrix("")


def test_too_much_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"(?i)too large|does not fit"):
        qr_matrix("x" * 3000)


def test_the_svg_draws_the_dark_modules_within_a_quiet_zone() -> None:
    matrix = qr_matrix("hello")
    root = ElementTree.fromstring(qr_svg("hello", "A & B", 200))
    side = len(matrix) + 2 * QUIET_ZONE
    assert root.get("viewBox") == f"0 0 {side} {side}"
    assert root[0].text == "A & B"
    drawn = set()
    for run in qr_path(matrix).split("z")[:-1]:
        start, width = run[1:].split("h")[:2]
        x, y = (int(number) for number in start.split())
        drawn |= {(x + step, y) for step in range(int(width.partition("v")[0]))}
    dark = {(x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark}
    assert drawn == dark
