"""Servers that prove who they are, and those that do not: certificates, redirects and links that leave the protection, proxies."""

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from local_server import Server, send

from careerguide.domain.errors import DownloadError
from careerguide.sources.download import Address, fetch
from careerguide.sources.network import open_network
from careerguide.sources.releases import find_releases, read_release_files

PAGE = '<a href="{0}/db_29_3_text.zip">29.3</a>'


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the key and the certificate of a server on this machine, which nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("proof") / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def protected(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    one = Server(context)
    yield one
    one.close()


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer knows the server's certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def get(place: str, folder: Path) -> Path:
    with open_network() as network:
        return fetch(network, Address(place, "db.zip"), folder, lambda done, total: None, lambda seconds: None)


def releases(place: str, resources_guide: Path) -> dict[str, list[Address]]:
    with open_network() as network:
        return find_releases(network, read_release_files(resources_guide / "releases.toml"), place, lambda seconds: None)


def test_a_server_that_cannot_prove_who_it_is_gives_nothing(protected: Server, tmp_path: Path, resources_guide: Path) -> None:
    protected.behave = lambda handler: send(handler, b"content")
    for ask in (lambda: get(f"{protected.address}/db.zip", tmp_path), lambda: releases(protected.address, resources_guide)):
        with pytest.raises(DownloadError, match=r"^127\.0\.0\.1: the server could not prove that it is the one it says"):
            ask()
    assert protected.asked == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("trusted")
def test_a_server_that_proves_it_does(protected: Server, tmp_path: Path) -> None:
    protected.behave = lambda handler: send(handler, b"content")
    assert get(f"{protected.address}/db.zip", tmp_path).read_bytes() == b"content"


@pytest.mark.usefixtures("trusted")
def test_a_redirect_does_not_lead_out_of_the_protection(protected: Server, server: Server, tmp_path: Path) -> None:
    def redirect(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/db.zip":
            send(handler, b"", 302, Location=f"{goal}/there")
        else:
            send(handler, b"content")

    server.behave = protected.behave = redirect
    for goal in (protected.address, ""):
        assert get(f"{protected.address}/db.zip", tmp_path / f"in {bool(goal)}").read_bytes() == b"content"
    goal = server.address
    with pytest.raises(DownloadError, match="leads to an address that is not protected"):
        get(f"{protected.address}/db.zip", tmp_path / "out")
    assert server.asked == []
    goal = protected.address
    assert get(f"{server.address}/db.zip", tmp_path / "into").read_bytes() == b"content"


@pytest.mark.usefixtures("trusted")
def test_a_link_does_not_lead_out_of_it_either(protected: Server, server: Server, resources_guide: Path) -> None:
    def find(leads_to: str) -> list[Address]:
        protected.behave = lambda handler: send(handler, PAGE.format(leads_to).encode())
        return releases(protected.address, resources_guide)["onet"]

    assert [address.place for address in find(protected.address)] == [f"{protected.address}/db_29_3_text.zip"]
    for out in (server.address, "file:///etc"):
        with pytest.raises(DownloadError, match=r"no O\*NET release"):
            find(out)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALL_PROXY", "socks5://127.0.0.1:9"), ("HTTPS_PROXY", "gopher://127.0.0.1"), ("SSL_CERT_FILE", "/nowhere.pem")],
)
def test_a_computer_set_up_wrongly_is_said_and_a_stick_works_all_the_same(
    name: str, value: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    (tmp_path / "stick.zip").write_bytes(b"content")
    assert get(str(tmp_path / "stick.zip"), tmp_path / "work").read_bytes() == b"content"
    with pytest.raises(DownloadError, match="The network cannot be used as this computer is set up"):
        get(f"{server.address}/db.zip", tmp_path / "work")
