"""Reading what all occupations are rated on at once: their interests, and what they ask of skills and knowledge."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from careerguide.db import models as m
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import TYPES
from careerguide.domain.matching import Profile
from careerguide.domain.own_skills import Element, ElementProfiles, asks
from careerguide.domain.ratings import IMPORTANCE, Domain, standardised
from careerguide.domain.traits import Trait, TraitKind


def element_profiles(connection: Connection) -> ElementProfiles:
    """What occupations ask of skills and knowledge; occupations that are not rated are left out.

    Elements are in the order of the content model (skills, then knowledge), occupations by code.
    """
    rows = connection.execute(
        select(m.Element.id, m.Element.element_id, m.Element.name, m.Element.description, m.Element.domain).where(
            m.Element.domain.in_((Domain.SKILLS, Domain.KNOWLEDGE))
        )
    ).all()
    rows = sorted(rows, key=lambda row: [part.zfill(2) for part in row.element_id.split(".")])
    often = Counter(row.name for row in rows)
    places = {row.id: place for place, row in enumerate(rows)}
    weights: dict[int, list[float]] = {}
    levels: dict[int, list[float | None]] = {}
    ratings: Iterable[Any] = connection.execute(
        select(m.Rating.occupation_id, m.Rating.element_id, m.Rating.importance, m.Rating.level, m.Rating.not_relevant).where(
            m.Rating.element_id.in_(places), m.Rating.importance.is_not(None), m.Rating.level.is_not(None) | m.Rating.not_relevant
        )
    )
    for occupation, element, importance, level, not_relevant in ratings:
        if occupation not in weights:
            weights[occupation], levels[occupation] = [0.0] * len(places), [None] * len(places)
        weights[occupation][places[element]] = standardised(importance, IMPORTANCE)
        levels[occupation][places[element]] = 0.0 if not_relevant else level
    traits = _traits(connection)
    occupations = connection.execute(
        select(m.Occupation.id, m.Occupation.code, m.Occupation.title, m.Occupation.job_zone).order_by(m.Occupation.code)
    )
    return ElementProfiles(
        tuple(Element(row.element_id, row.name, row.description, Domain(row.domain), often[row.name] > 1) for row in rows),
        tuple(
            asks(OnetSocCode(code), title, zone, tuple(weights[number]), tuple(levels[number]), tuple(traits.get(number, ())))
            for number, code, title, zone in occupations
            if number in weights
        ),
    )


def _traits(connection: Connection) -> dict[int, list[Trait]]:
    """Work styles and work values by occupation id."""
    traits: dict[int, list[Trait]] = {}
    rows = connection.execute(
        select(
            m.TraitScore.occupation_id, m.Trait.kind, m.Trait.name, m.Trait.description, m.TraitScore.score, m.Trait.element_id
        ).join(m.Trait, m.Trait.id == m.TraitScore.trait_id)
    )
    for number, kind, name, meaning, score, element_id in rows:
        traits.setdefault(number, []).append(Trait(TraitKind(kind), name, meaning, score, element_id))
    return traits


def interest_profiles(connection: Connection) -> dict[OnetSocCode, Profile]:
    """The six interest scores (1–7, R-I-A-S-E-C) of each occupation by code; occupations without all six are left out."""
    rows = connection.execute(
        select(m.Occupation.code, m.InterestScore.score)
        .join(m.InterestScore, m.InterestScore.occupation_id == m.Occupation.id)
        .order_by(m.Occupation.code, m.InterestScore.interest)
    )
    scores: dict[OnetSocCode, list[float]] = {}
    for code, score in rows:
        scores.setdefault(OnetSocCode(code), []).append(score)
    return {code: (six[0], six[1], six[2], six[3], six[4], six[5]) for code, six in scores.items() if len(six) == len(TYPES)}
