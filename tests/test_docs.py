"""The commands in the documentation are commands of the program."""

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerguide.cli import parser

ROOT = Path(__file__).parents[1]
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md")


def commands() -> Iterator[tuple[str, str]]:
    """Page and command line, of every command in a block of code; a synopsis has brackets or dots."""
    for page in PAGES:
        for block in re.findall(r"```\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                found = re.search(r"(?:^|\| |-- |offscreen )careerguide (.*?)(?: > \S+)?$", line.strip().removeprefix("$ "))
                if found and not re.search(r"\[|\.\.\.| {2,}|^COMMAND", found[1]):
                    yield page.name, found[1]


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_a_command_is_understood(page: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):  # --version and --help
        parser().parse_args(shlex.split(command))
    assert capsys.readouterr().err == "", page


def test_commands_are_found() -> None:
    assert len(list(commands())) > 20
