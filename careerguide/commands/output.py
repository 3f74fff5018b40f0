"""How commands speak: one line for what went wrong, JSON, and progress on a terminal."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def complain(text: str) -> None:
    """One line on standard error, whatever names and cells of files the text holds."""
    print(f"careerguide: {' '.join(text.split())}", file=sys.stderr)


def print_json(document: object, *, indent: int | None = 2) -> None:
    """A document on standard output; `indent` None for one line."""
    print(json.dumps(document, ensure_ascii=False, indent=indent))


def progress() -> Callable[[str, float], None]:
    """Says on a terminal what is being done, and which share of it, 0 to 1."""
    on_terminal = sys.stderr.isatty()

    def report(doing: str, share: float) -> None:
        if on_terminal:
            print(f"\r{doing} … {share:4.0%}  ", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return report
