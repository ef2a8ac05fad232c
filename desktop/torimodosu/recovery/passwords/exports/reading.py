"""Reading an export, whoever wrote it."""

from collections.abc import Sequence

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.header import SIGNATURE_OF_1
from torimodosu.recovery.keepass.reading import is_keepass, read_entries, read_xml
from torimodosu.recovery.passwords.exports.documents import json_of, read_document
from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.keychain import BEGINNING, read_keychain
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.exports.rows import decoded
from torimodosu.recovery.passwords.exports.table import read_table

# A million logins are some 100 MB; no person has more.
LARGEST_EXPORT = 256 * 2**20  # bytes

# PGP as Proton uses it, OpenSSL, age, GnuPG, a key of somebody.
_ENCRYPTED = (
    b"-----BEGIN PGP MESSAGE",
    b"Salted__",
    b"age-encryption.org",
    b"\x8c\x0d",
)
# In another field its password stands; this is none of its own.
_REFERENCE = "{REF:"


def read_export(raw: bytes, *, key: str = "") -> ExportRead:
    """Return the logins in the file with the bytes *raw*.

    *key* is the password that opens it, "" where none was given.

    Raises:
        ExportError: If there is none in it, or they cannot be read.

    """
    if len(raw) > LARGEST_EXPORT:
        raise ExportError(ExportTrouble.TOO_LARGE)
    if raw.startswith((SIGNATURE_OF_1, *_ENCRYPTED)):
        raise ExportError(ExportTrouble.ENCRYPTED)
    if is_keepass(raw):
        return _read_keepass(raw, key)
    text = decoded(raw)
    if text.startswith(BEGINNING):
        return read_keychain(text)
    if text.lstrip().startswith("<"):
        return _read_keepass_xml(raw)
    if text.lstrip().startswith(("{", "[")):
        document = json_of(text)
        if document is not None:
            return read_document(document)
    return read_table(text)


def read_exports(parts: Sequence[bytes], *, key: str = "") -> ExportRead:
    """Return the logins in all *parts* of one export, which lay packed in one file.

    A part without logins counts only where no other has any: managers also write their
    cards and notes, each kind as a part.

    Raises:
        ExportError: If there is none in any of them.

    """
    read: list[ExportRead] = []
    troubles: list[ExportError] = []
    for part in parts:
        try:
            read.append(read_export(part, key=key))
        except ExportError as error:
            troubles.append(error)
    if not read:
        none = ExportError(ExportTrouble.NOT_AN_EXPORT)
        raise next((one for one in troubles if one.trouble is not none.trouble), none)
    return ExportRead(
        form=read[0].form,
        logins=tuple(login for one in read for login in one.logins),
        without_password=tuple(row for one in read for row in one.without_password),
        others=tuple(row for one in read for row in one.others),
        damaged=tuple(row for one in read for row in one.damaged),
    )


def _read_keepass(raw: bytes, key: str) -> ExportRead:
    if not key:
        raise ExportError(ExportTrouble.NEEDS_KEY, Form.KEEPASS)
    try:
        return _entries(read_entries(raw, key))
    except KeePassError as error:
        raise ExportError(_trouble_of(error.problem), Form.KEEPASS) from None


def _read_keepass_xml(raw: bytes) -> ExportRead:
    try:
        return _entries(read_xml(raw.decode("utf-8-sig", "replace")))
    except KeePassError as error:
        raise ExportError(_trouble_of(error.problem)) from None


def _entries(entries: tuple[Entry, ...]) -> ExportRead:
    draft = Draft(Form.KEEPASS)
    for row, entry in enumerate(entries, 1):
        is_own = not entry.password.startswith(_REFERENCE)
        draft.add(
            row,
            site=entry.url.strip() or entry.title.strip(),
            username=entry.username.strip(),
            password=entry.password if is_own else "",
            modified=entry.modified,
        )
    return draft.finished()


def _trouble_of(problem: KeePassProblem) -> ExportTrouble:
    match problem:
        case KeePassProblem.NOT_KEEPASS:
            return ExportTrouble.NOT_AN_EXPORT
        case KeePassProblem.WRONG_KEY:
            return ExportTrouble.WRONG_KEY
        case KeePassProblem.TOO_LARGE:
            return ExportTrouble.TOO_LARGE
        case KeePassProblem.DAMAGED:
            return ExportTrouble.DAMAGED
        case (
            KeePassProblem.OTHER_VERSION
            | KeePassProblem.OTHER_CIPHER
            | KeePassProblem.TOO_MUCH_WORK
        ):
            return ExportTrouble.ENCRYPTED
