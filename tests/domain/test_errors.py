"""Errors are sentences for people, and end the command line with the exit code of the contract."""

import pytest

from careerguide.domain import errors


def test_what_does_not_exist_ends_with_1_and_what_is_at_fault_with_3() -> None:
    not_there = {errors.UnknownOccupation, errors.UnknownArea}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.GuideError)]
    assert not_there < set(kinds)
    for kind in kinds:
        assert kind.exit_code == (1 if kind in not_there else 3), kind


@pytest.mark.parametrize("kind", [errors.GuideMissing, errors.GuideDamaged, errors.NotAGuide, errors.GuideVersionError])
def test_all_that_is_wrong_with_a_guide_file_can_be_caught_as_one(kind: type[errors.GuideError]) -> None:
    assert issubclass(kind, errors.GuideFileError)


def test_a_source_error_names_file_line_and_column() -> None:
    error = errors.SourceError("Skills.txt", "“x” is not a number.", line=12_345, column="Data Value")
    assert str(error) == "Skills.txt, line 12,345, column “Data Value”: “x” is not a number."
    assert (error.file, error.line, error.column) == ("Skills.txt", 12_345, "Data Value")


def test_a_source_error_leaves_out_the_place_that_it_does_not_know() -> None:
    assert str(errors.SourceError("Skills.txt", "this file is missing.")) == "Skills.txt: this file is missing."
    assert str(errors.SourceError("Skills.txt", "it is cut off.", line=3)) == "Skills.txt, line 3: it is cut off."
    assert str(errors.SourceError("Skills.txt", "it is not there.", column="Date")) == "Skills.txt, column “Date”: it is not there."
