"""A folder in which an administrator puts update packs for a program that runs unattended."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from careerguide.db.swap import TEMPORARY, put_in_place, remove_left, temporary_prefix
from careerguide.db.update import examine
from careerguide.db.update_pack import checksum, read_manifest, unpack
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
    newer: list[tuple[datetime, Path, str]] = []
    last = _made_of_last(current)
    for path in paths:
        try:
            manifest = read_manifest(path, public_key)
            made = _moment(manifest.made)
        except GuideError as error:
            problems.append(str(error))
        except ValueError:
            problems.append(translate("PackFolder", "{0}: the pack does not say when it was made.").format(path.name))
        else:
            if last is None or made > last:
                newer.append((made, path, manifest.sha256))
    for made, path, sha256 in sorted(newer, reverse=True):
        try:
            taken = _take(path, public_key, current, made, sha256)
        except GuideError as error:
            problems.append(str(error))
        else:
            return Looked(taken, tuple(problems))
    return Looked(False, tuple(problems))


def _take(pack: Path, public_key: Path, current: Path, made: datetime, sha256: str) -> bool:
    """Whether the guide at `current` is another one now: it may be there already, where who took it was killed before he noted it."""
    try:
        is_there = _is(current, sha256)
        if not is_there:
            remove_left(current)
            with tempfile.TemporaryDirectory(dir=current.parent, prefix=temporary_prefix(current), suffix=TEMPORARY) as work:
                new = Path(work) / "new.guide"
                unpack(pack, public_key, new)
                examine(new, current)
                put_in_place(new, current)
        _note(current).write_text(made.isoformat(), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            translate("PackFolder", "{0}: the update cannot be put here ({1}).").format(current.parent, error.strerror or error)
        ) from error
    return not is_there


def _is(guide: Path, sha256: str) -> bool:
    try:
        return checksum(guide) == sha256
    except OSError:
        return False


def _note(current: Path) -> Path:
    return current.with_name(f"{current.name}.taken")


def _made_of_last(current: Path) -> datetime | None:
    try:
        return _moment(_note(current).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None


def _moment(text: str) -> datetime:
    """A moment, in UTC where its zone is not told. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
