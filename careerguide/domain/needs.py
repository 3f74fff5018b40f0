"""What one would need to go from one occupation to another: the knowledge, skills and schooling that the other asks for more.

What is typical to enter is ordered as BLS Employment Projections orders its education, experience and training assignments; what
people in the occupation have, by the numbers of the categories of the O*NET survey.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain.compare import differences
from careerguide.domain.education import short_level
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.page import JobZone, OccupationPage, Share
from careerguide.domain.ratings import Domain, Rating

_ENTRY_EDUCATION = (
    QT_TRANSLATE_NOOP("Preparation", "No formal educational credential"),
    QT_TRANSLATE_NOOP("Preparation", "High school diploma or equivalent"),
    QT_TRANSLATE_NOOP("Preparation", "Some college, no degree"),
    QT_TRANSLATE_NOOP("Preparation", "Postsecondary nondegree award"),
    QT_TRANSLATE_NOOP("Preparation", "Associate's degree"),
    QT_TRANSLATE_NOOP("Preparation", "Bachelor's degree"),
    QT_TRANSLATE_NOOP("Preparation", "Master's degree"),
    QT_TRANSLATE_NOOP("Preparation", "Doctoral or professional degree"),
)
_WORK_EXPERIENCE = (
    QT_TRANSLATE_NOOP("Preparation", "None"),
    QT_TRANSLATE_NOOP("Preparation", "Less than 5 years"),
    QT_TRANSLATE_NOOP("Preparation", "5 years or more"),
)
# An apprenticeship or internship is another kind of training, neither more nor less than so many months on the job.
_TRAINING = (
    QT_TRANSLATE_NOOP("Preparation", "None"),
    QT_TRANSLATE_NOOP("Preparation", "Short-term on-the-job training"),
    QT_TRANSLATE_NOOP("Preparation", "Moderate-term on-the-job training"),
    QT_TRANSLATE_NOOP("Preparation", "Long-term on-the-job training"),
)


def published_words(text: str) -> str:
    """What BLS assigns (education, experience, training) in the language in force; as it is where it is not one of the above."""
    return translate("Preparation", text)


class Step(StrEnum):
    """How what the other occupation asks compares with what this one does; OTHER is neither more nor less, or not known."""

    MORE = "more"
    SAME = "same"
    LESS = "less"
    OTHER = "other"


class Preparation(StrEnum):
    """The kinds of preparation that two occupations are compared in."""

    JOB_ZONE = "job_zone"
    ENTRY_EDUCATION = "entry_education"
    COMMON_EDUCATION = "common_education"
    WORK_EXPERIENCE = "work_experience"
    COMMON_EXPERIENCE = "common_experience"
    TRAINING = "training"
    COMMON_TRAINING = "common_training"


@dataclass(frozen=True, slots=True)
class More:
    """An element that the other occupation asks for more. `size` is by how much, 0–100; see `compare` for it and for `sure`."""

    element_id: str
    name: str
    here: Rating
    there: Rating
    here_weight: float
    there_weight: float
    size: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of preparation in both occupations, in the words of its source; None where a source gives none."""

    kind: Preparation
    here: str | None
    there: str | None
    step: Step


@dataclass(frozen=True, slots=True)
class Needs:
    """What to add on the way from one occupation to another; `knowledge` and `skills` have what is asked most beyond first."""

    here: OccupationPage
    there: OccupationPage
    knowledge: tuple[More, ...]
    skills: tuple[More, ...]
    preparation: tuple[Asked, ...]

    @property
    def rated(self) -> bool:
        """Whether both occupations are rated, so that their knowledge and skills can be compared."""
        return all(page.ratings[domain] for page in (self.here, self.there) for domain in (Domain.KNOWLEDGE, Domain.SKILLS))


def needs(here: OccupationPage, there: OccupationPage) -> Needs:
    """What one would need to go from `here` to `there`."""
    return Needs(
        here,
        there,
        _asked_more(here, there, Domain.KNOWLEDGE),
        _asked_more(here, there, Domain.SKILLS),
        _preparation(here, there),
    )


def _asked_more(here: OccupationPage, there: OccupationPage, domain: Domain) -> tuple[More, ...]:
    found = []
    for each in differences((here, there), domain):
        ours, theirs = each.ratings
        our_weight, their_weight = each.weights
        if (
            ours is not None
            and theirs is not None
            and our_weight is not None
            and their_weight is not None
            and their_weight > our_weight
        ):
            found.append(More(each.element_id, each.name, ours, theirs, our_weight, their_weight, each.size, each.sure))
    return tuple(found)


def _preparation(here: OccupationPage, there: OccupationPage) -> tuple[Asked, ...]:
    ours, theirs = here.outlook.projection, there.outlook.projection
    return (
        _by_zone(here.job_zone, there.job_zone),
        _by_name(
            Preparation.ENTRY_EDUCATION,
            None if ours is None else ours.typical_entry_education,
            None if theirs is None else theirs.typical_entry_education,
            _ENTRY_EDUCATION,
        ),
        _by_survey(Preparation.COMMON_EDUCATION, here.schooling.education, there.schooling.education),
        _by_name(
            Preparation.WORK_EXPERIENCE,
            None if ours is None else ours.work_experience,
            None if theirs is None else theirs.work_experience,
            _WORK_EXPERIENCE,
        ),
        _by_survey(Preparation.COMMON_EXPERIENCE, here.schooling.experience, there.schooling.experience),
        _by_name(
            Preparation.TRAINING,
            None if ours is None else ours.on_the_job_training,
            None if theirs is None else theirs.on_the_job_training,
            _TRAINING,
        ),
        _by_survey(Preparation.COMMON_TRAINING, here.schooling.on_the_job_training, there.schooling.on_the_job_training),
    )


def _by_zone(here: JobZone | None, there: JobZone | None) -> Asked:
    names = [None if zone is None else f"{zone.zone}, {zone.name}" for zone in (here, there)]
    step = _step(None if here is None else here.zone, None if there is None else there.zone)
    return Asked(Preparation.JOB_ZONE, names[0], names[1], step)


def _by_name(kind: Preparation, here: str | None, there: str | None, order: Sequence[str]) -> Asked:
    """Compares two names by their place in `order`; the same name is the same, also where the order does not have it."""
    places = [None if name not in order else order.index(name) for name in (here or "", there or "")]
    step = Step.SAME if here is not None and here == there else _step(places[0], places[1])
    return Asked(kind, here and published_words(here), there and published_words(there), step)


def _by_survey(kind: Preparation, here: Sequence[Share], there: Sequence[Share]) -> Asked:
    ours, theirs = most_common(here), most_common(there)
    step = _step(None if ours is None else ours.category, None if theirs is None else theirs.category)
    return Asked(kind, _share_words(kind, ours), _share_words(kind, theirs), step)


def most_common(shares: Sequence[Share]) -> Share | None:
    """The category that most people are in, of equal ones the lower; None where nobody was asked."""
    return max(shares, key=lambda share: (share.percent, -share.category), default=None)


def _share_words(kind: Preparation, share: Share | None) -> str | None:
    if share is None:
        return None
    level = short_level(share.category, share.level) if kind is Preparation.COMMON_EDUCATION else share.level
    return f"{level} ({share.percent:.0f} %)"


def _step(here: int | None, there: int | None) -> Step:
    if here is None or there is None:
        return Step.OTHER
    return Step.SAME if here == there else Step.MORE if there > here else Step.LESS
