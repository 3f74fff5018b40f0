"""The bill of materials is looked at after it was edited, and refused where it is not valid."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "packaging" / "sbom.py"


@pytest.fixture(scope="module")
def sbom() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sbom", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bill(*components: str, needs: str = "qt==6") -> dict[str, object]:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "careerguide", "bom-ref": "root"}},
        "components": [{"type": "library", "name": one, "version": "6", "bom-ref": f"{one}=={6}"} for one in components],
        "dependencies": [{"ref": "root", "dependsOn": [needs]}],
    }


def test_a_bill_that_hangs_together_is_whole(sbom: ModuleType) -> None:
    assert sbom.loose_end(bill("qt", "zlib")) == ""


def test_what_is_twice_or_missing_is_named(sbom: ModuleType) -> None:
    assert sbom.loose_end(bill("qt", "qt")) == "qt==6 is in it twice."
    assert sbom.loose_end(bill("zlib")) == "qt==6 is needed and not in it."


def test_what_the_schema_does_not_allow_is_said(sbom: ModuleType) -> None:
    if not any(sbom.BIN.glob("cyclonedx-py*")):
        pytest.skip("the schema comes with cyclonedx-bom, which packaging/freeze/freeze.py installs")
    good = bill("qt")
    assert sbom.against_schema(json.dumps(good)) == ""
    for key, value, said in (("components", [{"name": "qt"}], "type"), ("specVersion", 7, "specVersion"), ("more", 1, "more")):
        assert said in sbom.against_schema(json.dumps({**good, key: value}))
