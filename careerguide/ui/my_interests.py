"""The person's newest interest result and how each occupation fits it, for the page, browsing, comparing and reports."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from careerguide.domain.language import translate
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk

if TYPE_CHECKING:
    from careerguide.domain.codes import OnetSocCode
    from careerguide.domain.matching import Fit, Match, Profile
    from careerguide.domain.notebook import InterestResult

ReadProfiles = Callable[[], "Mapping[OnetSocCode, Profile]"]


class MyInterests(QObject):
    """Follows the notebook: the newest result of the session in force, or outside any. `changed` tells when another one counts.

    The profiles of a guide are read off the UI thread, and only when there is a result.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._read: ReadProfiles | None = None
        self._reading: Latest[tuple[Match, ...]] = Latest(self, self._take_matches, desk.trouble.emit)
        self.result: InterestResult | None = None
        self.matches: dict[str, Match] = {}
        desk.opened.connect(self.refresh)
        desk.session_changed.connect(self.refresh)
        desk.changed_elsewhere.connect(self.refresh)

    def set_guide(self, read_profiles: ReadProfiles) -> None:
        """Match against the occupations of another guide."""
        self._read = read_profiles
        self._match()

    def refresh(self) -> None:
        """Look for the newest result again."""
        session = self._desk.session_id
        self._desk.ask(lambda notebook: notebook.results.all(session), self._take)

    def _take(self, results: "tuple[InterestResult, ...]") -> None:
        newest = results[0] if results else None
        if newest != self.result:
            self.result = newest
            self._match()

    def _match(self) -> None:
        result, read = self.result, self._read
        if result is None or read is None:
            self._reading.drop()
            self._take_matches(())
            return

        def match() -> "tuple[Match, ...]":
            from careerguide.domain.matching import rank

            return rank(result.scores, read())

        self._reading.run(match)

    def _take_matches(self, matches: "tuple[Match, ...]") -> None:
        self.matches = {match.code: match for match in matches}
        self.changed.emit()

    @property
    def words(self) -> dict[str, str]:
        """How occupations fit, in words by code; those that are in no band are not in it."""
        return {code: fit_words(match.fit) for code, match in self.matches.items() if match.fit != "other"}

    @property
    def short_words(self) -> dict[str, str]:
        """The same in a single word each."""
        return {code: fit_word(match.fit) for code, match in self.matches.items() if match.fit != "other"}

    @property
    def places(self) -> dict[str, int]:
        """The order of occupations by fit, the best 0; empty where there is no result, or no clear pattern in it."""
        if all(match.fit == "other" for match in self.matches.values()):
            return {}
        return {code: place for place, code in enumerate(self.matches)}


def fit_words(fit: "Fit") -> str:
    """A band in words; “” for an occupation in none."""
    words = {
        "great": translate("Fit", "Great fit for your interests"),
        "good": translate("Fit", "Good fit for your interests"),
        "fair": translate("Fit", "Fair fit for your interests"),
    }
    return words.get(fit, "")


def fit_word(fit: "Fit") -> str:
    """A band in one word."""
    return {"great": translate("Fit", "great"), "good": translate("Fit", "good"), "fair": translate("Fit", "fair")}.get(fit, "")
