"""Passphrases: how one becomes a key (scrypt), and texts that only the key opens (AES-GCM). There is no way back without it.

A sealed text is Base64 of a random nonce (12 bytes), the encrypted text and its tag. The place of a text (table, row, field) is
bound into it, so that it opens nowhere else. Keys are in memory alone.
"""

import os
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Protocol

from careerguide.domain.errors import NotebookDamaged, NotebookError, WrongPassphrase
from careerguide.domain.language import translate

_N, _R, _P = 2**15, 8, 3  # 32 MB and about a quarter of a second for each try (OWASP, Password Storage Cheat Sheet)
_SALT_BYTES = 16
_KEY_BYTES = 32
_NONCE_BYTES = 12
_PROOF_PLACE = "protection/proof"
_PROOF = "This key is right."


@dataclass(frozen=True, slots=True)
class Protection:
    """What is stored of a passphrase: the salt and cost of scrypt, and a sealed text. None of it tells the passphrase."""

    salt: bytes
    n: int
    r: int
    p: int
    proof: str


class Seal(Protocol):
    """Closes and opens texts. `place` names table, row and field of the text."""

    def close(self, text: str, place: str) -> str:
        """The text as it is to be stored."""

    def open(self, stored: str, place: str) -> str:
        """The text that was stored. Raises `NotebookDamaged` if it is not what was closed for this place."""


class Unsealed:
    """The seal of what is not protected: texts are stored as they are."""

    def close(self, text: str, place: str) -> str:
        """The text itself."""
        return text

    def open(self, stored: str, place: str) -> str:
        """The text itself."""
        return stored


UNSEALED = Unsealed()


class Key:
    """The seal of a protected session. `salt` tells for which passphrase it was made."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.salt = salt
        self._cipher = AESGCM(key)

    def close(self, text: str, place: str) -> str:
        """The text, encrypted under a new nonce."""
        nonce = os.urandom(_NONCE_BYTES)
        return b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())).decode()

    def open(self, stored: str, place: str) -> str:
        """The text. Raises `NotebookDamaged` if the key, the place or a single bit is another."""
        from cryptography.exceptions import InvalidTag

        try:
            sealed = b64decode(stored, validate=True)
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise NotebookDamaged(
                translate("Notebook", "A protected note cannot be opened: what is stored of it has been damaged.")
            ) from error


def _derive(passphrase: str, salt: bytes, n: int, r: int, p: int) -> Key:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters typed on another system can be other code points: é, or e and an accent.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Key(Scrypt(salt=salt, length=_KEY_BYTES, n=n, r=r, p=p).derive(typed), salt)


def new_protection(passphrase: str) -> tuple[Protection, Key]:
    """A new key for a passphrase, and what to store of it. Raises `NotebookError` if the passphrase is empty."""
    if not passphrase.strip():
        raise NotebookError(translate("Notebook", "A passphrase cannot be empty; type some words that you will remember."))
    salt = os.urandom(_SALT_BYTES)
    key = _derive(passphrase, salt, _N, _R, _P)
    return Protection(salt, _N, _R, _P, key.close(_PROOF, _PROOF_PLACE)), key


def open_protection(protection: Protection, passphrase: str) -> Key:
    """The key, if the passphrase is right. Raises `WrongPassphrase`, after the same work and in the same words, if it is not."""
    key = _derive(passphrase, protection.salt, protection.n, protection.r, protection.p)
    try:
        key.open(protection.proof, _PROOF_PLACE)
    except NotebookDamaged:
        raise WrongPassphrase(translate("Notebook", "This passphrase does not open the session.")) from None
    return key
