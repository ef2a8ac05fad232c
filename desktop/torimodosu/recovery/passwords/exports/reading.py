"""Reading an export, whoever wrote it."""

from collections.abc import Sequence

from torimodosu.recovery.keepass.signature import SIGNATURE_OF_1, is_keepass
from torimodosu.recovery.passwords.exports.documents import (
    json_of,
    read_document,
    read_document_lines,
)
from torimodosu.recovery.passwords.exports.keychain import BEGINNING, read_keychain
from torimodosu.recovery.passwords.exports.labelled_rows import read_labelled_rows
from torimodosu.recovery.passwords.exports.named_fields import read_named_fields
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
)
from torimodosu.recovery.passwords.exports.rows import decoded
from torimodosu.recovery.passwords.exports.table import read_table
from torimodosu.recovery.passwords.exports.xml_fields import document_of_xml
from torimodosu.recovery.pictures import is_picture

# A million logins are some 100 MB; no person has more.
LARGEST_EXPORT = 256 * 2**20  # bytes

_NOTHING = b"\0 \t\r\n\xef\xbb\xbf"  # blanks, and what stands before UTF-8
# PGP as Proton uses it, OpenSSL, age, GnuPG, a key of somebody.
_ENCRYPTED = (
    b"-----BEGIN PGP MESSAGE",
    b"Salted__",
    b"age-encryption.org",
    b"\x8c\x0d",
)

_NO_EXPORT = {
    ExportTrouble.NOT_AN_EXPORT,
    ExportTrouble.EMPTY,
    ExportTrouble.PICTURE,
}


def read_export(raw: bytes, *, key: str = "") -> ExportRead:
    """Return the logins in the file with the bytes *raw*.

    *key* is the password that opens it, "" where none was given.

    Raises:
        ExportError: If there is none in it, or they cannot be read.

    """
    if len(raw) > LARGEST_EXPORT:
        raise ExportError(ExportTrouble.TOO_LARGE)
    if not raw.strip(_NOTHING):
        raise ExportError(ExportTrouble.EMPTY)
    if is_picture(raw):
        raise ExportError(ExportTrouble.PICTURE)
    if raw.startswith((SIGNATURE_OF_1, *_ENCRYPTED)):
        raise ExportError(ExportTrouble.ENCRYPTED)
    if is_keepass(raw):
        # Late, here and below: few exports need its ciphers.
        from torimodosu.recovery.passwords.exports.keepass import (  # noqa: PLC0415
            read_keepass,
        )

        return read_keepass(raw, key)
    return _read_text(decoded(raw))


def _read_text(text: str) -> ExportRead:
    if text.startswith(BEGINNING):
        return read_keychain(text)
    plain = text.lstrip()
    if plain.startswith("<"):
        return _read_xml(plain)
    if plain.startswith(("{", "[")):
        document = json_of(plain)
        if document is not None:
            return read_document(document)
        if (read := read_document_lines(plain)) is not None:
            return read
    try:
        return read_table(text)
    except ExportError as error:
        read = read_labelled_rows(text)
        if error.trouble is not ExportTrouble.NOT_AN_EXPORT or read is None:
            raise
        return read


def _read_xml(text: str) -> ExportRead:
    from torimodosu.recovery.passwords.exports.keepass import (  # noqa: PLC0415
        read_keepass_xml,
    )

    try:
        return read_keepass_xml(text)
    except ExportError as error:
        if error.trouble is not ExportTrouble.NOT_AN_EXPORT:
            raise
        read = read_named_fields(document_of_xml(text))
        if read is None:
            raise
        return read


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
        telling = (one for one in troubles if one.trouble not in _NO_EXPORT)
        raise next(telling, troubles[0] if len(troubles) == 1 else none)
    return ExportRead(
        form=read[0].form,
        logins=tuple(login for one in read for login in one.logins),
        without_password=tuple(row for one in read for row in one.without_password),
        others=tuple(row for one in read for row in one.others),
        damaged=tuple(row for one in read for row in one.damaged),
    )
