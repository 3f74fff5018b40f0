"""Every sentence a person can read goes through translation, with a literal that the tools find."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import careerguide
from careerguide.domain import errors
from careerguide.domain.errors import GuideError

PACKAGE = Path(careerguide.__file__).parent
_SHOWN = frozenset(
    (
        *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText"),
        *("addAction", "addMenu", "label", "say", "show_message", "setTitle", "setStatusTip", "setPrefix", "setSuffix"),
        *("Card", "FactCard", "QPushButton", "QCheckBox", "QLabel", "QRadioButton", "setLabelText", "warning", "information"),
    )
)
_ERRORS = frozenset(name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, GuideError))
_NAMES = frozenset(("Career Guide", "My Next Move", "O*NET OnLine", "Esc", "Del", "CG1-…", "PIN"))
_WORD = re.compile(r"[A-Za-z]{3,}")


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""), node


def words_of(node: ast.expr) -> str:
    """The literal words of an expression, “” where it has none of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return ""


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((PACKAGE / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", modules("ui"), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_is_shown_that_was_not_translated(path: Path) -> None:
    untranslated = [
        (node.lineno, words)
        for name, node in calls(path)
        if name in _SHOWN
        for argument in node.args
        if _WORD.search(words := words_of(argument)) and words not in _NAMES and words not in _roles()
    ]
    assert untranslated == []


def _roles() -> frozenset[str]:
    return frozenset(("title", "section", "fact", "strong", "body", "caption", "positive"))


def test_the_errors_are_known() -> None:
    assert {"GuideError", "SourceError", "DownloadError", "UpdateRefused", "NotebookConflict"} <= _ERRORS


@pytest.mark.parametrize(
    "path", modules("domain", "sources", "db", "reports", "ui"), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_errors_are_translated(path: Path) -> None:
    untranslated = [
        (node.lineno, words)
        for name, node in calls(path)
        if name in _ERRORS or name.lstrip("_") == "fault"
        for argument in node.args
        if _WORD.search(words := words_of(argument)) and (name in _ERRORS or " " in words)
    ]
    assert untranslated == []


@pytest.mark.parametrize(
    "path", modules("domain", "sources", "db", "reports", "ui"), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_what_is_translated_is_a_literal_or_a_marked_constant(path: Path) -> None:
    marked = "QT_TRANSLATE_NOOP" in path.read_text(encoding="utf-8")
    for name, node in calls(path):
        if name == "tr" and node.args:
            assert isinstance(node.args[0], ast.Constant), (path, node.lineno)
        elif name == "translate" and isinstance(node.func, ast.Name):
            assert isinstance(node.args[0], ast.Constant), (path, node.lineno)
            is_literal = isinstance(node.args[1], ast.Constant)
            assert is_literal or marked or words_of(node.args[1]) == "", (path, node.lineno)
            assert not isinstance(node.args[1], ast.JoinedStr), (path, node.lineno)
