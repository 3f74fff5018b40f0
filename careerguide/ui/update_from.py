"""Where an update comes from: the official addresses, a folder or mirror, or a signed pack; remembered, and perhaps set by an administrator."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from careerguide.ui.pieces.path_row import Choose, PathRow
from careerguide.ui.settings import Settings


class Origin(StrEnum):
    """The kinds of places."""

    OFFICIAL = "official"
    MIRROR = "mirror"
    PACK = "pack"


class UpdateFrom(QWidget):
    """`changed` tells that another kind of place was chosen."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._origin = QComboBox()
        self._origin.setAccessibleName(self.tr("Where from"))
        for words, origin in (
            (self.tr("From the official addresses (onetcenter.org, bls.gov)"), Origin.OFFICIAL),
            (self.tr("From a folder, a USB stick or a mirror"), Origin.MIRROR),
            (self.tr("From a signed update pack"), Origin.PACK),
        ):
            self._origin.addItem(words, origin)
        self._place = PathRow(
            self.tr("Folder or address"), self.tr("with the files under their official names"), {self.tr("Folder…"): Choose.FOLDER}
        )
        self._place.field.setText(settings.update_place)
        self._pack = PathRow(self.tr("Update pack"), "*.pack", {self.tr("File…"): Choose.FILE})
        self._key = PathRow(
            self.tr("Public key"), self.tr("of who made the pack, from your administrator"), {self.tr("File…"): Choose.FILE}
        )
        self._key.field.setText(str(settings.update_key or ""))
        self._place.setEnabled(not settings.is_locked("update_place"))
        self._key.setEnabled(not settings.is_locked("update_key"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._origin, self._place, self._pack, self._key):
            column.addWidget(part)
        if settings.is_locked("update_place"):
            self._origin.removeItem(self._origin.findData(Origin.OFFICIAL))
        self._origin.setCurrentIndex(max(self._origin.findData(settings.update_from), 0))
        self._origin.currentIndexChanged.connect(lambda _: self._choose())
        self.setFocusProxy(self._origin)
        self._show_rows()

    def _choose(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        self._place.setVisible(self.origin is Origin.MIRROR)
        self._pack.setVisible(self.origin is Origin.PACK)
        self._key.setVisible(self.origin is Origin.PACK)

    @property
    def origin(self) -> Origin:
        """The kind of place chosen."""
        return Origin(self._origin.currentData())

    @property
    def mirror(self) -> str | None:
        """The folder or address, “” where none is given, None for the official addresses."""
        return self._place.field.text().strip() if self.origin is Origin.MIRROR else None

    @property
    def pack_and_key(self) -> tuple[Path, Path] | None:
        """The pack and the public key, None where one is not given."""
        packs, keys = self._pack.paths, self._key.paths
        return (packs[0], keys[0]) if packs and keys else None

    def remember(self) -> None:
        """Keep the place and the key for the next time."""
        self._settings.update_from = self.origin
        if self.mirror is not None:
            self._settings.update_place = self.mirror
        elif self.pack_and_key is not None:
            self._settings.update_key = self.pack_and_key[1]
