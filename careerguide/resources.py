"""Where files are: those that come with the program (texts of the guide, icons, the embedded guide), and an administrator's settings."""

import os
import sys
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


def site_file() -> Path | None:
    """Where this computer's `site.toml` is: where CAREERGUIDE_SITE says, or in the system's folder of settings; None where there is none.

    Where one may not look whether it is there, it counts as there: who reads it then says that it cannot be read.
    """
    named = os.environ.get("CAREERGUIDE_SITE")
    if named:
        return Path(named)
    import platformdirs

    folders = [platformdirs.site_config_path("careerguide", appauthor=False)]
    if sys.platform.startswith("linux"):
        folders.insert(0, Path("/etc/careerguide"))
    return next((folder / "site.toml" for folder in folders if _may_be_there(folder / "site.toml")), None)


def _may_be_there(file: Path) -> bool:
    try:
        file.lstat()  # a link to a share that is away is there: its locks must not vanish in silence
    except OSError as error:
        return not isinstance(error, FileNotFoundError | NotADirectoryError)
    return True
