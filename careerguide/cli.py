"""The command line (docs/command-line.md): the window's headless twin. Imports no Qt.

Exit codes: 0 done, 1 the thing asked for does not exist, 2 wrong usage, 3 a guide or data file is missing, damaged or not
supported. What is slow to import is imported by the command that needs it.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from careerguide import __version__
from careerguide.domain.errors import GuideError, KioskConfigError
from careerguide.resources import STARTER_GUIDE, resources

if TYPE_CHECKING:
    from careerguide.domain.guide_changes import GuideChanges


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

    show = commands.add_parser("show", help="everything on an occupation's page")
    show.add_argument("code", metavar="CODE", help="an O*NET-SOC code, e.g. 33-3051.04")
    show.add_argument("--area", metavar="AREA", help="area code, postal code or name for wages, e.g. CA")
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(run=_show)

    search = commands.add_parser("search", help="ranked occupations for a text")
    search.add_argument("text", metavar="TEXT", help="what to search for; - reads one query a line from standard input")
    search.add_argument("--limit", type=_positive, default=10, metavar="N", help="at most so many results (10)")
    search.add_argument("--json", action="store_true", help="print JSON")
    search.set_defaults(run=_search)

    compare = commands.add_parser("compare", help="two to four occupations side by side")
    compare.add_argument("codes", metavar="CODE", nargs="+", action=_TwoToFour, help="two to four O*NET-SOC codes")
    compare.add_argument("--area", metavar="AREA", help="area code, postal code or name for wages, e.g. CA")
    compare.add_argument("--json", action="store_true", help="print JSON")
    compare.set_defaults(run=_compare)

    report = commands.add_parser("report", help="occupations as PDF or HTML, to print or hand out")
    report.add_argument("codes", metavar="CODE", nargs="+", help="O*NET-SOC codes, e.g. 33-3051.04")
    report.add_argument("--output", type=_report_file, required=True, metavar="FILE", help="the .pdf or .html file to write")
    report.add_argument("--compare", action="store_true", help="two to four occupations side by side")
    report.add_argument("--area", metavar="AREA", help="area code, postal code or name for wages, e.g. CA")
    report.add_argument("--name", type=_name, default="", metavar="NAME", help="the person the report is for")
    report.add_argument("--centre", type=_name, default="", metavar="NAME", help="the school or career center that hands it out")
    report.add_argument("--logo", type=Path, metavar="FILE", help="its logo: a PNG, JPEG or SVG file")
    report.set_defaults(run=_report)

    _add_guide(commands)
    _add_kiosk(commands)
    return top


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_guide(commands: _Commands) -> None:
    guide = commands.add_parser("guide", help="build, describe or verify a guide file")
    actions = guide.add_subparsers(dest="action", metavar="ACTION", required=True)
    build = actions.add_parser("build", help="build a guide from official releases")
    build.add_argument("--onet", type=Path, required=True, metavar="PATH", help="an O*NET release, folder or zip, text layout")
    build.add_argument(
        "--oews", type=Path, nargs="+", action="extend", default=[], metavar="PATH", help="OEWS tables: files, zips or folders"
    )
    build.add_argument("--projections", type=Path, metavar="PATH", help="the Employment Projections table, xlsx or csv")
    build.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to write")
    build.set_defaults(run=_build)
    info = actions.add_parser("info", help="release, sources, licences, row counts")
    info.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a guide file (the embedded one)")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=_info)
    verify = actions.add_parser("verify", help="integrity and completeness; says what is missing")
    verify.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    verify.set_defaults(run=_verify)
    update = actions.add_parser("update", help="download the newest official releases, build, verify and put in place")
    update.add_argument(
        "--from", dest="mirror", metavar="PLACE", help="a folder or address with the files instead of the official ones"
    )
    update.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to bring up to date")
    update.add_argument("--work", type=Path, metavar="FOLDER", help="where downloads are kept meanwhile (beside the guide file)")
    update.add_argument("--dry-run", action="store_true", help="only say what would be downloaded")
    update.set_defaults(run=_update)
    rollback = actions.add_parser("rollback", help="go back to the guide before the last update; twice is as if nothing was done")
    rollback.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    rollback.set_defaults(run=_rollback)
    keys = actions.add_parser("keys", help="make a pair of keys for update packs")
    keys.add_argument("private", type=Path, metavar="PRIVATE", help="the private key to write, to be kept secret")
    keys.add_argument("public", type=Path, metavar="PUBLIC", help="the public key to write, for the machines")
    keys.set_defaults(run=_keys)
    pack = actions.add_parser("pack", help="make a signed update pack of a guide, one file for a USB stick or a share")
    pack.add_argument("file", type=Path, metavar="FILE", help="a guide file")
    pack.add_argument("--key", type=Path, required=True, metavar="PRIVATE", help="the private key")
    pack.add_argument("--output", type=Path, required=True, metavar="PACK", help="the pack to write")
    pack.set_defaults(run=_pack)
    take = actions.add_parser("take", help="take the guide out of an update pack, verify it and put it in place")
    take.add_argument("pack", type=Path, metavar="PACK", help="an update pack")
    take.add_argument("--key", type=Path, required=True, metavar="PUBLIC", help="the public key")
    take.add_argument("--output", type=Path, required=True, metavar="FILE", help="the guide file to bring up to date")
    take.add_argument("--dry-run", action="store_true", help="only say what would change")
    take.set_defaults(run=_take)


def _add_kiosk(commands: _Commands) -> None:
    kiosk = commands.add_parser("kiosk", help="settings of a kiosk: check a file, make a PIN, print an example")
    tasks = kiosk.add_subparsers(dest="task", metavar="TASK", required=True)
    check = tasks.add_parser("check", help="whether a settings file is right; says what is wrong, with line numbers")
    check.add_argument("file", type=Path, metavar="FILE", help="a settings file")
    check.set_defaults(run=_kiosk_check)
    pin = tasks.add_parser("pin", help="ask for a PIN and print the line for the settings file")
    pin.set_defaults(run=_kiosk_pin)
    example = tasks.add_parser("example", help="print a settings file with all settings explained")
    example.set_defaults(run=_kiosk_example)


def run_command(chosen: argparse.Namespace) -> int:
    """Run a command and return the exit code; a `GuideError` becomes one line on standard error."""
    try:
        command: Callable[[argparse.Namespace], int] = chosen.run
        code = command(chosen)
        sys.stdout.flush()
        return code
    except KioskConfigError as error:
        for line in error.problems:
            _complain(line)
        return error.exit_code
    except GuideError as error:
        _complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        # Who read the output (head, less) has enough. What is still buffered goes nowhere, so that the exit stays silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("careerguide: stopped; nothing was changed.", file=sys.stderr)
        return 130


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
        _complain("--config is for the kiosk; add --kiosk.")
        return 2
    from careerguide.app import run_window

    return run_window(chosen.guide, chosen.notebook, self_test=chosen.self_test)


def _complain(text: str) -> None:
    """One line on standard error, whatever names and cells of files the text holds."""
    print(f"careerguide: {' '.join(text.split())}", file=sys.stderr)


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def _report_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".pdf", ".html"}:
        raise argparse.ArgumentTypeError("must end in .pdf or .html")
    return path


def _name(text: str) -> str:
    from careerguide.domain.letterhead import LONGEST_NAME

    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        raise argparse.ArgumentTypeError(f"must have at most {LONGEST_NAME} characters")
    return name


class _TwoToFour(argparse.Action):
    """Takes two to four different codes."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option_string: str | None = None
    ) -> None:
        from careerguide.domain.compare import FEWEST, MOST

        codes = [str(value).strip() for value in values] if isinstance(values, list) else []
        if not FEWEST <= len(codes) <= MOST:
            parser.error("two to four codes are compared")
        if len(set(codes)) < len(codes):
            parser.error("each code can be there only once")
        setattr(namespace, self.dest, codes)


