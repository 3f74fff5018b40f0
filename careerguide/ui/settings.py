"""What the window remembers between runs: size, splitter, area, theme, language, text size, guide file, letterhead, how long sessions stay.

Never what was looked at.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from careerguide.domain.site import Site
from careerguide.domain.wages import NATION
from careerguide.ui.theme import LARGEST_SCALE, SMALLEST_SCALE, Mode

LONGEST_RETENTION_DAYS = 36_500


_OF_SITE = {
    "theme": "look",
    "reports/centre": "centre",
    "reports/logo": "logo",
    "assessment/answers": "answers",
    "center/content": "content",
    "update/place": "update_place",
    "update/key": "update_key",
}
"""What an administrator calls a setting, where it is called otherwise here."""


class Settings:
    """Typed access to the settings file at `path`, under what an administrator set for everybody.

    Unreadable values count as not set; a read-only disk is no error.
    """

    def __init__(self, path: Path, site: Site | None = None) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self._site = site or Site()

    def is_locked(self, name: str) -> bool:
        """Whether an administrator set this once for everybody; `name` as in `site.toml`."""
        return name in self._site.locked

    def _value(self, key: str) -> object:
        name = _OF_SITE.get(key, key)
        if name in self._site.locked:
            return self._site.locked[name]
        value: object = self._store.value(key)
        return self._site.defaults.get(name) if value is None else value

    def _set(self, key: str, value: object) -> None:
        if not self.is_locked(_OF_SITE.get(key, key)):
            self._store.setValue(key, value)

    def _bytes(self, key: str) -> QByteArray:
        value = self._value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._set("window/geometry", value)

    @property
    def splitter(self) -> QByteArray:
        """Width of the sidebar."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._set("window/splitter", value)

    @property
    def area(self) -> str:
        """The code of the area chosen last."""
        return str(self._value("area") or NATION)

    @area.setter
    def area(self, code: str) -> None:
        self._set("area", code)

    @property
    def mode(self) -> Mode:
        """The theme."""
        try:
            return Mode(str(self._value("theme")))
        except ValueError:
            return Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._set("theme", mode.value)

    @property
    def language(self) -> str:
        """The code of the language chosen, “” for the desktop's."""
        return str(self._value("language") or "")

    @language.setter
    def language(self, code: str) -> None:
        self._set("language", code)

    @property
    def scale(self) -> float:
        """The text size, 1.0–2.0."""
        try:
            scale = float(str(self._value("text_size")))
        except ValueError:
            return SMALLEST_SCALE
        return scale if SMALLEST_SCALE <= scale <= LARGEST_SCALE else SMALLEST_SCALE

    @scale.setter
    def scale(self, scale: float) -> None:
        self._set("text_size", scale)

    @property
    def guide(self) -> Path | None:
        """The guide file opened last, None for the embedded one."""
        value = self._value("guide")
        return Path(str(value)) if value else None

    @guide.setter
    def guide(self, path: Path | None) -> None:
        self._set("guide", str(path) if path else "")

    @property
    def update_place(self) -> str:
        """Where updates were looked for last: a folder or an address, “” for the official ones."""
        return str(self._value("update/place") or "")

    @update_place.setter
    def update_place(self, place: str) -> None:
        self._set("update/place", place)

    @property
    def update_from(self) -> str:
        """Which kind of place updates were looked for at last, “” for the official addresses."""
        return str(self._value("update/from") or ("mirror" if self.update_place else ""))

    @update_from.setter
    def update_from(self, kind: str) -> None:
        self._set("update/from", kind)

    @property
    def update_key(self) -> Path | None:
        """The public key of who makes update packs, None for none."""
        value = self._value("update/key")
        return Path(str(value)) if value else None

    @update_key.setter
    def update_key(self, path: Path | None) -> None:
        self._set("update/key", str(path) if path else "")

    @property
    def center_content(self) -> Path | None:
        """The file of a career center's own content, None for none."""
        value = self._value("center/content")
        return Path(str(value)) if value else None

    @center_content.setter
    def center_content(self, path: Path | None) -> None:
        self._set("center/content", str(path) if path else "")

    @property
    def centre(self) -> str:
        """The name of the school or career center that stands on reports, “” for none."""
        return str(self._value("reports/centre") or "")

    @centre.setter
    def centre(self, name: str) -> None:
        self._set("reports/centre", name)

    @property
    def logo(self) -> Path | None:
        """The picture that stands on reports, None for none."""
        value = self._value("reports/logo")
        return Path(str(value)) if value else None

    @logo.setter
    def logo(self, path: Path | None) -> None:
        self._set("reports/logo", str(path) if path else "")

    @property
    def answers_folder(self) -> Path | None:
        """Where a center keeps anonymous answers to the interest inventory, None for nowhere."""
        value = self._value("assessment/answers")
        return Path(str(value)) if value else None

    @answers_folder.setter
    def answers_folder(self, folder: Path | None) -> None:
        self._set("assessment/answers", str(folder) if folder else "")

    @property
    def retention_days(self) -> int:
        """After how many days closed sessions are forgotten, 0 for never."""
        try:
            days = int(str(self._value("retention_days")))
        except ValueError:
            return 0
        return days if 0 <= days <= LONGEST_RETENTION_DAYS else 0

    @retention_days.setter
    def retention_days(self, days: int) -> None:
        self._set("retention_days", days)

    def save(self) -> None:
        """Write the settings file."""
        self._store.sync()
