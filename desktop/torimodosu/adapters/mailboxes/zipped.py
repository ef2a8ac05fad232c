"""Which files in a zip file may hold mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from torimodosu.adapters.mailboxes.formats import may_be_mail
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.adapters.mailboxes.zip_members import Member, ZipError
from torimodosu.adapters.mailboxes.zips import members_of
from torimodosu.recovery.mail.search import NotCovered, PassedOver, Trouble

# A file is unpacked in memory.
LARGEST_UNPACKED = 256 * 2**20

# What desktop systems put beside files.
_NEVER_MAIL = ("._", ".DS_Store", ".directory")
_OF_MACS = "__MACOSX/"
_ZIP = ".zip"
# https://cr.yp.to/proto/maildir.html: what is in tmp was never delivered.
_UNFINISHED, _DELIVERED = "tmp", "cur"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZippedFiles:
    """Files in a zip file that may be mail; `is_chosen` is that the user named it."""

    path: str
    members: tuple[Member, ...]
    is_chosen: bool


def zipped_files(
    path: str, *, is_chosen: bool
) -> Iterator[ZippedFiles | NotCovered | PassedOver]:
    """Yield what is in the zip file *path*.

    Raises:
        OSError: If it cannot be read.

    """
    try:
        members = members_of(path)
    except ZipError as error:
        yield not_covered(path, error.trouble)
        return
    files = [member for member in members if not _is_never_mail(member)]
    maildirs = {_folder(file).parent for file in files if _is_in(file, _DELIVERED)}
    readable: list[Member] = []
    told: dict[NotCovered, None] = {}
    passed_over = len(members) - len(files)
    for file in files:
        trouble = _trouble(file, maildirs)
        if trouble is None:
            readable.append(file)
        elif trouble is Trouble.HAS_PASSWORD:
            told[not_covered(path, trouble)] = None  # once for all files
        elif may_be_mail(file.name) or trouble is Trouble.TRUNCATED:
            told[not_covered(file.source, trouble)] = None
        else:
            passed_over += 1
    yield from told
    if readable or not told:
        mails = tuple(readable)
        yield ZippedFiles(path=path, members=mails, is_chosen=is_chosen)
    if passed_over:
        yield PassedOver(source=path, files=passed_over)


def _trouble(file: Member, maildirs: set[PurePosixPath]) -> Trouble | None:
    """Return why a file cannot be read."""
    if file.trouble is not None:
        return file.trouble
    if _is_in(file, _UNFINISHED) and _folder(file).parent in maildirs:
        return Trouble.TRUNCATED
    if file.name.lower().endswith(_ZIP):
        return Trouble.PACKED_TWICE
    return Trouble.PACKED_TOO_LARGE if file.size > LARGEST_UNPACKED else None


def _is_never_mail(member: Member) -> bool:
    name = PurePosixPath(member.name).name
    return member.name.startswith(_OF_MACS) or name.startswith(_NEVER_MAIL)


def _folder(member: Member) -> PurePosixPath:
    return PurePosixPath(member.name).parent


def _is_in(member: Member, folder: str) -> bool:
    return _folder(member).name == folder
