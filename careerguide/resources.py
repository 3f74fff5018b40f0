"""Where the files that come with the program are: texts of the guide, icons, the embedded starter guide."""

from pathlib import Path

_PACKAGE = Path(__file__).parent

STARTER_GUIDE = _PACKAGE / "starter.guide"
TRANSLATIONS = _PACKAGE / "translations"  # compiled from resources/translations when the package is built


def resources() -> Path:
    """The `resources` folder: inside the package once installed, beside it in a source checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def in_language(name: str, code: str) -> Path:
    """A file of the assessment in a language, e.g. inventory.toml; the English one where there is none."""
    own = resources() / "languages" / code / name
    return own if own.is_file() else resources() / "assessment" / name
