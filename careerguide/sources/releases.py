"""Where the newest official releases are: at their official addresses, or at a mirror, a folder, a share or a USB stick.

`resources/guide/releases.toml` says for each source on which page its files are named and by which pattern. A mirror holds the
files under their official names: a folder, or an address whose page lists them; and it may have their checksums.
"""

import re
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from careerguide.domain.errors import DownloadError, SourceError
from careerguide.domain.language import translate
from careerguide.sources.download import Address, local_path
from careerguide.sources.network import Network, TryAgain, patiently, see_it_answers, told_in_words

_LINK = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LARGEST_PAGE = 4_000_000
CHECKSUMS = "SHA256SUMS"
"""The file in which a mirror may say the checksums of the others, as the program `sha256sum` writes it."""
_CHECKSUM = re.compile(r"^([0-9a-f]{64}) [ *](.+?)\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of a source: the page that links to it, and the pattern of its name, whose groups are numbers that grow."""

    source: str
    page: str
    pattern: re.Pattern[str]


def read_release_files(path: Path) -> tuple[ReleaseFile, ...]:
    """The files to look for, from `releases.toml`. Raises `SourceError`."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["files"]
        return tuple(ReleaseFile(table["source"], table["page"], re.compile(table["name"])) for table in tables)
    except (OSError, ValueError, LookupError, TypeError, re.error) as error:
        problem = translate("Download", "the list of releases cannot be read ({0}).").format(error)
        raise SourceError(path.name, problem) from error


def newest(pattern: re.Pattern[str], names: list[str]) -> str | None:
    """Of the names that a pattern fits as a whole the one with the highest numbers, None where it fits none."""
    fitting = {name: tuple(int(group) for group in match.groups()) for name in names if (match := pattern.fullmatch(name))}
    return max(fitting, key=fitting.__getitem__, default=None)


def find_releases(
    network: Network, files: tuple[ReleaseFile, ...], mirror: str | None, sleep: Callable[[float], None] = time.sleep
) -> dict[str, list[Address]]:
    """The addresses of the newest files by source, at a mirror where one is given.

    Raises `DownloadError` where a place cannot be read or does not name an O*NET release; wages and projections may be missing at a
    mirror.
    """
    found: dict[str, list[Address]] = {}
    listed: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for file in files:
        place = mirror or file.page
        if place not in listed:
            links = _links(network, place, sleep)
            listed[place] = links, _checksums(network, links, sleep)
        links, checksums = listed[place]
        name = newest(file.pattern, list(links))
        if name is not None:
            found.setdefault(file.source, []).append(Address(links[name], name, checksums.get(name)))
    if "onet" not in found:
        place = mirror or next(file.page for file in files if file.source == "onet")
        raise DownloadError(translate("Download", "{0}: no O*NET release in the text layout was found here.").format(place))
    return found


def _links(network: Network, page: str, sleep: Callable[[float], None]) -> dict[str, str]:
    """Name → address of all that a page links to, or of the files in a folder. What a protected page links to is protected too."""
    folder = local_path(page)
    if folder is not None:
        try:
            return {path.name: str(path) for path in folder.iterdir() if path.is_file()}
        except OSError as error:
            raise DownloadError(
                translate("Download", "{0}: the folder cannot be read ({1}).").format(page, error.strerror or error)
            ) from error
    place, text = _page(network, page, sleep)
    schemes = {"https"} if urlsplit(place).scheme == "https" else {"https", "http"}
    links: dict[str, str] = {}
    for link in _LINK.findall(text):
        with suppress(ValueError):  # what is no address leads nowhere
            address = urljoin(place, link)
            if urlsplit(address).scheme in schemes:
                links[link.rsplit("/", 1)[-1]] = address
    return links


def _checksums(network: Network, links: dict[str, str], sleep: Callable[[float], None]) -> dict[str, str]:
    """Name → SHA-256 in hexadecimal of the files at a place, where it tells them."""
    place = links.get(CHECKSUMS)
    if place is None:
        return {}
    path = local_path(place)
    if path is None:
        _, text = _page(network, place, sleep)
    else:
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise DownloadError(
                translate("Download", "{0}: the file cannot be read ({1}).").format(path, error.strerror or error)
            ) from error
    return {name: digest for digest, name in _CHECKSUM.findall(text)}


def _page(network: Network, address: str, sleep: Callable[[float], None]) -> tuple[str, str]:
    """The address to which a page's own links relate, and its text."""
    try:
        return patiently(lambda: _ask_for_page(network, address), sleep)
    except TryAgain as fault:
        raise DownloadError(
            translate("Download", "{0}: the page that names the newest release cannot be reached ({1}). Try again later.").format(
                address, fault
            )
        ) from fault


def _ask_for_page(network: Network, address: str) -> tuple[str, str]:
    client = network.client
    with told_in_words(address), client.stream("GET", address, headers={"Accept": "text/html, text/plain"}) as response:
        see_it_answers(response)
        if not response.is_success:
            raise DownloadError(
                translate(
                    "Download",
                    "{0}: the server does not give the page that names the newest release (answer {1}). You can download the files with a"
                    " browser, and choose the folder they are in.",
                ).format(address, response.status_code)
            )
        body = b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > _LARGEST_PAGE:
                break
        return str(response.url), body.decode("utf-8", "replace")
