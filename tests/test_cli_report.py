"""`careerguide report`: PDF and HTML without a display, and what is said when they cannot be written."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from program import Program
from pypdf import PdfReader
from reporting import parsed

OFFICERS, NURSES, ACTORS, ALL_OTHER = "33-3051.04", "29-1141.00", "27-2011.00", "33-9099.00"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(program: Program, starter_guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `report` in an empty folder on the starter guide: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    return partial(program, "--guide", starter_guide, "report")


def html(tmp_path: Path, name: str = "out.html") -> str:
    return parsed((tmp_path / name).read_text(encoding="utf-8")).all("body")[0].words()


def test_an_occupation_as_html(run: Run, tmp_path: Path) -> None:
    assert run(OFFICERS, "--output", "out.html", "--area", "CA", "--name", " Maria  G. ", "--centre", "Lincoln High") == (
        0,
        "out.html: written.\n",
        "",
    )
    words = html(tmp_path)
    for expected in ("Lincoln High", "For Maria G.", "Customs and Border Protection Officers", "$118,880"):
        assert expected in words


def test_several_occupations_follow_each_other(run: Run, tmp_path: Path) -> None:
    assert run(NURSES, OFFICERS, NURSES, "--output", "out.html")[0] == 0
    titles = [heading.words() for heading in parsed((tmp_path / "out.html").read_text(encoding="utf-8")).all("h1", "h2")]
    assert titles == ["Careers", "Registered Nurses", "Customs and Border Protection Officers", "Sources"]


def test_occupations_side_by_side(run: Run, tmp_path: Path) -> None:
    assert run(OFFICERS, NURSES, "--compare", "--output", "out.html")[0] == 0
    assert html(tmp_path).count("Careers side by side") == 1


@pytest.mark.parametrize("codes", [[OFFICERS], [OFFICERS, OFFICERS], [OFFICERS, NURSES, ACTORS, ALL_OTHER, "11-1031.00"]])
def test_another_number_than_two_to_four_cannot_be_compared(run: Run, tmp_path: Path, codes: list[str]) -> None:
    code, out, err = run(*codes, "--compare", "--output", "out.html")
    assert (code, out) == (2, "")
    assert err == "careerguide: report --compare takes two to four different codes.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [OFFICERS],
        ["--output", "out.pdf"],
        [OFFICERS, "--output", "out.doc"],
        [OFFICERS, "--output", "out"],
        [OFFICERS, "--output", "out.html", "--name", "x" * 101],
    ],
)
def test_wrong_usage_is_2(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage: careerguide report" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["99-9999.00", "--output", "out.html"], 1, "There is no occupation with the code “99-9999.00” in this guide."),
        ([OFFICERS, "--output", "out.html", "--area", "Mars"], 1, "There are no wages for an area “Mars” in this guide."),
        ([OFFICERS, "--output", "none/out.html"], 3, "none/out.html: the file cannot be written"),
        ([OFFICERS, "--output", "out.html", "--logo", "none.png"], 3, "none.png: the logo cannot be read"),
    ],
)
def test_what_is_wrong_is_one_line(run: Run, tmp_path: Path, arguments: list[str], code: int, sentence: str) -> None:
    returned, out, err = run(*arguments)
    assert (returned, out) == (code, "")
    assert err.startswith(f"careerguide: {sentence}")
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":77"}])
def test_a_pdf_needs_no_display(program: Program, starter_guide: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    goal = tmp_path / "out.PDF"
    done = program.start("--guide", starter_guide, "report", OFFICERS, "--output", goal, "--name", "Maria", **environment)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{goal}: written.\n", b"")
    reader = PdfReader(goal)
    assert len(reader.pages) == 2
    assert "For Maria" in " ".join(reader.pages[0].extract_text().split())
    assert list(tmp_path.iterdir()) == [goal]


def test_a_pdf_that_cannot_be_written_is_one_line(program: Program, starter_guide: Path, tmp_path: Path) -> None:
    goal = tmp_path / "none" / "out.pdf"
    done = program.start("--guide", starter_guide, "report", OFFICERS, "--output", goal, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().startswith(f"careerguide: {goal}: the file cannot be written")
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_html_needs_no_qt(starter_guide: Path, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from careerguide.cli import main\n"
        f"sys.exit(main(['--guide', {str(starter_guide)!r}, 'report', '{OFFICERS}', '--output', 'out.html']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Customs and Border Protection Officers" in html(tmp_path)
