"""Item answers of completed forms, without who gave them or when, for a center that wants to know its own internal consistency.

Kept only where a center has chosen a folder for it. The file is a CSV table with a column an item, by id, and a row a completed form; a
cell is the value of the answer, empty where the activity was left out or belongs to the other form. It has no times, and rows are
sorted by their answers each time one is added, so that their order tells nothing either. While there is a single row, whoever knows
that one person has taken the inventory knows whose it is.
"""

import csv
import math
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from careerguide.domain.errors import OutputError, SourceError
from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Inventory
from careerguide.domain.language import ENGLISH, translate
from careerguide.domain.reliability import cronbach_alpha

FEWEST_FORMS = 30
_LARGEST_FILE = 50_000_000
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")

_Row = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Consistency:
    """The internal consistency of a type's items: `forms` had all of them answered; `alpha` is None where all forms have one sum."""

    type: str
    forms: int
    alpha: float | None


def answers_file(folder: Path, inventory: Inventory) -> Path:
    """Where the answers to a version of an instrument are kept in a center's folder, those to each language apart.

    Another language is another wording, with an alpha of its own. A name without a language is that of English answers.
    """
    name = _NOT_IN_A_NAME.sub("-", inventory.name.casefold()).strip("-") or "inventory"
    language = "" if inventory.language == ENGLISH.code else f"-{inventory.language}"
    return folder / f"{name}-{inventory.version}{language}-answers.csv"


def keep(folder: Path, inventory: Inventory, answers: Mapping[str, int], short: bool) -> None:
    """Add the answers (value by item id) of a completed form; the file is replaced whole or stays as it was.

    One computer a folder: of two that write in the same moment, one form is lost. Raises `SourceError` for a file that is not such a
    table, which is then left alone, and `OutputError` where the folder is not there or cannot be written to.
    """
    if not os.path.isdir(folder):
        raise OutputError(
            translate("AnonymousAnswers", "{0}: there is no such folder for anonymous answers; choose another one.").format(folder)
        )
    path = answers_file(folder, inventory)
    asked = {item.id for item in inventory.form(short)}
    ids = _ids(inventory)
    rows = _read(path, inventory) if os.path.exists(path) else []
    rows.append(tuple(answers.get(item_id) if item_id in asked else None for item_id in ids))
    rows.sort(key=lambda row: [-math.inf if value is None else value for value in row])
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(ids)
            writer.writerows(rows)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            translate("AnonymousAnswers", "{0}: the anonymous answers cannot be written ({1}); choose another folder.").format(
                path, reason
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def alphas(path: Path, inventory: Inventory, short: bool = False) -> tuple[Consistency, ...]:
    """Cronbach's alpha of each type, in R-I-A-S-E-C order, over the forms in which all of its items were answered.

    With `short`, of the items of the short form; long forms have these too and count. Raises `SourceError` for a file that is not such
    a table, and where a type has fewer than 30 forms: an alpha of so few says nothing.
    """
    rows = _read(path, inventory)
    places = {item_id: place for place, item_id in enumerate(_ids(inventory))}
    found = []
    for name in TYPES:
        wanted = [places[item.id] for item in inventory.form(short) if item.type == name]
        cells = ([row[place] for place in wanted] for row in rows)
        whole = [[value for value in row if value is not None] for row in cells if None not in row]
        if len(whole) < FEWEST_FORMS:
            problem = translate(
                "AnonymousAnswers",
                "{0} completed forms have every activity of the type {1} answered; at least {2} are needed to compute an alpha.",
            ).format(len(whole), type_name(name), FEWEST_FORMS)
            raise SourceError(path.name, problem)
        found.append(Consistency(name, len(whole), cronbach_alpha(whole)))
    return tuple(found)


def _ids(inventory: Inventory) -> list[str]:
    return sorted(item.id for item in inventory.items)


def _read(path: Path, inventory: Inventory) -> list[_Row]:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise SourceError(
            path.name, translate("AnonymousAnswers", "the file cannot be read ({0}).").format(error.strerror or error)
        ) from error
    except UnicodeDecodeError as error:
        raise SourceError(path.name, translate("AnonymousAnswers", "this is not a text file.")) from error
    if len(data) > _LARGEST_FILE:
        raise SourceError(path.name, translate("AnonymousAnswers", "the file is too large for anonymous answers."))
    ids = _ids(inventory)
    lines = text.splitlines()
    if not lines or lines[0].split(",") != ids:
        raise SourceError(
            path.name,
            translate("AnonymousAnswers", "these are not answers to “{0}”, version {1}.").format(inventory.name, inventory.version),
            line=1,
        )
    allowed = {"": None} | {str(anchor.value): anchor.value for anchor in inventory.anchors}
    rows: list[_Row] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split(",")
        if len(cells) != len(ids) or not all(cell in allowed for cell in cells):
            raise SourceError(
                path.name,
                translate("AnonymousAnswers", "this line is damaged: it is not one answer for each activity."),
                line=number,
            )
        rows.append(tuple(allowed[cell] for cell in cells))
    return rows
