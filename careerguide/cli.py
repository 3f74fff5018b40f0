"""The command line (docs/command-line.md): the window's headless twin. Imports no Qt.

Exit codes: 0 done, 1 the thing asked for does not exist, 2 wrong usage, 3 a guide or data file is missing, damaged or not
supported. What is slow to import is imported by the command that needs it.
"""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from careerguide import __version__
from careerguide.commands import centers, guides, kiosks, occupations, sites
from careerguide.commands.output import complain
from careerguide.domain.errors import GuideError, SettingsFileError


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(prog="careerguide", description="Career Guide: every occupation in the United States, offline.")
    top.add_argument("--version", action="version", version=f"careerguide {__version__}")
    top.add_argument("--guide", type=Path, metavar="FILE", help="the guide file to open instead of the embedded one")
    top.add_argument("--notebook", metavar="URL", help="the notebook to open instead of the one in your data folder")
    top.add_argument("--self-test", action="store_true", help="open the window, visit every panel, close; 0 if all rendered")
    top.add_argument("--kiosk", action="store_true", help="open the kiosk: full screen, each visitor starts clean")
    top.add_argument("--config", type=Path, metavar="FILE", help="the settings of the kiosk")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for module in (occupations, guides, kiosks, centers, sites):
        module.add(commands)
    return top


def run_command(chosen: argparse.Namespace) -> int:
    """Run a command and return the exit code; a `GuideError` becomes one line on standard error."""
    try:
        command: Callable[[argparse.Namespace], int] = chosen.run
        code = command(chosen)
        if sys.stdout is not None:  # who starts the program can have closed it
            sys.stdout.flush()
        return code
    except SettingsFileError as error:
        for line in error.problems:
            complain(line)
        return error.exit_code
    except GuideError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        _drop_output()  # who read the output (head, less) has enough
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT):
            raise
        _drop_output()
        complain(f"what was asked for cannot be written out ({error.strerror}).")
        return GuideError.exit_code
    except KeyboardInterrupt:
        print("careerguide: stopped; nothing was changed.", file=sys.stderr)
        return 130


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that the exit stays silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line; without a command open the window."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    chosen = parser().parse_args(arguments)
    if chosen.command is not None:
        return run_command(chosen)
    if chosen.kiosk:
        from careerguide.kiosk import run_kiosk

        return run_kiosk(chosen.config)
    if chosen.config is not None:
        complain("--config is for the kiosk; add --kiosk.")
        return 2
    from careerguide.app import run_window

    return run_window(chosen.guide, chosen.notebook, self_test=chosen.self_test)
