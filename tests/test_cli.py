"""The command line's contract: commands, exit codes, and the keys of its JSON."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from program import COMMAND, Program
from small_onet import ACTORS, OFFICER, OTHER

from careerguide import __version__

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(program: Program, small_guide: Path) -> Run:
    """Runs a command on the small guide: exit code, standard output, standard error."""
    return partial(program, "--guide", small_guide)


@pytest.fixture
def answer(run: Run) -> Callable[..., Any]:
    """Runs a command that must succeed and gives its JSON."""

    def command(*arguments: str | Path) -> Any:
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return command


TEXT, NUMBER, COUNT, FLAG = (str,), (int, float), (int,), (bool,)
MAYBE = (type(None),)
RATING = {
    "name": TEXT,
    "description": TEXT,
    "importance": NUMBER,
    "level": NUMBER + MAYBE,
    "low_precision": FLAG,
    "n": COUNT + MAYBE,
    "standard_error": NUMBER + MAYBE,
}
# The contract, key by key: the types a value may have, or the shape of the object or of the list's members.
SHOW: dict[str, Any] = {
    "code": TEXT,
    "title": TEXT,
    "overview": TEXT,
    "also_called": [TEXT],
    "tasks": [{"statement": TEXT, "kind": TEXT + MAYBE, "importance": NUMBER + MAYBE}],
    "knowledge": [RATING],
    "skills": [RATING],
    "abilities": [RATING],
    "work_activities": [RATING],
    "detailed_work_activities": [TEXT],
    "education": [{"level": TEXT, "percent": NUMBER, "note": TEXT + MAYBE}],
    "interests": [{"name": TEXT, "description": TEXT, "score": NUMBER}],
    "job_zone": {"zone": COUNT, "name": TEXT, "education": TEXT, "experience": TEXT, "training": TEXT},
    "technology": [{"name": TEXT, "category": TEXT, "hot": FLAG + MAYBE, "in_demand": FLAG + MAYBE}],
    "related": [{"code": TEXT, "title": TEXT}],
    "outlook": {
        "wages": {
            "area": TEXT,
            "area_name": TEXT,
            **dict.fromkeys(("p10", "p25", "median", "p75", "p90", "mean"), NUMBER + MAYBE),
            "unit": TEXT,
            "top_coded": [TEXT],
            "source": TEXT,
        },
        "employment": COUNT,
        "projection": {
            "base_year": COUNT,
            "target_year": COUNT,
            "change_percent": NUMBER,
            "openings_per_year": COUNT,
            "growth": TEXT,
            "typical_entry_education": TEXT,
        },
        "category": TEXT + MAYBE,
        "sentence": TEXT,
    },
    "assessments": [{"name": TEXT, "description": TEXT}],
    "sources": [{"name": TEXT, "release": TEXT, "licence": TEXT, "attribution": TEXT}],
}


def assert_shape(value: Any, shape: Any, place: str = "") -> None:
    if isinstance(shape, dict):
        assert isinstance(value, dict), place
        for key, inner in shape.items():
            assert key in value, f"{place}.{key}"
            assert_shape(value[key], inner, f"{place}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), place
        for number, member in enumerate(value):
            assert_shape(member, shape[0], f"{place}[{number}]")
    else:
        assert isinstance(value, shape), f"{place}: {value!r}"
        assert bool in shape or not isinstance(value, bool), place


def test_show_has_every_key_of_the_contract_with_its_type(answer: Callable[..., Any]) -> None:
    page = answer("show", OFFICER)
    assert_shape(page, SHOW)
    assert all(page[key] for key in SHOW if key != "assessments")


def test_show_in_the_starter_guide_has_every_key_too(program: Program, starter_guide: Path) -> None:
    for code in ("33-3051.04", "27-2011.00", "13-2011.00"):
        said = program("--guide", starter_guide, "show", code, "--json")
        assert said.code == 0
        page = json.loads(said.out)
        assert_shape(page, SHOW)
        assert page["assessments"] or code != "13-2011.00"


def test_show_gives_the_figures_of_the_page(answer: Callable[..., Any]) -> None:
    page = answer("show", OFFICER)
    assert (page["code"], page["title"]) == (OFFICER, "Customs and Border Protection Officers")
    assert page["also_called"] == ["Port Officer", "Entry Inspector"]
    assert page["tasks"][0]["kind"] == "core"
    assert page["tasks"][2]["kind"] == "supplemental"
    assert page["tasks"][3] == {"statement": "Walk a dog along the line.", "kind": None, "importance": None}
    ratings = [(rating["name"], rating["importance"], rating["level"]) for rating in page["knowledge"]]
    assert ratings == [
        ("Law and Government", 4.6, 5.1),
        ("Public Safety and Security", 4.6, 5.3),
        ("English Language", 4.02, 4.0),
        ("Fine Arts", 1.05, None),
    ]
    assert [rating["low_precision"] for rating in page["knowledge"]] == [False, False, True, False]
    assert [interest["name"] for interest in page["interests"][:3]] == ["Conventional", "Enterprising", "Realistic"]
    assert [share["percent"] for share in page["education"]][:4] == [40, 27, 14, 9]
    assert [other["code"] for other in page["related"]] == [ACTORS, OTHER]
    outlook = page["outlook"]
    assert outlook["wages"]["median"] == 75920
    assert (outlook["wages"]["unit"], outlook["wages"]["area"]) == ("year", "99")
    assert outlook["employment"] == 698_400
    assert outlook["projection"]["openings_per_year"] == 51_900
    assert outlook["category"] in ("bright", "average", "below_average")
    assert [source["name"] for source in page["sources"]][:1] == ["O*NET"]


def test_show_in_a_state_gives_its_wages_and_says_what_is_top_coded(answer: Callable[..., Any]) -> None:
    for area in ("CA", "06", "California"):
        wages = answer("show", OFFICER, "--area", area)["outlook"]["wages"]
        assert (wages["area"], wages["area_name"]) == ("06", "California")
        assert (wages["p90"], wages["top_coded"]) == (239_200, ["p90"])


def test_show_gives_hourly_wages_where_only_those_are_published(answer: Callable[..., Any]) -> None:
    wages = answer("show", ACTORS)["outlook"]["wages"]
    assert (wages["unit"], wages["median"], wages["p10"]) == ("hour", 36.5, 22)


def test_show_of_an_unrated_occupation_has_empty_lists_and_nulls(answer: Callable[..., Any]) -> None:
    page = answer("show", OTHER)
    lists = [key for key, shape in SHOW.items() if isinstance(shape, list) and key not in ("sources", "also_called")]
    assert {key: page[key] for key in lists} == {key: [] for key in lists}
    assert page["job_zone"] is None
    assert page["outlook"] == {"wages": None, "employment": None, "projection": None, "category": None, "sentence": None}
    assert set(SHOW) <= set(page)


def test_show_for_people_names_the_occupation_and_its_sections(run: Run) -> None:
    code, out, err = run("show", OFFICER)
    assert (code, err) == (0, "")
    assert "Customs and Border Protection Officers (33-3051.04)" in out
    assert "Law and Government" in out
    assert "$75,920" in out


def test_search_gives_the_query_and_ranked_results(answer: Callable[..., Any]) -> None:
    document = answer("search", "port officer")
    assert document["query"] == "port officer"
    first = document["results"][0]
    assert first == {
        "code": OFFICER,
        "title": "Customs and Border Protection Officers",
        "matched": "Port Officer",
        "why": "reported",
    }
    for result in document["results"]:
        assert_shape(result, {"code": TEXT, "title": TEXT, "matched": TEXT, "why": TEXT})
        assert result["why"] in ("title", "reported", "alternate", "spelling", "skill", "code")


def test_search_without_a_result_is_an_empty_list_as_json(answer: Callable[..., Any]) -> None:
    assert answer("search", "?!") == {"query": "?!", "results": []}


def test_search_for_people_gives_a_line_for_each_and_1_for_none(run: Run) -> None:
    code, out, err = run("search", "actors")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "27-2011.00  Actors"
    code, out, err = run("search", "?!")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1


def test_search_limits_the_results(program: Program, starter_guide: Path) -> None:
    for limit, expected in (("3", 3), ("40", 40)):
        said = program("--guide", starter_guide, "search", "manager", "--limit", limit, "--json")
        assert said.code == 0
        assert len(json.loads(said.out)["results"]) == expected


def test_search_of_standard_input_prints_one_json_line_for_each_line(run: Run) -> None:
    code, out, err = run("search", "-", "--json", given="actors\n\n?!\nport officer\r\nlast without a line end")
    assert (code, err) == (0, "")
    documents = [json.loads(line) for line in out.splitlines()]
    assert [document["query"] for document in documents] == ["actors", "", "?!", "port officer", "last without a line end"]
    assert [result["code"] for result in documents[0]["results"]][:1] == [ACTORS]
    assert documents[1]["results"] == documents[2]["results"] == []


def test_search_of_standard_input_for_people_names_each_query(run: Run) -> None:
    code, out, _ = run("search", "-", given="actors\nport officer\n")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("#")] == ["# actors", "# port officer"]


def test_build_writes_a_guide_that_can_be_shown(program: Program, small_sources: Path, small_guide: Path, tmp_path: Path) -> None:
    output = tmp_path / "built.guide"
    oews = small_sources / "oews-2025"
    arguments = ["--onet", small_sources / "onet", "--oews", oews / "national.csv", oews / "state.csv"]
    arguments += ["--projections", small_sources / "projections.csv", "--output", output]
    code, out, err = program("guide", "build", *arguments)
    assert (code, out.count("\n"), err) == (0, 1, "")
    built, expected = (program("--guide", guide, "show", OFFICER, "--json") for guide in (output, small_guide))
    assert json.loads(built.out) == json.loads(expected.out)


def test_build_takes_oews_once_with_several_paths_or_several_times(program: Program, small_sources: Path, tmp_path: Path) -> None:
    oews, output = small_sources / "oews-2025", tmp_path / "built.guide"
    arguments = ["--onet", small_sources / "onet", "--oews", oews / "national.csv", "--oews", oews / "state.csv"]
    assert program("guide", "build", *arguments, "--output", output).code == 0
    for area, name in (("99", "U.S."), ("CA", "California")):
        code, out, _ = program("--guide", output, "show", OFFICER, "--area", area, "--json")
        assert (code, json.loads(out)["outlook"]["wages"]["area_name"]) == (0, name)


def test_info_gives_release_sources_licences_and_row_counts(run: Run, small_guide: Path) -> None:
    for arguments in (("guide", "info", small_guide), ("guide", "info")):
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        document = json.loads(out)
        assert_shape(document, {"sources": SHOW["sources"], "rows": {}, "schema_version": COUNT, "bytes": COUNT, "missing": [TEXT]})
        assert document["bytes"] == small_guide.stat().st_size
        assert document["rows"]["occupation"] == 3
        assert document["rows"]["rating"] == 15
        assert document["missing"] == []
        released = {source["name"]: (source["release"], source["licence"]) for source in document["sources"]}
        assert released["O*NET"] == ("30.1", "CC BY 4.0")
        assert released["OEWS"] == ("May 2025", "Public domain")
        assert released["Employment Projections"] == ("2024–34", "Public domain")


def test_info_for_people_credits_every_source(run: Run, small_guide: Path) -> None:
    code, out, _ = run("guide", "info", small_guide)
    assert code == 0
    assert "O*NET 30.1 Database" in out
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in out
    assert "Occupational Employment and Wage Statistics, May 2025" in out
    assert "Employment Projections, 2024–34" in out


def test_verify_says_that_a_guide_is_sound_and_what_it_lacks(
    run: Run, program: Program, small_guide: Path, small_sources: Path, tmp_path: Path
) -> None:
    code, out, err = run("guide", "verify", small_guide)
    assert (code, err) == (0, "")
    assert out.startswith("The file is sound")
    release = tmp_path / "onet"
    release.mkdir()
    for file in (small_sources / "onet").iterdir():
        if file.name not in ("Task Ratings.txt", "Interests.txt"):
            (release / file.name).write_bytes(file.read_bytes())
    assert program("guide", "build", "--onet", release, "--output", tmp_path / "less.guide").code == 0
    code, out, err = run("guide", "verify", tmp_path / "less.guide")
    assert (code, err) == (0, "")
    for part in ("task importance", "interests", "wages", "projections"):
        assert part in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["guide"],
        ["guide", "build"],
        ["guide", "build", "--onet", "x"],
        ["guide", "verify"],
        ["search", "nurse", "--limit", "0"],
        ["search", "nurse", "--limit", "-1"],
        ["search", "nurse", "--limit", "many"],
        ["search"],
        ["unheard-of"],
        ["show", "33-3051.04", "--unheard-of"],
    ],
)
def test_wrong_usage_is_2_with_a_hint_on_standard_error(program: Program, arguments: list[str]) -> None:
    code, out, err = program(*arguments)
    assert (code, out) == (2, "")
    assert "usage: careerguide" in err
    assert "Traceback" not in err


def test_version_and_help_are_0(program: Program) -> None:
    for argument, words in (("--version", f"careerguide {__version__}"), ("--help", "usage: careerguide")):
        code, out, err = program(argument)
        assert (code, err) == (0, "")
        assert words in out


def test_the_window_opens_and_every_panel_shows(program: Program, small_guide: Path) -> None:
    for options in ((), ("--guide", small_guide)):
        done = program.start(*options, "--self-test", QT_QPA_PLATFORM="offscreen")
        assert done.returncode == 0, done.stderr
        assert b"panels and 6 pages rendered, a report printed." in done.stdout


def test_output_is_utf8_in_any_locale(program: Program, small_guide: Path) -> None:
    done = program.start("--guide", small_guide, "show", OFFICER, "--json", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "2024–34" in done.stdout.decode("utf-8")
    assert json.loads(done.stdout)["code"] == OFFICER


def test_bytes_that_are_no_text_are_a_query_like_any_other(program: Program, small_guide: Path) -> None:
    done = program.start("--guide", small_guide, "search", "-", "--json", given=b"caf\xe9\xff\nactors\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [len(json.loads(line)["results"]) for line in done.stdout.splitlines()][1] == 1


@pytest.mark.parametrize("code", ["33-3051.04\udcff", "\udcff"])
def test_arguments_that_are_no_text_are_unknown(run: Run, code: str) -> None:
    exit_code, out, err = run("show", code)
    assert (exit_code, out, err.count("\n")) == (1, "", 1)
    exit_code, out, err = run("search", code, "--json")
    assert (exit_code, err) == (0, "")
    json.loads(out)


def test_a_reader_that_stops_early_is_no_error(program: Program, small_guide: Path) -> None:
    for arguments in (["show", OFFICER], ["show", OFFICER, "--json"], ["guide", "info"]):
        with subprocess.Popen(
            [*COMMAND, "--guide", str(small_guide), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=program.environment(),
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_the_command_line_needs_no_window_system(small_guide: Path, small_sources: Path, tmp_path: Path) -> None:
    guide, output = str(small_guide), str(tmp_path / "built.guide")
    program = (
        "import sys; from careerguide.cli import main\n"
        f"guide, onet, output = {guide!r}, {str(small_sources / 'onet')!r}, {output!r}\n"
        "for line in (['show', '33-3051.04'], ['search', 'actors'], ['guide', 'info'], ['guide', 'verify', guide],\n"
        "             ['guide', 'build', '--onet', onet, '--output', output]):\n"
        "    assert main(['--guide', guide, *line]) == 0, line\n"
        "window = ('PySide6', 'shiboken6', 'pyqtgraph', 'numpy', 'careerguide.ui', 'careerguide.app')\n"
        "print([name for name in sys.modules if name.startswith(window)], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, b"[]")
