"""Fetching a file from a server that truncates, stalls, fails, redirects, sends something else or changes the file in between."""

import hashlib
import io
import json
import os
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import IO, Any

import pytest
from local_server import Behave, Server, files_of, send

from careerguide.domain.errors import BuildCancelled, DownloadError, OutputError
from careerguide.sources import download, network
from careerguide.sources.download import Address, fetch, here_already
from careerguide.sources.network import ATTEMPTS, WAIT_SECONDS, open_network
from careerguide.sources.releases import find_releases, newest, read_release_files

CONTENT = bytes(range(256)) * 2_000


def whole(handler: BaseHTTPRequestHandler, body: bytes = CONTENT, tag: str = '"one"') -> None:
    """A server that can go on where it was, for the same version only."""
    wanted = handler.headers.get("Range")
    if wanted and handler.headers.get("If-Range") == tag:
        start = int(wanted.removeprefix("bytes=").rstrip("-"))
        part = body[start:]
        send(handler, part, 206, Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}", ETag=tag)
    else:
        send(handler, body, ETag=tag)


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    send(handler, CONTENT[:100_000], length=len(CONTENT), ETag='"one"')


def failing(times: int, then: Behave = whole, status: int = 500) -> Behave:
    left = [times]

    def behave(handler: BaseHTTPRequestHandler) -> None:
        if left[0] > 0:
            left[0] -= 1
            send(handler, b"no", status)
        else:
            then(handler)

    return behave


@pytest.fixture
def server(server: Server) -> Server:
    """A server that gives the file whole until a test wants it otherwise."""
    server.behave = whole
    return server


def get(
    server: Server,
    folder: Path,
    *,
    progress: download.Progress = lambda done, total: None,
    wait: Callable[[float], None] = lambda seconds: None,
    **more: str,
) -> Path:
    with open_network() as network:
        return fetch(network, Address(f"{server.address}/db.zip", "db.zip", **more), folder, progress, wait)


