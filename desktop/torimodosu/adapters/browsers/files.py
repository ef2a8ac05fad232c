"""Reading the files of a profile, and no others.

A profile is written by a program that other people feed: a name in it may be a link to
anywhere, a device, or a file too large to look at.
"""

import errno
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from torimodosu.adapters.browsers.trouble import StoreError, trouble_of
from torimodosu.recovery.signin.profile import StoreTrouble

# Ten thousand logins are 20 MB in Chromium and 8 MB in Firefox; the fullest store of
# cookies that a browser allows is smaller.
LARGEST = 64 * 2**20


def status_of(path: Path, within: Path) -> os.stat_result | None:
    """Return the size and times of the file, or None where there is none.

    Args:
        path: The file.
        within: The folder that it must lie in when all links are followed.

    Raises:
        StoreError: If it cannot be read, is not a file, too large or lies elsewhere.

    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise StoreError(StoreTrouble.POINTS_ELSEWHERE) from None
        return None
    except OSError as error:
        raise StoreError(trouble_of(error)) from None
    if not lies_within(path, within):
        raise StoreError(StoreTrouble.POINTS_ELSEWHERE)
    if not stat.S_ISREG(status.st_mode):
        raise StoreError(StoreTrouble.DAMAGED)
    if status.st_size > LARGEST:
        raise StoreError(StoreTrouble.TOO_LARGE)
    return status


def may_be_there(path: Path) -> bool:
    """Tell whether there is something at *path*, or no telling whether there is."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def lies_within(path: Path, folder: Path) -> bool:
    """Tell whether *path* lies in *folder*, which holds no link, or is it."""
    return real(path).is_relative_to(folder)


def shown(path: Path) -> str:
    """Return *path* as text that can be written anywhere."""
    return os.fsencode(path).decode(errors="replace")


def real(path: Path) -> Path:
    """Return *path* with all links followed, as far as they lead somewhere.

    `Path.resolve` raises an error of its own where links lead in a circle.
    """
    return Path(os.path.realpath(path))


def read_file(path: Path, within: Path) -> bytes | None:
    """Return what stands in the file, or None where there is none.

    Raises:
        StoreError: As `status_of`, and where nothing stands in it.

    """
    if status_of(path, within) is None:
        return None
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(trouble_of(error)) from None
    if not content:
        raise StoreError(StoreTrouble.EMPTY)
    return content


def read_text(path: Path, within: Path) -> str | None:
    """Return the text in the file, or None where there is none; see `read_file`."""
    content = read_file(path, within)
    return None if content is None else content.decode("utf-8-sig", "replace")


def read_json(path: Path, within: Path) -> Mapping[str, object] | None:
    """Return the object in the file, or None where there is none.

    Raises:
        StoreError: As `read_file`, and where the file holds no JSON object.

    """
    content = read_file(path, within)
    if content is None:
        return None
    value = _parsed(content)
    # Raised here, since the error of the parser would carry the whole file along.
    if isinstance(value, StoreTrouble):
        raise StoreError(value)
    if not isinstance(value, dict):
        raise StoreError(StoreTrouble.UNKNOWN_SCHEMA)
    return value


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        ends_early = error.pos >= len(error.doc.rstrip())
        breaks_off = error.msg.startswith("Unterminated string")
        if ends_early or breaks_off:
            return StoreTrouble.HALF_WRITTEN
        return StoreTrouble.DAMAGED
    except (ValueError, RecursionError):
        return StoreTrouble.DAMAGED
