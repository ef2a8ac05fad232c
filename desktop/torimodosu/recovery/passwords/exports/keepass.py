"""Exports that are files of KeePass, encrypted or in XML."""

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.reading import read_entries, read_xml
from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)

# In another field its password stands; this is none of its own.
_REFERENCE = "{REF:"


def read_keepass(raw: bytes, key: str) -> ExportRead:
    """Return the logins in an encrypted file, which the password *key* opens.

    Raises:
        ExportError: If there is none in it, or they cannot be read.

    """
    if not key:
        raise ExportError(ExportTrouble.NEEDS_KEY, Form.KEEPASS)
    try:
        return _entries(read_entries(raw, key))
    except KeePassError as error:
        raise ExportError(_trouble_of(error.problem), Form.KEEPASS) from None


def read_keepass_xml(text: str) -> ExportRead:
    """Return the logins in a *text* as KeePass writes it out in XML.

    Raises:
        ExportError: If there is none in it, or they cannot be read.

    """
    try:
        return _entries(read_xml(text))
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
