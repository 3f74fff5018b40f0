"""What a guide file holds, for tests that exchange one for another."""

from pathlib import Path

from careerguide.db.guide import Guide


def occupations(path: Path) -> int:
    """How many occupations are in it."""
    guide = Guide(path)
    try:
        return len(guide.occupations())
    finally:
        guide.close()
