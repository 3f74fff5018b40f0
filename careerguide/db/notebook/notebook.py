"""The notebook: what a person keeps. This is what the rest of the program opens."""

from pathlib import Path

from sqlalchemy import Engine

from careerguide.db.notebook.backups import Backup, Backups
from careerguide.db.notebook.engines import file_of, file_url, is_memory, postgresql_engine, server_of, sqlite_engine
from careerguide.db.notebook.keyring import Keyring
from careerguide.db.notebook.opening import bring_up_to_date, prepare_file
from careerguide.db.notebook.own_skills import OwnSkills
from careerguide.db.notebook.paused import Paused
from careerguide.db.notebook.restoring import restore
from careerguide.db.notebook.results import Results
from careerguide.db.notebook.saved import SavedCareers
from careerguide.db.notebook.sessions import Sessions
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.traces import Traces
from careerguide.domain.errors import NotebookError
from careerguide.domain.language import translate


def default_url(folder: Path) -> str:
    """The address of the notebook in a folder."""
    return file_url(folder / "notebook.sqlite")


def open_notebook(url: str, backups: Path | None = None) -> "Notebook":
    """Open the notebook at a SQLAlchemy URL: sqlite:///FILE, sqlite:// (memory) or postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE.

    Its file and folder are made, and its tables made or migrated, where need be. `backups` is the folder for the daily backups of a
    file, None for none. On PostgreSQL the first one to open it must be allowed to make tables; after that, whoever may connect to
    the database keeps a notebook of their own in it.

    Raises children of `NotebookError`: `NotebookVersionError` (a newer program's), `NotebookUnreachable` (locked, no connection).
    """
    path = file_of(url)
    its_backups = aside = None
    if path is not None:
        its_backups = None if backups is None else Backups(path, backups)
        aside = prepare_file(path, its_backups)
        engine, where = sqlite_engine(path), str(path)
    elif is_memory(url):
        engine, where = sqlite_engine(None), "memory"
    else:
        address = server_of(url)
        engine, where = postgresql_engine(address), f"district notebook at {address.host or 'this computer'}"
    try:
        bring_up_to_date(engine, where, its_backups)
        return Notebook(url, engine, where, path, its_backups, aside)
    except NotebookError:
        engine.dispose()
        raise


class Notebook:
    """An open notebook. Calls block, and may come from any thread.

    `url` is the address it was opened with (it can hold a password), `where` names it for the person, `set_aside` is where a
    damaged file was put when this one was opened (it then began empty), and `backup_fault` says why what is done at opening could
    not be (today's backup, or clearing away what was deleted the last time).
    """

    def __init__(
        self,
        url: str,
        engine: Engine,
        where: str,
        path: Path | None,
        backups: Backups | None,
        set_aside: Path | None,
    ) -> None:
        self.url = url
        self.where = where
        self.set_aside = set_aside
        self.backup_fault: NotebookError | None = None
        self._path = path
        self._backups = backups
        self._store = Store(engine, where)
        self._keyring = Keyring(self._store.owner)
        self._traces = Traces(engine, path, backups)
        self.saved = SavedCareers(self._store, self._keyring)
        self.sessions = Sessions(self._store, self._keyring, self._traces)
        self.results = Results(self._store, self._traces)
        self.own_skills = OwnSkills(self._store, self._keyring, self._traces)
        self.paused = Paused(self._store, self._keyring)
        try:
            self._traces.clear()
            if backups is not None:
                backups.take_daily()
        except NotebookError as error:  # no reason to keep the person from the notebook itself
            self.backup_fault = error

    def backups(self) -> tuple[Backup, ...]:
        """The daily backups there are, newest first, at most seven."""
        return () if self._backups is None else self._backups.all()

    def restore(self, backup: Backup) -> None:
        """Put the content of a backup in place of what is there now, which is kept in a file beside the notebook's.

        Other windows go on with the restored content; all sessions are locked. The backup is read through first. Raises
        `NotebookError` if it cannot be used; then nothing is changed.
        """
        if self._path is None:
            raise NotebookError(translate("Notebook", "{0}: this notebook has no backups.").format(self.where))
        before = self._store.count()
        restore(self._store.engine, self._path, backup.path)
        self._keyring.drop_all()
        bring_up_to_date(self._store.engine, self.where, None)
        self._store.count_on_from(before)

    def changed_elsewhere(self) -> bool:
        """Whether another window has changed what is kept here since this was last asked; True once each time."""
        return self._store.changed_elsewhere()

    def close(self) -> None:
        """Close the notebook and forget all keys."""
        self._keyring.drop_all()
        self._store.close()
