"""Fetching one file from its official address or from a mirror, so that a line that breaks costs only what was lost.

What has come so far stays in `NAME.part`, with what the server said of the file in `NAME.part.json`; the next attempt goes on from
there if the server still has the same file, else it begins anew. Only a whole file gets its name.
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

from careerguide import __version__
from careerguide.domain.errors import DownloadError, OutputError
from careerguide.domain.language import translate
from careerguide.sources.attended import attended

if TYPE_CHECKING:
    import httpx

ATTEMPTS = 5
WAIT_SECONDS = (1.0, 2.0, 4.0, 8.0)
STALLED_AFTER_SECONDS = 30.0
MOST_REDIRECTS = 5
LARGEST_BYTES = 2_000_000_000
_CHUNK = 1 << 16
_FRESH_SECONDS = 86_400.0
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})

Progress = Callable[[int, int | None], None]
"""Told how many bytes are here, and how many there are in all where that is known; also while nothing comes. May raise to stop."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file is: an https, http or file address, or a path. `sha256` is its checksum in hexadecimal where one is published."""

    place: str
    name: str
    sha256: str | None = None


class _TryAgain(Exception):
    """What went wrong may be over in a moment; the text says what it was."""


@contextmanager
def open_client() -> "Iterator[httpx.Client]":
    """A client for several files: certificates are verified, a redirect may not lead from https to http."""
    import httpx

    with httpx.Client(
        headers={"User-Agent": f"CareerGuide/{__version__}", "Accept-Encoding": "identity"},
        timeout=httpx.Timeout(STALLED_AFTER_SECONDS),
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        event_hooks={"response": [_forbid_downgrade]},
    ) as client:
        yield client


def _forbid_downgrade(response: "httpx.Response") -> None:
    following = response.next_request
    if following is not None and response.request.url.scheme == "https" and following.url.scheme != "https":
        raise DownloadError(
            translate("Download", "{0}: the server leads to an address that is not protected; nothing was taken from it.").format(
                response.request.url.host
            )
        )


def local_path(place: str) -> Path | None:
    """The path that a place is, None where it is an address on the network."""
    parts = urlsplit(place)
    if parts.scheme in ("http", "https"):
        return None
    return Path(unquote(parts.path)) if parts.scheme == "file" else Path(place)


def size_of(client: "httpx.Client", address: Address) -> int | None:
    """How many bytes a file has, None where that is not told."""
    import httpx

    source = local_path(address.place)
    if source is not None:
        with suppress(OSError):
            return source.stat().st_size
        return None
    with suppress(httpx.HTTPError, httpx.InvalidURL):
        response = client.head(address.place)
        if response.is_success:
            return _length(response, 0)
    return None


def fetch(
    client: "httpx.Client", address: Address, folder: Path, progress: Progress, sleep: Callable[[float], None] = time.sleep
) -> Path:
    """Bring a file into `folder`; one that came whole over the network within the last day is not fetched again.

    Raises `DownloadError` where it cannot be had, `OutputError` where it cannot be kept, and whatever `progress` raises; what has come
    by then stays for the next time.
    """
    goal = folder / address.name
    with _keeping(goal):
        folder.mkdir(parents=True, exist_ok=True)
        source = local_path(address.place)
        if source is not None:
            _copy(source, goal, progress)
        elif _is_fresh(goal):
            return goal
        else:
            _fetch(client, address, goal, progress, sleep)
        _check(goal, address)
    return goal


def here_already(address: Address, folder: Path) -> int:
    """How many bytes of a file need not be fetched, because they came earlier."""
    goal = folder / address.name
    if local_path(address.place) is not None:
        return 0
    with suppress(OSError):
        return goal.stat().st_size if _is_fresh(goal) else _so_far(_part(goal), _told(goal))[0]
    return 0


def _is_fresh(goal: Path) -> bool:
    """Whether a file came whole within the last day."""
    return goal.exists() and 0 <= time.time() - goal.stat().st_mtime < _FRESH_SECONDS


