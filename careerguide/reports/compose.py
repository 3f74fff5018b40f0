"""What every report has around its content: the head with its logo, the sources with their credit lines, the date."""

from collections.abc import Iterable
from datetime import date

from careerguide.domain.errors import OutputError
from careerguide.domain.language import day_words, in_force, translate
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.page import OWN_TEXTS, Source
from careerguide.reports.document import Block, Document, Heading, Paragraph, Role
from careerguide.reports.logo import read_logo

_SHORT = 120


def compose(
    title: str, blocks: Iterable[Block], sources: Iterable[Source], letterhead: Letterhead, made: date, small_print: str = ""
) -> Document:
    """A report with its sources at the end, each source once, and what else is to be said in small print.

    A logo that cannot be used is left out, and the document's notes say so: nobody should go without a report for that.
    """
    named = tuple(dict.fromkeys(sources))
    logo, notes = None, tuple[str, ...]()
    if letterhead.logo is not None:
        try:
            logo = read_logo(letterhead.logo)
        except OutputError as error:
            notes = (str(error),)
    return Document(
        title=title,
        language=f"{in_force().code}-US",
        blocks=(*blocks, *_source_blocks(named, small_print, made)),
        centre=letterhead.centre,
        person=letterhead.person,
        logo=logo,
        sources=" · ".join(f"{source.name} {source.release}" for source in named if source.name != OWN_TEXTS),
        made=made,
        notes=notes,
    )


def _source_blocks(sources: tuple[Source, ...], small_print: str, made: date) -> Iterable[Block]:
    yield Heading(translate("Reports", "Sources"), 2)
    for long in (True, False):  # what is one line only shares a paragraph
        credits = [_credit(source) for source in sources if (len(source.attribution) > _SHORT) is long]
        if credits:
            yield Paragraph(" ".join(credits), Role.CAPTION)
    made_on = translate("Reports", "Made with Career Guide on {0}.").format(day_words(made))
    yield Paragraph(f"{small_print} {made_on}".lstrip(), Role.CAPTION)


def _credit(source: Source) -> str:
    licence = "" if source.licence in source.attribution else f" ({source.licence})"
    name = source.name if source.name == OWN_TEXTS else f"{source.name} {source.release}"
    return f"{name}{licence}: {source.attribution.rstrip('.')}."
