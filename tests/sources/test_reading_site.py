"""The settings for everybody on a computer: what is right holds, what is wrong is said with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerguide.cli import main
from careerguide.domain.site import Site
from careerguide.resources import resources, site_file
from careerguide.sources.site import read_site


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "site.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_without_a_file_nothing_is_set() -> None:
    assert read_site(None) == (Site(), ())


def test_the_example_is_right_and_sets_nothing() -> None:
    assert read_site(resources() / "site" / "site.toml") == (Site(), ())


def test_every_setting_of_the_example_is_read(tmp_path: Path) -> None:
    example = (resources() / "site" / "site.toml").read_text(encoding="utf-8")
    everything = "\n".join(line.removeprefix("# ") if " = " in line else line for line in example.splitlines())
    site, problems = read_site(write(tmp_path, everything))
    assert problems == ()
    assert site.defaults == {"language": "es", "look": "contrast", "text_size": 1.25, "area": "06"}
    assert site.locked == {
        "guide": tmp_path / "school.guide",
        "notebook": "postgresql+psycopg://HOST/DATABASE",
        "centre": "Lincoln High School",
        "logo": tmp_path / "logo.png",
        "content": tmp_path / "center.toml",
        "answers": Path("/srv/careerguide/answers"),
        "retention_days": 365,
        "update_place": "/srv/careerguide/releases",
        "update_key": tmp_path / "updates.pem",
    }


def test_what_is_right_holds_and_each_fault_has_its_line(tmp_path: Path) -> None:
    text = (
        '[defaults]\ncentre = "Center"\ntext_sise = 2\n[locked]\nguide = "school.guide"\ncentre = 7\ntext_size = 2.0\n'
        'notebook = "here"\n[lockde]\nx = 1\n'
    )
    site, problems = read_site(write(tmp_path, text))
    assert site == Site({"centre": "Center"}, {"guide": tmp_path / "school.guide"})
    assert [problem.split(":")[0] for problem in problems] == [f"site.toml, line {line}" for line in (3, 6, 7, 8, 9)]
    assert problems[0].endswith("“text_sise” is not a setting; did you mean “text_size”?")
    assert problems[4].endswith("“lockde” is not a setting; did you mean “locked”?")


@pytest.mark.parametrize("place", ["https://example.org/bls", "HTTP://example.org", "file:///srv/releases", "/srv/releases", ""])
def test_a_place_of_updates_that_is_not_relative_stays_as_it_is(tmp_path: Path, place: str) -> None:
    assert read_site(write(tmp_path, f'[locked]\nupdate_place = "{place}"\n'))[0].locked == {"update_place": place}


def test_a_relative_place_of_updates_is_beside_the_file(tmp_path: Path) -> None:
    site, problems = read_site(write(tmp_path, '[defaults]\nupdate_place = "releases/new"\n[locked]\nupdate_place = 7\n'))
    assert site == Site({"update_place": str(tmp_path / "releases" / "new")}, {})
    assert len(problems) == 1


def test_a_slip_that_leaves_no_toml_puts_nothing_in_force_and_is_said_so(tmp_path: Path) -> None:
    site, problems = read_site(write(tmp_path, '[defaults]\nlanguage = "es"\n[locked]\ncentre = "Lincoln High"\nlogo = logo.png\n'))
    assert site == Site()
    (problem,) = problems
    assert "not TOML" in problem
    assert "line 5" in problem
    assert problem.endswith("None of its settings and locks is in force.")


def test_a_link_to_settings_that_are_away_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    monkeypatch.delenv("CAREERGUIDE_SITE", raising=False)
    (tmp_path / "careerguide").mkdir()
    assert site_file() is None
    (tmp_path / "careerguide" / "site.toml").symlink_to(tmp_path / "share" / "site.toml")
    assert site_file() == tmp_path / "careerguide" / "site.toml"


@pytest.mark.parametrize("text", [b"\xff\xfe", b"locked = 3", b"[locked", b"defaults = []", b"x" * 200_000])
def test_a_file_that_is_nothing_of_the_kind_sets_nothing(tmp_path: Path, text: bytes) -> None:
    site, problems = read_site(write(tmp_path, text))
    assert site == Site()
    assert len(problems) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_is_more_than_a_sentence(tmp_path: Path, content: bytes) -> None:
    site, problems = read_site(write(tmp_path, content))
    assert isinstance(site, Site)
    assert all("site.toml" in problem for problem in problems)


def test_the_commands_show_check_and_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, '[locked]\ncentre = "Lincoln High"\n')
    monkeypatch.setenv("CAREERGUIDE_SITE", str(path))
    assert site_file() == path
    assert main(["site", "show"]) == 0
    assert capsys.readouterr().out == f"from {path}\nlocked: centre = Lincoln High\n"
    assert main(["site", "check", str(write(tmp_path, "[locked]\ncenter = 1\n"))]) == 3
    assert "did you mean “centre”" in capsys.readouterr().err
    monkeypatch.setenv("CAREERGUIDE_SITE", str(tmp_path / "nowhere.toml"))
    assert main(["site", "show"]) == 3
    assert "cannot be read" in capsys.readouterr().err
    assert main(["site", "example"]) == 0
    assert "[locked]" in capsys.readouterr().out
