"""A list of occupations as a report: a cover with the facts of all, then each on its own pages where that is wanted."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.language import translate
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.notebook import SavedList
from careerguide.domain.page import OccupationPage
from careerguide.reports.compose import compose
from careerguide.reports.document import Block, Document, Heading, PageBreak, Paragraph, Table, Title
from careerguide.reports.key_facts import NO_FITS, Fits, key_facts, not_available, outlook_rule
from careerguide.reports.occupation_report import occupation_blocks
from careerguide.reports.options import OCCUPATION_PARTS, Part


@dataclass(frozen=True, slots=True)
class Entry:
    """An occupation in a list with what the person noted; `page` is None where this guide does not have the occupation."""

    code: OnetSocCode
    page: OccupationPage | None
    note: str


def list_report(
    saved: SavedList,
    pages: Sequence[OccupationPage],
    parts: Set[Part],
    letterhead: Letterhead,
    made: date,
    fits: Fits = NO_FITS,
) -> Document:
    """The report of a saved list, in the person's own order; `pages` has the occupations that the guide knows, in any order."""
    known = {page.code: page for page in pages}
    entries = [Entry(career.code, known.get(career.code), career.note) for career in saved.careers]
    return _report(saved.name, entries, parts, letterhead, made, fits)


def careers_report(name: str, pages: Sequence[OccupationPage], letterhead: Letterhead, made: date) -> Document:
    """The report of occupations in the order given, each on its own pages; `name` stands on the cover."""
    entries = [Entry(page.code, page, "") for page in pages]
    return _report(name, entries, frozenset({Part.EACH_CAREER}), letterhead, made, NO_FITS)


def _report(name: str, entries: Sequence[Entry], parts: Set[Part], letterhead: Letterhead, made: date, fits: Fits) -> Document:
    sources = [source for entry in entries if entry.page is not None for source in entry.page.sources]
    return compose(name, _blocks(name, entries, parts, fits), sources, letterhead, made, outlook_rule())


def _blocks(name: str, entries: Sequence[Entry], parts: Set[Part], fits: Fits) -> Iterator[Block]:
    count = len(entries)
    yield Title(name, translate("Reports", "1 career") if count == 1 else translate("Reports", "{0} careers").format(count), 1)
    if not entries:
        yield Paragraph(translate("Reports", "There are no careers in this list yet."))
        return
    headers = (
        translate("Reports", "Career"),
        translate("Reports", "Median pay"),
        translate("Reports", "Usual schooling"),
        translate("Reports", "Outlook"),
        translate("Reports", "Preparation"),
        translate("Reports", "Interests"),
    )
    yield Table(translate("Reports", "Careers at a glance"), headers, tuple(_row(entry, fits) for entry in entries))
    if Part.NOTES in parts and any(entry.note.strip() for entry in entries):
        yield Heading(translate("Reports", "Notes"), 2)
        for entry in entries:
            if entry.note.strip():
                yield Heading(_title(entry), 3, minor=True)
                yield from paragraphs(entry.note)
    if Part.EACH_CAREER in parts:
        for entry in entries:
            if entry.page is not None:
                yield PageBreak()
                yield from occupation_blocks(entry.page, frozenset(OCCUPATION_PARTS), 2, fits)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """A text that a person wrote, a paragraph for each of its lines."""
    return (Paragraph(line) for line in (raw.strip() for raw in text.splitlines()) if line)


def _title(entry: Entry) -> str:
    return entry.page.title if entry.page is not None else translate("Reports", "{0} (not in this guide)").format(entry.code)


def _row(entry: Entry, fits: Fits) -> tuple[str, ...]:
    if entry.page is None:
        return _title(entry), *(not_available(),) * 5
    pay, schooling, outlook, preparation, interests = key_facts(entry.page, fits)
    letters = f"{interests.value}, {interests.note[:1].lower() + interests.note[1:]}" if entry.code in fits else interests.value
    year = f"{pay.value} {pay.note.partition(',')[0]}" if pay.value != not_available() else pay.value
    return entry.page.title, year, schooling.value, outlook.value, preparation.value, letters
