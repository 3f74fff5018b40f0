"""Putting a backup in the place of what a notebook file holds now."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from careerguide.db.notebook import files
from careerguide.db.notebook.backups import copy_database, copy_pages
from careerguide.db.notebook.engines import connect
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.schema import is_newer
from careerguide.domain.errors import NotebookError, NotebookVersionError
from careerguide.domain.language import translate


def restore(engine: Engine, path: Path, backup: Path) -> None:
    """Copy the backup into the open notebook at `path`, in one transaction, after keeping a copy of the present content beside it.

    The backup is read through first; its tables can be older. Raises children of `NotebookError`, and then nothing is changed.
    """
    if files.kind_of(backup) is not files.Kind.NOTEBOOK:
        raise NotebookError(translate("Notebook", "{0}: this is not a backup of a notebook; choose another one.").format(backup))
    revision = files.check(backup)
    if revision is None:
        raise NotebookError(translate("Notebook", "{0}: this backup is empty; choose another one.").format(backup))
    if is_newer(revision):
        raise NotebookVersionError(
            translate("Notebook", "{0}: this backup was written by a newer version of the program; update the program.").format(
                backup
            )
        )
    copy_database(path, files.free_name(path, "replaced"))
    with in_words(str(path)), closing(connect(backup)) as source, closing(engine.raw_connection()) as pooled:
        goal = pooled.driver_connection
        assert isinstance(goal, sqlite3.Connection)
        copy_pages(source, goal)
