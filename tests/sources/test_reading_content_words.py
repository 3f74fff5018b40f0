"""The files with the guide's words in another language."""

from pathlib import Path

import pytest

from careerguide.domain.content_words import ContentWords, Named, OccupationWords, ZoneWords
from careerguide.domain.errors import SourceError
from careerguide.resources import resources
from careerguide.sources.content_words import read_content_words

CONTENT = """
[elements."2.A.1.a"]
name = "Lectura"
meaning = "Entender lo escrito."
[elements."2.A.1.b"]
name = "Escucha"
[interests]
Realistic = "Cosas."
[job_zones.3]
name = "Media"
education = "a"
experience = "b"
training = "c"
[education.2]
name = "Secundaria"
note = "o equivalente"
[experience]
1 = "Ninguna"
[major_groups.33]
name = "Protección"
line = "Cuidan."
"""
OCCUPATIONS = '["33-3051.04"]\ntitle = "Agentes"\nalso_called = ["Aduanero"]\ntasks = ["Uno."]\n'


def write(folder: Path, content: str | bytes, occupations: str = "") -> Path:
    (folder / "content.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    if occupations:
        (folder / "occupations.toml").write_text(occupations, encoding="utf-8")
    return folder


def test_the_words_are_read_by_their_keys(tmp_path: Path) -> None:
    words = read_content_words(write(tmp_path, CONTENT, OCCUPATIONS))
    assert words.elements == {"2.A.1.a": Named("Lectura", "Entender lo escrito."), "2.A.1.b": Named("Escucha", "")}
    assert words.interests == {"Realistic": "Cosas."}
    assert words.job_zones == {3: ZoneWords("Media", "a", "b", "c")}
    assert words.education == {2: Named("Secundaria", "o equivalente")}
    assert words.experience == {1: "Ninguna"}
    assert words.major_groups == {"33": Named("Protección", "Cuidan.")}
    assert words.occupations == {"33-3051.04": OccupationWords("Agentes", None, ("Aduanero",), ("Uno.",))}


def test_a_language_without_files_leaves_the_english(tmp_path: Path) -> None:
    assert read_content_words(tmp_path / "nowhere") == ContentWords()


def test_the_spanish_that_comes_with_the_program_is_read() -> None:
    words = read_content_words(resources() / "languages" / "es")
    assert len(words.elements) > 100
    assert set(words.interests) == {"Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"}
    assert set(words.job_zones) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("elements = 7", "elements"),
        ("[elements]\nx = 7", "elements.x"),
        ('[elements.x]\nname = ""', "elements.x"),
        ('[elements.x]\nmeaning = "no name"', "elements.x"),
        ('[elements.x]\nname = "a"\ncolour = "red"', "elements.x"),
        ('[experience]\nfirst = "a"', "experience"),
        ('[job_zones.1]\nname = "a"', "job_zones.1"),
        ("[interests]\nSocial = []", "interests.Social"),
    ],
)
def test_what_is_not_needed_is_told_with_its_place(tmp_path: Path, content: str, place: str) -> None:
    with pytest.raises(SourceError, match=rf"content\.toml: “{place}” is not what is needed"):
        read_content_words(write(tmp_path, content))


@pytest.mark.parametrize("occupations", ['["a"]\ntasks = "one"', '["a"]\nalso_called = [1]', '"a" = 3', '["a"]\nname = "x"'])
def test_a_translators_file_is_checked_too(tmp_path: Path, occupations: str) -> None:
    with pytest.raises(SourceError, match=r"occupations\.toml: “a”"):
        read_content_words(write(tmp_path, "", occupations))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[[[", b"x = "])
def test_what_is_no_toml_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SourceError, match="not TOML in UTF-8"):
        read_content_words(write(tmp_path, content))


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "content.toml").mkdir()
    with pytest.raises(SourceError, match="cannot be read"):
        read_content_words(tmp_path)
