#!/usr/bin/env python3
"""A software bill of materials: `python3 packaging/sbom.py PYTHON OUTPUT` writes what an environment brings, as CycloneDX 1.6 JSON.

PYTHON is the interpreter of the environment with the program in it; `packaging/freeze/freeze.py` calls this for what it freezes. The
packages are found by cyclonedx-bom, in an environment of its own in build/sbom; what they carry inside (Python, Qt, SQLite, OpenSSL) is
asked of them, since faults are found there more often. Standard library only.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "build" / "sbom"
BIN = TOOLS / ("Scripts" if os.name == "nt" else "bin")
PINNED = "cyclonedx-bom>=7.2,<8"
VERSION = "1.6"
NOT_SHIPPED = {"pip", "setuptools", "altgraph", "packaging", "pyinstaller-hooks-contrib"}  # they only make it

INSIDE = """
import json, platform, sqlite3, ssl, zlib
from PySide6.QtCore import qVersion
from cryptography.hazmat.backends.openssl.backend import backend
print(json.dumps({
    "python": platform.python_version(), "qt": qVersion(), "sqlite": sqlite3.sqlite_version, "zlib": zlib.ZLIB_RUNTIME_VERSION,
    "openssl": [ssl.OPENSSL_VERSION.split()[1], backend.openssl_version_text().split()[1]],
}))
"""
SUPPLIERS = {
    "python": "cpe:2.3:a:python:python:{0}:*:*:*:*:*:*:*",
    "qt": "cpe:2.3:a:qt:qt:{0}:*:*:*:*:*:*:*",
    "sqlite": "cpe:2.3:a:sqlite:sqlite:{0}:*:*:*:*:*:*:*",
    "zlib": "cpe:2.3:a:zlib:zlib:{0}:*:*:*:*:*:*:*",
    "openssl": "cpe:2.3:a:openssl:openssl:{0}:*:*:*:*:*:*:*",
}
SCHEMA = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
fault = JsonStrictValidator(SchemaVersion.from_version(sys.argv[1])).validate_str(sys.stdin.read())
if fault is not None:
    what = fault.data
    sys.exit(f"{getattr(what, 'json_path', '')} {getattr(what, 'message', what)}")
"""


def main() -> int:
    """Write the bill; an exit with a sentence, and nothing written, when it is not valid."""
    python, output = Path(sys.argv[1]), Path(sys.argv[2])
    bill = packages(python)
    bill["components"] = sorted(
        [one for one in bill["components"] if one["name"].lower() not in NOT_SHIPPED] + inside(python),
        key=lambda one: (one["name"].lower(), one["version"]),
    )
    there = {one["bom-ref"] for one in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [
        {**one, "dependsOn": [other for other in one["dependsOn"] if other in there]} if "dependsOn" in one else one
        for one in bill["dependencies"]
        if one["ref"] in there
    ]
    text = json.dumps(bill, ensure_ascii=False, indent=1) + "\n"
    fault = loose_end(bill) or against_schema(text)
    if fault:
        sys.exit(f"{output}: the bill of materials is not valid: {fault}")
    output.write_text(text, encoding="utf-8")
    print(f"{output}: {len(bill['components'])} components")
    return 0


def packages(python: Path) -> dict:
    """The packages of an environment with their versions, licenses and what needs what."""
    tool = BIN / "cyclonedx-py"
    if not any(BIN.glob("cyclonedx-py*")):
        venv.create(TOOLS, with_pip=True)
        subprocess.check_call([BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PINNED])
    command = [
        tool,
        "environment",
        "--pyproject",
        ROOT / "pyproject.toml",
        "--output-reproducible",
        "--spec-version",
        VERSION,
        "--of",
        "JSON",
        "-o",
        "-",
        python,
    ]
    bill: dict = json.loads(subprocess.check_output(command, text=True))
    return bill


def inside(python: Path) -> list[dict]:
    """What packages carry that is no package: name, version, and the name under which faults are published (CPE)."""
    told = json.loads(subprocess.check_output([python, "-c", INSIDE], text=True))
    found = []
    for name, versions in told.items():
        for version in dict.fromkeys([versions] if isinstance(versions, str) else versions):
            reference = {
                "bom-ref": f"{name}=={version}",
                "cpe": SUPPLIERS[name].format(version),
                "purl": f"pkg:generic/{name}@{version}",
            }
            found.append({"type": "library", "name": name, "version": version, **reference})
    return found


def loose_end(bill: dict) -> str:
    """What of a bill is named twice or hangs in the air, which its schema does not tell; “” where nothing does."""
    names = [one.get("bom-ref") for one in (bill["metadata"]["component"], *bill["components"])]
    twice = sorted({str(name) for name in names if names.count(name) > 1})
    if twice:
        return f"{', '.join(twice)} is in it twice."
    needed = {other for one in bill["dependencies"] for other in (one["ref"], *one.get("dependsOn", ()))}
    unknown = sorted(needed - set(names))
    return f"{', '.join(unknown)} is needed and not in it." if unknown else ""


def against_schema(text: str) -> str:
    """The first thing that the schema of CycloneDX does not allow, “” where all is well."""
    done = subprocess.run([BIN / "python", "-c", SCHEMA, VERSION], input=text, capture_output=True, encoding="utf-8", check=False)
    return done.stderr.strip() if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
