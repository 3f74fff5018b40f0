"""A signed update pack: one file for a USB stick or a share, with a guide, what is in it, and who made it.

A zip archive of three members: `guide` (the guide file), `manifest.json` (its checksum, size, schema version, sources, when it was
made) and `signature` (Ed25519 over the manifest's bytes). Whoever makes packs keeps a private key; the machines that take them know
the public key, which their administrator put there.
"""

import base64
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from careerguide.db.guide import Guide
from careerguide.db.schema import SCHEMA_VERSION
from careerguide.db.verify import verify
from careerguide.domain.errors import OutputError, UpdateRefused
from careerguide.domain.language import translate
from careerguide.sources.files import ZIP_FAULTS

FORMAT = 1
LARGEST_GUIDE_BYTES = 2_000_000_000
_LARGEST_MANIFEST = 1_000_000
_CHUNK = 1 << 20

Report = Callable[[float], None]
"""Told the share that is done, 0–1. May raise to stop."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of its guide. `made` is a moment in UTC, ISO 8601; `sources` are (name, release)."""

    sha256: str
    size: int
    schema_version: int
    sources: tuple[tuple[str, str], ...]
    made: str


def new_keys(private: Path, public: Path) -> None:
    """Write a new pair of keys as PEM files, the private one readable by its owner only. Raises `OutputError`; overwrites nothing."""
    key = Ed25519PrivateKey.generate()
    texts = (
        (private, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600),
        (public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), 0o644),
    )
    made: list[Path] = []
    try:
        for path, text, rights in texts:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights), "wb") as file:
                made.append(path)
                file.write(text)
    except OSError as error:
        for path in made:  # half a pair is of no use
            path.unlink(missing_ok=True)
        if not isinstance(error, FileExistsError):
            raise OutputError(
                translate("UpdatePack", "The keys cannot be written ({0}).").format(error.strerror or error)
            ) from error
        raise OutputError(
            translate("UpdatePack", "{0} is there already; keys are not overwritten.").format(error.filename)
        ) from None


def make_pack(guide_path: Path, private_key: Path, output: Path) -> Manifest:
    """Pack a guide that is whole. Raises `UpdateRefused` for a guide or key that is not fit, `OutputError`."""
    key = _private_key(private_key)
    faults = verify(guide_path).faults
    if faults:
        raise UpdateRefused(translate("UpdatePack", "{0} is not whole: {1}").format(guide_path, faults[0]))
    guide = Guide(guide_path)
    sources = tuple((source.name, source.release) for source in guide.sources)
    guide.close()
    digest = checksum(guide_path)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(digest, guide_path.stat().st_size, SCHEMA_VERSION, sources, made)
    text = _to_json(manifest)
    part = output.with_name(f".{output.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as pack:
            pack.writestr("manifest.json", text)
            pack.writestr("signature", base64.b64encode(key.sign(text)))
            pack.write(guide_path, "guide")
        os.replace(part, output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(
            translate("UpdatePack", "{0}: the pack cannot be written ({1}).").format(output, error.strerror or error)
        ) from error
    return manifest


def checksum(guide: Path) -> str:
    """What a manifest says of its guide: SHA-256 in hexadecimal. Raises OSError."""
    with guide.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(path: Path, public_key: Path) -> Manifest:
    """What a pack holds, once its signature is found good. Raises `UpdateRefused`."""
    key = _public_key(public_key)
    with _opened(path) as pack:
        text = _member(pack, "manifest.json")
        try:
            key.verify(base64.b64decode(_member(pack, "signature"), validate=True), text)
        except (InvalidSignature, ValueError):
            raise UpdateRefused(
                translate(
                    "UpdatePack", "{0}: this pack is not signed by whom this computer trusts; nothing was taken from it."
                ).format(path.name)
            ) from None
    manifest = _from_json(text, path)
    if manifest.schema_version != SCHEMA_VERSION:
        raise UpdateRefused(
            translate("UpdatePack", "{0}: this pack is for another version of the program; update the program first.").format(
                path.name
            )
            if manifest.schema_version > SCHEMA_VERSION
            else translate("UpdatePack", "{0}: this pack was made for an older version of the program.").format(path.name)
        )
    return manifest


def unpack(path: Path, public_key: Path, output: Path, report: Report = lambda share: None) -> Manifest:
    """Take the guide out of a pack to `output`, once signature and checksum are found good. Raises `UpdateRefused`, `OutputError`."""
    manifest = read_manifest(path, public_key)
    digest, done = hashlib.sha256(), 0
    try:
        with _opened(path) as pack, pack.open("guide") as packed, output.open("wb") as kept:
            while chunk := packed.read(_CHUNK):
                done += len(chunk)
                if done > min(manifest.size, LARGEST_GUIDE_BYTES):
                    break
                digest.update(chunk)
                kept.write(chunk)
                report(done / manifest.size)
    except (*ZIP_FAULTS, KeyError) as error:
        output.unlink(missing_ok=True)
        raise _damaged(path) from error
    except OSError as error:
        output.unlink(missing_ok=True)
        raise OutputError(
            translate("UpdatePack", "{0}: the guide cannot be taken out of the pack ({1}).").format(output, error.strerror or error)
        ) from error
    if done != manifest.size or digest.hexdigest() != manifest.sha256:
        output.unlink(missing_ok=True)
        raise _damaged(path)
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        pack = zipfile.ZipFile(path)
    except ZIP_FAULTS as error:
        raise _damaged(path) from error
    except OSError as error:
        raise UpdateRefused(
            translate("UpdatePack", "{0}: the pack cannot be read ({1}).").format(path, error.strerror or error)
        ) from error
    with pack:
        yield pack


def _member(pack: zipfile.ZipFile, name: str) -> bytes:
    try:
        if pack.getinfo(name).file_size > _LARGEST_MANIFEST:
            raise zipfile.BadZipFile
        return pack.read(name)
    except (*ZIP_FAULTS, KeyError, OSError) as error:
        raise _damaged(Path(pack.filename or "")) from error


def _damaged(path: Path) -> UpdateRefused:
    return UpdateRefused(
        translate("UpdatePack", "{0}: this is not an update pack, or it is damaged; copy it again.").format(path.name)
    )


def _to_json(manifest: Manifest) -> bytes:
    return json.dumps(
        {
            "format": FORMAT,
            "sha256": manifest.sha256,
            "size": manifest.size,
            "schema_version": manifest.schema_version,
            "sources": [list(source) for source in manifest.sources],
            "made": manifest.made,
        },
        ensure_ascii=False,
    ).encode()


def _from_json(text: bytes, path: Path) -> Manifest:
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        sources = tuple((str(name), str(release)) for name, release in told["sources"])
        return Manifest(str(told["sha256"]), int(told["size"]), int(told["schema_version"]), sources, str(told["made"]))
    except (ValueError, LookupError, TypeError) as error:
        raise _damaged(path) from error


def _private_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise UpdateRefused(translate("UpdatePack", "{0}: the private key cannot be read.").format(path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UpdateRefused(translate("UpdatePack", "{0}: this is not a key for update packs.").format(path))
    return key


def _public_key(path: Path) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UpdateRefused(translate("UpdatePack", "{0}: the public key cannot be read.").format(path)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise UpdateRefused(translate("UpdatePack", "{0}: this is not a key for update packs.").format(path))
    return key
