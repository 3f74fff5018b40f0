"""The real window as a program of its own: opened as a person opens it, and closed once the guide and the notebook are there.

`python living_window.py [NOTEBOOK]` does that and prints what the window says then, as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
AS_MODES_SAY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
_LOOK_MS = 50


class Lived(NamedTuple):
    """How many careers it counted, what it said at its foot, why the notebook is in memory, and what was on standard error."""

    careers: str
    toast: str
    problem: str
    err: str


def bare(home: Path | None, **more: str) -> dict[str, str]:
    """An environment with nothing in it but what is named."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    kept |= {name: value for name, value in os.environ.items() if name.startswith(("COVERAGE_", "COV_"))}
    return kept | ({} if home is None else {"HOME": str(home)}) | {"QT_QPA_PLATFORM": "offscreen"} | more


def live(env: Mapping[str, str], notebook: str | None = None) -> Lived:
    """Let a window live and end; it must end well and without a trace. Root, too, has only the rights that modes give it."""
    command = [sys.executable, __file__, *([notebook] if notebook else [])]
    if os.getuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root cannot give rights away here: setpriv is missing")
        command = [*AS_MODES_SAY, *command]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return Lived(*json.loads(done.stdout), done.stderr)


def main() -> int:
    """Run the window; its exit code."""
    from PySide6.QtCore import QTimer

    from careerguide import app
    from careerguide.ui.main_window import MainWindow

    made = app.make_window

    def make_window(*arguments: object) -> MainWindow:
        window = made(*arguments)  # type: ignore[arg-type]
        look = QTimer(window, interval=_LOOK_MS)

        def end_when_ready() -> None:  # the notebook is opened when the guide is there
            desk = window.desk
            if desk.notebook is None or desk.pending:
                return
            look.stop()
            print(json.dumps([window.search.count.text(), window.deciding.toast.words, str(desk.problem or "")]), flush=True)
            window.close()

        look.timeout.connect(end_when_ready)
        look.start()
        return window

    app.make_window = make_window
    return app.run_window(None, sys.argv[1] if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
