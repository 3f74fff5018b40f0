"""Examples of what a level of a skill or of knowledge means, from `resources/assessment/levels.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate

ANCHORED = (2, 4, 6)
"""The levels, of 0–7, that have an example."""

Anchors = Mapping[int, str]


def read_level_anchors(path: Path) -> dict[str, Anchors]:
    """The examples at levels 2, 4 and 6 by element ID. They follow “for example:”. Raises `SourceError`."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(
            path.name, translate("AssessmentFiles", "the file cannot be read ({0}).").format(error.strerror or error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(path.name, translate("AssessmentFiles", "this is not TOML in UTF-8 ({0}).").format(error)) from error
    return {element_id: _anchors(path.name, element_id, table) for element_id, table in tables.items()}


def _anchors(file: str, element_id: str, table: object) -> Anchors:
    wanted = {str(level) for level in ANCHORED}
    if not isinstance(table, dict) or set(table) != wanted or not all(isinstance(text, str) and text for text in table.values()):
        raise SourceError(
            file,
            translate("AssessmentFiles", "“{0}” needs one example each at the levels 2, 4 and 6, and nothing else.").format(
                element_id
            ),
        )
    return {int(level): text for level, text in table.items()}
