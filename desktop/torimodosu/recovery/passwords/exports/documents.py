"""Exports that are documents in JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.moments import read_moment
from torimodosu.recovery.passwords.exports.named_fields import read_named_fields
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)

Record = Mapping[str, object]

_LOGIN_OF_BITWARDEN = 1
_LOGINS_OF_ONE_PASSWORD = {"", "001", "005"}  # a login, a password alone
_ACTIVE_OF_PROTON = 1


def json_of(text: str) -> object | None:
    """Return the document that *text* is, or None where it is none."""
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document


def read_document(document: object) -> ExportRead:
    """Return the logins in a document.

    Raises:
        ExportError: If it is no export that is known, is encrypted, or has no login.

    """
    record = _record(document)
    known = next((read for field, read in _BY_FIELD if field in record), None)
    trouble = ExportError(ExportTrouble.NOT_AN_EXPORT)
    if known is not None:
        try:
            return known(record)
        except ExportError as error:
            if error.trouble is not ExportTrouble.NO_LOGINS:
                raise
            trouble = error  # or another program calls its list alike
    named = read_named_fields(document)
    if named is None:
        raise trouble
    return named


def read_document_lines(text: str) -> ExportRead | None:
    """Return the logins in a text with a document in each line, None where none is.

    So 1Password wrote its .1pif, with a line of signs behind each document.
    """
    lines = (line for line in text.splitlines() if line.startswith("{"))
    return read_named_fields([json_of(line) for line in lines])


def _bitwarden(export: Record) -> ExportRead:
    if export.get("encrypted") is True:
        raise ExportError(ExportTrouble.ENCRYPTED, Form.BITWARDEN)
    draft = Draft(Form.BITWARDEN)
    for row, item in enumerate(_records(export.get("items")), 1):
        login = _record(item.get("login"))
        if item.get("type") not in (None, _LOGIN_OF_BITWARDEN) or not login:
            draft.others.append(row)
            continue
        # A password that was never changed is as old as its entry.
        changed = login.get("passwordRevisionDate") or item.get("creationDate")
        addresses = (uri.get("uri") for uri in _records(login.get("uris")))
        draft.add(
            row,
            site=_first_text(*addresses, login.get("uri"), item.get("name")),
            username=_first_text(login.get("username")),
            password=_text(login.get("password")),
            modified=read_moment(changed),
        )
    return draft.finished()


def _one_password(export: Record) -> ExportRead:
    """Return what the file `export.data` in a .1pux holds."""
    draft = Draft(Form.ONEPASSWORD)
    for row, wrapped in enumerate(_items_of_one_password(export), 1):
        item = _record(wrapped.get("item")) or wrapped  # as before 2022
        if _text(item.get("categoryUuid")) not in _LOGINS_OF_ONE_PASSWORD:
            draft.others.append(row)
            continue
        details, overview = _record(item.get("details")), _record(item.get("overview"))
        fields = list(_records(details.get("loginFields")))
        earlier = (one.get("time") for one in _records(details.get("passwordHistory")))
        moments = [moment for moment in map(read_moment, earlier) if moment]
        draft.add(
            row,
            site=_first_text(overview.get("url"), overview.get("title")),
            username=_first_text(_designated(fields, "username")),
            password=_text(_designated(fields, "password"))
            or _text(details.get("password")),
            modified=max(moments, default=read_moment(item.get("createdAt"))),
        )
    return draft.finished()


def _items_of_one_password(export: Record) -> Iterator[Record]:
    for account in _records(export.get("accounts")):
        for vault in _records(account.get("vaults")):
            yield from _records(vault.get("items"))


def _designated(fields: Iterable[Record], designation: str) -> object:
    """Return the value of the field that is designated as *designation*, or None."""
    named = (field for field in fields if field.get("designation") == designation)
    return next(named, {}).get("value")


def _proton(export: Record) -> ExportRead:
    if export.get("encrypted") is True:
        raise ExportError(ExportTrouble.ENCRYPTED, Form.PROTON)
    draft = Draft(Form.PROTON)
    vaults = _record(export.get("vaults")).values()
    items = (item for vault in vaults for item in _records(_record(vault).get("items")))
    for row, item in enumerate(items, 1):
        data = _record(item.get("data"))
        is_thrown_away = item.get("state") not in (None, _ACTIVE_OF_PROTON)
        if is_thrown_away or data.get("type") not in (None, "login"):
            draft.others.append(row)
            continue
        content, about = _record(data.get("content")), _record(data.get("metadata"))
        users = (content.get(key) for key in ("itemUsername", "username", "itemEmail"))
        draft.add(
            row,
            site=_first_text(*_list(content.get("urls")), about.get("name")),
            username=_first_text(*users),
            password=_text(content.get("password")),
            modified=read_moment(item.get("modifyTime")),
        )
    return draft.finished()


def _dashlane(export: Record) -> ExportRead:
    draft = Draft(Form.DASHLANE)
    for row, item in enumerate(_records(export.get("AUTHENTIFIANT")), 1):
        users = (item.get(key) for key in ("login", "email", "secondaryLogin"))
        draft.add(
            row,
            site=_first_text(*(item.get(key) for key in ("url", "domain", "title"))),
            username=_first_text(*users),
            password=_text(item.get("password")),
            modified=read_moment(item.get("modificationDatetime")),
        )
    return draft.finished()


def _firefox_store(export: Record) -> ExportRead:
    """Refuse the store of a Firefox profile, whose passwords are encrypted."""
    logins = list(_records(export.get("logins")))
    if logins and not any("encryptedPassword" in login for login in logins):
        raise ExportError(ExportTrouble.NO_LOGINS)
    raise ExportError(ExportTrouble.ENCRYPTED, Form.FIREFOX)


_BY_FIELD: Sequence[tuple[str, Callable[[Record], ExportRead]]] = (
    ("vaults", _proton),
    ("accounts", _one_password),
    ("AUTHENTIFIANT", _dashlane),
    ("encKeyValidation_DO_NOT_EDIT", _bitwarden),
    ("items", _bitwarden),
    ("logins", _firefox_store),
)


def _record(value: object) -> Record:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _records(value: object) -> Iterator[Record]:
    return map(_record, _list(value))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _first_text(*values: object) -> str:
    """Return the first of *values* that is a text with letters, or ""."""
    texts = (_text(value).strip() for value in values)
    return next(filter(None, texts), "")
