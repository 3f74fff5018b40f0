"""The interest inventory as a file: ours is whole and balanced, a center's own is read, and faults are told by their place."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from careerguide.domain.errors import SourceError
from careerguide.domain.interests import TYPES
from careerguide.domain.inventory import ASSUMED_ERROR, Anchor
from careerguide.resources import resources
from careerguide.sources.inventory import read_inventory, read_types

FOLDER = Path(__file__).parents[2] / "resources" / "assessment"

HEAD = """
name = "Six of a kind"
version = 3
instruction = "Choose."
citation = "A center's own."
licence = "Used with permission."
"""
ANSWERS = """
[[answers]]
value = 1
label = "No"

[[answers]]
value = 2
label = "Yes"
face = "Smile"
"""


def item(place: int, name: str, more: str = "") -> str:
    return f'[[items]]\nid = "{name[0]}{place}"\norder = {place}\ntype = "{name}"\ntext = "Do it"\n{more}\n'


ITEMS = "".join(item(place, name) for place, name in enumerate(reversed(TYPES)))


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


# Ours


def test_our_inventory_has_sixty_activities_ten_a_type_and_a_short_form_of_half_of_them() -> None:
    ours = read_inventory(FOLDER / "inventory.toml")
    for form, each in ((ours.form(short=False), 10), (ours.form(short=True), 5)):
        assert Counter(item.type for item in form) == dict.fromkeys(TYPES, each)
    assert ours.items[:30] == ours.form(short=True)
    assert [anchor.value for anchor in ours.anchors] == [0, 1, 2, 3, 4]
    assert all(anchor.face for anchor in ours.anchors)


def test_our_inventory_turns_through_the_types_and_never_asks_one_twice_in_a_row() -> None:
    asked = read_inventory(FOLDER / "inventory.toml").items
    assert [(one.id, other.id) for one, other in pairwise(asked) if one.type == other.type] == []
    for start in range(0, len(asked), 6):
        assert {each.type for each in asked[start : start + 6]} == set(TYPES)


def test_our_inventory_is_balanced_over_schooling() -> None:
    ours = read_inventory(FOLDER / "inventory.toml")
    of_types = Counter((each.type, each.schooling) for each in ours.items)
    assert {schooling for _, schooling in of_types} == {"high school", "some college", "bachelor"}
    assert {count for _, count in of_types.items()} <= {3, 4}


def test_our_inventory_claims_no_reliability_it_does_not_have() -> None:
    ours = read_inventory(FOLDER / "inventory.toml")
    assert ours.alphas is None
    assert ours.sem == ASSUMED_ERROR
    assert "not yet validated" in ours.citation
    assert "Holland" in ours.citation
    assert ours.licence


def test_the_types_have_words_for_a_result() -> None:
    words = read_types(FOLDER / "types.toml")
    assert tuple(words) == TYPES
    assert [words[name].letter for name in TYPES] == list("RIASEC")
    assert {(len(each.work), len(each.next_steps)) for each in words.values()} == {(3, 2)}


def test_the_installed_program_finds_the_inventory() -> None:
    assert read_inventory(resources() / "assessment" / "inventory.toml").items


# A center's own


def test_another_instrument_is_read_in_its_asking_order(tmp_path: Path) -> None:
    own = read_inventory(write(tmp_path, HEAD + ANSWERS + ITEMS))
    assert [each.type for each in own.items] == list(reversed(TYPES))
    assert own.anchors == (Anchor(1, "No", ""), Anchor(2, "Yes", "Smile"))
    assert (own.name, own.version, own.has_short_form, own.items[0].schooling) == ("Six of a kind", 3, False, "")
    assert own.language == "en"
    assert read_inventory(write(tmp_path, HEAD + 'language = "pt"\n' + ANSWERS + ITEMS)).language == "pt"


def test_measured_alphas_give_the_error_of_measurement(tmp_path: Path) -> None:
    alphas = "score_deviation = 9.0\n[alphas]\n" + "".join(f"{name} = {0.8 + 0.02 * n}\n" for n, name in enumerate(TYPES))
    own = read_inventory(write(tmp_path, HEAD + alphas + ANSWERS + ITEMS))
    assert own.alphas is not None
    assert own.alphas["Conventional"] == pytest.approx(0.9)
    assert own.sem == pytest.approx(9 * (1 - 0.85) ** 0.5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not a table", "this is not TOML"),
        (HEAD + ANSWERS, r"“items”: tables are needed"),
        (HEAD + ITEMS, r"“answers”: tables are needed"),
        (HEAD.replace("version = 3", 'version = "3"') + ANSWERS + ITEMS, "“version”: a whole number"),
        (HEAD.replace("citation", "source") + ANSWERS + ITEMS, "“source”: there is no such key"),
        (HEAD.replace('"Choose."', '" "') + ANSWERS + ITEMS, "“instruction”: a text is needed"),
        (HEAD + ANSWERS.replace("value = 2", "value = 1") + ITEMS, "answers 2, “value”: the answers must rise"),
        (HEAD + ANSWERS[: ANSWERS.rindex("[[")] + ITEMS, "two to 7 answers"),
        (HEAD + ANSWERS + ITEMS.replace('"Social"', '"Sociable"'), "items 3, “type”: there are the types Realistic"),
        (HEAD + ANSWERS + ITEMS + item(0, "Artistic"), "items 7, “order”: C0 has the same place"),
        (HEAD + ANSWERS + ITEMS + item(3, "Artistic"), "items 7, “id”: another item has the same id"),
        (HEAD + ANSWERS + ITEMS.replace('"C0"', '"C,0"'), "items 1, “id”: an id is made of"),
        (HEAD + ANSWERS + ITEMS.replace('"Do it"', "7"), "items 1, “text”: a text is needed"),
        (HEAD + ANSWERS + ITEMS + item(7, "Social", "shrt_form = true"), "items 7, “shrt_form”: there is no such key"),
        (HEAD + ANSWERS + ITEMS + item(7, "Social", "short_form = 1"), "items 7, “short_form”: true or false"),
        (HEAD + ANSWERS + ITEMS + item(7, "Social", "short_form = true"), "the short form has none of the type Realistic"),
        (HEAD + ANSWERS + ITEMS[: ITEMS.rindex("[[")], "the whole form has none of the type Realistic"),
        (HEAD + ANSWERS + ITEMS + "[alphas]\nRealistic = 0.8\n", "alphas, “Investigative”: a number above 0"),
        (HEAD + 'language = "../x"\n' + ANSWERS + ITEMS, "“language”: a code of two or three letters"),
        (HEAD + "score_deviation = 0\n" + ANSWERS + ITEMS, "“score_deviation”: a number above 0"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SourceError, match=told) as caught:
        read_inventory(write(tmp_path, text))
    assert str(caught.value).startswith("own.toml: ")


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_inventory(tmp_path / "none.toml")
    with pytest.raises(SourceError, match="cannot be read"):
        read_inventory(tmp_path)
    (tmp_path / "large.toml").write_bytes(b"#" * 2_000_000)
    with pytest.raises(SourceError, match="too large"):
        read_inventory(tmp_path / "large.toml")
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(SourceError, match="UTF-8"):
        read_inventory(tmp_path / "latin.toml")


def test_words_for_a_type_must_be_whole(tmp_path: Path) -> None:
    text = (FOLDER / "types.toml").read_text(encoding="utf-8")
    with pytest.raises(SourceError, match=r"Artistic, “letter”: the letter of this type is A"):
        read_types(write(tmp_path, text.replace('letter = "A"', 'letter = "B"')))
    with pytest.raises(SourceError, match=r"“Artistic”: a table is needed"):
        read_types(write(tmp_path, text[: text.index("[Artistic]")]))
    with pytest.raises(SourceError, match=r"Realistic, “likes”: a text is needed"):
        read_types(write(tmp_path, text.replace("likes = ", "likes = 5 # ", 1)))
    with pytest.raises(SourceError, match=r"Realistic, “work”: a list of texts"):
        read_types(write(tmp_path, re.sub(r"work = \[.*?\]", "work = []", text, count=1, flags=re.DOTALL)))
