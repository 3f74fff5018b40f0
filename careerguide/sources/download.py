"""Fetching one file from its official address or from a mirror, so that a line that breaks costs only what was lost.

What has come so far stays in `NAME.part`, with where it is from and what the server said of it in `NAME.told.json`; the next attempt
goes on from there if the same server still has the same file, else it begins anew. Only a whole file gets its name.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from careerguide.domain.errors import DownloadError, OutputError
from careerguide.domain.language import translate
from careerguide.sources.attended import attended
from careerguide.sources.network import Network, TryAgain, patiently, see_it_answers, told_in_words

if TYPE_CHECKING:
    import httpx

LARGEST_BYTES = 2_000_000_000
_CHUNK = 1 << 16
_FRESH_SECONDS = 86_400.0

Progress = Callable[[int, int | None], None]
"""Told how many bytes are here, and how many there are in all where that is known; also while nothing comes. May raise to stop."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file is: an https, http or file address, or a path. `sha256` is its checksum in hexadecimal where one is published."""

    place: str
    name: str
    sha256: str | None = None


def local_path(place: str) -> Path | None:
    """The path that a place is, None where it is an address on the network, if a wrong one."""
    try:
        parts = urlsplit(place)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return None
    return Path(unquote(parts.path)) if parts.scheme == "file" else Path(place)


def size_of(network: Network, address: Address) -> int | None:
    """How many bytes a file has, None where that is not told."""
    import httpx

    source = local_path(address.place)
    if source is not None:
        with suppress(OSError):
            return source.stat().st_size
        return None
    with suppress(httpx.HTTPError, httpx.InvalidURL):
        response = network.client.head(address.place)
        if response.is_success:
            return _length(response, 0)
    return None


def fetch(
    network: Network, address: Address, folder: Path, progress: Progress, sleep: Callable[[float], None] = time.sleep
) -> Path:
    """Bring a file into `folder`; one that came whole from the same address within the last day is not fetched again.

    Raises `DownloadError` where it cannot be had, `OutputError` where it cannot be kept, and whatever `progress` raises; what has come
    by then stays for the next time.
    """
    goal = folder / address.name
    with _keeping(goal):
        folder.mkdir(parents=True, exist_ok=True)
        source = local_path(address.place)
        if source is not None:
            _copy(source, goal, progress)
        elif not _is_fresh(goal, address):
            goal.unlink(missing_ok=True)  # of another day or place, and what is told from now on is not of it
            _fetch(network, address, goal, progress, sleep)
        _check(goal, address)
    return goal


def here_already(address: Address, folder: Path) -> int:
    """How many bytes of a file need not be fetched, because they came earlier."""
    goal = folder / address.name
    if local_path(address.place) is not None:
        return 0
    with suppress(OSError):
        return goal.stat().st_size if _is_fresh(goal, address) else _so_far(goal, address)[0]
    return 0


def _is_fresh(goal: Path, address: Address) -> bool:
    """Whether a file came whole from this address within the last day."""
    is_of_today = goal.exists() and 0 <= time.time() - goal.stat().st_mtime < _FRESH_SECONDS
    return is_of_today and _read_told(goal).get("place") == address.place


def _copy(source: Path, goal: Path, progress: Progress) -> None:
    part = _part(goal)
    _told(goal).unlink(missing_ok=True)
    with _reading(source), source.open("rb") as stream:
        size, done = source.stat().st_size, 0
        with _keeping(goal), part.open("wb") as kept:
            while chunk := _read(stream, source):
                kept.write(chunk)
                done += len(chunk)
                progress(done, size)
    _put_in_place(part, goal)


def _read(stream: BinaryIO, source: Path) -> bytes:
    with _reading(source):
        return stream.read(_CHUNK)


@contextmanager
def _reading(source: Path) -> Iterator[None]:
    """Faults of what is copied from, e.g. a stick that was pulled out."""
    try:
        yield
    except OSError as error:
        raise DownloadError(
            translate("Download", "{0}: the file cannot be read ({1}).").format(source, error.strerror or error)
        ) from error


def _fetch(network: Network, address: Address, goal: Path, progress: Progress, sleep: Callable[[float], None]) -> None:
    def wait(seconds: float) -> None:
        attended(partial(sleep, seconds), partial(progress, _so_far(goal, address)[0], None))

    try:
        patiently(lambda: _attempt(network, address, goal, progress), wait)
    except TryAgain as fault:
        raise DownloadError(
            translate("Download", "{0}: the file could not be fetched ({1}). What has come is kept; try again later.").format(
                address.name, fault
            )
        ) from fault


