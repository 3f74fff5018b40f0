"""What a person has to be told of the notebook: it is damaged, cannot be reached, or cannot be opened; and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from careerguide.domain.errors import GuideError
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.notice import Notice


class NotebookNotice(Notice):
    """A notice over the pages, hidden while all is well. `backup_wanted` asks for the backups to choose from."""

    backup_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lost = False
        self.hide()
        desk.opened.connect(self._opened)
        desk.not_opened.connect(self._not_opened)
        desk.reachable.connect(self._say_reachable)
        desk.restored.connect(lambda: self.show_message(self.tr("The backup is back."), {self.tr("Close"): self.hide}))

    def _opened(self) -> None:
        notebook = self._desk.notebook
        if notebook is None or notebook.set_aside is None:
            self.hide()
            return
        actions: dict[str, Callable[[], object]] = {}
        words = self.tr("Your notebook was damaged. It was put aside as {0}, and an empty one was begun.").format(
            notebook.set_aside.name
        )
        if notebook.backups():
            words += self.tr(" You can bring back a backup.")
            actions[self.tr("Bring back a backup…")] = self.backup_wanted.emit
        actions[self.tr("Go on with an empty one")] = self.hide
        self.show_message(words, actions)

    def _not_opened(self, error: GuideError) -> None:
        self.show_message(
            self.tr("{0} Until then, nothing you save is kept after this window closes.").format(error),
            {self.tr("Try again"): self._desk.open_again, self.tr("Close"): self.hide},
        )

    def _say_reachable(self, reachable: bool) -> None:
        if reachable and self._lost:
            self.hide()
        elif not reachable:
            self.show_message(
                self.tr(
                    "The notebook cannot be reached at the moment. What you type stays here and is written as soon as it can be reached"
                    " again."
                ),
                {self.tr("Try now"): self._desk.try_now},
            )
        self._lost = not reachable