def test_a_file_is_fetched_with_its_progress(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    path = get(server, tmp_path / "new folder", progress=lambda done, total: told.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert sorted(one.name for one in path.parent.iterdir()) == ["db.zip", "db.zip.told.json"]


def test_a_file_that_is_cut_off_is_gone_on_with(server: Server, tmp_path: Path) -> None:
    server.behave = cut_off
    with pytest.raises(DownloadError, match="the connection"):
        get(server, tmp_path)
    assert (tmp_path / "db.zip.part").stat().st_size == 100_000
    assert not (tmp_path / "db.zip").exists()
    server.behave, server.asked = whole, []
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["bytes=100000-"]


def test_a_file_that_changed_in_between_is_begun_anew(server: Server, tmp_path: Path) -> None:
    server.behave = cut_off
    with pytest.raises(DownloadError):
        get(server, tmp_path)
    other = CONTENT[::-1]
    server.behave = lambda handler: whole(handler, other, '"two"')
    assert get(server, tmp_path).read_bytes() == other


def test_two_versions_are_never_put_together_even_where_the_server_would(server: Server, tmp_path: Path) -> None:
    """It goes on with whatever it has now, and does not ask of which version the beginning is."""
    server.behave = cut_off
    with pytest.raises(DownloadError):
        get(server, tmp_path)
    other = CONTENT[::-1]

    def careless(handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range")
        if wanted is None:
            send(handler, other, ETag='"two"')
        else:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            send(handler, other[start:], 206, Content_Range=f"bytes {start}-{len(other) - 1}/{len(other)}", ETag='"two"')

    server.behave = careless
    assert get(server, tmp_path).read_bytes() == other


def test_what_came_from_another_place_is_not_taken_for_it(server: Server, tmp_path: Path) -> None:
    def of_place(handler: BaseHTTPRequestHandler) -> None:
        whole(handler, CONTENT if handler.path.startswith("/here") else CONTENT[::-1])

    def cut_off_here(handler: BaseHTTPRequestHandler) -> None:
        send(handler, CONTENT[:100_000], length=len(CONTENT), ETag='"one"')

    here, there = (Address(f"{server.address}/{place}/db.zip", "db.zip") for place in ("here", "there"))
    with open_network() as network:
        server.behave = cut_off_here
        with pytest.raises(DownloadError):
            fetch(network, here, tmp_path, lambda done, total: None, lambda seconds: None)
        server.behave = of_place
        assert (here_already(here, tmp_path), here_already(there, tmp_path)) == (100_000, 0)
        for address, content in ((there, CONTENT[::-1]), (here, CONTENT)):
            assert fetch(network, address, tmp_path, lambda done, total: None).read_bytes() == content
        server.asked.clear()
        assert fetch(network, here, tmp_path, lambda done, total: None).read_bytes() == CONTENT
        assert server.asked == []
        with pytest.raises(DownloadError, match="its checksum differs"):
            fetch(network, Address(here.place, here.name, "0" * 64), tmp_path, lambda done, total: None)


def test_what_was_begun_from_one_place_is_not_finished_with_what_is_here_from_another(server: Server, tmp_path: Path) -> None:
    """Whole from one place, stopped in the middle of another: by network, and from a stick."""
    stick = tmp_path / "stick.zip"
    stick.write_bytes(CONTENT[::-1])
    here, there = (Address(f"{server.address}/{place}/db.zip", "db.zip") for place in ("here", "there"))

    def of_place(handler: BaseHTTPRequestHandler) -> None:
        whole(handler, CONTENT if handler.path.startswith("/here") else CONTENT[::-1])

    def stop(done: int, total: int | None) -> None:
        if done > 60_000:
            raise BuildCancelled("stopped")

    server.behave = of_place
    with open_network() as network:

        def get(address: Address, progress: download.Progress = lambda done, total: None) -> bytes:
            return fetch(network, address, tmp_path / "work", progress, lambda seconds: None).read_bytes()

        assert get(here) == CONTENT
        with pytest.raises(BuildCancelled):
            get(there, stop)
        assert get(there) == CONTENT[::-1]
        with pytest.raises(BuildCancelled):
            get(here, stop)
        with pytest.raises(BuildCancelled):
            get(Address(str(stick), "db.zip"), stop)
        assert get(here) == CONTENT


def test_a_stick_that_is_pulled_out_is_not_blamed_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stick.zip").write_bytes(CONTENT)
    opened = Path.open

    class Pulled(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 0:
                raise OSError(5, "Input/output error")
            return super().read(size)

    def pulled(path: Path, *how: str) -> IO[Any]:
        return Pulled(CONTENT) if path.name == "stick.zip" else opened(path, *how)

    monkeypatch.setattr(Path, "open", pulled)
    with (
        open_network() as network,
        pytest.raises(DownloadError, match=r"stick\.zip: the file cannot be read \(Input/output error\)"),
    ):
        fetch(network, Address(str(tmp_path / "stick.zip"), "db.zip"), tmp_path / "work", lambda done, total: None)


def test_what_was_kept_and_is_longer_than_the_file_now_is_begun_anew(server: Server, tmp_path: Path) -> None:
    (tmp_path / "db.zip.part").write_bytes(CONTENT * 2)
    (tmp_path / "db.zip.told.json").write_text(json.dumps({"place": f"{server.address}/db.zip", "mark": '"one"'}))
    answers = [lambda handler: send(handler, b"", 416), whole]

    def behave(handler: BaseHTTPRequestHandler) -> None:
        answers.pop(0)(handler)

    server.behave = behave
    assert get(server, tmp_path).read_bytes() == CONTENT


def test_a_server_in_trouble_is_asked_again(server: Server, tmp_path: Path) -> None:
    waited: list[float] = []
    server.behave = failing(3)
    assert get(server, tmp_path, wait=waited.append).read_bytes() == CONTENT
    assert len(server.asked) == 4
    assert waited == [1.0, 2.0, 4.0]


def test_a_server_that_stays_in_trouble_is_said(server: Server, tmp_path: Path) -> None:
    waited: list[float] = []
    server.behave = failing(99, status=503)
    with pytest.raises(DownloadError, match=r"the server answers 503.*try again later"):
        get(server, tmp_path, wait=waited.append)
    assert len(server.asked) == ATTEMPTS
    assert tuple(waited) == WAIT_SECONDS


@pytest.mark.parametrize(
    ("status", "words"), [(404, "there is no such file"), (403, "refuses the file"), (401, "refuses the file")]
)
def test_a_refusal_is_not_asked_again(server: Server, tmp_path: Path, status: int, words: str) -> None:
    server.behave = failing(99, status=status)
    with pytest.raises(DownloadError, match=words):
        get(server, tmp_path)
    assert len(server.asked) == 1


def test_a_server_that_stalls_is_left(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "STALLED_AFTER_SECONDS", 0.3)
    let_go = threading.Event()

    def stall(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(CONTENT)))
        handler.end_headers()
        handler.wfile.write(CONTENT[:1000])
        let_go.wait(20)

    server.behave = stall
    with pytest.raises(DownloadError, match="the server does not answer"):
        get(server, tmp_path)
    let_go.set()


def test_a_redirect_is_followed_and_a_circle_is_not(server: Server, tmp_path: Path) -> None:
    def redirect(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/db.zip":
            send(handler, b"", 302, Location=f"{server.address}/there")
        else:
            whole(handler)

    server.behave = redirect
    assert get(server, tmp_path).read_bytes() == CONTENT
    (tmp_path / "db.zip").unlink()
    server.behave = lambda handler: send(handler, b"", 302, Location=f"{server.address}/db.zip")
    with pytest.raises(DownloadError, match="in circles"):
        get(server, tmp_path)


def test_a_web_page_in_its_place_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.behave = lambda handler: send(handler, b"\n<!DOCTYPE html><html><body>Sign in</body></html>")
    with pytest.raises(DownloadError, match="a web page in its place"):
        get(server, tmp_path)
    assert not (tmp_path / "db.zip").exists()


def test_a_checksum_is_held_to(server: Server, tmp_path: Path) -> None:
    right = hashlib.sha256(CONTENT).hexdigest()
    assert get(server, tmp_path / "a", sha256=right.upper()).exists()
    with pytest.raises(DownloadError, match="its checksum differs"):
        get(server, tmp_path / "b", sha256="0" * 64)
    assert not (tmp_path / "b" / "db.zip").exists()


def test_stopping_keeps_what_has_come(server: Server, tmp_path: Path) -> None:
    def stop(done: int, total: int | None) -> None:
        if done > 60_000:
            raise BuildCancelled("stopped")

    with pytest.raises(BuildCancelled):
        get(server, tmp_path, progress=stop)
    assert (tmp_path / "db.zip.part").exists()
    assert get(server, tmp_path).read_bytes() == CONTENT


def test_it_can_be_stopped_while_the_server_says_nothing_and_while_it_is_waited_for(server: Server, tmp_path: Path) -> None:
    over, beats = threading.Event(), list[int]()

    def silent(handler: BaseHTTPRequestHandler) -> None:
        over.wait(60)

    def stop(done: int, total: int | None) -> None:
        beats.append(done)
        if len(beats) == 3:
            raise BuildCancelled("enough")

    server.behave = silent
    with pytest.raises(BuildCancelled, match="enough"):
        get(server, tmp_path, progress=stop)
    over.set()
    beats.clear()
    server.behave = failing(9)
    with open_network() as network, pytest.raises(BuildCancelled, match="enough"):
        fetch(network, Address(f"{server.address}/db.zip", "db.zip"), tmp_path, stop)
    assert list(tmp_path.glob("*.zip")) == []


def test_what_is_here_need_not_be_fetched(server: Server, tmp_path: Path) -> None:
    address = Address(f"{server.address}/db.zip", "db.zip")
    assert here_already(address, tmp_path) == 0

    def stop(done: int, total: int | None) -> None:
        if done > 100_000:
            raise BuildCancelled("enough")

    with pytest.raises(BuildCancelled):
        get(server, tmp_path, progress=stop)
    assert 100_000 < here_already(address, tmp_path) < len(CONTENT)
    get(server, tmp_path)
    assert here_already(address, tmp_path) == len(CONTENT)
    os.utime(tmp_path / "db.zip", (0, 0))
    assert here_already(address, tmp_path) == 0


def test_a_file_on_a_stick_is_copied_anew(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    address = Address(str(tmp_path / "stick" / "db.zip"), "db.zip")
    with open_network() as network:
        for content in (b"damaged", CONTENT):
            (tmp_path / "stick" / "db.zip").write_bytes(content)
            assert fetch(network, address, tmp_path / "work", lambda done, total: None).read_bytes() == content
    assert here_already(address, tmp_path / "work") == 0


def test_nobody_there_and_no_address_are_said(tmp_path: Path) -> None:
    with open_network() as network:
        for place, words in (
            ("http://127.0.0.1:9/x", "there is no connection to 127.0.0.1"),
            ("http://[", "there is no connection to %5B"),
            ("http://", "this is not an address|the connection was lost|there is no connection"),
        ):
            with pytest.raises(DownloadError, match=words):
                fetch(network, Address(place, "x"), tmp_path, lambda done, total: None, lambda seconds: None)


def test_a_folder_or_a_file_address_is_a_mirror_too(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "db.zip").write_bytes(CONTENT)
    with open_network() as network:
        for number, place in enumerate((str(tmp_path / "stick" / "db.zip"), (tmp_path / "stick" / "db.zip").as_uri())):
            folder = tmp_path / str(number)
            assert fetch(network, Address(place, "db.zip"), folder, lambda done, total: None).read_bytes() == CONTENT
        with pytest.raises(DownloadError, match="the file cannot be read"):
            fetch(network, Address(str(tmp_path / "nowhere"), "x"), tmp_path, lambda done, total: None)


def test_a_place_that_cannot_be_written_is_said(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="the file cannot be kept"):
        get(server, tmp_path / "file")


PAGE = """<a href="dl/db_29_3_text.zip">29.3</a> <A HREF='dl/db_30_0_text.zip'>30.0</A> <a href=/x/db_30_0_mysql.zip>no</a>
<a href="oesm24nat.zip">a</a><a href="/oes/oesm25nat.zip">b</a> <a href="occupation.xlsx">c</a>"""


def test_the_newest_release_is_found_on_a_page_and_in_a_folder(server: Server, tmp_path: Path, resources_guide: Path) -> None:
    files = read_release_files(resources_guide / "releases.toml")
    server.behave = lambda handler: send(handler, PAGE.encode(), Content_Type="text/html")
    with open_network() as network:
        found = find_releases(network, files, f"{server.address}/pub/index.html")
    assert {source: [one.place for one in several] for source, several in found.items()} == {
        "onet": [f"{server.address}/pub/dl/db_30_0_text.zip"],
        "oews": [f"{server.address}/oes/oesm25nat.zip"],
        "projections": [f"{server.address}/pub/occupation.xlsx"],
    }
    for name in ("db_29_3_text.zip", "db_29_10_text.zip", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    with open_network() as network:
        found = find_releases(network, files, str(tmp_path))
    assert [one.name for one in found["onet"]] == ["db_29_10_text.zip"]
    assert set(found) == {"onet"}


def test_links_count_from_where_a_redirect_led(server: Server, resources_guide: Path) -> None:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/pub":
            send(handler, b"", 301, Location="/pub/")
        else:
            send(handler, PAGE.encode(), Content_Type="text/html")

    server.behave = behave
    with open_network() as network:
        found = find_releases(network, read_release_files(resources_guide / "releases.toml"), f"{server.address}/pub")
    assert [one.place for one in found["onet"]] == [f"{server.address}/pub/dl/db_30_0_text.zip"]


def test_a_place_without_a_release_is_said(server: Server, tmp_path: Path, resources_guide: Path) -> None:
    files = read_release_files(resources_guide / "releases.toml")
    with open_network() as network:
        for place, words in ((str(tmp_path), "no O\\*NET release"), (str(tmp_path / "nowhere"), "the folder cannot be read")):
            with pytest.raises(DownloadError, match=words):
                find_releases(network, files, place)
        waited: list[float] = []
        server.behave = failing(9)
        with pytest.raises(DownloadError, match=r"cannot be reached \(the server answers 500\)"):
            find_releases(network, files, server.address, waited.append)
        assert tuple(waited) == WAIT_SECONDS
        server.behave = failing(2, lambda handler: send(handler, PAGE.encode(), Content_Type="text/html"))
        assert "onet" in find_releases(network, files, server.address, waited.append)
        server.behave = failing(9, status=403)
        with pytest.raises(DownloadError, match=r"answer 403.*choose the folder"):
            find_releases(network, files, server.address, waited.append)


def test_only_links_to_servers_are_followed(server: Server, resources_guide: Path) -> None:
    links = '<a href="file:///etc/db_29_3_text.zip">a</a><a href="http://[/db_29_3_text.zip">b</a><a href="javascript:db_29_3_text.zip">'
    server.behave = lambda handler: send(handler, links.encode(), Content_Type="text/html")
    with open_network() as network, pytest.raises(DownloadError, match="no O\\*NET release"):
        find_releases(network, read_release_files(resources_guide / "releases.toml"), server.address)


@pytest.mark.parametrize("on_the_network", [False, True])
def test_checksums_beside_the_files_are_held_to(
    server: Server, tmp_path: Path, resources_guide: Path, on_the_network: bool
) -> None:
    files = read_release_files(resources_guide / "releases.toml")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "db_29_3_text.zip").write_bytes(CONTENT)
    right = hashlib.sha256(CONTENT).hexdigest()
    server.behave = files_of(tmp_path / "stick")
    place = server.address if on_the_network else str(tmp_path / "stick")
    with open_network() as network:
        for digest in (right, "0" * 64):
            (tmp_path / "stick" / "SHA256SUMS").write_text(f"{'1' * 64}  other.zip\n{digest} *db_29_3_text.zip\n")
            (address,) = find_releases(network, files, place)["onet"]
            assert address.sha256 == digest
        with pytest.raises(DownloadError, match="its checksum differs"):
            fetch(network, address, tmp_path / "work", lambda done, total: None)


def test_numbers_count_as_numbers() -> None:
    import re

    pattern = re.compile(r"db_(\d+)_(\d+)_text\.zip")
    assert newest(pattern, ["db_9_9_text.zip", "db_10_0_text.zip", "xdb_99_0_text.zip"]) == "db_10_0_text.zip"
    assert newest(pattern, ["readme"]) is None
