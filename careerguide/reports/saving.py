"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate


@contextmanager
def whole_file(output: Path) -> Iterator[Path]:
    """A hidden file beside `output`, for the block to write; it takes the place of `output` when the block ends without an error.

    On any error the hidden file is removed and `output` stays as it was. Raises `OutputError` where the file cannot be written.
    """
    part = output.with_name(f".{output.name}.part")
    try:
        if output.is_dir():
            raise OutputError(translate("Reports", "{0}: this is a folder; name a file.").format(output))
        part.touch()
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, output)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            translate("Reports", "{0}: the file cannot be written ({1}); choose another place.").format(output, reason)
        ) from error
    finally:
        with suppress(OSError):  # the folder itself is gone or read-only: nothing of ours can be there
            part.unlink(missing_ok=True)
