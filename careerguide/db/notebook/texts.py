"""What a person typed, as it can be kept."""

from careerguide.domain.errors import NotebookError
from careerguide.domain.language import number, translate
from careerguide.domain.notebook import LONGEST_NAME, LONGEST_NOTE


def _storable(text: str) -> str:
    """The text without what no database keeps: NUL, and halves of characters that a faulty paste leaves."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def name_to_keep(text: str) -> str:
    """A list's name or a session's label in one line, trimmed. Raises `NotebookError` if it is empty or too long."""
    name = " ".join(_storable(text).split())
    if not name:
        raise NotebookError(translate("Notebook", "A name cannot be empty; type at least one letter."))
    if len(name) > LONGEST_NAME:
        raise NotebookError(
            translate("Notebook", "A name can have at most {0} characters; this one has {1}.").format(
                LONGEST_NAME, number(len(name))
            )
        )
    return name


def note_to_keep(text: str) -> str:
    """A note, as it was typed. Raises `NotebookError` if it is too long."""
    note = _storable(text)
    if len(note) > LONGEST_NOTE:
        raise NotebookError(
            translate("Notebook", "A note can have at most {0} characters; this one has {1}.").format(
                number(LONGEST_NOTE), number(len(note))
            )
        )
    return note
