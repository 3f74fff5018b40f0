"""Excel workbooks as rows of text, sheet by sheet. openpyxl is imported only when one is read."""

from collections.abc import Iterator
from typing import BinaryIO

from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def workbook_rows(stream: BinaryIO, name: str, sheet: str | None = None) -> Iterator[list[str]]:
    """The rows of a sheet (the first one where `sheet` is None), every cell as text, empty cells “”.

    Streams: one row is in memory at a time. Raises `SourceError` for a file that is no workbook or has no such sheet.
    """
    from openpyxl import load_workbook

    # openpyxl lets through whatever its zip and XML readers stumble over: a dozen kinds of exceptions for one damaged byte.
    try:
        book = load_workbook(stream, read_only=True, data_only=True)
    except Exception as error:
        raise SourceError(
            name, translate("Releases", "this is not an Excel workbook, or it is cut off; download it again.")
        ) from error
    try:
        if sheet is not None and sheet not in book.sheetnames:
            raise SourceError(name, translate("Releases", "the workbook has no sheet “{0}”.").format(sheet))
        for row in book[sheet or book.sheetnames[0]].iter_rows(values_only=True):
            yield [_text(cell) for cell in row]
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(name, translate("Releases", "the workbook is damaged; download it again.")) from error
    finally:
        book.close()
