"""A report as one HTML file that needs nothing else: for screen readers, phones, and printing from a browser.

Headings follow each other in order under one `h1`, tables have captions and named headers, every picture has a title, a
description and its figures as a table. This is the accessible twin of the PDF, which Qt writes without tags.
"""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path

from careerguide.domain.language import day_words, translate
from careerguide.domain.ratings import score_words
from careerguide.reports.document import (
    Block,
    BulletList,
    ChartBlock,
    Columns,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    QrBlock,
    Role,
    Scores,
    Table,
    Title,
)
from careerguide.reports.html_style import STYLE
from careerguide.reports.qr import qr_svg
from careerguide.reports.saving import whole_file

_QR_SIZE = 164


def report_html(document: Document) -> str:
    """The whole file as text, to be written as UTF-8."""
    return "\n".join(_lines(document)) + "\n"


def write_html(document: Document, output: Path) -> None:
    """Write the report as a file that appears whole or not at all. Raises `OutputError` where it cannot be written."""
    text = report_html(document)
    with whole_file(output) as part:
        part.write_text(text, encoding="utf-8")


def _lines(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="Career Guide">'
    yield f"<title>{escape(document.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield from _head(document)
    yield "<main>"
    yield from _blocks(document.blocks)
    yield "</main>"
    yield f"<footer><p>{escape(document.sources)}</p><p>{day_words(document.made)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _head(document: Document) -> Iterator[str]:
    centre = document.centre or translate("Reports", "Career Guide")
    logo = ""
    if document.logo is not None:
        data = b64encode(document.logo.data).decode("ascii")
        logo = f'<img src="data:{document.logo.media_type};base64,{data}" alt="">'
    person = ""
    if document.person:
        for_whom = translate("Reports", "For {0}").format(document.person)
        person = f"<p>{escape(for_whom)}</p>"
    yield f'<header><p class="centre">{logo}<span>{escape(centre)}</span></p>{person}</header>'


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from _title(block)
        case Heading(text, level, _):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text, role):
            yield f'<p class="{role}">{escape(text)}</p>' if role is not Role.BODY else f"<p>{escape(text)}</p>"
        case Facts():
            yield from _facts(block)
        case Table():
            yield from _table(block)
        case ChartBlock():
            yield from _chart(block)
        case Scores():
            yield from _scores(block)
        case BulletList(items):
            yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        case QrBlock():
            yield _qr(block)
        case PageBreak():
            yield '<div class="break"></div>'
        case Columns():
            yield from _columns(block)


def _title(title: Title) -> Iterator[str]:
    yield f'<h{title.level} class="title">{escape(title.text)}</h{title.level}>'
    if title.beneath:
        yield f'<p class="caption">{escape(title.beneath)}</p>'


def _facts(block: Facts) -> Iterator[str]:
    yield '<dl class="facts">'
    for fact in block.facts:
        note = f'<dd class="note">{escape(fact.note)}</dd>' if fact.note else ""
        yield f"<div><dt>{escape(fact.name)}</dt><dd>{escape(fact.value)}</dd>{note}</div>"
    yield "</dl>"


def _chart(block: ChartBlock) -> Iterator[str]:
    # A chart that is wider than a phone scrolls sideways on its own, which the keyboard must reach too.
    yield f'<figure><div class="picture" tabindex="0" role="group" aria-label="{escape(block.picture.title)}">{block.picture.svg}</div>'
    yield f"<figcaption>{escape(block.picture.sentence)}</figcaption>"
    summary = translate("Reports", "The same figures as a table")
    yield f"<details><summary>{escape(summary)}</summary>"
    yield from _table(block.figures)
    yield "</details></figure>"


def _qr(block: QrBlock) -> str:
    code = qr_svg(block.address, translate("Reports", "QR code: {0}").format(block.caption), _QR_SIZE)
    link = f'<a href="{escape(block.address)}">{escape(block.address)}</a>'
    return f'<div class="qr">{code}<p><strong>{escape(block.caption)}</strong><br>{link}</p></div>'


def _columns(block: Columns) -> Iterator[str]:
    yield f'<div class="columns" style="--columns: {len(block.columns)}">'
    for column in block.columns:
        yield "<div>"
        yield from _blocks(column)
        yield "</div>"
    yield "</div>"


def _table(table: Table) -> Iterator[str]:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    heads = "".join(f'<th scope="col"{_kind(table, column)}>{escape(words)}</th>' for column, words in enumerate(table.headers))
    yield f'<div class="table"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>'
    for first, *others in table.rows:
        cells = "".join(f"<td{_kind(table, column)}>{escape(words)}</td>" for column, words in enumerate(others, 1))
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _kind(table: Table, column: int) -> str:
    return ' class="figure"' if column in table.figures else ""


def _scores(block: Scores) -> Iterator[str]:
    name, unit = escape(translate("Reports", "Name")), escape(block.unit)
    yield f'<table class="scores"><caption>{escape(block.caption)} <span class="caption">({unit})</span></caption>'
    yield f'<thead class="spoken"><tr><th scope="col">{name}</th><th scope="col">{unit}</th></tr></thead><tbody>'
    for score in block.scores:
        note = f' <span class="caption">({escape(score.note)})</span>' if score.note else ""
        bar = f'<span class="bar" aria-hidden="true"><span style="width: {score.score:.0f}%"></span></span>'
        yield f'<tr><th scope="row">{escape(score.name)}{note}{bar}</th><td class="figure">{score_words(score.score)}</td></tr>'
    yield "</tbody></table>"
