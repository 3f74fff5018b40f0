"""A disk that is full at any point: each piece of work is done, or refused with a sentence, and nothing that was there is lost.

Twice: files that cannot grow beyond a limit, for many limits; and every call that opens, copies, syncs or renames failing in turn.
"""

import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from forking import DONE, REFUSED, contents, limited
from works import WORKS, Materials, Work

from careerguide.domain.errors import GuideError

LIMITS = 24  # of file sizes, from nothing to enough

pytestmark = [
    pytest.mark.parametrize("work", WORKS.values(), ids=WORKS.keys()),
    pytest.mark.skipif(os.name != "posix", reason="the size of files is limited by a POSIX call"),
]


def prepared(work: Work, materials: Materials, folder: Path) -> Path:
    folder.mkdir()
    work.prepare(materials, folder)
    return folder


def look_after(work: Work, materials: Materials, folder: Path, before: dict[str, bytes]) -> None:
    if work.all_or_nothing:
        after = contents(folder)
        assert sorted(after) == sorted(before), "something is left, or gone"
        assert after == before
    work.holds(materials, folder)


def test_files_that_cannot_grow(work: Work, materials: Materials, tmp_path: Path) -> None:
    template = prepared(work, materials, tmp_path / "template")
    before = contents(template)
    whole = shutil.copytree(template, tmp_path / "whole")
    assert limited(lambda: work.do(materials, whole), 1 << 30) == (DONE, "")
    work.holds(materials, whole)
    largest = max(len(data) for data in contents(whole).values())
    refused = 0
    for step in range(LIMITS + 1):
        folder = shutil.copytree(template, tmp_path / "folder")
        outcome, words = limited(lambda folder=folder: work.do(materials, folder), largest * step // LIMITS)  # type: ignore[misc]
        assert outcome in (DONE, REFUSED), words
        if outcome == REFUSED:
            refused += 1
            assert words.strip()
            look_after(work, materials, folder, before)
        else:
            work.holds(materials, folder)
        shutil.rmtree(folder)
    assert (refused > 0) == work.needs_room


class FullAt:
    """Makes the n-th call that needs room fail."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int, folder: Path) -> None:
        self.calls, self._number, self._folder = 0, number, str(folder)
        for module, name in (
            (os, "replace"), (os, "rename"), (os, "mkdir"), (os, "fsync"), (os, "open"),
            (io, "open"), (builtins, "open"), (shutil, "copyfile"), (os, "link"),
        ):  # fmt: skip
            patch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **named: object) -> object:
            if self._needs_room(call.__name__, arguments, named):
                self.calls += 1
                if self.calls == self._number:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **named)

        return counted

    def _needs_room(self, name: str, arguments: tuple[object, ...], named: dict[str, object]) -> bool:
        if name == "fsync":
            return True
        if not any(str(argument).startswith(self._folder) for argument in arguments):
            return False
        if name == "open":
            mode = named.get("mode", arguments[1] if len(arguments) > 1 else "r")
            return bool(mode & (os.O_CREAT | os.O_WRONLY)) if isinstance(mode, int) else not set("wax+").isdisjoint(str(mode))
        return True


def test_each_call_that_needs_room_fails_in_turn(
    work: Work, materials: Materials, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = prepared(work, materials, tmp_path / "template")
    before = contents(template)
    for number in range(1, 100):
        folder = shutil.copytree(template, tmp_path / "folder")
        with monkeypatch.context() as patch:
            full = FullAt(patch, number, folder)
            said = None
            try:
                work.do(materials, folder)
            except GuideError as error:
                said = str(error)
        if full.calls < number:
            break
        if said is None:
            work.holds(materials, folder)
        else:
            assert said.strip()
            look_after(work, materials, folder, before)
        shutil.rmtree(folder)
    else:
        pytest.fail("the work needs room a hundred times")
