"""Looking for accounts in pictures and files, on a thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage

from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.exports.reading import (
    read_export,
    read_qr_texts,
    refused_unread,
    without_code,
)
from torimodosu.window.qr.refused import Refused, refused_export
from torimodosu.window.qr.sight import Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found.

    Attributes:
        texts: What the QR codes of pictures say, which is secret.
        exports: What exports hold.
        refused: Why other files were not read.
        open_files: The files that were read and are not encrypted.

    """

    texts: tuple[str, ...] = field(default=(), repr=False)
    exports: tuple[ExportRead, ...] = ()
    refused: tuple[Refused, ...] = ()
    open_files: tuple[str, ...] = ()


def holds_account(seen: Seen) -> bool:
    """Tell whether one of the QR codes is that of an account."""
    try:
        return bool(read_qr_texts(seen.texts).accounts)
    except RefusedError:
        return False


def look_at_images(sight: Sight, images: Sequence[QImage], progress: Progress) -> Seen:
    """Return what the QR codes in *images* say."""
    return _look(sight.codes_in_image, images, progress)


def glance_at_images(
    sight: Sight, images: Sequence[QImage], progress: Progress
) -> Seen:
    """Return what those QR codes in *images* say that are plain to see."""
    return _look(sight.codes_at_a_glance, images, progress)


def _look(
    codes_in: Callable[[QImage], Sequence[str]],
    images: Sequence[QImage],
    progress: Progress,
) -> Seen:
    texts: list[str] = []
    for done, image in enumerate(images):
        progress.report(done, len(images))
        texts += codes_in(image)
    return Seen(texts=tuple(dict.fromkeys(texts)))


def look_at_files(
    sight: Sight, paths: Sequence[str], password: str | None, progress: Progress
) -> Seen:
    """Return what the QR codes in pictures say, and what exports hold."""
    looks = []
    for done, path in enumerate(paths):
        progress.report(done, len(paths))
        looks.append(_look_at_file(sight, path, password))
    return Seen(
        texts=tuple(dict.fromkeys(text for look in looks for text in look.texts)),
        exports=tuple(read for look in looks for read in look.exports),
        refused=tuple(why for look in looks for why in look.refused),
        open_files=tuple(path for look in looks for path in look.open_files),
    )


def look_at_shot(sight: Sight, path: str, _progress: Progress) -> Seen:
    """Return what the QR codes in a screenshot say, and delete its file.

    Only a picture is deleted: the path comes from another program.
    """
    file = Path(path)
    raw = sight.file_content(file)
    texts = None if isinstance(raw, FileTrouble) else sight.codes_in_file(raw)
    if texts is None:
        return Seen()
    is_gone = sight.delete_file(file)
    return Seen(texts=tuple(texts), open_files=() if is_gone else (path,))


def look_at_bytes(sight: Sight, raw: bytes, _progress: Progress) -> Seen:
    """Return what the QR codes in a picture say that lies in no file."""
    texts = sight.codes_in_file(raw)
    if texts is None:
        why = refused_unread(raw) or Refusal.NOT_AN_EXPORT
        return Seen(refused=(Refused(why=why),))
    return Seen(texts=tuple(texts))


def _look_at_file(sight: Sight, path: str, password: str | None) -> Seen:
    file = Path(path)
    raw = sight.file_content(file)
    if isinstance(raw, FileTrouble):
        return Seen(refused=(Refused(why=raw, path=path),))
    texts = sight.codes_in_file(raw)
    if texts:
        return Seen(texts=tuple(texts), open_files=(path,))
    if texts is not None:
        return Seen(refused=(Refused(why=without_code(raw), path=path),))
    try:
        read = read_export(raw, password=password)
    except RefusedError as error:
        return Seen(refused=(refused_export(error, path=path),))
    return Seen(exports=(read,), open_files=() if password else (path,))
