"""The man page names every command and option of the whole program, and the files."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerguide.cli import parser

SOURCE = Path(__file__).parents[1] / "packaging" / "linux" / "careerguide.1"
FILES = (
    "~/.local/share/careerguide/",
    "~/.config/careerguide/settings.ini",
    "/etc/careerguide/site.toml",
    "/etc/careerguide/kiosk.toml",
)


def words() -> str:
    """What one reads, without the marks for bold, italics and new lines."""
    marks = re.sub(r"^\.[A-Z]+ ?|\\f[BIR]", "", SOURCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return " ".join(marks.replace("\\-", "-").replace('"', "").split())


def commands(of: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                deeper = list(commands(inner, f"{before}{name} "))
                yield from deeper or [before + name]


def options() -> Iterator[str]:
    for action in parser()._actions:
        yield from action.option_strings


@pytest.mark.parametrize("named", [*commands(parser()), *options(), "--center FILE", *FILES])
def test_it_is_in_the_man_page(named: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(named)}(?![\w-])", words()), named


def test_the_commands_are_found() -> None:
    assert {"show", "guide take", "kiosk pin", "site show", "center check"} <= set(commands(parser()))
