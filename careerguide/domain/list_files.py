"""What a file of saved careers looks like, for who writes it and who reads it. docs/take-home-code.md describes it whole."""

import re

FORMAT = "careerguide saved careers"
VERSION = 1
COLUMNS = ("list", "code", "title", "colour", "note", "added")

# What a spreadsheet may take for a formula: these signs at the beginning, also in full width or after spaces, or a tab or line end.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def harmless(cell: str) -> str:
    """A cell with an apostrophe before it where a spreadsheet might run it as a formula. `as_written` takes it off again."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_written(cell: str) -> str:
    """A cell without the apostrophe of `harmless`; any other comes back as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
