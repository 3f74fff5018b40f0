"""Reports to look into: blocks, and the structure of HTML as a parser sees it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.notebook import Colour, SavedCareer, SavedList
from careerguide.domain.page import OccupationPage
from careerguide.reports.document import Block, Columns, Document
from careerguide.reports.occupation_report import occupation_report
from careerguide.reports.options import OCCUPATION_PARTS

MADE = date(2026, 5, 4)
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
PLAIN = Letterhead()


def report_of(page: OccupationPage, letterhead: Letterhead = PLAIN) -> Document:
    return occupation_report(page, frozenset(OCCUPATION_PARTS), letterhead, MADE)


def saved_list(name: str, notes: dict[str, str]) -> SavedList:
    """A list of the occupations with these codes and notes."""
    careers = [
        SavedCareer(number, OnetSocCode(code), note, Colour.NONE, NOON, 1) for number, (code, note) in enumerate(notes.items())
    ]
    return SavedList(1, name, tuple(careers), 1)


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those in columns too."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from all_blocks(column)


VOID = {"meta", "img", "br", "rect", "path", "line", "polyline", "polygon", "circle"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> list["Element"]:
        """The elements of these kinds in this one, in the order of the page."""
        found = []
        for child in self.children:
            if child.tag in tags:
                found.append(child)
            found += child.all(*tags)
        return found

    def words(self) -> str:
        """All text in it."""
        return " ".join([self.text.strip(), *(child.words() for child in self.children)]).strip()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        assert self.open.pop().tag == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.open[-1].text += data


def parsed(html: str) -> Element:
    """HTML as a tree; every element must be closed where it should be."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert len(parser.open) == 1, f"<{parser.open[-1].tag}> is never closed"
    return parser.root
