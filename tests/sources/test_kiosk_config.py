"""The kiosk's settings file: what is right is read, what is wrong is said with its line."""

from contextlib import suppress
from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerguide.domain.errors import SettingsFileError
from careerguide.domain.kiosk import Keyboard, KioskConfig, Look, hash_pin
from careerguide.resources import resources
from careerguide.sources.kiosk_config import read_kiosk_config, summary


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "kiosk.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(SettingsFileError) as caught:
        read_kiosk_config(write(folder, text))
    return str(caught.value).splitlines()


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_kiosk_config(write(tmp_path, "")) == KioskConfig()


def test_the_example_gives_the_defaults() -> None:
    assert read_kiosk_config(resources() / "kiosk" / "kiosk.toml") == KioskConfig()


def test_every_setting_is_read(tmp_path: Path) -> None:
    pin = hash_pin("2468")
    text = f"""
        guide = "school.guide"
        language = "es"
        other_language = false
        pin = "{pin}"
        idle_seconds = 60
        warning_seconds = 25
        centre = "Lincoln High"
        logo = "/etc/logo.png"
        message = "Room 204, Tuesdays"
        text_size = 2
        look = "contrast"
        keyboard = "never"
        printing = false
        printer = "PDF"
        most_pages = 2
        area = "06"
        counts = "counts"
        updates = "updates"
        updates_key = "/etc/updates.pem"
        content = "center.toml"
        dim_from = "22:15"
        dim_until = 05:00:00
    """
    assert read_kiosk_config(write(tmp_path, text)) == KioskConfig(
        tmp_path / "school.guide", "es", False, pin, 60, 25, "Lincoln High", Path("/etc/logo.png"), "Room 204, Tuesdays", 2.0,
        Look.CONTRAST, Keyboard.NEVER, False, "PDF", 2, "06", tmp_path / "counts", time(22, 15), time(5, 0), tmp_path / "updates", Path("/etc/updates.pem"), tmp_path / "center.toml",
    )  # fmt: skip


def test_settings_that_belong_together_are_held_to_it(tmp_path: Path) -> None:
    assert problems(tmp_path, 'updates = "packs"') == [
        "kiosk.toml: “updates” and “updates_key” belong together; there is only one of them.",
        "kiosk.toml: “updates” needs a “guide”: the file that is brought up to date.",
    ]


def test_all_faults_are_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = '# a kiosk\nidle_second = 90\n\nwarning_seconds = 5\ncentre = 7\n"look" = "pink"\n[extra]\nx = 1\n'
    assert problems(tmp_path, text) == [
        "kiosk.toml, line 2: “idle_second” is not a setting; did you mean “idle_seconds”?",
        "kiosk.toml, line 4: “warning_seconds” must be a whole number from 20 to 120.",
        "kiosk.toml, line 5: “centre” must be a text of one line, at most 200 characters.",
        'kiosk.toml, line 6: “look” must be one of "light", "dark", "contrast".',
        problems(tmp_path, "[extra]\nx = 1")[0].replace("line 1", "line 7"),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("idle_seconds = 29", "must be a whole number from 30 to 3600"),
        ("idle_seconds = true", "must be a whole number from 30 to 3600"),
        ("text_size = 2.5", "must be a number from 1.0 to 2.0"),
        ("printing = 1", "must be true or false"),
        ('language = "fr"', 'must be one of "en", "es"'),
        ('guide = ""', "must be the path of a file or folder"),
        ('dim_from = "25:00"', "must be a time of day such as 20:00"),
        ('pin = "2468"', "must be what “careerguide kiosk pin” prints, not the PIN itself"),
        ('message = "two\\nlines"', "must be a text of one line"),
        ("look = []", "must be one of"),
        ("keyboard = {a = 1}", "must be one of"),
    ],
)
def test_a_bad_value_says_what_is_allowed(tmp_path: Path, line: str, words: str) -> None:
    (said,) = problems(tmp_path, line)
    assert said.startswith("kiosk.toml, line 1: ")
    assert words in said


def test_the_warning_must_be_shorter_than_the_wait(tmp_path: Path) -> None:
    assert problems(tmp_path, "idle_seconds = 60\nwarning_seconds = 60") == [
        "kiosk.toml: “warning_seconds” must be less than “idle_seconds”."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("idle_seconds = ", "this is not TOML"),
        ("x = " + "[" * 20_000, "this is not TOML"),
        ("x = " + "9" * 5_000, "this is not TOML"),
        ("y" * 20_000 + " = 1", "is not a setting"),
        (b"\xff\xfe", "not a text in UTF-8"),
        (b"# " + b"x" * 200_000, "too large"),
    ],
    ids=["cut off", "brackets", "digits", "a long name", "not text", "too large"],
)
def test_a_wrong_file_gives_a_sentence(tmp_path: Path, content: str | bytes, words: str) -> None:
    (said,) = problems(tmp_path, content)
    assert words in said
    assert len(said) < 1_000


def test_a_missing_file_and_a_folder_give_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.toml", tmp_path):
        with pytest.raises(SettingsFileError, match="the file cannot be read"):
            read_kiosk_config(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_settings_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    with suppress(SettingsFileError):
        assert isinstance(read_kiosk_config(write(tmp_path, content)), KioskConfig)


def test_the_summary_does_not_tell_the_pin(tmp_path: Path) -> None:
    pin = hash_pin("2468")
    lines = summary(KioskConfig(pin=pin))
    assert "pin = set" in lines
    assert not any(pin in line for line in lines)
