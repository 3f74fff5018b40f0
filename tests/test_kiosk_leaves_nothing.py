"""Nothing of a visitor reaches the disk: a whole visit, watched by strace, in a home that is empty and stays so."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

VISIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from careerguide.domain.kiosk import KioskConfig
from careerguide.kiosk import make_kiosk

app = QApplication([])
window = make_kiosk(app, KioskConfig(printing=False), Path(sys.argv[1]))

def settle():
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if QThreadPool.globalInstance().activeThreadCount() == 0 else None)
    timer.start()
    loop.exec()
    app.processEvents()

window.resize(1024, 768)
window.show()
for number in range(2):
    window.begin_visit()
    visit = window.visit
    visit._open_door("search")
    QTest.keyClicks(visit.search.field, "zylophonistqq nurse")
    settle()
    visit.visit("29-1141.00")
    settle()
    visit.actions_row.save.click()
    settle()
    for place in ("browse", "assessment", "saved"):
        visit.visit(place)
        settle()
    visit.header.language_wanted.emit("es")
    settle()
    settle()
    window.end_visit()
    settle()
window.quit()
print("visited")
"""
_OPENED = re.compile(r'(?:openat|open|creat)\((?:AT_FDCWD|\d+<[^>]*>)?,? ?"(?P<path>[^"]*)", (?P<flags>[A-Z_|0-9]+)[^=]*= \d+')
_NO_DISK = ("/dev/", "/proc/", "/sys/", "/memfd:")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "home"
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "LANG")}
    return kept | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CACHE_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def visited(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert "visited" in done.stdout, done.stderr


def test_the_home_stays_empty(home: dict[str, str], starter_guide: Path) -> None:
    visited([sys.executable, "-c", VISIT, str(starter_guide)], home)
    left = [path for path in Path(home["HOME"]).rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert left == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here (Debian: strace)")
def test_no_file_is_opened_for_writing(home: dict[str, str], starter_guide: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    strace = [
        "strace",
        "-f",
        "-qq",
        "-o",
        str(log),
        "-e",
        "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat",
    ]
    visited([*strace, sys.executable, "-c", VISIT, str(starter_guide)], home)
    text = log.read_text(errors="replace")
    opened = [(match["path"], match["flags"]) for match in _OPENED.finditer(text)]
    assert len(opened) > 100, "strace saw nothing"
    assert any("starter.guide" in path for path, _ in opened), "strace did not see the guide being read"
    written = [path for path, flags in opened if re.search("WRONLY|RDWR|CREAT", flags) and not path.startswith(_NO_DISK)]
    assert [path for path in written if "fontconfig" not in path] == []
    assert "zylophonistqq" not in text
