"""Answers kept without who and when: what is in the file, what is refused, and the alphas a center gets from it."""

import csv
import random
from pathlib import Path

import pytest

from careerguide.db.anonymous_answers import alphas, answers_file, keep
from careerguide.domain.errors import OutputError, SourceError
from careerguide.domain.interests import TYPES
from careerguide.domain.inventory import Inventory
from careerguide.resources import in_language
from careerguide.sources.inventory import read_inventory


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return read_inventory(in_language("inventory.toml", "en"))


def person(inventory: Inventory, chance: random.Random, noise: float = 1.0) -> dict[str, int]:
    """Answers of somebody who likes the types differently, and the activities of a type alike up to `noise`."""
    liking = {name: chance.gauss(2, 1) for name in TYPES}
    return {item.id: min(max(round(liking[item.type] + chance.gauss(0, noise)), 0), 4) for item in inventory.items}


def filled(folder: Path, inventory: Inventory, forms: int, short: bool = False) -> Path:
    chance = random.Random(7)
    for _ in range(forms):
        keep(folder, inventory, person(inventory, chance), short)
    return answers_file(folder, inventory)


def test_a_row_has_the_answers_and_nothing_else(tmp_path: Path, inventory: Inventory) -> None:
    answers = {item.id: number % 5 for number, item in enumerate(inventory.items)}
    del answers["A01"]
    keep(tmp_path, inventory, answers, short=False)
    path = answers_file(tmp_path, inventory)
    assert path.name == "career-guide-interest-inventory-1-answers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {item.id: str(answers.get(item.id, "")) for item in inventory.items}
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_forms_make_the_same_file_in_whichever_order_they_come(tmp_path: Path, inventory: Inventory) -> None:
    chance = random.Random(1)
    forms = [person(inventory, chance) for _ in range(12)]
    written = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        for answers in forms:
            keep(tmp_path / name, inventory, answers, short=False)
        written.append(answers_file(tmp_path / name, inventory).read_bytes())
        chance.shuffle(forms)
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 13


def test_a_short_form_leaves_the_other_activities_empty(tmp_path: Path, inventory: Inventory) -> None:
    answers = dict.fromkeys((item.id for item in inventory.items), 3)
    keep(tmp_path, inventory, answers, short=True)
    with answers_file(tmp_path, inventory).open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {item_id for item_id, cell in row.items() if cell} == {item.id for item in inventory.form(short=True)}


def test_thirty_forms_give_an_alpha_for_each_type(tmp_path: Path, inventory: Inventory) -> None:
    path = filled(tmp_path, inventory, 40)
    found = alphas(path, inventory)
    assert [(each.type, each.forms) for each in found] == [(name, 40) for name in TYPES]
    assert all(each.alpha is not None and 0.75 < each.alpha < 1 for each in found)
    of_short = alphas(path, inventory, short=True)
    assert all((each.alpha or 0) < (whole.alpha or 0) for each, whole in zip(of_short, found, strict=True))


def test_under_thirty_forms_there_is_a_sentence_and_no_alpha(tmp_path: Path, inventory: Inventory) -> None:
    path = filled(tmp_path, inventory, 29)
    with pytest.raises(SourceError, match=r"29 completed forms .* at least 30 are needed"):
        alphas(path, inventory)
    keep(tmp_path, inventory, person(inventory, random.Random(8)), short=False)
    assert alphas(path, inventory)[0].forms == 30


def test_short_forms_count_for_the_short_form_alone(tmp_path: Path, inventory: Inventory) -> None:
    path = filled(tmp_path, inventory, 31, short=True)
    assert alphas(path, inventory, short=True)[0].forms == 31
    with pytest.raises(SourceError, match="0 completed forms"):
        alphas(path, inventory)


def test_a_type_with_an_activity_left_out_does_not_count_for_that_form(tmp_path: Path, inventory: Inventory) -> None:
    path = filled(tmp_path, inventory, 30)
    answers = person(inventory, random.Random(3))
    del answers["S04"]
    keep(tmp_path, inventory, answers, short=False)
    assert {each.type: each.forms for each in alphas(path, inventory)} == dict.fromkeys(TYPES, 31) | {"Social": 30}


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: "name,phone\nAnn,555\n", "line 1: these are not answers to “Career Guide interest inventory”, version 1"),
        (lambda text: "", "line 1: these are not answers"),
        (lambda text: text[:-30], "line 3: this line is damaged"),
        (lambda text: text.replace("\n3", "\n9", 1).replace("\n2", "\n9", 1), "line 2: this line is damaged"),
        (lambda text: text + "\n", "line 4: this line is damaged"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_and_left_alone(
    tmp_path: Path, inventory: Inventory, damage: object, told: str
) -> None:
    assert callable(damage)
    for value in (2, 3):
        keep(tmp_path, inventory, dict.fromkeys((item.id for item in inventory.items), value), short=False)
    path = answers_file(tmp_path, inventory)
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(SourceError, match=told):
        keep(tmp_path, inventory, dict.fromkeys((item.id for item in inventory.items), 1), short=False)
    with pytest.raises(SourceError, match=told):
        alphas(path, inventory)
    assert path.read_bytes() == before


def test_another_version_of_the_instrument_has_a_file_of_its_own(tmp_path: Path, inventory: Inventory) -> None:
    newer = Inventory(
        inventory.name, 2, inventory.instruction, inventory.anchors, inventory.items[:-6], "", "", None, inventory.sem
    )
    assert answers_file(tmp_path, newer) != answers_file(tmp_path, inventory)
    path = filled(tmp_path, inventory, 1)
    with pytest.raises(SourceError, match="version 2"):
        alphas(path, newer)


def test_another_language_has_a_file_and_alphas_of_its_own(tmp_path: Path, inventory: Inventory) -> None:
    spanish = read_inventory(in_language("inventory.toml", "es"))
    english = filled(tmp_path, inventory, 30)
    before = english.read_bytes()
    assert filled(tmp_path, spanish, 31).name == "career-guide-interest-inventory-1-es-answers.csv"
    assert english.read_bytes() == before
    assert alphas(english, inventory)[0].forms == 30
    assert alphas(answers_file(tmp_path, spanish), spanish)[0].forms == 31


def test_files_that_are_no_text_or_not_there_are_told(tmp_path: Path, inventory: Inventory) -> None:
    path = answers_file(tmp_path, inventory)
    with pytest.raises(SourceError, match="cannot be read"):
        alphas(path, inventory)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="not a text file"):
        alphas(path, inventory)


def test_a_folder_that_is_gone_is_told(tmp_path: Path, inventory: Inventory) -> None:
    with pytest.raises(OutputError, match="there is no such folder"):
        keep(tmp_path / "gone", inventory, {}, short=False)


def test_a_folder_that_cannot_be_written_to_keeps_what_it_has(ordinary_person: Path, inventory: Inventory) -> None:
    path = filled(ordinary_person, inventory, 2)
    before = path.read_bytes()
    ordinary_person.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="cannot be written"):
            keep(ordinary_person, inventory, {}, short=False)
    finally:
        ordinary_person.chmod(0o700)
    assert path.read_bytes() == before
