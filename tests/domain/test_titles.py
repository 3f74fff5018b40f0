"""Titles in the singular, for the question at the head of a page."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerguide.domain.titles import article, is_residual, question, singular, singular_word

_TITLE_WORDS = [
    "Cooks",
    "Clerks",
    "Police",
    "News",
    "Secretaries",
    "Fast Food",
    "Hand",
    "Helpers",
    "Except",
    "Including",
    "All Other",
]
_JOINTS = [", ", " and ", ", and ", " of ", " for ", "--", " ", " or ", ", Except ", " (Except "]
titles_of_any_shape = st.lists(st.sampled_from([*_TITLE_WORDS, *_JOINTS]), min_size=1, max_size=8).map("".join)
some_text = st.one_of(st.text(min_size=1), titles_of_any_shape).filter(str.strip)


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        # One kind of people
        ("Actors", "What is an Actor?"),
        ("Urologists", "What is a Urologist?"),
        ("Ushers, Lobby Attendants, and Ticket Takers", "What is an Usher, Lobby Attendant, or Ticket Taker?"),
        ("Actuaries", "What is an Actuary?"),
        ("Nannies", "What is a Nanny?"),
        ("Orderlies", "What is an Orderly?"),
        ("Midwives", "What is a Midwife?"),
        ("Nurse Midwives", "What is a Nurse Midwife?"),
        ("Paramedics", "What is a Paramedic?"),
        ("Coaches and Scouts", "What is a Coach or Scout?"),
        ("Retail Salespersons", "What is a Retail Salesperson?"),
        ("Gambling Change Persons and Booth Cashiers", "What is a Gambling Change Person or Booth Cashier?"),
        ("Upholsterers", "What is an Upholsterer?"),
        ("Hydrologists", "What is a Hydrologist?"),
        ("MRI Technologists", "What is an MRI Technologist?"),
        ("X-Ray Technicians", "What is an X-Ray Technician?"),
        ("GIS Technicians", "What is a GIS Technician?"),
        # Words in front that stay in the plural
        ("Sales Engineers", "What is a Sales Engineer?"),
        ("Human Resources Managers", "What is a Human Resources Manager?"),
        ("Logistics Analysts", "What is a Logistics Analyst?"),
        (
            "Explosives Workers, Ordnance Handling Experts, and Blasters",
            "What is an Explosives Worker, Ordnance Handling Expert, or Blaster?",
        ),
        # “and” within one kind of people stays, between kinds it becomes “or”
        ("Customs and Border Protection Officers", "What is a Customs and Border Protection Officer?"),
        ("Police and Sheriff's Patrol Officers", "What is a Police and Sheriff's Patrol Officer?"),
        ("Electrical and Electronics Drafters", "What is an Electrical and Electronics Drafter?"),
        ("Fish and Game Wardens", "What is a Fish and Game Warden?"),
        ("Waiters and Waitresses", "What is a Waiter or Waitress?"),
        ("Plumbers, Pipefitters, and Steamfitters", "What is a Plumber, Pipefitter, or Steamfitter?"),
        ("Fraud Examiners, Investigators and Analysts", "What is a Fraud Examiner, Investigator or Analyst?"),
        ("Art, Drama, and Music Teachers, Postsecondary", "What is an Art, Drama, and Music Teacher, Postsecondary?"),
        ("Meat, Poultry, and Fish Cutters and Trimmers", "What is a Meat, Poultry, and Fish Cutter or Trimmer?"),
        ("Jewelers and Precious Stone and Metal Workers", "What is a Jeweler or Precious Stone and Metal Worker?"),
        ("Computer Systems Engineers/Architects", "What is a Computer Systems Engineer/Architect?"),
        (
            "Lifeguards, Ski Patrol, and Other Recreational Protective Service Workers",
            "What is a Lifeguard, Ski Patrol, or Other Recreational Protective Service Worker?",
        ),
        (
            "Low Vision Therapists, Orientation and Mobility Specialists, and Vision Rehabilitation Therapists",
            "What is a Low Vision Therapist, Orientation and Mobility Specialist, or Vision Rehabilitation Therapist?",
        ),
        (
            "Door-to-Door Sales Workers, News and Street Vendors, and Related Workers",
            "What is a Door-to-Door Sales Worker, News and Street Vendor, or Related Worker?",
        ),
        # Things in a list with people
        (
            "Compensation, Benefits, and Job Analysis Specialists",
            "What is a Compensation, Benefits, and Job Analysis Specialist?",
        ),
        (
            "Securities, Commodities, and Financial Services Sales Agents",
            "What is a Securities, Commodities, and Financial Services Sales Agent?",
        ),
        ("Insurance Claims and Policy Processing Clerks", "What is an Insurance Claims and Policy Processing Clerk?"),
        # What follows “of” stays
        ("First-Line Supervisors of Correctional Officers", "What is a First-Line Supervisor of Correctional Officers?"),
        ("Captains, Mates, and Pilots of Water Vessels", "What is a Captain, Mate, or Pilot of Water Vessels?"),
        (
            "First-Line Supervisors of All Other Tactical Operations Specialists",
            "What is a First-Line Supervisor of All Other Tactical Operations Specialists?",
        ),
        # “Except …” and “Including …” fall away
        (
            "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive",
            "What is a Secretary or Administrative Assistant?",
        ),
        ("Architects, Except Landscape and Naval", "What is an Architect?"),
        ("Fine Artists, Including Painters, Sculptors, and Illustrators", "What is a Fine Artist?"),
        ("Middle School Teachers, Except Special and Career/Technical Education", "What is a Middle School Teacher?"),
        # A plain qualifier goes in front, a longer one stays behind
        ("Business Teachers, Postsecondary", "What is a Postsecondary Business Teacher?"),
        ("Cooks, Fast Food", "What is a Fast Food Cook?"),
        ("Dentists, General", "What is a General Dentist?"),
        ("Special Education Teachers, Elementary School", "What is an Elementary School Special Education Teacher?"),
        ("Opticians, Dispensing", "What is a Dispensing Optician?"),
        ("Cooks, Institution and Cafeteria", "What is a Cook, Institution and Cafeteria?"),
        ("Model Makers, Metal and Plastic", "What is a Model Maker, Metal and Plastic?"),
        ("Camera Operators, Television, Video, and Film", "What is a Camera Operator, Television, Video, and Film?"),
        # Helpers
        ("Helpers--Carpenters", "What is a Carpenter Helper?"),
        ("Helpers--Electricians", "What is an Electrician Helper?"),
        ("Helpers--Extraction Workers", "What is an Extraction Worker Helper?"),
        (
            "Helpers--Painters, Paperhangers, Plasterers, and Stucco Masons",
            "What is a Helper of Painters, Paperhangers, Plasterers, and Stucco Masons?",
        ),
        # Bodies of people
        ("Clergy", "What is a Member of the Clergy?"),
        ("Infantry", "What is a Member of the Infantry?"),
        ("Special Forces", "What is a Member of the Special Forces?"),
        ("Special Forces Officers", "What is a Special Forces Officer?"),
        ("Transit and Railroad Police", "What is a Transit or Railroad Police Officer?"),
        ("Physicians, Pathologists", "What is a Pathologist?"),
    ],
)
def test_the_question_asks_for_one_person(title: str, heading: str) -> None:
    assert question(title) == heading


@pytest.mark.parametrize(
    "title",
    [
        "Managers, All Other",
        "Physicians, All Other",
        "Dentists, All Other Specialists",
        "Engineering Technologists and Technicians, Except Drafters, All Other",
    ],
)
def test_a_residual_group_asks_which_careers_are_in_it(title: str) -> None:
    assert is_residual(title)
    assert question(title) == "Which careers are in this group?"


def test_a_title_that_a_translator_gave_stays_as_it_is() -> None:
    assert question("Enfermeras y enfermeros", translated=True) == "What is an Enfermeras y enfermeros?"


@pytest.mark.parametrize(
    "title", ["Managers", "First-Line Supervisors of All Other Tactical Operations Specialists", "Other Workers"]
)
def test_a_title_that_only_speaks_of_others_is_no_residual_group(title: str) -> None:
    assert not is_residual(title)


def test_an_audience_of_utilities_stays_in_the_plural() -> None:
    assert singular("Meter Readers, Utilities") in {"Meter Reader, Utilities", "Utilities Meter Reader"}


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Officers", "Officer"),
        ("Secretaries", "Secretary"),
        ("Waitresses", "Waitress"),
        ("Coaches", "Coach"),
        ("Nurses", "Nurse"),
        ("Judges", "Judge"),
        ("Salespersons", "Salesperson"),
        ("Salespeople", "Salesperson"),
        ("Mechanics", "Mechanic"),
        ("Directors/Managers", "Director/Manager"),
        # No plurals
        ("Police", "Police"),
        ("Physics", "Physics"),
        ("Robotics", "Robotics"),
        ("Business", "Business"),
        ("Analysis", "Analysis"),
        ("Campus", "Campus"),
        ("Sheriff's", "Sheriff's"),
        ("Pies", "Pie"),
        ("", ""),
    ],
)
def test_one_word_in_the_singular(plural: str, one: str) -> None:
    assert singular_word(plural) == one


@given(st.from_regex(r"[A-Z][a-z]{0,8}(er|or|ist|ian|ant|agent|guard|clerk)", fullmatch=True))
def test_a_plain_plural_and_its_singular_are_told_apart(noun: str) -> None:
    assert singular_word(noun + "s") == noun
    assert singular_word(noun) == noun


@pytest.mark.parametrize(
    ("noun", "a"),
    [
        ("Baker", "a"),
        ("Hotel Clerk", "a"),
        ("Yardmaster", "a"),
        ("Actor", "an"),
        ("Engineer", "an"),
        ("Inspector", "an"),
        ("Optician", "an"),
        ("Usher", "an"),
        ("Umpire", "an"),
        ("Urban Planner", "an"),
        ("Underground Miner", "an"),
        ("University Teacher", "a"),
        ("Union Organizer", "a"),
        ("Urologist", "a"),
        ("European Historian", "a"),
        ("One-Person Band", "a"),
        ("MRI Technologist", "an"),
        ("X-Ray Technician", "an"),
        ("FBI Agent", "an"),
        ("GIS Analyst", "a"),
        ("CNC Machinist", "a"),
        ("Member of the Clergy", "a"),
        ("Emergency Physician", "an"),
        ("", "a"),
    ],
)
def test_the_article_goes_by_the_sound(noun: str, a: str) -> None:
    assert article(noun) == a


@given(some_text)
@example("s")
@example(", Except Cooks")
@example("  Except ")
@example("Helpers--")
@example("Cooks, ")
@example(" and ")
@example("a\nb")
def test_whatever_the_title_the_singular_says_something(title: str) -> None:
    assert singular(title).strip()


@given(st.one_of(st.text(), titles_of_any_shape))
@example("")
def test_whatever_the_title_there_is_a_question(title: str) -> None:
    heading = question(title)
    assert heading == "Which careers are in this group?" or re.fullmatch(r"What is an? .*\?", heading, re.DOTALL)
