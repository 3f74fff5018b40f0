"""A career center's own content: check a file, print an example."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from careerguide.commands.output import Commands, complain
from careerguide.resources import STARTER_GUIDE, resources

if TYPE_CHECKING:
    from careerguide.db.guide import Guide
    from careerguide.domain.center_content import CenterContent


def add(commands: Commands) -> None:
    """Add these commands."""
    center = commands.add_parser("center", help="a career center's own content: check a file, print an example")
    tasks = center.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser("check", help="whether a file is right; says what is wrong, with line numbers")
    check.add_argument("file", type=Path, metavar="FILE", help="a center's file")
    check.set_defaults(run=_check)
    example = tasks.add_parser("example", help="print a file with everything explained")
    example.set_defaults(run=_example)


def _check(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.sources.center_content import read_center_content

    content = read_center_content(chosen.file)
    with closing(Guide(chosen.guide or STARTER_GUIDE)) as guide:
        for line, words in sorted(_not_shown(content, guide)):
            complain(f"{chosen.file.name}, line {line}: {words}")
    print(f"{content.name}: {len(content.entries)} entries, {sum(map(len, content.translations.values()))} translations.")
    return 0


def _not_shown(content: "CenterContent", guide: "Guide") -> Iterator[tuple[int, str]]:
    """What pages of this guide have no place for: the line of the file and a sentence. Raises `GuideDamaged`."""
    from careerguide.domain.center_content import ALL

    codes = [str(one.code) for one in guide.occupations()]
    for entry in content.entries:
        for begin in entry.occupations:
            if begin != ALL and not any(code.startswith(begin) for code in codes):
                yield entry.line, f"{entry.title}: the guide has no occupation {begin}; it is shown nowhere."
    for occupations in content.translations.values():
        for code, translated in occupations.items():
            given = len(translated.words.tasks)
            if code not in codes:
                yield translated.line, f"the guide has no occupation {code}; its translation is shown nowhere."
            elif given and given != (needed := len(guide.page(code).tasks)):
                yield translated.line, f"tasks: the guide has {needed} for {code}, here are {given}; they stay in English."


def _example(_: argparse.Namespace) -> int:
    print((resources() / "center" / "center.toml").read_text(encoding="utf-8"), end="")
    return 0
