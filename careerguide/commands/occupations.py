"""The occupations of a guide as text, JSON, PDF or HTML: show, search, compare, report."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from careerguide.commands.output import Commands, complain, print_json
from careerguide.resources import STARTER_GUIDE

if TYPE_CHECKING:
    from careerguide.domain.center_content import CenterContent


def add(commands: Commands) -> None:
    """Add these commands."""
    show = commands.add_parser("show", help="everything on an occupation's page")
    show.add_argument("code", metavar="CODE", help="an O*NET-SOC code, e.g. 33-3051.04")
    show.add_argument("--area", metavar="AREA", help="area code, postal code or name for wages, e.g. CA")
    show.add_argument("--center", type=Path, metavar="FILE", help="a career center's own content")
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
    report.add_argument("--center", type=Path, metavar="FILE", help="a career center's own content")
    report.set_defaults(run=_report)


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


def _show(chosen: argparse.Namespace) -> int:
    from careerguide.db.guide import Guide
    from careerguide.domain.wages import NATION
    from careerguide.reports.page_json import page_json
    from careerguide.reports.page_text import page_text

    guide = Guide(chosen.guide or STARTER_GUIDE, center=_center(chosen.center))
    page = guide.page(chosen.code, guide.find_area(chosen.area).code if chosen.area else NATION)
    if chosen.json:
        print_json(page_json(page))
    else:
        print(page_text(page))
    return 0


def _center(file: Path | None) -> "CenterContent | None":
    if file is None:
        return None
    from careerguide.sources.center_content import read_center_content

    return read_center_content(file)


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
            print_json(document, indent=None if several else 2)
            continue
        if several:
            print(f"# {query}")
        for result in results:
            matched = "" if result.matched == result.title else f"  ({result.matched})"
            print(f"{result.code}  {result.title}{matched}")
    if not found and not several and not chosen.json:
        complain(f"no occupation was found for “{chosen.text[:60]}”.")
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
        print_json(compare_json(comparison, needed))
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
        complain("report --compare takes two to four different codes.")
        return 2
    if chosen.logo is not None:
        read_logo(chosen.logo)  # asked for by name, a logo that cannot be used is a fault
    guide = Guide(chosen.guide or STARTER_GUIDE, center=_center(chosen.center))
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
