"""Where the newest official releases are: at their official addresses, or at a mirror, a folder, a share or a USB stick.

`resources/guide/releases.toml` says for each source on which page its files are named and by which pattern. A mirror holds the
files under their official names: a folder, or an address whose page lists them.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from careerguide.domain.errors import DownloadError, SourceError
from careerguide.domain.language import translate
from careerguide.sources.download import Address, local_path

if TYPE_CHECKING:
    import httpx

_LINK = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LARGEST_PAGE = 4_000_000


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


def find_releases(client: "httpx.Client", files: tuple[ReleaseFile, ...], mirror: str | None) -> dict[str, list[Address]]:
    """The addresses of the newest files by source, at a mirror where one is given.

    Raises `DownloadError` where a place cannot be read or does not name an O*NET release; wages and projections may be missing at a
    mirror.
    """
    found: dict[str, list[Address]] = {}
    links_of: dict[str, dict[str, str]] = {}
    for file in files:
        page = mirror or file.page
        links = links_of.get(page)
        if links is None:
            links = links_of[page] = _links(client, page)
        name = newest(file.pattern, list(links))
        if name is not None:
            found.setdefault(file.source, []).append(Address(links[name], name))
    if "onet" not in found:
        place = mirror or next(file.page for file in files if file.source == "onet")
        raise DownloadError(translate("Download", "{0}: no O*NET release in the text layout was found here.").format(place))
    return found


def _links(client: "httpx.Client", page: str) -> dict[str, str]:
    """Name → address of all that a page links to, or of the files in a folder."""
    folder = local_path(page)
    if folder is not None:
        try:
            return {path.name: str(path) for path in folder.iterdir() if path.is_file()}
        except OSError as error:
            raise DownloadError(
                translate("Download", "{0}: the folder cannot be read ({1}).").format(page, error.strerror or error)
            ) from error
    place, text = _page(client, page)
    return {link.rsplit("/", 1)[-1]: urljoin(place, link) for link in _LINK.findall(text)}


def _page(client: "httpx.Client", address: str) -> tuple[str, str]:
    """The address to which a page's own links relate, and its text."""
    import httpx

    try:
        with client.stream("GET", address, headers={"Accept": "text/html"}) as response:
            response.raise_for_status()
            body = b""
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > _LARGEST_PAGE:
                    break
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DownloadError(
            translate("Download", "{0}: the page that names the newest release cannot be reached. Try again later.").format(address)
        ) from error
    return str(response.url), body.decode("utf-8", "replace")
