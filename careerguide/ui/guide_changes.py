"""What another guide changes, in words: its releases, how much changes, and each change, saved careers first."""

from collections.abc import Mapping, Sequence

from careerguide.domain.guide_changes import GuideChanges, Moved
from careerguide.domain.language import number, translate
from careerguide.domain.page import Source
from careerguide.domain.release_order import OFFICIAL, Standing, standings
from careerguide.domain.wages import Unit, money


def release_lines(offered: Mapping[str, Sequence[str]], in_use: Sequence[Source]) -> list[str]:
    """A line for each source: what is offered, how it stands to what is in use, and what would be missing."""
    words = {
        Standing.NEWER: translate("GuideChanges", "{0}: {1} – newer than the one in use ({2})"),
        Standing.SAME: translate("GuideChanges", "{0}: {1} – the release in use"),
        Standing.OLDER: translate("GuideChanges", "{0}: {1} – older than the one in use ({2})"),
        Standing.UNTOLD: translate("GuideChanges", "{0}: {1} – its name does not tell of which release it is (in use: {2})"),
        Standing.FIRST: translate("GuideChanges", "{0}: {1} – the guide in use has none"),
    }
    missing = translate("GuideChanges", "{0}: not there; the new guide would be without (in use: {2})")
    used = {source.name: source.release for source in in_use if source.name in OFFICIAL.values()}
    lines = [
        words[how].format(name, ", ".join(offered[name]), used.get(name, "")) for name, how in standings(offered, in_use).items()
    ]
    return lines + [missing.format(name, "", release) for name, release in used.items() if name not in offered]


def summary(changes: GuideChanges) -> str:
    """How much changes."""
    if not changes:
        return translate(
            "GuideChanges",
            "No career was added, removed or renamed, and no median pay moved by 5 % or more, appeared or disappeared."
            " Texts may differ.",
        )
    counts = translate(
        "GuideChanges",
        "Careers: {0} new, {1} no longer there, {2} renamed. Median pay moved by 5 % or more, appeared or disappeared: {3}.",
    )
    return counts.format(*(number(len(part)) for part in (changes.added, changes.removed, changes.renamed, changes.moved)))


def change_rows(changes: GuideChanges, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """(career, what changes); `titles` are those of the guide in use by code, in the language in force."""
    new, gone = translate("GuideChanges", "new"), translate("GuideChanges", "no longer there")
    was = translate("GuideChanges", "was called {0}")
    return [
        *((title, new) for _, title in changes.added),
        *((titles.get(code, title), gone) for code, title in changes.removed),
        *((after, was.format(before)) for _, before, after in changes.renamed),
        *((titles.get(one.code, one.title), _pay(one)) for one in changes.moved),
    ]


def _pay(moved: Moved) -> str:
    if moved.before is None:
        return translate("GuideChanges", "median pay is now available")
    if moved.after is None:
        return translate("GuideChanges", "median pay is no longer available")
    return f"{money(moved.before, Unit.YEAR)} → {money(moved.after, Unit.YEAR)} ({moved.percent:+.0f} %)"
