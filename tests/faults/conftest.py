"""What works are made of."""

from pathlib import Path

import pytest
from works import Materials, quiet

from careerguide.db.build import build_official


@pytest.fixture(scope="session")
def materials(tmp_path_factory: pytest.TempPathFactory, small_guide: Path, small_sources: Path, resources_guide: Path) -> Materials:
    other = tmp_path_factory.mktemp("other") / "other.guide"
    build_official(small_sources / "onet", [], None, resources_guide, other, quiet)
    return Materials(other, small_guide, small_sources)
