"""The interface in Spanish is complete, and says nothing that the code does not say any more."""

import ast
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
import translations  # noqa: E402  (the script of packaging/)

PACKAGE = ROOT / "careerguide"
CATALOGUES = sorted(translations.SOURCES.glob("*.ts"))
_PLACE = re.compile(r"\{[^}]*\}")
_LEFT_OUT = {"What is {article} {noun}?": {"{article}"}}  # an article is English grammar


def messages(catalogue: Path) -> Iterator[tuple[str, str, ET.Element]]:
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message.find("translation")


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda path: path.stem)
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a catalogue, brought up to date with the code."""
    copy = tmp_path_factory.mktemp("translations") / request.param.name
    shutil.copy(request.param, copy)
    translations.update(copy)
    return copy


def test_there_is_spanish() -> None:
    assert [path.stem for path in CATALOGUES] == ["careerguide_es"]


def test_every_text_of_the_code_is_translated(fresh: Path) -> None:
    missing = [(context, source) for context, source, found in messages(fresh) if found.get("type") == "unfinished"]
    assert missing == [], "run packaging/translations.py update and translate these"


def test_the_tools_find_every_text_of_the_code(fresh: Path) -> None:
    """What stands within an f-string, for one, is not found, and would stay English."""
    known = {(context, source) for context, source, _ in messages(fresh)}
    lost = [text for path in sorted(PACKAGE.rglob("*.py")) for text in said_in(ast.parse(path.read_bytes())) if text not in known]
    assert lost == []


def said_in(tree: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """The texts that code translates with literals, each with its context: for `tr` the class that it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if name in ("translate", "QT_TRANSLATE_NOOP") and len(words) == 2:
                yield words[0], words[1]
            elif name == "tr" and words:
                yield context, words[0]
        yield from said_in(node, node.name if isinstance(node, ast.ClassDef) else context)


def test_no_text_is_translated_that_the_code_does_not_have(fresh: Path) -> None:
    unused = [(context, source) for context, source, found in messages(fresh) if found.get("type") in ("vanished", "obsolete")]
    assert unused == []


def test_what_is_filled_in_is_the_same(fresh: Path) -> None:
    for _, source, found in messages(fresh):
        wanted = set(_PLACE.findall(source)) - _LEFT_OUT.get(source, set())
        assert set(_PLACE.findall(found.text or "")) == wanted, source


def test_spaces_at_the_ends_and_line_breaks_are_the_same(fresh: Path) -> None:
    for _, source, found in messages(fresh):
        text = found.text or ""
        assert (text[:1] == " ", text[-1:] == " ", text.count("\n")) == (source[:1] == " ", source[-1:] == " ", source.count("\n"))
        assert "  " not in text or "  " in source, source


def test_a_letter_is_marked_where_the_english_marks_one(fresh: Path) -> None:
    for context, source, found in messages(fresh):
        if context == "Menus":
            assert (found.text or "").count("&") == source.count("&"), source


def test_the_compiled_translation_is_of_these_texts() -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load("careerguide_es", str(translations.COMPILED))
    for context, source, found in messages(CATALOGUES[0]):
        assert translator.translate(context, source) == found.text, "run packaging/translations.py release"


def test_a_text_that_is_not_literal_is_found(tmp_path: Path) -> None:
    """The check itself: a new text in the code makes the catalogue unfinished."""
    copy = tmp_path / "x.ts"
    shutil.copy(CATALOGUES[0], copy)
    text = copy.read_text(encoding="utf-8")
    copy.write_text(text.replace("<source>About Career Guide</source>", "<source>About something else</source>"), encoding="utf-8")
    translations.update(copy)
    states = {source: found.get("type") for context, source, found in messages(copy) if context == "AboutDialog"}
    assert states["About Career Guide"] == "unfinished"
    assert states["About something else"] == "vanished"
