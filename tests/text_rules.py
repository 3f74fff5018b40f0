"""The rules of docs/writing.md that a machine can check.

Each rule takes text and gives what breaks it, so that a test can show the place. Nothing here knows pytest.
"""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUN = 7  # so many words in a row may not agree with an official text


@dataclass(frozen=True, slots=True)
class Text:
    """What the guide says of one occupation, and the file that says it."""

    file: str
    code: str
    overview: str
    tasks: tuple[str, ...]
    activities: tuple[str, ...]
    keys: frozenset[str]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Overview, tasks and activities alike."""
        return (self.overview, *self.tasks, *self.activities)

    @property
    def reading_grade(self) -> float:
        """The grade of overview and tasks together; activities are no sentences."""
        return reading_grade(" ".join((self.overview, *self.tasks)))


def read_texts(folder: Path) -> list[Text]:
    """All tables of all files, so that a code in two files is there twice."""
    return [
        Text(
            file=path.name,
            code=code,
            overview=table.get("overview", ""),
            tasks=tuple(table.get("tasks", ())),
            activities=tuple(table.get("activities", ())),
            keys=frozenset(table),
        )
        for path in sorted(folder.glob("*.toml"))
        for code, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
    ]


def table(path: Path) -> list[dict[str, str]]:
    """A tab-separated file as rows by column name."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


# Counting


def words(text: str) -> list[str]:
    """Words and numbers in lower case; whatever stands between them parts them."""
    return re.findall(r"[a-z0-9]+", text.lower())


def count_sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s|$)", text))


def _syllables(word: str) -> int:
    spoken = word.removesuffix("e")
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def reading_grade(text: str) -> float:
    """Flesch–Kincaid: the school grade at which the text can be read."""
    spoken = [word for word in words(text) if word.isalpha()]
    if not spoken:
        return 0.0
    words_a_sentence = len(spoken) / max(1, count_sentences(text))
    syllables_a_word = sum(map(_syllables, spoken)) / len(spoken)
    return 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59


def median_grade(texts: Iterable[Text]) -> float:
    return median(text.reading_grade for text in texts)


# Sentences


def is_task(sentence: str) -> bool:
    """One sentence of 6 to 28 words with a capital letter and a full stop."""
    one_sentence = sentence.endswith(".") and count_sentences(sentence) == 1
    return one_sentence and sentence[:1].isupper() and 6 <= len(words(sentence)) <= 28


def is_activity(phrase: str) -> bool:
    """Two to seven words with a capital letter, without a full stop or any other sentence mark."""
    return phrase[:1].isupper() and 2 <= len(phrase.split()) <= 7 and not re.search(r"[.;:!?]", phrase)


def has_stray_space(text: str) -> bool:
    return text != " ".join(text.split())


# Words

_GENDERED = re.compile(
    r"\b(?:s?he|his|hers?|him|(?:him|her)self|(?:he|she)/\w+|\w*(?:man|men|woman|women|manship|manpower)|ladies|gentle\w+)\b", re.I
)
_NOT_GENDERED = {
    "german",
    "human",
    "inhuman",
    "superhuman",
    "roman",
    "ottoman",
    "semen",
    "specimen",
    "regimen",
    "abdomen",
    "acumen",
    "stamen",
    "omen",
}
_WOMEN_AS_PATIENTS = {"women"}  # the people whom some occupations serve; nobody's job is called by it

_PHRASES = re.compile(
    r"in this role|responsible for|exciting|thrilling|rewarding (?:career|work|job|field)|vital role|cutting-edge|passionate|\bdynamic\b",
    re.I,
)
_MARKS = re.compile(r"[!‘’“”–—…]|\.\.|,,| [,.;:?]|\(s\)|\band/or\b|\be\.g\.|\bi\.e\.|\betc\b")
_ARTICLES = re.compile(r"\b(?:a|an|the)(?:/| )(?:a|an|the)\b", re.I)
_TWICE = re.compile(r"\b(\w+) \1\b", re.I)
_A_OR_AN = re.compile(r"\b(an?) ([a-z][\w-]*)", re.I)
_SOUNDS_LIKE_A_CONSONANT = re.compile(r"u(?:ni(?!n)|ro|s[aei]|ti)|eu|ewe|one\b|once\b", re.I)
_SOUNDS_LIKE_A_VOWEL = re.compile(r"hour|honest|honor|heir|[fhlmnrsx](?:-|\b)", re.I)
_BRITISH = re.compile(
    r"\b\w*(?:colour|favour|flavour|labour|neighbour|behaviour|harbour|humour|odour|vapour|licence|defence|offence|jewellery|aluminium"
    r"|programme(?!r|d)|centre|metre|litre|theatre|fibre|mould|plough|cheque|grey|tyre|kerb|whilst|amongst|travell|cancell|labell|fuell"
    r"|organis|recognis|specialis(?!t)|sterilis|minimis|maximis|analys(?:e[ds]?|ing)\b|practis|skilful|enrol\b|paediat|anaesth|haem)\w*",
    re.I,
)


