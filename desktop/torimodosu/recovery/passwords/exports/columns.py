"""What the columns of a table hold, by their names."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from torimodosu.recovery.passwords.exports.outcome import Form

_LONGEST_NAME = 200
_NO_LETTERS = re.compile(r"[\W_]+")

# Names as `_plain` writes them, the most telling first.
_PASSWORD = (
    *("password", "loginpassword", "passwordvalue", "passphrase", "pass", "pwd"),
    *("genericpassword", "パスワード", "passwort", "kennwort", "motdepasse"),
    *("contraseña", "senha", "wachtwoord"),
)
_SITE = (
    *("url", "loginuri", "uri", "originurl", "website", "webaddress", "websiteurl"),
    *("loginurl", "loginurls", "weburl", "siteurl", "secreturl", "urls"),
    *("signonrealm", "hostname", "host", "site", "domain", "generichostname"),
    *("genericurl", "サイト", "サイトurl", "webサイト", "ウェブサイト", "アドレス"),
    *("webseite", "siteweb", "sitioweb", "location"),
)
_USERNAME = (
    *("username", "loginusername", "usernamevalue", "loginname", "login", "userid"),
    *("user", "ユーザー名", "ユーザ名", "ユーザーid", "ユーザid", "ログインid"),
    *("ログイン名", "genericusername", "benutzername", "benutzer", "identifiant"),
    *("nomdutilisateur", "usuario", "nombredeusuario", "gebruikersnaam"),
)
_EMAIL = (
    *("email", "emailaddress", "mail", "genericemail", "メールアドレス", "メール"),
    "id",  # of the record, in most exports: none of those lacks the names above
)
_TITLE = (
    *("title", "name", "displayname", "itemname", "entryname", "secretname"),
    *("entry", "label", "service", "account"),
    *("タイトル", "名前", "名称", "サービス", "サービス名", "サイト名", "項目名"),
    *("titel", "titre", "título"),
)
_MODIFIED = (
    *("timepasswordchanged", "datepasswordmodified", "passwordrevisiondate"),
    *("passwordmodified", "lastmodified", "modifytime", "modified", "lastchanged"),
    *("updatedat", "updated", "変更日", "更新日", "最終更新日", "datecreated"),
)
_TYPE = ("type", "itemtype", "entrytype", "kind", "種類")

# The columns by which each program is known; the first that are all there decide.
_MARKS: Sequence[tuple[Form, frozenset[str]]] = (
    (Form.FIREFOX, frozenset({"url", "password", "timepasswordchanged"})),
    (Form.CHROME_STORE, frozenset({"originurl", "passwordvalue", "signonrealm"})),
    (Form.BITWARDEN, frozenset({"loginuri", "loginpassword", "logintotp"})),
    (Form.LASTPASS, frozenset({"url", "password", "extra", "grouping"})),
    (Form.NORDPASS, frozenset({"url", "password", "cardholdername"})),
    (Form.DASHLANE, frozenset({"title", "password", "username2"})),
    (Form.PROTON, frozenset({"type", "password", "createtime", "modifytime"})),
    (Form.KEEPASS, frozenset({"account", "loginname", "password", "website"})),
    (Form.KEEPASSXC, frozenset({"group", "title", "password", "url", "notes"})),
    (Form.ONEPASSWORD, frozenset({"title", "password", "otpauth", "favorite"})),
    (Form.ONEPASSWORD, frozenset({"title", "password", "masterpassword", "scope"})),
    (Form.APPLE, frozenset({"title", "url", "username", "password", "otpauth"})),
    (Form.ONEPASSWORD, frozenset({"title", "notes", "username", "password", "url"})),
    (Form.CHROME, frozenset({"name", "url", "username", "password"})),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns of a table stand, from 0; None where there is none.

    `form` is who wrote it.
    """

    form: Form
    password: int
    site: int | None
    username: int | None
    email: int | None
    title: int | None
    modified: int | None
    type: int | None
    count: int


def read_columns(header: Sequence[str]) -> Columns | None:
    """Return what the columns named *header* hold, None where they are no logins.

    A table without passwords is none, and so is one that tells neither where they are
    used nor by whom.
    """
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(_plain(name), place)
    password, site = _first(places, _PASSWORD), _first(places, _SITE)
    username, title = _first(places, _USERNAME), _first(places, _TITLE)
    email = _first(places, _EMAIL)
    if password is None or (site, username, title, email) == (None,) * 4:
        return None
    return Columns(
        form=_form(places),
        password=password,
        site=site,
        username=username,
        email=email,
        title=title,
        modified=_first(places, _MODIFIED),
        type=_first(places, _TYPE),
        count=len(header),
    )


def are_pairs(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are a title and then names and values by turns."""
    known = {*_PASSWORD, *_SITE, *_USERNAME, *_EMAIL}
    named = [place for place, cell in enumerate(cells) if _plain(cell) in known]
    return len(named) > 1 and all(place % 2 for place in named)


def _form(places: Mapping[str, int]) -> Form:
    for form, marks in _MARKS:
        if marks <= places.keys():
            return form
    return Form.OTHER


def _first(places: Mapping[str, int], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)


def _plain(name: str) -> str:
    """Return *name* as it is compared: its letters and figures alone, in lower case."""
    short = unicodedata.normalize("NFKC", name[:_LONGEST_NAME]).casefold()
    return _NO_LETTERS.sub("", short)
