"""Building a guide file from official releases, or the starter guide from the files in `resources/guide`."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from careerguide.db.loader import Loader
from careerguide.db.writer import new_guide
from careerguide.domain.errors import BuildCancelled
from careerguide.domain.language import translate
from careerguide.sources import onet
from careerguide.sources.oews import OewsFiles
from careerguide.sources.projections import Projections
from careerguide.sources.starter import StarterFigures, StarterTexts

Report = Callable[[str, float], None]
"""Told what is being done and the share of it, 0–1. May raise `BuildCancelled`."""


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Millions of rows are made and none of them is part of a cycle: looking for cycles would cost a tenth of the build."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def build_starter(folder: Path, output: Path) -> None:
    """Build the starter guide from `folder` (`resources/guide`). Raises `GuideError` where a file is faulty."""
    texts, figures = StarterTexts(folder), StarterFigures(folder / "figures")
    with new_guide(output, lambda: None) as writer:
        loader = Loader(writer, texts)
        rows = loader.load_figures(figures)
        loader.load_own_tasks()
        loader.own_texts_release()
        loader.onet_release(figures.name, rows, figures.missing())
        loader.load_wages(figures.wages(), figures.wage_year)
        loader.load_projections(figures.projections(), figures.cycle)
        loader.finish()


def build_official(
    onet_path: Path, oews_paths: Iterable[Path], projections_path: Path | None, texts_folder: Path, output: Path, report: Report
) -> None:
    """Build a guide from official releases; `texts_folder` (`resources/guide`) adds our own summaries beside the official texts.

    Raises `SourceError` for a faulty source, `OutputError` where `output` cannot be written, and whatever `report` raises.
    """
    release = onet.OnetRelease(onet_path)
    wages = [OewsFiles(path) for path in oews_paths]
    projections = Projections(projections_path) if projections_path is not None else None
    total = release.total_bytes() + sum(files.total_bytes() for files in wages) or 1
    doing = translate("Guide", "Reading occupations")

    def progress() -> None:
        done = release.files.bytes_read + sum(files.files.bytes_read for files in wages)
        report(doing, min(done / total, 0.99))

    try:
        with without_garbage_collection(), new_guide(output, progress) as writer:
            loader = Loader(writer, StarterTexts(texts_folder))
            rows = loader.load_figures(release)
            rows += loader.load_official_texts(release)
            loader.onet_release(release.name, rows, release.missing())
            doing = translate("Guide", "Reading wages")
            for files in wages:
                loader.load_wages(files.rows(), files.year)
            doing = translate("Guide", "Reading projections")
            if projections is not None:
                loader.load_projections(projections.rows(), (projections.base_year, projections.target_year))
            doing = translate("Guide", "Checking")
            progress()
            loader.own_texts_release()
            loader.finish(release.categories())
        with suppress(BuildCancelled):  # too late to stop: the new guide is in place
            report(translate("Guide", "Done"), 1.0)
    finally:
        release.close()
        for files in wages:
            files.close()
