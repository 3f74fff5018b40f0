"""The files of a release, in a folder or inside a zip, read as streams. Nothing of an archive is ever written to disk."""

import io
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate

ZIP_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, ValueError),
)
"""What opening or reading a damaged archive can raise, beside OSError."""


class _Counted(io.RawIOBase):
    """A binary stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO, count: Callable[[int], None]) -> None:
        self._stream, self._count = stream, count

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._count(len(data))
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


class ReleaseFiles:
    """Named files of a release at `path`, a folder or a zip archive (known by its content, not its name).

    In a zip the name is that of the file inside its folder; a folder may hold the release itself or one folder with it.
    `bytes_read` counts what has been read so far. Raises `SourceError` when there is nothing to read.
    """

    def __init__(self, path: Path, *, marker: str | None = None) -> None:
        self.path = path
        self.bytes_read = 0
        self._archive: zipfile.ZipFile | None = None
        self._members: dict[str, Path | str] = {}
        if os.path.isdir(path):  # unlike Path.is_dir, also False for a path that the system refuses to look at
            self._members = dict(self._in_folder(marker))
        elif os.path.isfile(path):
            self._archive = self._opened(path)
            self._members = {PurePosixPath(name).name: name for name in self._archive.namelist() if not name.endswith("/")}
        else:
            raise SourceError(str(path), translate("Releases", "there is no such file or folder."))

    def _in_folder(self, marker: str | None) -> list[tuple[str, Path]]:
        folders = [self.path]
        try:
            if marker is not None and not (self.path / marker).exists():
                folders = [folder for folder in sorted(self.path.iterdir()) if os.path.isfile(folder / marker)][:1] or folders
            return [(file.name, file) for file in sorted(folders[0].iterdir()) if file.is_file()]
        except OSError as error:
            raise SourceError(
                str(self.path), translate("Releases", "the folder cannot be read ({0}).").format(error.strerror or error)
            ) from error

    @staticmethod
    def _opened(path: Path) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(path)
        except ZIP_FAULTS as error:
            raise SourceError(
                path.name, translate("Releases", "this is not a zip archive, or it is cut off; download it again.")
            ) from error
        except OSError as error:
            raise SourceError(
                path.name, translate("Releases", "the file cannot be read ({0}).").format(error.strerror or error)
            ) from error

    @property
    def names(self) -> list[str]:
        """The names of the files that are there."""
        return list(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def first_of(self, *names: str) -> str | None:
        """The first of `names` that is there, None when none is."""
        return next((name for name in names if name in self._members), None)

    def size(self, name: str) -> int:
        """Bytes of a file, uncompressed; 0 where it is not there."""
        member = self._members.get(name)
        if isinstance(member, Path):
            return member.stat().st_size
        if member is None or self._archive is None:
            return 0
        return self._archive.getinfo(member).file_size

    def binary(self, name: str) -> BinaryIO:
        """A file as a binary stream that counts into `bytes_read`. Raises `SourceError` where it is not there."""
        try:
            member = self._members[name]
            if isinstance(member, Path):
                stream: BinaryIO = member.open("rb")
            else:
                assert self._archive is not None
                stream = self._archive.open(member)  # type: ignore[assignment]
        except KeyError:
            raise SourceError(name, translate("Releases", "this file is missing in {0}.").format(self.path.name)) from None
        except ZIP_FAULTS as error:
            raise SourceError(name, translate("Releases", "the file is cut off or damaged; download it again.")) from error
        except OSError as error:
            raise SourceError(name, translate("Releases", "the file cannot be read ({0}).").format(error)) from error
        return io.BufferedReader(_Counted(stream, self._count), 1 << 16)

    def head(self, name: str, size: int) -> bytes:
        """The first `size` bytes of a file. Raises `SourceError` where they cannot be read."""
        with self.binary(name) as stream:
            try:
                return stream.read(size)
            except (*ZIP_FAULTS, OSError) as error:
                raise SourceError(name, translate("Releases", "the file is cut off or damaged; download it again.")) from error

    def _count(self, n: int) -> None:
        self.bytes_read += n

    def text(self, name: str) -> io.TextIOWrapper:
        """A file as UTF-8 text, a byte order mark and either kind of line end allowed."""
        return io.TextIOWrapper(self.binary(name), encoding="utf-8-sig", newline="")

    def close(self) -> None:
        """Close the archive, if it is one."""
        if self._archive is not None:
            self._archive.close()
