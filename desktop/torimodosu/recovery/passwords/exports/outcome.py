"""What came of reading an export."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.passwords.login import ExportedLogin


class Form(Enum):
    """Who wrote an export, and how.

    Attributes:
        CHROME: Chrome, Edge and the other browsers that are made of it.
        CHROME_STORE: The password store of these, as a tool has written it out.
        KEYCHAIN: The keychain of a Mac, as its `security` command writes it out.
        OTHER: A table of somebody else, whose columns say what they hold.

    """

    CHROME = "chrome"
    CHROME_STORE = "chrome_store"
    FIREFOX = "firefox"
    APPLE = "apple"
    KEYCHAIN = "keychain"
    BITWARDEN = "bitwarden"
    ONEPASSWORD = "1password"
    KEEPASS = "keepass"
    KEEPASSXC = "keepassxc"
    LASTPASS = "lastpass"
    NORDPASS = "nordpass"
    DASHLANE = "dashlane"
    PROTON = "proton"
    OTHER = "other"


class ExportTrouble(Enum):
    """Why an export of passwords was not read.

    Attributes:
        UNREADABLE: The file cannot be opened.
        NOT_A_FILE: It is a folder, or what else is no file.
        TOO_LARGE: It is larger than any export.
        NOT_AN_EXPORT: It is none that is known.
        NO_LOGINS: It is understood, and holds no login.
        NEEDS_KEY: It is encrypted, and its password opens it.
        WRONG_KEY: The password does not open it.
        ENCRYPTED: It is encrypted in a way that is not read here.
        DAMAGED: It was cut off or changed.
        EMPTY: There is nothing in it.
        PICTURE: It is a picture.

    """

    UNREADABLE = "unreadable"
    NOT_A_FILE = "not_a_file"
    TOO_LARGE = "too_large"
    NOT_AN_EXPORT = "not_an_export"
    NO_LOGINS = "no_logins"
    NEEDS_KEY = "needs_key"
    WRONG_KEY = "wrong_key"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    PICTURE = "picture"


class ExportError(Exception):
    """An export is not read; the text never holds any of its content.

    `form` is None where it is not even known whose it is.
    """

    def __init__(self, trouble: ExportTrouble, form: Form | None = None) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.form = form


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRead:
    """What an export holds.

    Rows are counted as a spreadsheet does, where the names of the columns are row 1;
    the entries of other files are counted from 1.

    Attributes:
        form: Who wrote it.
        logins: Those that have a password, in their order.
        without_password: The rows of logins that have none.
        others: The rows that are no logins, such as notes and cards.
        damaged: The rows that cannot be read.

    """

    form: Form
    logins: tuple[ExportedLogin, ...]
    without_password: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
