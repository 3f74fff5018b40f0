"""A folder in which an administrator puts update packs for a program that runs unattended."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from careerguide.db.update import examine, put_in_place
from careerguide.db.update_pack import read_manifest, unpack
from careerguide.domain.errors import GuideError, OutputError
from careerguide.domain.language import translate


@dataclass(frozen=True, slots=True)
class Looked:
    """Whether a newer guide was taken, and a sentence for each pack that was not fit."""

    taken: bool
    problems: tuple[str, ...]


def take_newer(folder: Path, public_key: Path, current: Path) -> Looked:
    """Let the newest good pack of a folder take the place of the guide at `current`, if it is newer than the pack taken last.

    When that one was made stands in NAME.taken beside the guide, so that an older pack, even one signed well, is never gone back to.
    A pack that is half copied, damaged or signed by somebody else changes nothing.
    """
    problems: list[str] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".pack")
    except OSError as error:
        sentence = translate("PackFolder", "{0}: the folder of updates cannot be read ({1}).").format(
            folder, error.strerror or error
        )
        return Looked(False, (sentence,))
    newer: list[tuple[datetime, Path]] = []
    last = _made_of_last(current)
    for path in paths:
        try:
            made = datetime.fromisoformat(read_manifest(path, public_key).made)
        except GuideError as error:
            problems.append(str(error))
        except ValueError:
            problems.append(translate("PackFolder", "{0}: the pack does not say when it was made.").format(path.name))
        else:
            if last is None or made > last:
                newer.append((made, path))
    for made, path in sorted(newer, reverse=True):
        try:
            _take(path, public_key, current, made)
        except GuideError as error:
            problems.append(str(error))
        else:
            return Looked(True, tuple(problems))
    return Looked(False, tuple(problems))


def _take(pack: Path, public_key: Path, current: Path, made: datetime) -> None:
    try:
        with tempfile.TemporaryDirectory(dir=current.parent, prefix=f".{current.name}.") as work:
            new = Path(work) / "new.guide"
            unpack(pack, public_key, new)
            examine(new, current)
            put_in_place(new, current)
        _note(current).write_text(made.isoformat(), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            translate("PackFolder", "{0}: the update cannot be put here ({1}).").format(current.parent, error.strerror or error)
        ) from error


def _note(current: Path) -> Path:
    return current.with_name(f"{current.name}.taken")


def _made_of_last(current: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(_note(current).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None
