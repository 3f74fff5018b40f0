"""The kiosk's settings and rules: what an administrator can choose, when it is night, how a PIN is kept and guesses are slowed."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from pathlib import Path

SHORTEST_PIN, LONGEST_PIN = 4, 64
_DELAYS = (0, 0, 0, 5, 15, 60, 300)
_SCRYPT = {"n": 1 << 14, "r": 8, "p": 1}


class Keyboard(StrEnum):
    """When the on-screen keyboard is shown: where no physical one was used yet, always, never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Look(StrEnum):
    """The theme."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class KioskConfig:
    """What an administrator chooses; every field has a default.

    Seconds: `idle_seconds` without a touch end a visit, the last `warning_seconds` of them with a countdown. `pin` is what `hash_pin`
    gave, “” for none: then only the system ends the kiosk. `area` is the code of the place whose pay is shown. `counts` is a folder,
    None for no counting. From `dim_from` to `dim_until` the waiting screen is dim; the same time means never. Update packs are taken from
    the folder `updates` where they are signed by whom `updates_key` is of, None for never. `content` is the file of a career center's own
    content.
    """

    guide: Path | None = None
    language: str = "en"
    other_language: bool = True
    pin: str = ""
    idle_seconds: int = 90
    warning_seconds: int = 20
    centre: str = ""
    logo: Path | None = None
    message: str = ""
    text_size: float = 1.35
    look: Look = Look.LIGHT
    keyboard: Keyboard = Keyboard.AUTO
    printing: bool = True
    printer: str = ""
    most_pages: int = 6
    area: str = ""
    counts: Path | None = None
    dim_from: time = time(20, 0)
    dim_until: time = time(6, 30)
    updates: Path | None = None
    updates_key: Path | None = None
    content: Path | None = None


def is_night(config: KioskConfig, now: time) -> bool:
    """Whether the waiting screen is to be dim; the night may go past midnight."""
    start, end = config.dim_from, config.dim_until
    if start <= end:
        return start <= now < end
    return now >= start or now < end


def hash_pin(pin: str) -> str:
    """A PIN as it is written into the settings: scrypt with a salt of its own. Raises `ValueError` for one too short or too long."""
    if not SHORTEST_PIN <= len(pin) <= LONGEST_PIN:
        raise ValueError(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} characters")
    salt = secrets.token_bytes(16)
    return f"scrypt1${salt.hex()}${_derived(pin, salt).hex()}"


def is_pin_hash(text: str) -> bool:
    """Whether a text can be what `hash_pin` gave."""
    kind, _, rest = text.partition("$")
    salt, _, key = rest.partition("$")
    try:
        return kind == "scrypt1" and len(bytes.fromhex(salt)) == 16 and len(bytes.fromhex(key)) == 32
    except ValueError:
        return False


def pin_matches(pin: str, kept: str) -> bool:
    """Whether a PIN is the one of which `kept` is the hash."""
    if not is_pin_hash(kept):
        return False
    _, salt, key = kept.split("$")
    return hmac.compare_digest(_derived(pin[:LONGEST_PIN], bytes.fromhex(salt)), bytes.fromhex(key))


def delay_after(failures: int) -> int:
    """Seconds to wait after so many wrong PINs in a row.

    Counted in memory only: starting the program anew takes its supervisor longer than guessing gains.
    """
    return _DELAYS[min(failures, len(_DELAYS) - 1)]


def _derived(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_SCRYPT)
