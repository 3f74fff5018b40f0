"""Lists of saved careers from files of all kinds, and the sentence for each that is none."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerguide.domain.errors import ImportFault
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep
from careerguide.sources.saved_lists import LARGEST_FILE, read_lists

OFFICER, NURSE = "33-3051.04", "29-1141.00"
FORMAT = "careerguide saved careers"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists")


def read(folder: Path, content: str | bytes, name: str = "mine.csv") -> tuple[ListToKeep, ...]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_lists(path)


def codes(lists: tuple[ListToKeep, ...]) -> dict[str, list[str]]:
    return {one.name: [career.code for career in one.careers] for one in lists}


def document(**career: object) -> str:
    careers = [{"code": NURSE}, {"code": OFFICER, **career}]
    return json.dumps({"format": FORMAT, "version": 1, "lists": [{"name": "Mine", "careers": careers}]})


# CSV


@pytest.mark.parametrize(
    "content",
    [
        f"code\n{OFFICER}\n{NURSE}\n",
        f"{OFFICER}\n{NURSE}",
        f"Code,Occupation\r\n{OFFICER},Officers\r\n\r\n{NURSE},Nurses\r\n",
        f"\ufeff TITLE ; CODE\n Officers;{OFFICER} \nNurses; {NURSE}\n",
        f"title\tcode\trank\nNurses, or so\t{OFFICER}\t1\n\t{NURSE}\n",
        f'"code","note"\r"{OFFICER}","a\rb"\r"{NURSE}",""\r',
    ],
)
def test_a_column_of_codes_is_enough(folder: Path, content: str) -> None:
    assert codes(read(folder, content)) == {"mine": [OFFICER, NURSE]}


def test_every_column_is_read(folder: Path) -> None:
    content = (
        "Added,Note,Color,Code,List\n"
        f"2026-03-01T14:30:00-05:00,'=1,GREEN,{OFFICER},Later\n"
        f"2026-03-01,,,{NURSE},Now\n"
        f",,,{NURSE},Later\n"
        ",,,,Empty\n"
    )
    later, now, empty = read(folder, content)
    assert now == ListToKeep("Now", (CareerToKeep(NURSE, "", Colour.NONE, datetime(2026, 3, 1, tzinfo=UTC)),))
    assert empty == ListToKeep("Empty", ())
    assert later.name == "Later"
    assert later.careers[0] == CareerToKeep(OFFICER, "=1", Colour.GREEN, datetime(2026, 3, 1, 19, 30, tzinfo=UTC))
    assert abs((datetime.now(UTC) - later.careers[1].added).total_seconds()) < 60


def test_a_career_twice_in_a_list_is_kept_once(folder: Path) -> None:
    content = f"list,code,note\nA,{OFFICER},first\nB,{OFFICER},\nA,{OFFICER},second\n"
    lists = read(folder, content)
    assert codes(lists) == {"A": [OFFICER], "B": [OFFICER]}
    assert lists[0].careers[0].note == "first"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "mine.csv, line 1: no column is named “code”"),
        ("name,salary\nAnna,1\n", "mine.csv, line 1: no column is named “code”"),
        ("code\n", "mine.csv: there are no saved careers"),
        (f"code\n{OFFICER}\n\n33-3051\n", "mine.csv, line 4: “33-3051” is not an O*NET-SOC code such as 33-3051.04."),
        ("code\n３３-3051.04\n", "mine.csv, line 2: “３３-3051.04” is not"),
        (f'code,note\n{OFFICER},"two\nlines"\nx,\n', "mine.csv, line 4: “x” is not"),
        (f"code,note\n{OFFICER},\n,something\n", "mine.csv, line 3: the code is missing."),
        (f"code,colour\n{OFFICER},pink\n", "line 2: “pink” is not a colour; there are none, red, amber, green, blue, purple."),
        (f"code,added\n{OFFICER},soon\n", "line 2: “soon” is not a time"),
        (f"code,added\n{OFFICER},0001-01-01T00:00+14:00\n", "line 2: “0001-01-01T00:00+14:00” is not a time"),
        (f"code,list\n{OFFICER},{'A' * 201}\n", "line 2: the name of the list is longer than 200"),
        (f"code,note\n{OFFICER},{'A' * 100_001}\n", "line 2: the note is longer than 100,000"),
        (f"code,note\n{OFFICER},{'A' * 200_000}\n", "line 2: this line cannot be read as a table"),
        (f'code,note\n{OFFICER},"no end\n', "line 2: this line cannot be read as a table"),
        (f'code,note\n{OFFICER},"a" b\n', "line 2: this line cannot be read as a table"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "mine.csv: this is not UTF-8 text"),
        ("code\n".encode("utf-16"), "mine.csv: this is not UTF-8 text"),
        (b"code\n\0\0\0", "mine.csv: this is not a text file."),
        ("code,list\n" + "".join(f"{NURSE},{number}\n" for number in range(1_001)), "mine.csv: more than 1,000 lists"),
        (f"code\n{NURSE}\n" + f"{NURSE}\n" * 20_000, "mine.csv: more than 1,000 lists or 20,000 careers"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_line(folder: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(ImportFault) as caught:
        read(folder, content)
    assert problem in str(caught.value)


# JSON


def test_a_json_file_needs_nothing_but_names_and_codes(folder: Path) -> None:
    (mine,) = read(folder, document(), "lists.json")
    assert codes((mine,)) == {"Mine": [NURSE, OFFICER]}
    assert mine.careers[0].colour is Colour.NONE


def test_lists_of_one_name_stay_two_lists_in_json(folder: Path) -> None:
    same = {"name": "Mine", "careers": []}
    content = json.dumps({"format": FORMAT, "version": 1, "lists": [same, same]})
    assert [one.name for one in read(folder, content)] == ["Mine", "Mine"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "lists.json, line 1: this is not whole JSON"),
        (document()[:-20], "lists.json, line 1: this is not whole JSON"),
        (document().replace(",", ",\n")[:-5], "line 5: this is not whole JSON"),
        ("[" * 200_000, "lists.json: this is JSON that no version"),
        ('{"format": ' + "9" * 10_000 + "}", "lists.json: this is JSON that no version"),
        ("[1, 2]", "lists.json: this JSON file is not one of saved careers"),
        ('{"careers": []}', "lists.json: this JSON file is not one of saved careers"),
        (f'{{"format": "{FORMAT}"}}', "does not say in which version"),
        (f'{{"format": "{FORMAT}", "version": 2}}', "newer version of Career Guide"),
        (f'{{"format": "{FORMAT}", "version": 1}}', "lists.json: “lists” is missing or not a list."),
        (f'{{"format": "{FORMAT}", "version": 1, "lists": []}}', "there are no saved careers"),
        (f'{{"format": "{FORMAT}", "version": 1, "lists": [3]}}', "list 1: this is not a list with a name"),
        (f'{{"format": "{FORMAT}", "version": 1, "lists": [{{"name": " "}}]}}', "list 1: the list has no name."),
        (f'{{"format": "{FORMAT}", "version": 1, "lists": [{{"name": "A"}}]}}', "list 1: “careers” is missing"),
        (f'{{"format": "{FORMAT}", "version": 1, "lists": [{{"name": "A", "careers": [4]}}]}}', "list 1, career 1: this is not"),
        (document(code="33-3051"), "lists.json, list 1, career 2: “33-3051” is not"),
        (document(code=33), "list 1, career 2: “code” is not a text."),
        (document(note=None), "list 1, career 2: “note” is not a text."),
        (document(note="\0"), "list 1, career 2: there is a character"),
        (document(note="\ud800"), "list 1, career 2: there is half a character"),
        (document(colour="\ud800"), "list 1, career 2: there is half a character"),
        (document(colour="mauve"), "list 1, career 2: “mauve” is not a colour"),
        (document(added="yesterday"), "list 1, career 2: “yesterday” is not a time"),
    ],
)
def test_what_is_wrong_with_a_json_file_is_said_with_its_place(folder: Path, content: str, problem: str) -> None:
    with pytest.raises(ImportFault) as caught:
        read(folder, content, "lists.json")
    assert problem in str(caught.value)


# Any file


def test_a_huge_file_is_refused_before_it_is_read(folder: Path) -> None:
    path = folder / "huge.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 1_000)  # 5 GB, none of it on the disk
    with pytest.raises(ImportFault, match=r"huge\.csv: the file is too large"):
        read_lists(path)
    path.unlink()


def test_what_cannot_be_read_is_refused(folder: Path) -> None:
    with pytest.raises(ImportFault, match=r"gone\.csv: the file cannot be read"):
        read_lists(folder / "gone.csv")
    with pytest.raises(ImportFault, match="this is not a file"):
        read_lists(folder)
    with pytest.raises(ImportFault, match="this is not a file"):
        read_lists(Path(os.devnull))


def test_a_file_that_may_not_be_read_is_refused(ordinary_person: Path) -> None:
    path = ordinary_person / "secret.csv"
    path.write_text("code\n", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ImportFault, match=r"secret\.csv: the file cannot be read \(Permission denied\)"):
        read_lists(path)


@given(content=st.binary(max_size=200) | st.text("\",;\t\n\r'{}[]:codelist0-.=", max_size=80).map(str.encode))
@settings(max_examples=500)
def test_no_file_ends_in_anything_but_lists_or_a_sentence(folder: Path, content: bytes) -> None:
    problem = ""
    lists: tuple[ListToKeep, ...] = ()
    try:
        lists = read(folder, content)
    except ImportFault as error:
        problem = str(error)
    assert bool(lists) is not bool(problem)
    assert not problem or (problem.startswith("mine.csv") and problem.endswith("."))
