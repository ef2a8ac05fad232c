"""Reading accounts from wherever the person has them."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.collecting import Collection, holds_part, join_reads
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.typed import NotTypedError, read_typed
from torimodosu.recovery.twostep.web_address import first_host
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.copied import copied_files
from torimodosu.window.qr.looking import (
    Seen,
    look_at_bytes,
    look_at_files,
    look_at_images,
)
from torimodosu.window.qr.outcome import Outcome
from torimodosu.window.qr.refused import (
    Refused,
    Unseen,
    refused_export,
    refused_text,
    unusable,
)
from torimodosu.window.qr.screen_access import open_screens
from torimodosu.window.qr.sight import Sight

_PICTURE_IN_TEXT = "data:image/"  # as a browser copies the address of a drawn picture


class QrCapture(QObject):
    """Reads QR codes, set-up keys and exports; pictures stay in memory.

    Each capture tells some of these, in this order: `refused` a tuple of Refused, why
    there is no account in something; `read` an ExportRead with accounts, of whose move
    parts may be missing, which the next captures add; `taken` the tuple of OtpAccount
    that the person wants, at once where there is one only; `reminder` a tuple of the
    files in which a secret still lies open. `changed` tells of each change of what
    `outcome`, `draft` and `is_busy` say.
    """

    read = Signal(object)
    refused = Signal(object)
    taken = Signal(object)
    reminder = Signal(object)
    changed = Signal()

    def __init__(self, look: Look, jobs: JobRunner, sight: Sight) -> None:
        super().__init__()
        self._jobs, self._sight = jobs, sight
        self._job: Job | None = None
        self._collection = Collection()
        self.outcome = Outcome()
        self.draft = ""
        self.is_busy, self._is_copied = False, False
        self._screens = open_screens(look, jobs, sight, self)
        self._screens.seen.connect(self._conclude)
        self._screens.unseen.connect(self._see_nothing)
        self._screens.left.connect(self._leave)

    def from_screen(self) -> None:
        """Look for QR codes on all screens."""
        if self._begin():
            self._screens.look_at_screens()

    def from_region(self) -> None:
        """Look for QR codes in a part of the screen that the person draws."""
        if self._begin():
            self._screens.choose_region()

    def stop(self) -> None:
        """Look no further; what was read before stays."""
        self._drop_job()
        self._screens.stop()

    @property
    def is_aside(self) -> bool:
        """Tell whether our windows are hidden for the look at the screen alone."""
        return self._screens.aside.is_away

    def from_clipboard(self) -> None:
        """Look into the clipboard: for files, for a picture, for a text."""
        if self.is_busy:
            return
        clipboard = QGuiApplication.clipboard()
        paths, image, text = copied_files(), clipboard.image(), clipboard.text()
        self._is_copied = not paths
        if paths:
            self.from_files(paths)
        elif not image.isNull():
            self.from_image(image)
        elif text.strip():
            self.from_text(text)
        else:
            self._see_nothing(Unseen.CLIPBOARD)

    def from_image(self, image: QImage) -> None:
        """Look for QR codes in a picture that lies in no file."""
        self._run(partial(look_at_images, self._sight, (image,)))

    def from_files(self, paths: Sequence[str], password: str | None = None) -> None:
        """Look into pictures and exports, which *password* opens if they need one."""
        self._run(partial(look_at_files, self._sight, tuple(paths), password))

    def from_text(self, text: str) -> None:
        """Read a set-up key, addresses of accounts, an export, or a picture as text."""
        picture = _picture_in(text)
        if picture is not None:
            self._run(partial(look_at_bytes, self._sight, picture))
        elif holds_part(text.split()):
            self._conclude(Seen(texts=tuple(text.split())))
        else:
            self._conclude(_typed(text))

    def take(self, accounts: Sequence[OtpAccount]) -> None:
        """Take *accounts* of those that were read, and none of the others."""
        self._collection, self.draft = Collection(), ""
        self._show(replace(self.outcome, read=None))
        self.taken.emit(tuple(accounts))

    def delete(self, path: str) -> None:
        """Delete a file in which a secret lies open; it stays told where that fails."""
        if self._sight.delete_file(Path(path)):
            left = tuple(one for one in self.outcome.open_files if one != path)
            self._show(replace(self.outcome, open_files=left))

    def empty_clipboard(self) -> None:
        """Take the secret out of the clipboard, from where it was read."""
        QGuiApplication.clipboard().clear()
        self._show(replace(self.outcome, is_copied=False))

    def forget(self) -> None:
        """Forget whatever was typed and read, as when the page is left.

        What is being read is told to nobody, and the screen is looked at no more.
        """
        self._drop_job()
        self._screens.drop()
        self._collection, self.draft = Collection(), ""
        self._show(Outcome())

    def _run(self, work: Callable[[Progress], Seen]) -> None:
        if self._begin():
            self._job = self._jobs.run(
                work, on_done=self._conclude, on_failed=self._fail
            )

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _begin(self) -> bool:
        """Tell whether a capture may begin: one at a time."""
        if self.is_busy:
            return False
        self.is_busy = True
        self.changed.emit()
        return True

    def _show(self, outcome: Outcome) -> None:
        self.is_busy, self.outcome = False, outcome
        self.changed.emit()

    def _leave(self) -> None:
        self._show(self.outcome)

    def _see_nothing(self, why: Unseen) -> None:
        self._conclude(Seen(refused=(Refused(why=why),)))

    def _fail(self, _error: Exception) -> None:
        self._see_nothing(Unseen.BROKEN_OFF)

    def _conclude(self, seen: Seen) -> None:
        self._job = None
        reads, refused = list(seen.exports), list(seen.refused)
        if seen.texts:
            try:
                reads.append(self._read_texts(seen.texts))
            except RefusedError as error:
                host = first_host(seen.texts)
                refused.append(refused_export(error, host=host))
        elif not reads and not refused:
            refused.append(Refused(why=Refusal.NO_QR_CODE))
        read = join_reads(reads)
        refused += unusable(read)
        self._tell(read, tuple(refused), seen.open_files)

    def _read_texts(self, texts: Sequence[str]) -> ExportRead:
        joined = self._collection.joined_by(texts)
        read = joined.read()
        if holds_part(texts):
            self._collection = joined
        return read

    def _tell(
        self,
        read: ExportRead,
        refused: tuple[Refused, ...],
        open_files: tuple[str, ...],
    ) -> None:
        kept = self.outcome
        has_accounts = bool(read.accounts)
        # What was collected stays while other pictures show nothing.
        waits = kept.read if kept.read and kept.read.missing_parts else None
        files = tuple(dict.fromkeys((*kept.open_files, *open_files)))
        self._show(
            Outcome(
                read=read if has_accounts else waits,
                refused=refused,
                open_files=files if has_accounts else kept.open_files,
                is_copied=self._is_copied if has_accounts else kept.is_copied,
            )
        )
        self._is_copied = False
        if refused:
            self.refused.emit(refused)
        if has_accounts:
            self.read.emit(read)
            if len(read.accounts) == 1 and not read.missing_parts:
                self.take(read.accounts)
            if open_files:
                self.reminder.emit(open_files)


def _typed(text: str) -> Seen:
    try:
        return Seen(exports=(read_typed(text),))
    except NotTypedError as error:
        return Seen(refused=(refused_text(error),))
    except RefusedError as error:
        return Seen(refused=(refused_export(error),))


def _picture_in(text: str) -> bytes | None:
    """Return the picture that *text* is the address of, as a browser copies it."""
    stripped = text.strip()
    head, comma, data = stripped.partition(",")
    if not comma or not head.lower().startswith(_PICTURE_IN_TEXT):
        return None
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return None
