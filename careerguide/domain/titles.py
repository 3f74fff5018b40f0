"""Occupation titles in the singular, for the question at the head of a page: “What is a Customs Inspector?”"""

import re

from careerguide.domain.language import translate

# Titles that name a body of people rather than one person, or say one thing twice.
_WHOLE_TITLES = {
    "Clergy": "Member of the Clergy",
    "Infantry": "Member of the Infantry",
    "Special Forces": "Member of the Special Forces",
    "Transit and Railroad Police": "Transit or Railroad Police Officer",
    "Physicians, Pathologists": "Pathologist",
}
_IRREGULAR = {"Midwives": "Midwife", "Mechanics": "Mechanic", "Paramedics": "Paramedic"}
# Plural words that name things, not people.
_THINGS = frozenset(
    (
        *("Activities", "Animals", "Benefits", "Claims", "Commodities", "Customs", "Fibers", "Gas", "Materials", "News"),
        *("Products", "Programs", "Securities", "Services", "Surfaces", "Systems", "Utilities"),
    )
)
_LINKED = re.compile(r"(?P<people>.+?s)(?P<rest> (?:of|for|in|to|at|on) .+)")
_SEPARATOR = re.compile(r"(, and |, or |, | and | or )")
_PLAIN_QUALIFIER = re.compile(r"[\w/-]+(?: [\w/-]+)?")
_VOWEL_SOUND = re.compile(r"(?!U[sn]i|Uro|Eu|One)[AEIOU]")
_SPELLED_VOWEL = re.compile(r"[AEFHILMNORSX](?:[A-Z]|-)")


def singular_word(word: str) -> str:
    """One English plural noun in the singular; a word that is no plural comes back as it is."""
    if "/" in word:
        return "/".join(map(singular_word, word.split("/")))
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("people") or word.endswith("persons"):
        return word.removesuffix("people").removesuffix("persons") + "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x)es$", word):
        return word[:-2]
    if len(word) > 1 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "'s")):
        return word[:-1]
    return word


def _singular_head(phrase: str) -> str:
    """The phrase with its last word in the singular: “Purchasing Agents” → “Purchasing Agent”."""
    before, space, last = phrase.rpartition(" ")
    return before + space + singular_word(last)


def _names_people(phrase: str) -> bool:
    return phrase.rpartition(" ")[2] not in _THINGS and _singular_head(phrase) != phrase


def _one_of(title: str) -> str:
    """The singular of a title that may list several kinds of people: “Secretaries and Clerks” → “Secretary or Clerk”."""
    linked = _LINKED.fullmatch(title)
    people, rest = (linked["people"], linked["rest"]) if linked else (title, "")
    pieces = _SEPARATOR.split(people)
    plural = [position for position in range(0, len(pieces), 2) if _names_people(pieces[position])]
    if not plural:
        return title
    last = first = plural[-1]
    while first - 2 in plural:
        first -= 2
    run = set(range(first, last + 1))
    if 0 in plural and first > 0:
        run.add(0)
        if pieces[1] != ", ":
            run.add(1)
        elif first == last:
            run.add(first - 1)
    for position in run:
        is_separator = position % 2 == 1
        pieces[position] = pieces[position].replace("and", "or") if is_separator else _singular_head(pieces[position])
    return "".join(pieces) + rest


def is_residual(title: str) -> bool:
    """Whether the title is a residual group, “…, All Other”."""
    return ", All Other" in title


def singular(title: str) -> str:
    """A title for one person: “Customs and Border Protection Officers” → “Customs and Border Protection Officer”.

    “Except …” and “Including …” fall away; a plain qualifier goes in front: “Cooks, Fast Food” → “Fast Food Cook”, and
    “Helpers--Carpenters” → “Carpenter Helper”.
    """
    if title in _WHOLE_TITLES:
        return _WHOLE_TITLES[title]
    kept = re.split(r",? \(?(?:Except|Including) ", title)[0]
    title = kept if kept.strip() else title
    if title.startswith("Helpers--"):
        helped = title.removeprefix("Helpers--")
        return f"Helper of {helped}" if _SEPARATOR.search(helped) else f"{_one_of(helped)} Helper"
    head, _, qualifier = title.rpartition(", ")
    plain = head and _PLAIN_QUALIFIER.fullmatch(qualifier) and not _names_people(qualifier)
    if plain and ", " not in head and qualifier not in _THINGS:
        return f"{qualifier} {_one_of(head)}"
    return _one_of(title)


def article(noun: str) -> str:
    """“a” or “an” by the sound of the first word: an Actor, a University Teacher, an MRI Technologist."""
    return "an" if _VOWEL_SOUND.match(noun) or _SPELLED_VOWEL.match(noun) else "a"


def question(title: str, *, translated: bool = False) -> str:
    """The heading of an occupation's overview: “What is an Actor?”; for a residual group “Which careers are in this group?”

    A title that a translator gave stays as it is: the rules for one of many are English.
    """
    if is_residual(title):
        return translate("Titles", "Which careers are in this group?")
    one = title if translated else singular(title)
    return translate("Titles", "What is {article} {noun}?").format(article=article(one), noun=one)
