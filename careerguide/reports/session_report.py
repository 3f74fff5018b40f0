"""A counselor's session as a report for the client. The counselor's private notes have no place in it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, datetime, tzinfo

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import source_words
from careerguide.domain.language import day_words, translate
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.notebook import Compared, InterestResult, SavedList, SessionRecord, Visit
from careerguide.domain.page import Source
from careerguide.reports.compose import compose
from careerguide.reports.document import Block, BulletList, Document, Fact, Facts, Heading, Paragraph, Table, Title
from careerguide.reports.list_report import paragraphs
from careerguide.reports.options import Part

_TITLES_FROM = "O*NET"  # a session has titles and codes of the guide, and no other figures

Titles = Mapping[str, str]


def session_report(
    record: SessionRecord,
    titles: Titles,
    sources: Sequence[Source],
    parts: Set[Part],
    letterhead: Letterhead,
    made: date,
    zone: tzinfo | None = None,
) -> Document:
    """The report of a session. `titles` names the occupations of the guide, whose sources are `sources`.

    Days are those of the time zone `zone`, None for that of this machine. Of the session's notes only those for the client are read; its label is the counselor's and is not in the report.
    """
    used = [source for source in sources if source.name == _TITLES_FROM]
    return compose(translate("Reports", "Career session"), _blocks(record, titles, parts, zone), used, letterhead, made)


def _blocks(record: SessionRecord, titles: Titles, parts: Set[Part], zone: tzinfo | None) -> Iterator[Block]:
    session = record.session
    yield Title(translate("Reports", "Career session"), translate("Reports", "What was looked at, saved and compared"), 1)
    looked_at = dict.fromkeys(visit.code for visit in record.visits)
    saved = dict.fromkeys(career.code for one in record.lists for career in one.careers)
    yield Facts(
        (
            Fact(translate("Reports", "Started"), _day(session.started, zone), ""),
            Fact(
                translate("Reports", "Closed") if session.closed else translate("Reports", "Last used"),
                _day(session.closed or session.last_used, zone),
                "",
            ),
            Fact(translate("Reports", "Looked at"), _careers(len(looked_at)), ""),
            Fact(translate("Reports", "Saved"), _careers(len(saved)), ""),
        )
    )
    if Part.NOTES in parts:
        yield Heading(translate("Reports", "Notes"), 2)
        notes = tuple(paragraphs(record.notes.for_client))
        yield from notes or (Paragraph(translate("Reports", "There are no notes.")),)
    if Part.SAVED in parts:
        yield Heading(translate("Reports", "Saved careers"), 2)
        yield from _saved(record.lists, titles, notes=Part.NOTES in parts)
    if Part.COMPARED in parts:
        yield Heading(translate("Reports", "Careers compared"), 2)
        yield from _compared(record.comparisons, titles, zone)
    if Part.INTERESTS in parts:
        yield Heading(translate("Reports", "Interests"), 2)
        yield from _interests(record.results, zone)
    if Part.LOOKED_AT in parts:
        yield Heading(translate("Reports", "Careers looked at"), 2)
        yield from _looked_at(record.visits, titles, zone)


def _day(moment: datetime, zone: tzinfo | None) -> str:
    return day_words(moment.astimezone(zone).date())


def _careers(count: int) -> str:
    return translate("Reports", "1 career") if count == 1 else translate("Reports", "{0} careers").format(count)


def _title(code: OnetSocCode, titles: Titles) -> str:
    return titles.get(code, translate("Reports", "{0} (not in this guide)").format(code))


def _saved(lists: Sequence[SavedList], titles: Titles, *, notes: bool) -> Iterator[Block]:
    if not any(one.careers for one in lists):
        yield Paragraph(translate("Reports", "No careers were saved."))
    for one in lists:
        if one.careers:
            yield Heading(one.name, 3, minor=True)
            yield Table(
                "",
                (translate("Reports", "Career"), translate("Reports", "Code")),
                tuple((_title(career.code, titles), career.code) for career in one.careers),
            )
            for career in one.careers:
                note = " ".join(career.note.split())
                if note and notes:
                    yield Paragraph(f"{_title(career.code, titles)}: {note}")


def _looked_at(visits: Sequence[Visit], titles: Titles, zone: tzinfo | None) -> Iterator[Block]:
    if not visits:
        yield Paragraph(translate("Reports", "No careers were looked at."))
        return
    last = {visit.code: visit.at for visit in visits}
    rows = tuple((_title(code, titles), code, _day(at, zone)) for code, at in last.items())
    yield Table("", (translate("Reports", "Career"), translate("Reports", "Code"), translate("Reports", "Last looked at")), rows)


def _compared(comparisons: Sequence[Compared], titles: Titles, zone: tzinfo | None) -> Iterator[Block]:
    if not comparisons:
        yield Paragraph(translate("Reports", "No careers were compared."))
        return
    last = {each.codes: each.at for each in comparisons}
    yield BulletList(
        tuple(f"{' · '.join(_title(code, titles) for code in codes)} ({_day(at, zone)})" for codes, at in last.items())
    )


def _interests(results: Sequence[InterestResult], zone: tzinfo | None) -> Iterator[Block]:
    if not results:
        yield Paragraph(translate("Reports", "No interest results were kept."))
        return
    rows = tuple(
        (_day(one.taken, zone), *(str(score) for score in one.scores), str(one.job_zone or "–"), source_words(one.source))
        for one in results
    )
    headers = (
        translate("Reports", "Day"),
        *map(type_name, TYPES),
        translate("Reports", "Job zone"),
        translate("Reports", "Source"),
    )
    yield Table(translate("Reports", "Interest scores, 0 to 40"), headers, rows, frozenset(range(1, 8)))
