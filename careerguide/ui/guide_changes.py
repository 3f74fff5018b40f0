"""What another guide changes, in words: saved careers first."""

from collections.abc import Set

from careerguide.domain.guide_changes import GuideChanges
from careerguide.domain.language import number, translate
from careerguide.domain.wages import Unit, money


def summary(changes: GuideChanges, saved: Set[str]) -> str:
    """How much changes in all, and of the careers that are saved."""
    if not changes:
        return translate(
            "GuideChanges", "No career was added, removed or renamed, and no median pay moved by 5 % or more. Texts may differ."
        )
    counts = translate("GuideChanges", "Careers: {0} new, {1} no longer there, {2} renamed. Median pay moved by 5 % or more: {3}.")
    told = counts.format(*(number(len(part)) for part in (changes.added, changes.removed, changes.renamed, changes.moved)))
    touched = {row[0] for row in _rows(changes.only(saved))}
    if not saved:
        return told
    of_saved = (
        translate("GuideChanges", "Of your saved careers {0} change; they come first.").format(number(len(touched)))
        if touched
        else translate("GuideChanges", "Your saved careers stay as they are.")
    )
    return f"{told}\n{of_saved}"


def change_rows(changes: GuideChanges, saved: Set[str]) -> list[tuple[str, str]]:
    """(career, what changes), saved careers first and with a star."""
    rows = _rows(changes)
    first = [(f"★ {title}", words) for code, title, words in rows if code in saved]
    return first + [(title, words) for code, title, words in rows if code not in saved]


def _rows(changes: GuideChanges) -> list[tuple[str, str, str]]:
    """(code, title, what changes)."""
    new, gone = translate("GuideChanges", "new"), translate("GuideChanges", "no longer there")
    was = translate("GuideChanges", "was called {0}")
    return [
        *((str(code), title, new) for code, title in changes.added),
        *((str(code), title, gone) for code, title in changes.removed),
        *((str(code), after, was.format(before)) for code, before, after in changes.renamed),
        *(
            (str(one.code), one.title, f"{money(one.before, Unit.YEAR)} → {money(one.after, Unit.YEAR)} ({one.percent:+.0f} %)")
            for one in changes.moved
        ),
    ]
