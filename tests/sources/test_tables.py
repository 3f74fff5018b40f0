"""Tables: columns by name, typed values, faults told with file, line and column."""

import io
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.errors import SourceError
from careerguide.sources.tables import (
    column,
    comma_separated,
    flag,
    integer_or_none,
    number,
    number_or_none,
    tab_separated,
    text_or_none,
    typed_rows,
)


class Line(NamedTuple):
    code: str
    value: float | None
    count: int | None
    sure: bool | None


COLUMNS = {
    "code": column("Code"),
    "value": column("Value", "Data Value", convert=number_or_none),
    "count": column("N", convert=integer_or_none, required=False),
    "sure": column("Sure", convert=flag, required=False),
}


def read(text: str) -> list[Line]:
    return list(typed_rows(tab_separated(io.StringIO(text, newline=""), "Table.txt"), Line, COLUMNS, "Table.txt"))


def test_columns_are_found_by_name_in_any_order() -> None:
    assert read("Sure\tOther\tN\tData Value\tCode\nY\tzzz\t5\t1.5\ta\n") == [Line("a", 1.5, 5, True)]


def test_the_first_known_header_of_a_column_is_taken() -> None:
    assert read("Code\tData Value\tValue\na\t9\t1\n") == [Line("a", 1.0, None, None)]


def test_an_optional_column_that_is_missing_gives_none() -> None:
    assert read("Code\tValue\na\t2\n") == [Line("a", 2.0, None, None)]


def test_a_required_column_that_is_missing_is_named() -> None:
    with pytest.raises(SourceError, match=r"Table\.txt, column “Value”") as caught:
        read("Code\tN\na\t2\n")
    assert (caught.value.file, caught.value.line, caught.value.column) == ("Table.txt", None, "Value")


def test_text_where_a_number_belongs_is_told_with_line_and_column() -> None:
    with pytest.raises(SourceError, match="“zebra” is not a valid value") as caught:
        read("Code\tValue\tN\na\t1\t1\nb\tzebra\t1\n")
    assert (caught.value.line, caught.value.column) == (3, "Value")


def test_a_line_that_ends_too_early_is_told_with_the_column_it_lacks() -> None:
    with pytest.raises(SourceError, match="cut off") as caught:
        read("Code\tValue\tN\na\t1\t1\nb\t2\n")
    assert (caught.value.line, caught.value.column) == (3, "N")


def test_empty_lines_are_skipped() -> None:
    assert [row.code for row in read("Code\tValue\na\t1\n\n \nb\t2\n\n")] == ["a", "b"]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(SourceError, match="empty"):
        read("")


def test_a_quotation_mark_in_a_tab_separated_file_is_only_a_character() -> None:
    assert read('Code\tValue\n"a\t1\nb"\t2\n') == [Line('"a', 1.0, None, None), Line('b"', 2.0, None, None)]


def test_a_quoted_comma_does_not_split_a_cell() -> None:
    assert list(comma_separated(io.StringIO('"Abilene, TX",4\n', newline=""), "t.csv")) == [["Abilene, TX", "4"]]


def test_text_that_is_not_utf8_is_told_with_its_line() -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"Code\tValue\ncaf\xe9\t1\n"), encoding="utf-8", newline="")
    with pytest.raises(SourceError, match="not UTF-8") as caught:
        list(typed_rows(tab_separated(stream, "Table.txt"), Line, COLUMNS, "Table.txt"))
    assert caught.value.file == "Table.txt"


def test_a_cell_of_many_thousand_characters_is_refused_with_a_sentence() -> None:
    with pytest.raises(SourceError, match="cannot be read as a table"):
        read("Code\tValue\n" + "a" * 200_000 + "\t1\n")


@pytest.mark.parametrize("text", ["", "n/a"])
def test_not_available_is_none_and_not_zero(text: str) -> None:
    assert (text_or_none(text), number_or_none(text), integer_or_none(text), flag(text)) == (None, None, None, None)


def test_a_flag_tells_no_from_not_available() -> None:
    assert (flag("Y"), flag("N"), flag("n/a")) == (True, False, None)
    with pytest.raises(ValueError, match="yes"):
        flag("yes")


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e300", "9" * 25, "abc", ""])
def test_a_number_no_figure_can_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 – only the kind matters to who calls
        number(text)


def test_a_count_larger_than_a_database_can_hold_is_refused() -> None:
    with pytest.raises(SourceError, match="not a valid value") as caught:
        read(f"Code\tValue\tN\na\t1\t{'9' * 25}\n")
    assert caught.value.column == "N"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_source_error(text: str) -> None:
    try:
        rows: list[object] = [*read("Code\tValue\tN\tSure\n" + text)]
    except SourceError as error:
        rows = [error.file]
    assert rows == ["Table.txt"] or all(isinstance(row, Line) for row in rows)
