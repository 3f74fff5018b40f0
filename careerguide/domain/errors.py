"""What can go wrong, as sentences a person can act on.

Every error the program foresees is a `GuideError`. Its text is one sentence (or two) in plain words; `exit_code` is what the
command line returns for it: 1 when the thing asked for does not exist, 3 when a guide or data file is at fault.
"""

from collections.abc import Sequence

from careerguide.domain.language import number, translate


class GuideError(Exception):
    """Something foreseeable is wrong; the text says what, and what to do."""

    exit_code = 3


class UnknownOccupation(GuideError):
    """No occupation of this guide has the code asked for."""

    exit_code = 1


class UnknownArea(GuideError):
    """No state or area of this guide has the code or name asked for."""

    exit_code = 1


class SourceError(GuideError):
    """An official file is missing, cut off or not what it says it is.

    `file` is the file's own name, `line` counts from 1 with the header as line 1, `column` is the header of the column.
    """

    def __init__(self, file: str, problem: str, *, line: int | None = None, column: str | None = None) -> None:
        place = file
        if line is not None:
            place += translate("Errors", ", line {0}").format(number(line))
        if column is not None:
            place += translate("Errors", ", column “{0}”").format(column)
        super().__init__(f"{place}: {problem}")
        self.file, self.line, self.column = file, line, column


class OutputError(GuideError):
    """The file to be written cannot be written (no permission, no space, no such folder)."""


class DownloadError(GuideError):
    """A file cannot be had from where it should be."""


class UpdateRefused(GuideError):
    """An update is not taken: it is damaged, not signed by whom it should be, or there is nothing to go back to."""


class SettingsFileError(GuideError):
    """Settings that an administrator wrote are wrong; `problems` has a sentence for each thing."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class GuideFileError(GuideError):
    """The guide file cannot be used."""


class GuideMissing(GuideFileError):
    """There is no file at that place."""


class GuideDamaged(GuideFileError):
    """The file was a guide once, but parts of it cannot be read."""


class NotAGuide(GuideFileError):
    """The file is something else."""


class GuideVersionError(GuideFileError):
    """The guide was built by an older or a newer version of the program."""


class BuildCancelled(GuideError):
    """The person stopped the build; nothing was changed."""


class NotebookError(GuideError):
    """The notebook cannot be read or written."""


class NotebookDamaged(NotebookError):
    """The notebook file cannot be read any more."""


class NotebookVersionError(NotebookError):
    """The notebook was written by a newer version of the program."""


class NotebookUnreachable(NotebookError):
    """The notebook is there but cannot be reached now: the connection is lost, or another program holds the file. Try again."""


class NotebookConflict(NotebookError):
    """What was to be changed has been changed or removed by another window meanwhile."""


class WrongPassphrase(NotebookError):
    """The passphrase does not open the session."""


class ImportFault(GuideError):
    """A file or a code that was to be read into the notebook is not what it should be."""


class UnfinishedCode(ImportFault):
    """A take-home code ends too early. `missing` is how many characters it still needs, at least."""

    def __init__(self, problem: str, missing: int) -> None:
        super().__init__(problem)
        self.missing = missing
