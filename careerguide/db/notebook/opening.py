"""Opening a notebook: looking at the file before anything touches it, and bringing its tables to what the program needs."""

from pathlib import Path

from sqlalchemy import Engine

from careerguide.db.notebook import files
from careerguide.db.notebook.backups import Backups
from careerguide.db.notebook.engines import write_transaction
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.files import Kind
from careerguide.db.notebook.schema import HEAD, is_newer, is_revision, migrate, revision_of
from careerguide.domain.errors import NotebookDamaged, NotebookError, NotebookVersionError
from careerguide.domain.language import translate


def prepare_file(path: Path, backups: Backups | None) -> Path | None:
    """See to it that a whole notebook file, or the beginning of one, is at `path`. Returns where a damaged file was put, if any.

    Raises children of `NotebookError`; a file that is another program's, locked or not to be written to stays as it is.
    """
    aside = None
    kind = files.kind_of(path)
    if kind is Kind.OTHER_PROGRAM or (kind is Kind.NO_DATABASE and path.suffix != ".sqlite"):
        raise NotebookError(
            translate("Notebook", "{0}: this file is not a notebook of Career Guide; choose another one.").format(path)
        )
    if _is_damaged(path, kind, backups):
        aside = files.set_aside(path, "damaged")
    # Asked again: SQLite has emptied a file whose very first page was being written when the program was killed.
    if files.kind_of(path) is not Kind.NOTEBOOK:
        files.begin(path)
    return aside


def _is_damaged(path: Path, kind: Kind, backups: Backups | None) -> bool:
    if kind is Kind.EMPTY:  # begun and killed at once; or cut off, if there has been something to copy
        return backups is not None and bool(backups.all())
    if kind is Kind.NOTEBOOK:
        files.require_writable(path)
        try:
            files.check(path)
        except NotebookDamaged:
            return True
    return kind is Kind.NO_DATABASE


def bring_up_to_date(engine: Engine, where: str, backups: Backups | None) -> None:
    """Make the tables or, after a backup, migrate them; nothing where they are as they should be.

    Raises `NotebookVersionError` if they are from a newer version of the program, `NotebookDamaged` if they are from none.
    """
    with in_words(where), write_transaction(engine) as connection:
        revision = revision_of(connection)
        if revision is not None and not is_revision(revision):
            raise NotebookDamaged(translate("Notebook", "{0}: what the notebook says of its own tables is damaged.").format(where))
        if revision is not None and is_newer(revision):
            raise NotebookVersionError(
                translate(
                    "Notebook", "{0}: this notebook was written by a newer version of the program; update the program."
                ).format(where)
            )
        if revision == HEAD:
            return
        if revision is not None and backups is not None:
            backups.take()
        migrate(connection)
