"""The guide's own words in another language: names and meanings of elements, interests, job zones, schooling, groups of careers.

A guide file is in English. On its way out of the guide (`careerguide/db/guide.py`) what is known in the language in force takes the
place of the English; what is not known stays as it is. Keys are the stable ones of the sources, never names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from careerguide.domain.browse import Choices
from careerguide.domain.center_content import Origin, Text, Translation
from careerguide.domain.own_skills import ElementProfiles
from careerguide.domain.page import JobZone, OccupationPage, Schooling, Share
from careerguide.domain.ratings import Rating
from careerguide.domain.traits import Trait


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and what it means or a note, “” where there is none."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """A job zone in words."""

    name: str
    education: str
    experience: str
    training: str


@dataclass(frozen=True, slots=True)
class OccupationWords:
    """An occupation as a translator gave it; what is left out is None or empty. `tasks` are as many as the guide's, in its order.

    `origin` is that of a career center's words, None for words that came with the program.
    """

    title: str | None = None
    summary: str | None = None
    also_called: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class ContentWords:
    """Words by key: element ID, name of the interest type, zone, category of the survey, SOC major group, O*NET-SOC code."""

    elements: Mapping[str, Named] = field(default_factory=dict)
    interests: Mapping[str, str] = field(default_factory=dict)
    job_zones: Mapping[int, ZoneWords] = field(default_factory=dict)
    education: Mapping[int, Named] = field(default_factory=dict)
    experience: Mapping[int, str] = field(default_factory=dict)
    training_on_site: Mapping[int, str] = field(default_factory=dict)
    training_on_the_job: Mapping[int, str] = field(default_factory=dict)
    major_groups: Mapping[str, Named] = field(default_factory=dict)
    occupations: Mapping[str, OccupationWords] = field(default_factory=dict)


def page_in(words: ContentWords, page: OccupationPage) -> OccupationPage:
    """An occupation's page in these words."""
    own = words.occupations.get(page.code, OccupationWords())
    group = words.major_groups.get(page.code[:2])
    tasks = page.tasks
    if len(own.tasks) == len(tasks):
        tasks = tuple(replace(task, statement=statement) for task, statement in zip(tasks, own.tasks, strict=True))
    return replace(
        page,
        title=own.title or page.title,
        summary=own.summary or page.summary,
        definition=None if own.summary else page.definition,
        also_called=own.also_called or page.also_called,
        tasks=tasks,
        group=group.name if group else page.group,
        ratings={domain: tuple(_rating(words, one) for one in ratings) for domain, ratings in page.ratings.items()},
        schooling=_schooling(words, page.schooling),
        interests=tuple(replace(one, description=words.interests.get(one.name, one.description)) for one in page.interests),
        job_zone=_zone(words, page.job_zone) if page.job_zone else None,
        related=tuple(replace(one, title=title_in(words, one.code, one.title)) for one in page.related),
        texts_in_english=own.title is None and own.summary is None,
        translation=_translation(own, has_tasks=tasks is not page.tasks),
    )


def _translation(own: OccupationWords, *, has_tasks: bool) -> Translation | None:
    given = {
        Text.TITLE: own.title,
        Text.SUMMARY: own.summary,
        Text.ALSO_CALLED: own.also_called,
        Text.TASKS: has_tasks and own.tasks,
    }
    texts = tuple(text for text, words in given.items() if words)
    return Translation(own.origin, texts) if own.origin is not None and texts else None


def title_in(words: ContentWords, code: str, title: str) -> str:
    """The title of an occupation in these words."""
    own = words.occupations.get(code)
    return own.title if own is not None and own.title else title


def choices_in(words: ContentWords, choices: Choices) -> Choices:
    """What browsing chooses from, in these words, each list A to Z again."""
    elements = [(key, *_named(words.elements, key, name, meaning)) for key, name, meaning in choices.elements]
    groups = [(key, *_named(words.major_groups, key, name, line)) for key, name, line in choices.groups]
    zones = [(zone, words.job_zones[zone].name if zone in words.job_zones else name) for zone, name in choices.job_zones]
    return replace(
        choices,
        facts=tuple(replace(one, title=title_in(words, one.code, one.title)) for one in choices.facts),
        groups=tuple(sorted(groups, key=lambda each: each[1].casefold())),
        job_zones=tuple(zones),
        elements=tuple(sorted(elements, key=lambda each: each[1].casefold())),
    )


def profiles_in(words: ContentWords, profiles: ElementProfiles) -> ElementProfiles:
    """What occupations ask, in these words."""
    elements = []
    for one in profiles.elements:
        name, meaning = _named(words.elements, one.element_id, one.name, one.meaning)
        elements.append(replace(one, name=name, meaning=meaning))
    occupations = tuple(
        replace(
            one,
            title=title_in(words, one.code, one.title),
            traits=tuple(_trait(words, trait) for trait in one.traits),
        )
        for one in profiles.occupations
    )
    return replace(profiles, elements=tuple(elements), occupations=occupations)


def _named(table: Mapping[str, Named], key: str, name: str, meaning: str) -> tuple[str, str]:
    known = table.get(key)
    return (known.name, known.meaning or meaning) if known is not None else (name, meaning)


def _rating(words: ContentWords, rating: Rating) -> Rating:
    name, meaning = _named(words.elements, rating.element_id, rating.name, rating.description)
    return replace(rating, name=name, description=meaning)


def _trait(words: ContentWords, trait: Trait) -> Trait:
    name, meaning = _named(words.elements, trait.element_id, trait.name, trait.meaning)
    return replace(trait, name=name, meaning=meaning)


def _zone(words: ContentWords, zone: JobZone) -> JobZone:
    known = words.job_zones.get(zone.zone)
    if known is None:
        return zone
    return JobZone(zone.zone, known.name, known.education, known.experience, known.training)


def _schooling(words: ContentWords, schooling: Schooling) -> Schooling:
    def level(share: Share) -> Share:
        known = words.education.get(share.category)
        return share if known is None else replace(share, level=known.name, note=known.meaning or None)

    def time(share: Share, table: Mapping[int, str]) -> Share:
        return replace(share, level=table.get(share.category, share.level))

    return replace(
        schooling,
        education=tuple(map(level, schooling.education)),
        experience=tuple(time(share, words.experience) for share in schooling.experience),
        on_site_training=tuple(time(share, words.training_on_site) for share in schooling.on_site_training),
        on_the_job_training=tuple(time(share, words.training_on_the_job) for share in schooling.on_the_job_training),
    )
