"""What a take-home code holds, in words."""

from collections.abc import Mapping

from careerguide.domain.language import translate
from careerguide.domain.take_home import TakeHome
from careerguide.ui.pieces.labels import Card, label


def contents_words(take_home: TakeHome) -> str:
    """What is in it, as a sentence: “5 careers, interest scores, no name.”"""
    count = len(take_home.codes)
    parts = [translate("Contents", "1 career") if count == 1 else translate("Contents", "{0} careers").format(count)]
    if take_home.scores is not None:
        parts.append(translate("Contents", "interest scores"))
    if take_home.job_zone is not None:
        parts.append(translate("Contents", "job zone {0}").format(take_home.job_zone))
    return ", ".join([*parts, translate("Contents", "no name.")])


class Contents(Card):
    """A card with what is in a code: a sentence, and each career by its title."""

    def __init__(self, heading: str, titles: Mapping[str, str]) -> None:
        super().__init__(heading)
        self._titles = titles
        self._words = label(role="strong")
        self._careers = label(selectable=True)
        self._unknown = label(role="caption")
        self._release = label(role="caption")
        for widget in (self._words, self._careers, self._unknown, self._release):
            self.body.addWidget(widget)

    def show_contents(self, take_home: TakeHome) -> None:
        """Show what this one holds. A career that the guide does not know stands there by its code."""
        unknown = [code for code in take_home.codes if code not in self._titles]
        self._words.setText(contents_words(take_home))
        self._careers.setText("\n".join(self._titles.get(code, code) for code in take_home.codes))
        self._careers.setVisible(bool(take_home.codes))
        self._unknown.setText(
            self.tr("This guide has no career with the code {0}. It is kept in the list all the same.").format(", ".join(unknown))
            if len(unknown) == 1
            else self.tr("This guide has no careers with the codes {0}. They are kept in the list all the same.").format(
                ", ".join(unknown)
            )
        )
        self._unknown.setVisible(bool(unknown))
        self._release.setText(self.tr("Made with O*NET {0}.").format(take_home.release))
        self._release.setVisible(bool(take_home.release))
