"""Settings of a kiosk: check, pin, example."""

import argparse
import sys
from pathlib import Path

from careerguide.commands.output import Commands, complain
from careerguide.resources import resources


def add(commands: Commands) -> None:
    """Add these commands."""
    kiosk = commands.add_parser("kiosk", help="settings of a kiosk: check a file, make a PIN, print an example")
    tasks = kiosk.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser("check", help="whether a settings file is right; says what is wrong, with line numbers")
    check.add_argument("file", type=Path, metavar="FILE", help="a settings file")
    check.set_defaults(run=_check)
    pin = tasks.add_parser("pin", help="ask for a PIN and print the line for the settings file")
    pin.set_defaults(run=_pin)
    example = tasks.add_parser("example", help="print a settings file with all settings explained")
    example.set_defaults(run=_example)


def _check(chosen: argparse.Namespace) -> int:
    from careerguide.sources.kiosk_config import read_kiosk_config, summary

    for line in summary(read_kiosk_config(chosen.file)):
        print(line)
    return 0


def _pin(chosen: argparse.Namespace) -> int:
    from getpass import getpass

    from careerguide.domain.kiosk import hash_pin

    on_terminal = sys.stdin.isatty()
    pin = getpass("PIN: ") if on_terminal else sys.stdin.readline().rstrip("\r\n")
    if on_terminal and getpass("Again: ") != pin:
        complain("the two PINs differ; nothing was made.")
        return 2
    try:
        print(f'pin = "{hash_pin(pin)}"')
    except ValueError as error:
        complain(f"{error}.")
        return 2
    return 0


def _example(_: argparse.Namespace) -> int:
    print((resources() / "kiosk" / "kiosk.toml").read_text(encoding="utf-8"), end="")
    return 0
