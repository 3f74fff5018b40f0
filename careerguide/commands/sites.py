"""Settings that an administrator makes for a whole computer: check, show, example."""

import argparse
from pathlib import Path

from careerguide.commands.output import Commands, complain
from careerguide.resources import resources, site_file


def add(commands: Commands) -> None:
    """Add these commands."""
    site = commands.add_parser(
        "site", help="settings for everybody on this computer: check a file, show what holds, print an example"
    )
    tasks = site.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser("check", help="whether a settings file is right; says what is wrong, with line numbers")
    check.add_argument("file", type=Path, metavar="FILE", help="a settings file")
    check.set_defaults(run=_check)
    show = tasks.add_parser("show", help="what holds on this computer, and from which file")
    show.set_defaults(run=_show)
    example = tasks.add_parser("example", help="print a settings file with all settings explained")
    example.set_defaults(run=_example)


def _check(chosen: argparse.Namespace) -> int:
    return _tell(chosen.file)


def _show(_: argparse.Namespace) -> int:
    file = site_file()
    print(f"from {file}" if file is not None else "There are no settings for everybody on this computer.")
    return _tell(file)


def _tell(file: Path | None) -> int:
    from careerguide.sources.site import read_site

    site, problems = read_site(file)
    for name, table in (("defaults", site.defaults), ("locked", site.locked)):
        for key, value in table.items():
            print(f"{name}: {key} = {value}")
    for problem in problems:
        complain(problem)
    return 3 if problems else 0


def _example(_: argparse.Namespace) -> int:
    print((resources() / "site" / "site.toml").read_text(encoding="utf-8"), end="")
    return 0
