"""A career center's own content: check a file, print an example."""

import argparse
from pathlib import Path

from careerguide.commands.output import Commands, complain
from careerguide.resources import STARTER_GUIDE, resources


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
    from careerguide.domain.center_content import ALL
    from careerguide.sources.center_content import read_center_content

    content = read_center_content(chosen.file)
    guide = Guide(chosen.guide or STARTER_GUIDE)
    codes = [str(one.code) for one in guide.occupations()]
    guide.close()
    for entry in content.entries:
        for begin in entry.occupations:
            if begin != ALL and not any(code.startswith(begin) for code in codes):
                complain(f"{chosen.file.name}: {entry.title}: the guide has no occupation {begin}; it is shown nowhere.")
    print(f"{content.name}: {len(content.entries)} entries, {sum(map(len, content.translations.values()))} translations.")
    return 0


def _example(_: argparse.Namespace) -> int:
    print((resources() / "center" / "center.toml").read_text(encoding="utf-8"), end="")
    return 0
