"""What is left of deleted rows: free pages, the write-ahead log, backups. Deleting is done when these are gone too.

The transaction that deletes also leaves a mark in the file; the mark goes when everything else has gone. So what a killed program
or another window has kept from being cleared is cleared the next time the notebook is opened.
"""

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from careerguide.db.notebook.backups import Backups
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.files import earlier_contents
from careerguide.domain.errors import NotebookError, NotebookUnreachable
from careerguide.domain.language import translate


class Traces:
    """The traces in a notebook file (`path`) and around it. In memory nothing is left, and a server sees to its own disk."""

    def __init__(self, engine: Engine, path: Path | None, backups: Backups | None) -> None:
        self._engine = engine
        self._path = path
        self._backups = backups

    def mark(self, connection: Connection) -> None:
        """Note, in the transaction that deletes, that traces will be left."""
        if self._path is not None:
            connection.exec_driver_sql("PRAGMA user_version = 1")

    def clear(self) -> None:
        """Clear the traces if there are any: rebuild the file, empty its log, put one fresh backup in the place of all copies.

        Earlier contents that lie beside the notebook go as well. Raises `NotebookUnreachable` while another window is in the
        way, `NotebookError` if the disk is; what was deleted stays deleted, and this can be called again.
        """
        if self._path is None:
            return
        with in_words(str(self._path)), closing(self._engine.raw_connection()) as pooled:
            connection = pooled.cursor()
            connection.execute("PRAGMA user_version")
            if connection.fetchone() == (0,):
                return
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept_from_it = connection.fetchone()
            if kept_from_it is not None and kept_from_it[0]:
                raise NotebookUnreachable(
                    translate("Notebook", "{0}: another window is using it; what was deleted will be cleared away later.").format(
                        self._path
                    )
                )
            self._clear_copies(self._path)
            connection.execute("PRAGMA user_version = 0")

    def _clear_copies(self, path: Path) -> None:
        if self._backups is not None:
            self._backups.replace_all()
        try:
            for copy in earlier_contents(path):
                copy.unlink(missing_ok=True)
        except OSError as error:
            raise NotebookError(
                translate("Notebook", "{0}: an old copy cannot be removed ({1}).").format(path.parent, error.strerror or error)
            ) from error
