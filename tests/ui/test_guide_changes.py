"""What another guide changes, in words."""

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.guide_changes import Glance, changes
from careerguide.domain.page import Source
from careerguide.ui.guide_changes import change_rows, release_lines, summary

KEPT, GONE, NEW, PAID, UNPAID = (OnetSocCode(f"11-101{number}.00") for number in range(5))
FOUND = changes(
    {KEPT: Glance("Actors", 50_000), GONE: Glance("Printers", None), PAID: Glance("Poets", None), UNPAID: Glance("Potters", 1)},
    {KEPT: Glance("Players", 60_000), NEW: Glance("Pilots", 1), PAID: Glance("Poets", 1), UNPAID: Glance("Potters", None)},
)


def test_each_change_has_its_row_by_the_title_in_use() -> None:
    assert change_rows(FOUND, {KEPT: "Actores", GONE: "Impresores"}) == [
        ("Pilots", "new"),
        ("Impresores", "no longer there"),
        ("Players", "was called Actors"),
        ("Poets", "median pay is now available"),
        ("Potters", "median pay is no longer available"),
        ("Actores", "$50,000 → $60,000 (+20 %)"),
    ]
    assert (
        summary(FOUND)
        == "Careers: 1 new, 1 no longer there, 1 renamed. Median pay moved by 5 % or more, appeared or disappeared: 3."
    )
    assert summary(changes({}, {})).startswith("No career was added")


def test_each_release_has_its_line_and_so_has_what_would_be_missing() -> None:
    in_use = [Source(name, release, "", "") for name, release in (("O*NET", "29.3"), ("OEWS", "May 2025"))]
    assert release_lines({"O*NET": ["30.0"]}, in_use) == [
        "O*NET: 30.0 – newer than the one in use (29.3)",
        "OEWS: not there; the new guide would be without (in use: May 2025)",
    ]
