"""`python -m benchmarks [NAME ...] [--smoke]`: `BENCHMARKS` has the names. Ratios of one run, medians."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.endurance import endurance
from benchmarks.fuzz import fuzz
from benchmarks.kiosk import kiosk
from benchmarks.matching import matching
from benchmarks.measure import SHARED_DATA, Line, median, percentile_95, run_child, x_server
from benchmarks.notebook import notebook
from benchmarks.own_skills import own_skills
from benchmarks.searching import search

SECTIONS = ("overview", "tasks", "skills", "education", "activities", "outlook", "technology", "related")


def startup(smoke: bool) -> Iterator[Line]:
    """Launch to window visible, and to results in the list, against a bare QMainWindow; runs alternate."""
    bare, visible, results = [], [], []
    for _ in range(3 if smoke else 11):
        bare.append(run_child("bare_window.py")["at_visible"])
        marks = run_child("guide_window.py")
        visible.append(marks["at_visible"])
        results.append(marks["at_results"])
    of_bare = f"against a bare window: {median(bare) * 1000:.0f} ms; medians of {len(bare)} launches each"
    yield Line("launch → window visible", median(visible) / median(bare), "×", f"{median(visible) * 1000:.0f} ms {of_bare}", 3.0)
    yield Line(
        "launch → typed word has results", median(results) / median(bare), "×", f"{median(results) * 1000:.0f} ms {of_bare}", 5.0
    )


def switching(smoke: bool) -> Iterator[Line]:
    """Click to painted, a panel each, and against the same page's text in one QTextBrowser."""
    everything: list[float] = []
    plain: list[float] = []
    for section in SECTIONS[:3] if smoke else SECTIONS:
        marks = run_child("switching.py", "20" if smoke else "100", section)
        ours: list[float] = marks["ours"]  # type: ignore[assignment]
        plain += marks["theirs"]  # type: ignore[arg-type]
        everything += ours
        detail = f"median {median(ours):.1f} ms, worst {max(ours):.1f} ms, {len(ours)} occupations"
        yield Line(f"switch occupation, {section}, p95", percentile_95(ours), "ms", detail, 33)
    detail = f"{median(everything):.1f} ms against {median(plain):.1f} ms, medians"
    yield Line("switch occupation against one QTextBrowser", median(everything) / median(plain), "×", detail)


def memory(smoke: bool) -> Iterator[Line]:
    """The open window with a page and a chart against a bare window that imports the same libraries."""
    runs = 1 if smoke else 3
    bare = median([run_child("bare_window.py", "libraries")["rss_mb"] for _ in range(runs)])
    ours = median([run_child("guide_window.py", "page")["rss_mb"] for _ in range(runs)])
    yield Line("memory of the open window", ours / bare, "×", f"{ours:.0f} MB against {bare:.0f} MB resident", 1.6)


def build(smoke: bool) -> Iterator[Line]:
    """A full build of the official files against reading them with csv and inserting them untyped."""
    if not SHARED_DATA.is_dir():
        print("build: left out, the official releases (../shared/data) are not here")
        return
    tables = ["national"] if smoke else ["national", "state", "metro"]
    runs = 1 if smoke else 3
    plain = [run_child("build_guide.py", str(SHARED_DATA), *tables, "plain") for _ in range(runs)]
    ours = [run_child("build_guide.py", str(SHARED_DATA), *tables) for _ in range(runs)]
    seconds, baseline = median([run["seconds"] for run in ours]), median([run["seconds"] for run in plain])
    detail = f"{seconds:.1f} s against {baseline:.1f} s, tables {', '.join(tables)}"
    yield Line("full build against csv and untyped inserts", seconds / baseline, "×", detail, 3.0)
    peak = max(run["peak_mb"] for run in ours)
    yield Line("full build, peak memory", peak, "MB", f"the worst of {runs}", 300)


BENCHMARKS: dict[str, Callable[[bool], Iterator[Line]]] = {
    "startup": startup,
    "switching": switching,
    "memory": memory,
    "build": build,
    "search": search,
    "notebook": notebook,
    "matching": matching,
    "own_skills": own_skills,
    "kiosk": kiosk,
    "endurance": endurance,
    "fuzz": fuzz,
}


def main() -> int:
    """Print a line for each figure; 1 if a limit was not held."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHMARKS)} (all)")
    parser.add_argument("--smoke", action="store_true", help="few repetitions; shows that they run, limits are not judged")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"there is no benchmark named {', '.join(sorted(unknown))}")
    missed = 0
    with x_server() as display:
        print(f"Windows on {display}.")
        for name in chosen.names or BENCHMARKS:
            for line in BENCHMARKS[name](chosen.smoke):
                print(replace(line, limit=None) if chosen.smoke else line, flush=True)
                missed += line.held is False
    return 1 if missed and not chosen.smoke else 0


if __name__ == "__main__":
    sys.exit(main())
