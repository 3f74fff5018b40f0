"""Reading the kiosk's settings, a TOML file."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from careerguide.domain.errors import SettingsFileError
from careerguide.domain.kiosk import Keyboard, KioskConfig, Look, is_pin_hash
from careerguide.domain.language import translate
from careerguide.sources.settings_file import (
    Check,
    checked,
    clock,
    language,
    one_of,
    path,
    read_toml,
    size,
    switch,
    whole,
    words,
)


def read_kiosk_config(file: Path) -> KioskConfig:
    """The settings in a file. Raises `SettingsFileError`, one line for each thing that is wrong."""
    text, table = read_toml(file)
    values, problems = checked(table, _CHECKS, file, text)
    if not problems:
        config = KioskConfig(**values)  # type: ignore[arg-type]  # the checks give each field its type
        problems = [f"{file.name}: {sentence}" for sentence in _together(config)]
        if not problems:
            return config
    raise SettingsFileError(problems)


def _together(config: KioskConfig) -> list[str]:
    """What is wrong with settings that belong together."""
    found = []
    if config.warning_seconds >= config.idle_seconds:
        found.append(translate("KioskConfig", "“warning_seconds” must be less than “idle_seconds”."))
    if (config.updates is None) != (config.updates_key is None):
        found.append(translate("KioskConfig", "“updates” and “updates_key” belong together; there is only one of them."))
    if config.updates is not None and config.guide is None:
        found.append(translate("KioskConfig", "“updates” needs a “guide”: the file that is brought up to date."))
    return found


def _pin(value: object, folder: Path) -> object:
    if not isinstance(value, str) or (value and not is_pin_hash(value)):
        raise ValueError(translate("KioskConfig", "must be what “careerguide kiosk pin” prints, not the PIN itself"))
    return value


_CHECKS: Mapping[str, Check] = {
    "guide": path,
    "language": language,
    "other_language": switch,
    "pin": _pin,
    "idle_seconds": whole(30, 3600),
    "warning_seconds": whole(20, 120),
    "centre": words,
    "logo": path,
    "message": words,
    "text_size": size,
    "look": one_of(Look),
    "keyboard": one_of(Keyboard),
    "printing": switch,
    "printer": words,
    "most_pages": whole(1, 50),
    "area": words,
    "counts": path,
    "dim_from": clock,
    "dim_until": clock,
    "updates": path,
    "updates_key": path,
    "content": path,
}


def summary(config: KioskConfig) -> list[str]:
    """The settings as lines “name = value”, the PIN only as set or not."""
    shown = {field.name: getattr(config, field.name) for field in fields(config)}
    shown["pin"] = (
        translate("KioskConfig", "set") if config.pin else translate("KioskConfig", "none: only the system ends the kiosk")
    )
    return [f"{name} = {'' if value is None else value}" for name, value in shown.items()]
