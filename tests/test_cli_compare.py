"""`careerguide compare`: two to four occupations side by side, as text and as JSON with stable keys."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from program import Program

from careerguide.db.guide import Guide
from careerguide.reports.page_json import page_json

OFFICERS, ACTORS, LEGISLATORS, ALL_OTHER = "33-3051.04", "27-2011.00", "11-1031.00", "33-9099.00"
Run = Callable[..., tuple[int, str, str]]

KEYS = {"occupations", "pay", "education", "growth", "job_zones", "interests", "differences", "needs", "tasks", "sources"}
DIFFERENCE = {"name", "importance", "level", "weights", "difference", "sure"}
PREPARATION = {
    "job_zone",
    "entry_education",
    "common_education",
    "work_experience",
    "common_experience",
    "training",
    "common_training",
}


@pytest.fixture
def run(program: Program, starter_guide: Path) -> Run:
    """Runs a command on the starter guide: exit code, standard output, standard error."""
    return partial(program, "--guide", starter_guide, "compare")


@pytest.fixture
def answer(run: Run) -> Callable[..., Any]:
    """Runs the command with --json, which must succeed."""

    def command(*arguments: str) -> Any:
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return command


def test_the_keys_of_the_contract_are_there(answer: Callable[..., Any]) -> None:
    found = answer(OFFICERS, ACTORS)
    assert set(found) == KEYS
    assert found["occupations"][0] == {"code": OFFICERS, "title": "Customs and Border Protection Officers"}
    assert set(found["differences"]) == {"knowledge", "skills"}
    for each in (*found["differences"]["knowledge"], *found["differences"]["skills"]):
        assert set(each) == DIFFERENCE
        assert [len(each[key]) for key in ("importance", "level", "weights")] == [2, 2, 2]
    (needed,) = found["needs"]
    assert set(needed) == {"from", "to", "knowledge", "skills", "preparation"}
    assert set(needed["preparation"]) == PREPARATION
    assert all(set(each) == DIFFERENCE for each in needed["knowledge"] + needed["skills"])
    assert all(set(each) == {"from", "to", "step"} for each in needed["preparation"].values())


def test_figures_are_those_of_the_pages(answer: Callable[..., Any], starter_guide: Path) -> None:
    found = answer(ACTORS, OFFICERS, LEGISLATORS)
    guide = Guide(starter_guide)
    pages = [page_json(guide.page(code)) for code in (ACTORS, OFFICERS, LEGISLATORS)]
    guide.close()
    assert found["pay"] == [page["outlook"]["wages"] for page in pages]
    assert found["pay"][2] is None
    for key, name in (("education", "education"), ("interests", "interests"), ("tasks", "tasks"), ("job_zones", "job_zone")):
        assert found[key] == [page[name] for page in pages]
    assert [each["projection"] for each in found["growth"]] == [page["outlook"]["projection"] for page in pages]


def test_the_largest_difference_comes_first(answer: Callable[..., Any]) -> None:
    knowledge = answer(OFFICERS, ACTORS)["differences"]["knowledge"]
    assert knowledge[0]["name"] == "Fine Arts"
    sizes = [each["difference"] for each in knowledge]
    assert sizes == sorted(sizes, reverse=True)
    assert all(abs(max(each["weights"]) - min(each["weights"]) - each["difference"]) < 0.011 for each in knowledge)


def test_needs_go_from_the_first_to_each_of_the_others(answer: Callable[..., Any]) -> None:
    found = answer(OFFICERS, ACTORS, LEGISLATORS, ALL_OTHER)
    assert [(each["from"], each["to"]) for each in found["needs"]] == [
        (OFFICERS, ACTORS),
        (OFFICERS, LEGISLATORS),
        (OFFICERS, ALL_OTHER),
    ]
    entry = found["needs"][1]["preparation"]["entry_education"]
    assert entry == {"from": "High school diploma or equivalent", "to": "Bachelor's degree", "step": "more"}
    assert found["needs"][2]["skills"] == []


def test_pay_is_for_the_area_asked_for(answer: Callable[..., Any]) -> None:
    wages = answer(OFFICERS, ACTORS, "--area", "CA")["pay"]
    assert wages[0]["area_name"] == "California"


def test_the_text_names_each_once_and_uses_letters_from_there(run: Run) -> None:
    code, out, err = run(OFFICERS, ACTORS, LEGISLATORS)
    assert (code, err) == (0, "")
    assert out.startswith(f"A  Customs and Border Protection Officers ({OFFICERS})\nB  Actors ({ACTORS})\n")
    lines = out.splitlines()
    assert any(line.split() == ["median", "$76,210", "$60,424", "–"] for line in lines)
    assert "B: published as Actors (27-2011); published by the hour only, shown for a year of 2,080 hours." in lines
    assert "C: pay is not published." in lines
    assert "From A to C: what would be asked more" in lines
    assert "Knowledge and skills: not rated for both." in lines
    assert all(len(line) < 120 for line in lines[: lines.index("From A to B: what would be asked more")])


def test_careers_without_figures_are_compared_in_words(run: Run) -> None:
    code, out, _ = run(LEGISLATORS, "55-3015.00")
    assert code == 0
    for words in ("Pay is not published.", "Not surveyed.", "Not rated for two of these careers."):
        assert words in out.splitlines()


@pytest.mark.parametrize("codes", [[OFFICERS], [OFFICERS, ACTORS, LEGISLATORS, ALL_OTHER, "29-1141.00"], [OFFICERS, OFFICERS], []])
def test_one_five_or_the_same_twice_is_wrong_usage(run: Run, codes: list[str]) -> None:
    code, out, err = run(*codes)
    assert (code, out) == (2, "")
    assert "careerguide compare: error:" in err


def test_a_code_that_is_not_there_and_an_unknown_area_are_told_in_one_line(run: Run) -> None:
    for arguments in ([OFFICERS, "99-9999.00"], [OFFICERS, ACTORS, "--area", "Atlantis"]):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
