"""Build a guide from the official files, or (with `plain`) read them with csv and insert them untyped into SQLite."""

import csv
import json
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from careerguide.db.build import build_official
from careerguide.sources import onet

data = Path(sys.argv[1])
parts = sys.argv[2:]
tables = [data / "oews-2025" / f"{name}.csv" for name in parts if name != "plain"]
folder = Path(tempfile.mkdtemp())
start = time.perf_counter()
if "plain" in parts:
    csv.field_size_limit(1 << 20)
    connection = sqlite3.connect(folder / "plain.sqlite")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = OFF")
    names = sorted(name for name in onet.files_read() if (data / "onet-29.3" / name).exists())
    for number, path in enumerate([data / "onet-29.3" / name for name in names] + tables):
        with path.open(encoding="utf-8", newline="") as lines:
            tabs = path.suffix == ".txt"
            rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines)
            header = next(rows)
            connection.execute(f"CREATE TABLE t{number} ({', '.join(f'c{place}' for place in range(len(header)))})")
            connection.executemany(f"INSERT INTO t{number} VALUES ({', '.join('?' * len(header))})", rows)
    connection.commit()
else:
    projections = data / "projections-2024-34" / "occupation.xlsx"
    texts = Path(__file__).parents[2] / "resources" / "guide"
    build_official(data / "onet-29.3", tables, projections, texts, folder / "built.guide", lambda doing, share: None)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
for path in folder.iterdir():
    path.unlink()
folder.rmdir()
print(json.dumps({"seconds": seconds, "peak_mb": peak}))
