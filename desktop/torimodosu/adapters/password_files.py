"""The files that exports of passwords lie in."""

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

from torimodosu.adapters.chosen_files import read_chosen_file
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.passwords.exports.outcome import ExportError, ExportTrouble
from torimodosu.recovery.passwords.exports.reading import LARGEST_EXPORT

_ZIP = b"PK\x03\x04"
# Of 1Password (.1pux), Dashlane and Proton; the rest are pictures and attached files.
_EXPORTS = {".data", ".csv", ".json", ".pgp", ".asc"}
_MOST_EXPORTS = 100
_TROUBLES: Mapping[FileTrouble, ExportTrouble] = {
    FileTrouble.NOT_A_FILE: ExportTrouble.NOT_A_FILE,
    FileTrouble.TOO_LARGE: ExportTrouble.TOO_LARGE,
}
_IS_ENCRYPTED = 0x1  # in the flags of a file in a ZIP (APPNOTE, 4.4.4)


def read_password_file(path: Path) -> Sequence[bytes]:
    """Return the exports in the file at *path*: itself, or those packed in it.

    Raises:
        ExportError: If there is none in it, or it cannot be opened.

    """
    raw = _content(path)
    return _packed(raw) if raw.startswith(_ZIP) else [raw]


def _content(path: Path) -> bytes:
    raw = read_chosen_file(path, most=LARGEST_EXPORT)
    if isinstance(raw, FileTrouble):
        raise ExportError(_TROUBLES.get(raw, ExportTrouble.UNREADABLE))
    return raw


def _packed(raw: bytes) -> Sequence[bytes]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as pack:
            return [_unpacked(pack, info) for info in _exports_in(pack)]
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError):
        raise ExportError(ExportTrouble.DAMAGED) from None
    except NotImplementedError:  # a compression that Python does not know
        raise ExportError(ExportTrouble.NOT_AN_EXPORT) from None


def _exports_in(pack: zipfile.ZipFile) -> Sequence[zipfile.ZipInfo]:
    exports = [
        info
        for info in pack.infolist()
        if PurePosixPath(info.filename).suffix.lower() in _EXPORTS
    ]
    if not exports or len(exports) > _MOST_EXPORTS:
        raise ExportError(ExportTrouble.NOT_AN_EXPORT)
    if any(info.flag_bits & _IS_ENCRYPTED for info in exports):
        raise ExportError(ExportTrouble.ENCRYPTED)
    # As it says itself: what is longer all the same is cut off below.
    if sum(info.file_size for info in exports) > LARGEST_EXPORT:
        raise ExportError(ExportTrouble.TOO_LARGE)
    return exports


def _unpacked(pack: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with pack.open(info) as file:
        return file.read(info.file_size)