def _copy(source: Path, goal: Path, progress: Progress) -> None:
    try:
        size = source.stat().st_size
        stream = source.open("rb")
    except OSError as error:
        raise DownloadError(
            translate("Download", "{0}: the file cannot be read ({1}).").format(source, error.strerror or error)
        ) from error
    part = _part(goal)
    with stream, part.open("wb") as kept:
        done = 0
        while chunk := stream.read(_CHUNK):
            kept.write(chunk)
            done += len(chunk)
            progress(done, size)
    _put_in_place(part, goal)


def _fetch(client: "httpx.Client", address: Address, goal: Path, progress: Progress, sleep: Callable[[float], None]) -> None:
    problem = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            wait, have = WAIT_SECONDS[attempt - 1], _so_far(_part(goal), _told(goal))[0]
            attended(partial(sleep, wait), partial(progress, have, None))
        try:
            _attempt(client, address, goal, progress)
            return
        except _TryAgain as fault:
            problem = str(fault)
    raise DownloadError(
        translate("Download", "{0}: the file could not be fetched ({1}). What has come is kept; try again later.").format(
            address.name, problem
        )
    )


def _attempt(client: "httpx.Client", address: Address, goal: Path, progress: Progress) -> None:
    import httpx

    part, told = _part(goal), _told(goal)
    have, mark = _so_far(part, told)
    headers = {"Range": f"bytes={have}-", "If-Range": mark} if have and mark else {}
    try:
        request = client.build_request("GET", address.place, headers=headers)
        answer = attended(lambda: client.send(request, stream=True), partial(progress, have, None))
        with closing(answer) as response:
            if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                _forget(part, told)
                raise _TryAgain(translate("Download", "the file changed meanwhile"))
            _refuse(response, address)
            goes_on = response.status_code == httpx.codes.PARTIAL_CONTENT and _begins_at(response, have)
            have = have if goes_on else 0
            total = _length(response, have)
            if total is not None and total > LARGEST_BYTES:
                raise DownloadError(translate("Download", "{0}: this file is far too large to be a release.").format(address.name))
            told.write_text(json.dumps({"mark": _mark(response)}), encoding="utf-8")
            with part.open("ab" if goes_on else "wb") as kept:
                have = _keep(response, kept, have, total, progress)
            if total is not None and have != total:
                raise _TryAgain(translate("Download", "the connection ended early"))
    except httpx.TooManyRedirects:
        raise DownloadError(translate("Download", "{0}: the server leads in circles.").format(address.name)) from None
    except httpx.ConnectError as fault:
        if "CERTIFICATE" in str(fault).upper():
            raise DownloadError(
                translate(
                    "Download",
                    "{0}: the server could not prove that it is the one it says. If your school filters the network, its"
                    " administrator must allow this address.",
                ).format(httpx.URL(address.place).host)
            ) from fault
        raise _TryAgain(translate("Download", "there is no connection to {0}").format(httpx.URL(address.place).host)) from fault
    except httpx.TimeoutException as fault:
        raise _TryAgain(translate("Download", "the server does not answer")) from fault
    except httpx.HTTPError as fault:
        raise _TryAgain(translate("Download", "the connection was lost")) from fault
    except httpx.InvalidURL as fault:
        raise DownloadError(translate("Download", "{0}: this is not an address.").format(address.place)) from fault
    told.unlink(missing_ok=True)
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
    if response.status_code in _WORTH_ANOTHER_TRY:
        raise _TryAgain(translate("Download", "the server answers {0}").format(response.status_code))
    if response.status_code == 404:
        raise DownloadError(translate("Download", "{0}: there is no such file at {1}.").format(address.name, response.url.host))
    if not response.is_success:
        raise DownloadError(
            translate("Download", "{0}: {1} refuses the file (answer {2}).").format(
                address.name, response.url.host, response.status_code
            )
        )


def _so_far(part: Path, told: Path) -> tuple[int, str]:
    """How many bytes are here, and the mark of the version they are of; nothing where the two do not belong together."""
    try:
        mark = json.loads(told.read_text(encoding="utf-8"))["mark"]
        return (part.stat().st_size, mark) if isinstance(mark, str) and mark else (0, "")
    except (OSError, ValueError, LookupError, TypeError):
        return 0, ""


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
    return goal.with_name(f"{goal.name}.part.json")


def _forget(part: Path, told: Path) -> None:
    for path in (part, told):
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