def _print_json(document: object, *, indent: int | None = 2) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=indent))


def _show(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.domain.wages import NATION
    from careerguide.reports.page_json import page_json
    from careerguide.reports.page_text import page_text

    guide = Guide(chosen.guide or STARTER_GUIDE)
    page = guide.page(chosen.code, guide.find_area(chosen.area).code if chosen.area else NATION)
    if chosen.json:
        _print_json(page_json(page))
    else:
        print(page_text(page))
    return 0


def _search(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.reports.page_json import result_json

    guide = Guide(chosen.guide or STARTER_GUIDE)
    several = chosen.text == "-"
    queries = (line.rstrip("\r\n") for line in sys.stdin) if several else [chosen.text]
    found = False
    for query in queries:
        results = guide.search(query, chosen.limit)
        found = found or bool(results)
        if chosen.json:
            document = {"query": query, "results": [result_json(result) for result in results]}
            _print_json(document, indent=None if several else 2)
            continue
        if several:
            print(f"# {query}")
        for result in results:
            matched = "" if result.matched == result.title else f"  ({result.matched})"
            print(f"{result.code}  {result.title}{matched}")
    if not found and not several and not chosen.json:
        _complain(f"no occupation was found for “{chosen.text[:60]}”.")
    return 0 if found or several or chosen.json else 1


def _compare(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.domain.compare import compare
    from careerguide.domain.needs import needs
    from careerguide.domain.wages import NATION
    from careerguide.reports.compare_json import compare_json
    from careerguide.reports.compare_text import compare_text

    guide = Guide(chosen.guide or STARTER_GUIDE)
    area = guide.find_area(chosen.area).code if chosen.area else NATION
    comparison = compare([guide.page(code, area) for code in chosen.codes])
    first, *others = comparison.pages
    needed = [needs(first, other) for other in others]
    if chosen.json:
        _print_json(compare_json(comparison, needed))
    else:
        print(compare_text(comparison, needed))
    return 0


def _report(chosen: argparse.Namespace) -> int:
    from datetime import date

    from careerguide.db.guide import Guide
    from careerguide.domain.letterhead import Letterhead
    from careerguide.domain.wages import NATION
    from careerguide.reports.comparison_report import comparison_report
    from careerguide.reports.list_report import careers_report
    from careerguide.reports.logo import read_logo
    from careerguide.reports.occupation_report import occupation_report
    from careerguide.reports.options import COMPARISON_PARTS, OCCUPATION_PARTS

    codes = list(dict.fromkeys(chosen.codes))
    if chosen.compare and not 2 <= len(codes) <= 4:
        _complain("report --compare takes two to four different codes.")
        return 2
    if chosen.logo is not None:
        read_logo(chosen.logo)  # asked for by name, a logo that cannot be used is a fault
    guide = Guide(chosen.guide or STARTER_GUIDE)
    area = guide.find_area(chosen.area).code if chosen.area else NATION
    pages = [guide.page(code, area) for code in codes]
    letterhead, today = Letterhead(chosen.name, chosen.centre, chosen.logo), date.today()
    if chosen.compare:
        document = comparison_report(pages, frozenset(COMPARISON_PARTS), letterhead, today)
    elif len(pages) == 1:
        document = occupation_report(pages[0], frozenset(OCCUPATION_PARTS), letterhead, today)
    else:
        document = careers_report("Careers", pages, letterhead, today)
    if chosen.output.suffix.lower() == ".pdf":
        from careerguide.app import write_report_pdf

        write_report_pdf(document, chosen.output)
    else:
        from careerguide.reports.html import write_html

        write_html(document, chosen.output)
    print(f"{chosen.output}: written.")
    return 0


def _build(chosen: argparse.Namespace) -> int:
    from careerguide.db.build import build_official

    on_terminal = sys.stderr.isatty()

    def report(doing: str, share: float) -> None:
        if on_terminal:
            print(f"\r{doing} … {share:4.0%}  ", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    build_official(chosen.onet, chosen.oews, chosen.projections, resources() / "guide", chosen.output, report)
    print(f"{chosen.output}: built.")
    return 0


def _info(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.db.schema import SCHEMA_VERSION
    from careerguide.db.verify import missing_parts, row_counts

    path = chosen.file or chosen.guide or STARTER_GUIDE
    guide = Guide(path)
    counts = row_counts(guide)
    if chosen.json:
        _print_json(
            {
                "schema_version": SCHEMA_VERSION,
                "bytes": path.stat().st_size,
                "sources": [
                    {"name": source.name, "release": source.release, "licence": source.licence, "attribution": source.attribution}
                    for source in guide.sources
                ],
                "rows": counts,
                "missing": missing_parts(guide),
            }
        )
        return 0
    print(f"Guide file, schema version {SCHEMA_VERSION}, {path.stat().st_size / 1e6:,.1f} MB")
    for source in guide.sources:
        print(f"\n{source.name} {source.release} · {source.licence}\n  {source.attribution}")
    print("\nRows")
    for table, count in sorted(counts.items()):
        print(f"  {table:<24}{count:>10,}")
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    from careerguide.db.verify import verify

    findings = verify(chosen.file)
    for line in findings.notes:
        print(line)
    for line in findings.faults:
        _complain(f"{chosen.file}: {line}")
    return 3 if findings.faults else 0


def _progress() -> Callable[[str, float], None]:
    """Shows on a terminal what is being done."""
    on_terminal = sys.stderr.isatty()

    def report(doing: str, share: float) -> None:
        if on_terminal:
            print(f"\r{doing} … {share:4.0%}  ", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return report


def _update(chosen: argparse.Namespace) -> int:
    import shutil

    from careerguide.db.update import look, prepare, put_in_place
    from careerguide.sources.releases import read_release_files

    found = look(read_release_files(resources() / "guide" / "releases.toml"), chosen.mirror)
    for source, addresses in found.items():
        for address in addresses:
            print(f"{source}: {address.name} from {address.place}")
    if chosen.dry_run:
        return 0
    work = chosen.work or chosen.output.with_name(f"{chosen.output.name}.update")
    update = prepare(found, resources() / "guide", chosen.output, work, _progress())
    put_in_place(update.path, chosen.output)
    shutil.rmtree(work, ignore_errors=True)
    _print_changes(update.changes)
    print(f"{chosen.output}: up to date. “careerguide guide rollback {chosen.output}” goes back.")
    return 0


def _rollback(chosen: argparse.Namespace) -> int:
    from careerguide.db.update import roll_back

    roll_back(chosen.file)
    print(f"{chosen.file}: the guide before is in place again.")
    return 0


def _keys(chosen: argparse.Namespace) -> int:
    from careerguide.db.update_pack import new_keys

    new_keys(chosen.private, chosen.public)
    print(f"{chosen.private}: keep this key secret. {chosen.public}: put this one on the machines.")
    return 0


def _pack(chosen: argparse.Namespace) -> int:
    from careerguide.db.update_pack import make_pack

    manifest = make_pack(chosen.file, chosen.key, chosen.output)
    print(f"{chosen.output}: packed, {', '.join(f'{name} {release}' for name, release in manifest.sources)}.")
    return 0


def _take(chosen: argparse.Namespace) -> int:
    import tempfile

    from careerguide.db.update import examine, put_in_place
    from careerguide.db.update_pack import unpack

    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "new.guide"
        unpack(chosen.pack, chosen.key, new)
        update = examine(new, chosen.output)
        _print_changes(update.changes)
        if not chosen.dry_run:
            put_in_place(new, chosen.output)
            print(f"{chosen.output}: up to date.")
    return 0


def _print_changes(changes: "GuideChanges") -> None:
    for word, several in (("added", changes.added), ("removed", changes.removed)):
        for code, title in several:
            print(f"{word}: {code}  {title}")
    for code, before, after in changes.renamed:
        print(f"renamed: {code}  {before} → {after}")
    for one in changes.moved:
        print(f"median pay: {one.code}  {one.title}  ${one.before:,.0f} → ${one.after:,.0f} ({one.percent:+.0f} %)")
    if not changes:
        print("No occupation was added, removed or renamed, and no median pay moved by 5 % or more.")


def _kiosk_check(chosen: argparse.Namespace) -> int:
    from careerguide.sources.kiosk_config import read_kiosk_config, summary

    for line in summary(read_kiosk_config(chosen.file)):
        print(line)
    return 0


def _kiosk_pin(chosen: argparse.Namespace) -> int:
    from getpass import getpass

    from careerguide.domain.kiosk import hash_pin

    on_terminal = sys.stdin.isatty()
    pin = getpass("PIN: ") if on_terminal else sys.stdin.readline().rstrip("\r\n")
    if on_terminal and getpass("Again: ") != pin:
        _complain("the two PINs differ; nothing was made.")
        return 2
    try:
        print(f'pin = "{hash_pin(pin)}"')
    except ValueError as error:
        _complain(f"{error}.")
        return 2
    return 0


def _kiosk_example(_: argparse.Namespace) -> int:
    print((resources() / "kiosk" / "kiosk.toml").read_text(encoding="utf-8"), end="")
    return 0