def gendered_words(text: str) -> list[str]:
    """She, his, salesman, manpower … but neither “human” nor “German”; “women” may be whom the work is for."""
    found = (match[0].lower() for match in _GENDERED.finditer(text))
    return [word for word in found if word not in _NOT_GENDERED | _WOMEN_AS_PATIENTS]


def forbidden_phrases(text: str) -> list[str]:
    """Advertisement, and the openings of job offers."""
    return [match[0] for match in _PHRASES.finditer(text)]


def forbidden_marks(text: str) -> list[str]:
    """Exclamation marks, curly quotes and whatever else is not plain typing."""
    return [match[0] for match in _MARKS.finditer(text)]


def british_spellings(text: str) -> list[str]:
    return [match[0] for match in _BRITISH.finditer(text)]


def article_slips(text: str) -> list[str]:
    """“the a”, “a/an”, “to to”, “a apple”."""
    slips = [match[0] for pattern in (_ARTICLES, _TWICE) for match in pattern.finditer(text)]
    for match in _A_OR_AN.finditer(text):
        article, word = match[1].lower(), match[2]
        vowel = bool(_SOUNDS_LIKE_A_VOWEL.match(word)) or (word[0].lower() in "aeiou" and not _SOUNDS_LIKE_A_CONSONANT.match(word))
        if (article == "an") != vowel:
            slips.append(match[0])
    return slips


# Openings


def shared_openings(texts: Iterable[Text]) -> list[str]:
    """First three words with which several overviews of one file start."""
    times = Counter((text.file, *words(text.overview)[:3]) for text in texts)
    return [" ".join(opening) for opening, count in times.items() if count > 1]


def starts_with_title(overview: str, title: str) -> bool:
    """Whether the overview begins with the first word of the title, in the singular or plural, with or without an article."""

    def stem(word: str) -> str:
        return re.sub(r"(?:ies|y|es|s)$", "", word)

    said, first = words(overview), words(title)[0]
    if said[:1] in (["a"], ["an"], ["the"]):
        said = said[1:]
    return bool(said) and stem(said[0]) == stem(first)


# Our own words


class OfficialWords:
    """The sentences of a release, to see whether a text of ours repeats them."""

    _SENTENCES = (
        ("Occupation Data.txt", "Description"),
        ("Task Statements.txt", "Task"),
        ("Emerging Tasks.txt", "Task"),
        ("DWA Reference.txt", "DWA Title"),
        ("IWA Reference.txt", "IWA Title"),
        ("Content Model Reference.txt", "Description"),
        ("Level Scale Anchors.txt", "Anchor Description"),
        ("Interests Illustrative Activities.txt", "Activity"),
        ("Job Zone Reference.txt", "Name"),
        ("Job Zone Reference.txt", "Experience"),
        ("Job Zone Reference.txt", "Education"),
        ("Job Zone Reference.txt", "Job Training"),
    )

    def __init__(self, release: Path) -> None:
        self._runs: set[tuple[str, ...]] = set()
        self._short: set[str] = set()
        for file, column in self._SENTENCES:
            for row in table(release / file):
                self._learn(row[column])

    def _learn(self, sentence: str) -> None:
        self._runs.update(_runs(sentence))
        said = words(sentence)
        if len(said) < RUN:
            self._short.add(" ".join(said))

    def repeated_in(self, text: str) -> str | None:
        """Seven words in a row of an official sentence, or a whole short one; None where the text is our own."""
        run = next((run for run in _runs(text) if run in self._runs), None)
        if run is not None:
            return " ".join(run)
        whole = " ".join(words(text))
        return whole if whole in self._short else None


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    said = words(text)
    return (tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1))
