"""What the window remembers between runs: size, splitter, area, theme, language, text size, guide file, letterhead, how long sessions stay.

Never what was looked at.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from careerguide.domain.wages import NATION
from careerguide.ui.theme import LARGEST_SCALE, SMALLEST_SCALE, Mode

LONGEST_RETENTION_DAYS = 36_500


class Settings:
    """Typed access to the settings file at `path`. Unreadable values count as not set; a read-only disk is no error."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def splitter(self) -> QByteArray:
        """Width of the sidebar."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._store.setValue("window/splitter", value)

    @property
    def area(self) -> str:
        """The code of the area chosen last."""
        return str(self._store.value("area") or NATION)

    @area.setter
    def area(self, code: str) -> None:
        self._store.setValue("area", code)

    @property
    def mode(self) -> Mode:
        """The theme."""
        try:
            return Mode(str(self._store.value("theme")))
        except ValueError:
            return Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._store.setValue("theme", mode.value)

    @property
    def language(self) -> str:
        """The code of the language chosen, “” for the desktop's."""
        return str(self._store.value("language") or "")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def scale(self) -> float:
        """The text size, 1.0–2.0."""
        try:
            scale = float(str(self._store.value("text_size")))
        except ValueError:
            return SMALLEST_SCALE
        return scale if SMALLEST_SCALE <= scale <= LARGEST_SCALE else SMALLEST_SCALE

    @scale.setter
    def scale(self, scale: float) -> None:
        self._store.setValue("text_size", scale)

    @property
    def guide(self) -> Path | None:
        """The guide file opened last, None for the embedded one."""
        value = self._store.value("guide")
        return Path(str(value)) if value else None

    @guide.setter
    def guide(self, path: Path | None) -> None:
        self._store.setValue("guide", str(path) if path else "")

    @property
    def update_place(self) -> str:
        """Where updates were looked for last: a folder or an address, “” for the official ones."""
        return str(self._store.value("update/place") or "")

    @update_place.setter
    def update_place(self, place: str) -> None:
        self._store.setValue("update/place", place)

    @property
    def update_key(self) -> Path | None:
        """The public key of who makes update packs, None for none."""
        value = self._store.value("update/key")
        return Path(str(value)) if value else None

    @update_key.setter
    def update_key(self, path: Path | None) -> None:
        self._store.setValue("update/key", str(path) if path else "")

    @property
    def centre(self) -> str:
        """The name of the school or career center that stands on reports, “” for none."""
        return str(self._store.value("reports/centre") or "")

    @centre.setter
    def centre(self, name: str) -> None:
        self._store.setValue("reports/centre", name)

    @property
    def logo(self) -> Path | None:
        """The picture that stands on reports, None for none."""
        value = self._store.value("reports/logo")
        return Path(str(value)) if value else None

    @logo.setter
    def logo(self, path: Path | None) -> None:
        self._store.setValue("reports/logo", str(path) if path else "")

    @property
    def answers_folder(self) -> Path | None:
        """Where a center keeps anonymous answers to the interest inventory, None for nowhere."""
        value = self._store.value("assessment/answers")
        return Path(str(value)) if value else None

    @answers_folder.setter
    def answers_folder(self, folder: Path | None) -> None:
        self._store.setValue("assessment/answers", str(folder) if folder else "")

    @property
    def retention_days(self) -> int:
        """After how many days closed sessions are forgotten, 0 for never."""
        try:
            days = int(str(self._store.value("retention_days")))
        except ValueError:
            return 0
        return days if 0 <= days <= LONGEST_RETENTION_DAYS else 0

    @retention_days.setter
    def retention_days(self, days: int) -> None:
        self._store.setValue("retention_days", days)

    def save(self) -> None:
        """Write the settings file."""
        self._store.sync()
