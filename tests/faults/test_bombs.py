"""Small files made to become huge when they are read: refused with a sentence, without filling the memory."""

import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from careerguide.domain.errors import GuideError, ImportFault, OutputError
from careerguide.reports.logo import read_logo
from careerguide.sources.files import ReleaseFiles
from careerguide.sources.oews import OewsFiles
from careerguide.sources.saved_lists import read_lists

PEAK = """
import resource, sys
from pathlib import Path
from careerguide.domain.errors import GuideError
{imports}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    {read}
except GuideError as error:
    print(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def peak_mb(imports: str, read: str, path: Path) -> tuple[str, int]:
    """What reading a file says, and by how many megabytes the program grew meanwhile."""
    code = PEAK.format(imports=imports, read=read)
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=120, check=True)
    *said, peak = done.stdout.splitlines()
    return "\n".join(said), int(peak)


def png(width: int, height: int) -> bytes:
    """A picture of one color, a few kilobytes whatever its size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    pixels = packer.compress(bytes(1 + (width + 7) // 8)) * 1 + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="how much memory was used is asked of POSIX")
@pytest.mark.parametrize("side", [30_000, 60_000, 2_000_000_000])
def test_a_picture_that_says_it_is_huge(tmp_path: Path, side: int) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(
        png(side, side) if side < 100_000 else png(100, 100).replace(struct.pack(">II", 100, 100), struct.pack(">II", side, side))
    )
    said, grown = peak_mb("from careerguide.ui.take_home.scan import read_picture", "read_picture(Path(sys.argv[1]))", path)
    assert "not a picture that can be read" in said
    assert grown < 300


def test_a_drawing_of_entities_within_entities(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "boom">{entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e11;</text></svg>'
    path = tmp_path / "logo.svg"
    path.write_text(bomb, encoding="utf-8")
    with pytest.raises(OutputError, match="the logo is damaged"):
        read_logo(path)


def test_a_drawing_that_names_a_file_does_not_bring_it_in(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
        encoding="utf-8",
    )
    with pytest.raises(OutputError, match="the logo is damaged"):
        read_logo(path)


@pytest.mark.skipif(sys.platform == "win32", reason="how much memory was used is asked of POSIX")
def test_a_table_of_one_line_without_end(tmp_path: Path) -> None:
    path = tmp_path / "oesm25nat.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("national.csv", "w") as table:
        for _ in range(400):
            table.write(b"9" * 1_000_000)
    assert path.stat().st_size < 1_000_000
    said, grown = peak_mb("from careerguide.sources.oews import OewsFiles", "list(OewsFiles(Path(sys.argv[1])).rows())", path)
    assert "cannot be read as a table" in said
    assert grown < 100


def test_members_whose_names_are_paths_stay_in_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "db.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "a/../../outside.txt"):
            archive.writestr(name, "x")
    files = ReleaseFiles(path)
    assert all("/" not in name for name in files.names)
    files.close()
    with pytest.raises(GuideError):
        OewsFiles(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["db.zip"]


def test_lists_within_lists_without_end(tmp_path: Path) -> None:
    path = tmp_path / "lists.json"
    for text in ("[" * 2_000_000, '{"a":' * 500_000, "[" * 100_000 + "]" * 100_000):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ImportFault):
            read_lists(path)
