"""A version is told in several places; they agree."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from careerguide import __version__

ROOT = Path(__file__).parents[1]


def test_the_changelog_begins_with_this_version_and_the_metainfo_has_its_day() -> None:
    heading = re.search(r"^## (\S+) – (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heading is not None
    metainfo = ET.parse(ROOT / "packaging/linux/org.careerguide.CareerGuide.metainfo.xml")
    newest = metainfo.find("releases/release")
    assert newest is not None
    assert (heading[1], heading[2]) == (__version__, newest.get("date"))
    assert newest.get("version") == __version__
