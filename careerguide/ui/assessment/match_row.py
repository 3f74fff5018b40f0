"""A career in a band: a press opens it, a tick chooses it, and a button says why it is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.browse import Facts
from careerguide.domain.language import translate
from careerguide.domain.matching import Match
from careerguide.domain.outlook import people_words
from careerguide.domain.wages import Unit, money
from careerguide.ui.assessment.wording import firmness_sentence, firmness_words
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.link import Link
from careerguide.ui.theme import Theme


class MatchRow(QWidget):
    """One career. `opened` and `why_wanted` give its code, `chosen` its code and whether it is ticked now."""

    opened = Signal(str)
    why_wanted = Signal(str)
    chosen = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self._match: Match | None = None
        self.box = QCheckBox()
        self.box.setToolTip(self.tr("Tick to save or to compare"))
        self.box.clicked.connect(lambda on: self.chosen.emit(self.code, on))
        self.link = Link(theme)
        self.link.clicked.connect(lambda _=False: self.opened.emit(self.code))
        self._caption = label("", "caption")
        self.why = QPushButton(self.tr("Why?"))
        self.why.setToolTip(self.tr("Which of your interests go with this career, and which do not"))
        self.why.clicked.connect(lambda _=False: self.why_wanted.emit(self.code))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.link)
        words.addWidget(self._caption)
        self._caption.setContentsMargins(6, 0, 0, 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.box)
        row.addLayout(words, 1)
        row.addWidget(self.why)

    @property
    def code(self) -> str:
        """The code of the career shown."""
        return self._facts.code if self._facts is not None else ""

    def show_match(self, match: Match, facts: Facts, *, ticked: bool) -> None:
        """Show a career."""
        self.box.setChecked(ticked)
        if (match, facts) == (self._match, self._facts):
            return
        self._match, self._facts = match, facts
        self.box.setAccessibleName(self.tr("Choose {0}").format(facts.title))
        self.why.setAccessibleName(self.tr("Why {0}?").format(facts.title))
        firmness = firmness_words(match.firmness)
        about = facts_words(facts)
        self.link.setText(facts.title)
        self.link.setAccessibleName(", ".join(part for part in (facts.title, firmness, about) if part))
        self._caption.setText(" · ".join(part for part in (firmness, about) if part))
        self._caption.setToolTip(firmness_sentence(match.firmness, match.fit) if match.firmness is not None else "")


def facts_words(facts: Facts) -> str:
    """Pay, growth and openings of a career in a line; what is not known is left out."""
    parts = []
    if facts.median_annual_usd is not None:
        parts.append(translate("MatchRow", "{0} a year").format(money(facts.median_annual_usd, Unit.YEAR)))
    if facts.change_percent is not None:
        parts.append(translate("MatchRow", "growth {0} %").format(f"{facts.change_percent:+.1f}".replace("-", "−")))
    if facts.openings_per_year is not None:
        parts.append(translate("MatchRow", "{0} openings a year").format(people_words(facts.openings_per_year)))
    return " · ".join(parts) or translate("MatchRow", "pay and outlook not available")