def _attempt(network: Network, address: Address, goal: Path, progress: Progress) -> None:
    import httpx

    part = _part(goal)
    have, mark = _so_far(goal, address)
    headers = {"Range": f"bytes={have}-", "If-Range": mark} if have else {}
    client = network.client
    with told_in_words(address.place):
        request = client.build_request("GET", address.place, headers=headers)
        answer = attended(lambda: client.send(request, stream=True), partial(progress, have, None))
        with closing(answer) as response:
            goes_on = response.status_code == httpx.codes.PARTIAL_CONTENT
            is_other = goes_on and not (_begins_at(response, have) and _mark(response) == mark)  # whatever was asked for
            if is_other or response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                _forget(goal)
                raise TryAgain(translate("Download", "the file changed meanwhile"))
            _refuse(response, address)
            have = have if goes_on else 0
            total = _length(response, have)
            if total is not None and total > LARGEST_BYTES:
                raise DownloadError(translate("Download", "{0}: this file is far too large to be a release.").format(address.name))
            _told(goal).write_text(json.dumps({"place": address.place, "mark": _mark(response)}), encoding="utf-8")
            with part.open("ab" if goes_on else "wb") as kept:
                have = _keep(response, kept, have, total, progress)
            if total is not None and have != total:
                raise TryAgain(translate("Download", "the connection ended early"))
    _put_in_place(part, goal)


def _keep(response: "httpx.Response", kept: BinaryIO, have: int, total: int | None, progress: Progress) -> int:
    chunks = response.iter_raw()
    while chunk := attended(lambda: next(chunks, b""), partial(progress, have, total)):
        kept.write(chunk)
        have += len(chunk)
        if have > LARGEST_BYTES:
            raise DownloadError(translate("Download", "The file is far too large to be a release."))
        progress(have, total)
    return have


def _refuse(response: "httpx.Response", address: Address) -> None:
    see_it_answers(response)
    if response.status_code == 404:
        raise DownloadError(translate("Download", "{0}: there is no such file at {1}.").format(address.name, response.url.host))
    if not response.is_success:
        raise DownloadError(
            translate("Download", "{0}: {1} refuses the file (answer {2}).").format(
                address.name, response.url.host, response.status_code
            )
        )


def _so_far(goal: Path, address: Address) -> tuple[int, str]:
    """How many bytes are here, and the mark of the version they are of; nothing where that is not known, or they are from elsewhere."""
    told = _read_told(goal)
    mark = told.get("mark", "")
    if not mark or told.get("place") != address.place:
        return 0, ""
    try:
        return _part(goal).stat().st_size, mark
    except OSError:
        return 0, ""


def _read_told(goal: Path) -> dict[str, str]:
    """Where a file is from (place), and what tells its version from another (mark); nothing where that is not known."""
    try:
        told = json.loads(_told(goal).read_text(encoding="utf-8"))
        return {name: told[name] for name in ("place", "mark") if isinstance(told[name], str)}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _mark(response: "httpx.Response") -> str:
    """What tells this version of the file from another: a strong ETag, else when it was changed; “” where neither is told."""
    tag = str(response.headers.get("ETag", ""))
    return tag if tag and not tag.startswith("W/") else str(response.headers.get("Last-Modified", ""))


def _begins_at(response: "httpx.Response", have: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {have}-")


def _length(response: "httpx.Response", have: int) -> int | None:
    text = response.headers.get("Content-Length", "")
    return have + int(text) if text.isdecimal() else None


def _check(goal: Path, address: Address) -> None:
    """A file that is not what was published is not kept."""
    with goal.open("rb") as stream:
        head = stream.read(512).lstrip().lower()
        if head.startswith((b"<!doctype html", b"<html")):
            goal.unlink()
            raise DownloadError(
                translate("Download", "{0}: the server sent a web page in its place; perhaps it wants a sign-in first.").format(
                    address.name
                )
            )
        if address.sha256 is None:
            return
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != address.sha256.lower():
        goal.unlink()
        raise DownloadError(
            translate("Download", "{0}: the file is not the one that was published (its checksum differs).").format(address.name)
        )


def _part(goal: Path) -> Path:
    return goal.with_name(f"{goal.name}.part")


def _told(goal: Path) -> Path:
    return goal.with_name(f"{goal.name}.told.json")


def _forget(goal: Path) -> None:
    for path in (_part(goal), _told(goal)):
        path.unlink(missing_ok=True)


def _put_in_place(part: Path, goal: Path) -> None:
    with part.open("rb+") as kept:
        os.fsync(kept.fileno())
    part.replace(goal)


@contextmanager
def _keeping(goal: Path) -> Iterator[None]:
    """Faults of the disk as sentences."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            translate("Download", "{0}: the file cannot be kept ({1}).").format(goal, error.strerror or error)
        ) from error
