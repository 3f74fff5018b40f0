"""A career center's own content: what is right is read, what is wrong is said with its line, and nothing else happens."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerguide.cli import main
from careerguide.db.guide import Guide
from careerguide.domain.center_content import CenterContent, Entry, Kind, Origin, Text, Translation, entry_lines, translation_line
from careerguide.domain.content_words import OccupationWords
from careerguide.domain.errors import SettingsFileError
from careerguide.resources import resources
from careerguide.sources.center_content import read_center_content

EXAMPLE = resources() / "center" / "center.toml"
NURSES, OFFICERS = "29-1141.00", "33-3051.04"
CENTER = '[center]\nname = "Lincoln"\n'
NOTE = 'title = "T"\nsource = "S"\ndate = 2026-11-01\n'


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "center.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(SettingsFileError) as caught:
        read_center_content(write(folder, text))
    return list(caught.value.problems)


def test_the_example_has_an_entry_of_every_kind() -> None:
    content = read_center_content(EXAMPLE)
    assert content.name == "Lincoln Career Center"
    assert {entry.kind for entry in content.entries} == set(Kind)
    assert content.words_in("es")[NURSES].title == "Enfermeras y enfermeros registrados"
    assert content.words_in("es")[NURSES].origin == Origin("Lincoln Career Center", date(2026, 10, 1))
    assert content.words_in("fr") == {}


def test_what_belongs_to_an_occupation_comes_by_kind() -> None:
    content = read_center_content(EXAMPLE)
    part = content.about(NURSES)
    assert part is not None
    assert [entry.kind for entry in part.entries] == [Kind.CORRECTIONS, Kind.EMPLOYERS, Kind.ASSESSMENTS, Kind.CONTACTS]
    nobody = CenterContent("x", entries=(Entry(Kind.NOTES, ("29-",), "t", "s", date(2026, 1, 1)),))
    assert nobody.about(OFFICERS) is None
    assert nobody.about(NURSES) is not None


def test_an_entry_says_where_it_is_from() -> None:
    entry = Entry(Kind.EMPLOYERS, ("all",), "Hospital", "Its office", date(2026, 10, 15), "Beds.", "1 Way", "555", "")
    assert entry_lines(entry) == ["Beds.", "1 Way · 555", "Source: Its office, October 15, 2026"]


def test_a_translation_says_who_made_it_and_when() -> None:
    origin = read_center_content(EXAMPLE).words_in("es")[NURSES].origin
    assert origin is not None
    said = translation_line(Translation(origin, (Text.TITLE, Text.SUMMARY)))
    assert said == "Translated by Lincoln Career Center, October 1, 2026: title and description. Not an official translation."
    assert ": title, description, other titles and tasks. " in translation_line(Translation(origin, tuple(Text)))


def test_what_begins_on_which_line_is_kept() -> None:
    content, lines = read_center_content(EXAMPLE), EXAMPLE.read_text(encoding="utf-8").splitlines()
    assert [lines[entry.line - 1].partition("]]")[0] for entry in content.entries] == [f"[[{one.kind}" for one in content.entries]
    assert lines[content.translations["es"][NURSES].line - 1] == f'[translations.es."{NURSES}"]'


def test_all_faults_are_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = (
        "[center]\nnmae = 'x'\n[[notes]]\noccupations = 'nurses'\n" + NOTE + "[[notes]]\noccupations = 'all'\ntitle = 'T'\n"
        "[[employer]]\ntitle = 'x'\n[[programs]]\noccupations = 'all'\ndate = '2026-11-01'\ntitle = 'T'\nsource = ''\n"
        "[translations.xx.\"29-1141.00\"]\ntitle = 'x'\n"
    )
    found = problems(tmp_path, text)
    assert [one.split(":")[0] for one in found] == [
        *(f"center.toml, line {line}" for line in (2, 4, 8, 11, 15, 17)),
        "center.toml, line 18",
        "center.toml",
    ]
    assert "did you mean “name”" in found[0]
    assert "must be O*NET-SOC codes" in found[1]
    assert found[2].endswith("these are missing: source, date.")
    assert "did you mean “employers”" in found[3]
    assert "must be a day such as 2026-11-27" in found[4]
    assert "must not be empty" in found[5]
    assert "“xx” is not a setting" in found[6]
    assert "the name of the center is missing" in found[7]


def test_a_translation_into_english_is_a_fault(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f'{CENTER}[translations.en."{NURSES}"]\n{NOTE}')
    assert found.startswith("center.toml, line 3: the guide is in English, so a translation into “en” is never shown.")


@pytest.mark.parametrize("code", ["29-", "29-11", "29-1141", "29-1141.0", "all", "nurses", "٢٩-1141.00", ""])
def test_a_translation_is_of_one_occupation(tmp_path: Path, code: str) -> None:
    good = f'[translations.es."{NURSES}"]\n{NOTE}[[notes]]\noccupations = ["{code}"]\n{NOTE}' if code in ("29-", "all") else ""
    text = f'{CENTER}{good}[translations.es."{code}"]\n{NOTE}'
    (found,) = problems(tmp_path, text)
    line = text.splitlines().index(f'[translations.es."{code}"]') + 1
    assert (
        found == f"center.toml, line {line}: “{code}” must be the O*NET-SOC code of one occupation, in quotes, such as “{NURSES}”."
    )


def test_a_code_without_quotes_is_found_too(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f'{CENTER}[translations.es."{NURSES}"]\n{NOTE}[translations.es.33-3051.04]\n{NOTE}')
    assert found.startswith("center.toml, line 7: “33-3051” must be")


def test_digits_of_another_script_are_no_code(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f'{CENTER}[[notes]]\noccupations = "٢٩-"\n{NOTE}')
    assert "must be O*NET-SOC codes" in found


def test_of_many_faults_the_first_are_said(tmp_path: Path) -> None:
    found = problems(tmp_path, CENTER + "[[notes]]\ntitle = 'T'\n" * 30)
    assert len(found) == 11
    assert found[-1] == "center.toml: and 20 more."


@pytest.mark.parametrize("text", [b"\xff\xfe", b"[center", b"center = 3", b"notes = [1]", b"x" * 3_000_000, b""])
def test_a_file_that_is_nothing_of_the_kind_is_said(tmp_path: Path, text: bytes) -> None:
    assert problems(tmp_path, text)


@pytest.mark.parametrize("text", ["\u202e", "a\x07", "x" * 3_000])
def test_absurd_texts_are_refused(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, f"{CENTER}[[notes]]\noccupations = 'all'\ntext = {json.dumps(text)}\n{NOTE}")


SIMPLE = st.booleans() | st.integers() | st.text(max_size=20)
VALUES = SIMPLE | st.lists(SIMPLE | st.lists(SIMPLE, max_size=3), max_size=3)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["center", *Kind, "translations", "other"]),
    st.dictionaries(st.sampled_from(["name", "occupations", "title", "text", "source", "date", "web", "x"]), VALUES, max_size=6),
)
def test_any_table_gives_content_or_sentences(tmp_path: Path, name: str, table: dict[str, object]) -> None:
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items())
    path = write(tmp_path, f"{CENTER if name != 'center' else ''}[[{name}]]\n{lines}\n")
    found: tuple[str, ...] = ()
    name = ""
    try:
        name = read_center_content(path).name
    except SettingsFileError as error:
        found = error.problems
    assert bool(name) != bool(found)
    assert all("center.toml" in problem for problem in found)


def test_the_commands_check_print_and_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["center", "example"]) == 0
    path = write(tmp_path, capsys.readouterr().out)
    assert main(["center", "check", str(path)]) == 0
    assert capsys.readouterr().out == "Lincoln Career Center: 6 entries, 1 translations.\n"
    assert main(["center", "check", str(write(tmp_path, f"{CENTER}[[notes]]\noccupations = '99-'\n{NOTE}"))]) == 0
    assert "center.toml, line 3: T: the guide has no occupation 99-; it is shown nowhere." in capsys.readouterr().err
    assert main(["center", "check", str(write(tmp_path, "[centre]"))]) == 3
    assert "did you mean “center”" in capsys.readouterr().err
    path = write(tmp_path, EXAMPLE.read_text(encoding="utf-8"))
    assert main(["show", OFFICERS, "--center", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["center"]["name"] == "Lincoln Career Center"
    assert [entry["kind"] for entry in shown["center"]["entries"]] == ["assessments", "notes"]
    assert main(["show", OFFICERS, "--json"]) == 0
    assert "center" not in json.loads(capsys.readouterr().out)
    report = tmp_path / "nurses.html"
    assert main(["report", NURSES, "--center", str(path), "--output", str(report)]) == 0
    written = report.read_text(encoding="utf-8")
    assert "From Lincoln Career Center" in written
    assert "Not from O*NET or the Bureau of Labor Statistics" in written
    assert "State board of nursing, July 1, 2026" in written


def test_what_the_guide_has_no_place_for_is_said_with_its_line(
    tmp_path: Path, starter_guide: Path, small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, officers = "99-9999.00", f'[translations.es."{OFFICERS}"]\ntasks = ["Uno.", "Dos.", "Tres.", "Cuatro."]\n{NOTE}'
    path = write(tmp_path, f'{CENTER}{officers}[translations.es."{gone}"]\n{NOTE}[[notes]]\noccupations = "29-1141"\n{NOTE}')

    def said(guide: Path) -> list[str]:
        assert main(["--guide", str(guide), "center", "check", str(path)]) == 0
        out, err = capsys.readouterr()
        assert out == "Lincoln: 1 entries, 2 translations.\n"
        return err.splitlines()

    no_place = f"careerguide: center.toml, line 8: the guide has no occupation {gone}; its translation is shown nowhere."
    opened = Guide(starter_guide)
    tasks = len(opened.page(OFFICERS).tasks)
    opened.close()
    assert tasks != 4
    assert said(starter_guide) == [
        f"careerguide: center.toml, line 3: tasks: the guide has {tasks} for {OFFICERS}, here are 4; they stay in English.",
        no_place,
    ]
    assert said(small_guide) == [
        no_place,
        "careerguide: center.toml, line 12: T: the guide has no occupation 29-1141; it is shown nowhere.",
    ]


def test_words_left_out_are_empty(tmp_path: Path) -> None:
    text = f'{CENTER}[translations.es."29-1141.00"]\ntitle = "Enfermeras"\nsource = "S"\ndate = 2026-01-01\n'
    assert read_center_content(write(tmp_path, text)).words_in("es") == {
        NURSES: OccupationWords("Enfermeras", origin=Origin("S", date(2026, 1, 1)))
    }
