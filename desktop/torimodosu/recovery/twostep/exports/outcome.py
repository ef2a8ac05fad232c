"""What came of reading an export."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.twostep.account import OtpAccount, Problem


class Form(Enum):
    """Who wrote an export, and how."""

    ADDRESSES = "addresses"
    QR_CODES = "qr_codes"
    MIGRATION = "migration"
    TYPED_KEY = "typed_key"
    AEGIS = "aegis"
    TWO_FAS = "2fas"
    BITWARDEN = "bitwarden"
    BITWARDEN_CSV = "bitwarden_csv"
    PROTON = "proton"
    AND_OTP = "andotp"
    FREE_OTP = "freeotp"
    AUTHY = "authy"
    DUO = "duo"
    STEAM = "steam"
    STRATUM = "stratum"
    ENTE = "ente"
    KEEPASS = "keepass"
    SPREADSHEET = "spreadsheet"
    OTHER = "other"


class Refusal(Enum):
    """Why an export as a whole was not read.

    Attributes:
        NEEDS_PASSWORD: It is encrypted, and no password was given.
        WRONG_PASSWORD: The password does not open it, or it is damaged: of an
            encrypted file nobody can tell which.
        CANNOT_DECRYPT: It is encrypted in a way that is not read here.
        NO_ACCOUNTS: It is understood, and holds no account.
        NOT_AN_EXPORT: It is none that is known.
        NO_QR_CODE: It is a picture in which no QR code was found.
        OTHER_QR_CODE: Its QR codes hold something else, such as the address of a page.
        TOO_LARGE: It is larger than any export.
        EMPTY: There is nothing in it.
        CUT_OFF: It is a picture whose end is missing.
        PICTURE: It is a picture that cannot be opened: it is damaged, enormous, or of a
            kind that is not read here.
        CLOSED_PDF: It is a PDF that is damaged, or asks for a password.

    """

    NEEDS_PASSWORD = "needs_password"  # noqa: S105 -- a reason
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 -- a reason
    CANNOT_DECRYPT = "cannot_decrypt"
    NO_ACCOUNTS = "no_accounts"
    NOT_AN_EXPORT = "not_an_export"
    NO_QR_CODE = "no_qr_code"
    OTHER_QR_CODE = "other_qr_code"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    CUT_OFF = "cut_off"
    PICTURE = "picture"
    CLOSED_PDF = "closed_pdf"


class RefusedError(Exception):
    """An export is not read; `form` is None where it is not even known whose it is."""

    def __init__(self, reason: Refusal, form: Form | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.form = form


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """An entry that is no account: which one of the export, from 1, and why."""

    entry: int
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRead:
    """What an export holds.

    Attributes:
        form: Who wrote it.
        accounts: In their order.
        unusable: The entries that are no accounts.
        missing_parts: Codes of a move that are not among them, from 1.

    """

    form: Form
    accounts: tuple[OtpAccount, ...]
    unusable: tuple[Unusable, ...] = ()
    missing_parts: tuple[int, ...] = ()
