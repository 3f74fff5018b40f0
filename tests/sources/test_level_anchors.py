"""The examples of levels: every skill and knowledge area has three, and a damaged file says what is wrong."""

from pathlib import Path

import pytest

from careerguide.db.guide import Guide
from careerguide.domain.errors import SourceError
from careerguide.resources import resources
from careerguide.sources.level_anchors import read_level_anchors


def test_every_skill_and_knowledge_area_has_an_example_at_three_levels(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    elements = {element.element_id for element in guide.element_profiles().elements}
    guide.close()
    anchors = read_level_anchors(resources() / "assessment" / "levels.toml")
    assert set(anchors) == elements
    assert all(list(examples) == [2, 4, 6] for examples in anchors.values())
    texts = [text for examples in anchors.values() for text in examples.values()]
    assert len(set(texts)) == len(texts)
    assert all(text[0].islower() and not text.endswith(".") for text in texts)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('["2.A.1.a"]\n2 = "a"\n4 = "b"\n', "one example each at the levels 2, 4 and 6"),
        ('["2.A.1.a"]\n2 = "a"\n4 = "b"\n6 = ""\n', "one example each at the levels 2, 4 and 6"),
        ('["2.A.1.a"]\n2 = "a"\n4 = "b"\n6 = 7\n', "one example each at the levels 2, 4 and 6"),
        ('"2.A.1.a" = 3\n', "one example each at the levels 2, 4 and 6"),
        ('["2.A.1.a"\n', "not TOML"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_its_place(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "levels.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=problem) as refused:
        read_level_anchors(path)
    assert str(refused.value).startswith("levels.toml")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_level_anchors(tmp_path / "levels.toml")
