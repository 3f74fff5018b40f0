"""Ways to spoil a file: bytes and pieces, what a table, a workbook or a database holds, and words that break things."""

import io
import random
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

WORDS = [
    *(b"", b"0", b"-1", b"1e400", b"-1e400", b"nan", b"inf", b"9" * 40, b"1_000", b"0x10", b"1,5", b"n/a", b"#", b"*", b"**"),
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n", b"\r\n", b"\t", b'"', b'""', b"'", b"\\", b"\\ud800", b"{0}"),
    *("٣٣-٣٠٥١.٠٤".encode(), "²".encode(), "𝟛".encode(), "ﬃ".encode(), "İ".encode(), "\u202e".encode(), "\u2028".encode()),
    *(b"33-3051.04", b"27-2011.00", b"99-9999.99", b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00", b"1970-01-01"),
    *(b"true", b"null", b"[]", b"{}", b"[" * 3_000, b"{" * 3_000, b"x" * 70_000, b"9" * 5_000, b"' OR 1=1 --", b"../../x", b"CG1"),
]
VALUES: list[object] = [
    *(None, "", "zebra", "\0", "9" * 400, 0, -1, 2**62, -(2**63), 0.5, 1e308, float("inf"), float("-inf"), b"", b"\xff\x00"),
    *("nan", "9999-12-31 23:59:59.999999", "0001-01-01 00:00:00", "33-3051.04", "99-9999.99", "[" * 3_000, "😀" * 200),
]


def spoiled(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A file with one to twelve faults; `others` lend it pieces."""
    if data.startswith(b"SQLite format 3\0") and chance.random() < 0.5:
        return _other_values(data, chance)
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return _other_members(data, others, chance)
    text = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 12))):
        _spoil(text, others, chance)
    return bytes(text)


def _spoil(text: bytearray, others: Sequence[bytes], chance: random.Random) -> None:
    way = chance.randrange(9)
    at = chance.randrange(len(text) + 1)
    until = min(at + chance.choice((1, 2, 8, 64, 4_096)), len(text))
    if way == 0 and text:
        text[at % len(text)] = chance.randrange(256)
    elif way == 1 and text:
        text[at % len(text)] ^= 1 << chance.randrange(8)
    elif way == 2:
        del text[at:until]
    elif way == 3:
        text[at:at] = text[at:until] * chance.choice((1, 1, 50))
    elif way == 4:
        del text[at:]
    elif way == 5:
        text[at:until] = chance.randbytes(until - at)
    elif way == 6:
        text[at:at] = chance.choice(WORDS)
    elif way == 7:
        _other_cell(text, chance)
    else:
        piece = chance.choice(others)
        start = chance.randrange(len(piece) + 1)
        text[at:until] = piece[start : start + chance.choice((4, 64, 4_096))]


def _other_cell(text: bytearray, chance: random.Random) -> None:
    """Put a word in place of a cell, a value or a token."""
    ends = [place for place, byte in enumerate(text[:200_000]) if byte in b'\t,;\n\r"=>< ']
    if len(ends) < 2:
        return
    number = chance.randrange(len(ends) - 1)
    text[ends[number] + 1 : ends[number + 1]] = chance.choice(WORDS)


def _other_members(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Spoil what is inside an archive, which is then a sound one again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    way = chance.randrange(8)
    if way == 0:
        del members[name]
    elif way == 1:
        members[chance.choice(sorted(members))] = members[name]
    else:
        members[name] = spoiled(members[name], [*members.values(), *others], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for one, content in members.items():
            archive.writestr(one, content)
    return packed.getvalue()


def _other_values(data: bytes, chance: random.Random) -> bytes:
    """Put values into a database that no program of ours writes; the file stays a sound one."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data[:18] + b"\1\1" + data[20:])  # in memory there is no write-ahead log
        for _ in range(chance.choice((1, 1, 3))):
            tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            table = chance.choice(tables)
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
            column, value = chance.choice(columns), chance.choice(VALUES)
            with suppress(sqlite3.Error):  # constraints hold here too
                rows = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
                if chance.random() < 0.2:
                    database.execute(f'DELETE FROM "{table}"' if chance.random() < 0.7 else f'DROP TABLE "{table}"')
                elif chance.random() < 0.5:
                    database.execute(f'UPDATE "{table}" SET "{column}" = ?', [value])
                elif rows:
                    one = f'(SELECT "{column}" FROM "{table}" LIMIT 1 OFFSET {chance.randrange(rows)})'
                    database.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = {one}', [value])
        database.commit()
        return database.serialize()[:18] + data[18:20] + database.serialize()[20:]


def put(path: Path, data: bytes) -> Path:
    """Write a spoiled file; the folder is one that is thrown away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
