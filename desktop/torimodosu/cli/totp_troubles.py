"""Why no account was read, in words. None of them holds a part of a secret."""

from collections.abc import Mapping

from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import Problem
from torimodosu.recovery.twostep.exports.outcome import Form, Refusal, RefusedError

NAMES: Mapping[Form, str] = {
    Form.ADDRESSES: "a list of addresses",
    Form.QR_CODES: "a picture",
    Form.MIGRATION: "Google Authenticator",
    Form.TYPED_KEY: "a set-up key",
    Form.AEGIS: "Aegis",
    Form.TWO_FAS: "2FAS",
    Form.BITWARDEN: "Bitwarden",
    Form.BITWARDEN_CSV: "Bitwarden",
    Form.PROTON: "Proton Authenticator",
    Form.AND_OTP: "andOTP",
    Form.FREE_OTP: "FreeOTP",
    Form.AUTHY: "Authy",
    Form.DUO: "Duo Mobile",
    Form.STEAM: "Steam",
    Form.STRATUM: "Stratum",
    Form.ENTE: "Ente Auth",
    Form.KEEPASS: "KeePass",
    Form.SPREADSHEET: "a password manager",
    Form.OTHER: "another program",
}

# What happened, and what to do about it.
REFUSALS: Mapping[Refusal, str] = {
    Refusal.NEEDS_PASSWORD: (
        "It is encrypted by {name}; give its password with --password-stdin."
    ),
    Refusal.WRONG_PASSWORD: (
        "This password does not open it, or it is damaged; try the password again."
    ),
    Refusal.CANNOT_DECRYPT: (
        "It is encrypted by {name} in a way that is not read here; export it again"
        " without encryption, and delete that file afterwards."
    ),
    Refusal.NO_ACCOUNTS: "There is no account in it; export the accounts again.",
    Refusal.NOT_AN_EXPORT: (
        "It is no export of an authenticator that is known here, and no address that"
        " begins with otpauth:."
    ),
    Refusal.NO_QR_CODE: (
        "No QR code was found in this picture; take one that shows all of it, sharp"
        " and straight."
    ),
    Refusal.OTHER_QR_CODE: (
        "The QR code in this picture is no account of an authenticator; it may be the"
        " address of a page, which was not opened."
    ),
    Refusal.TOO_LARGE: "It is too large for an export of an authenticator.",
    Refusal.EMPTY: "It is empty; save the picture or the export again.",
    Refusal.CUT_OFF: "It is a picture that is cut off; copy or save it again.",
    Refusal.PICTURE: (
        "It is a picture that cannot be opened here; show it on the screen, and take a"
        " screenshot as PNG."
    ),
    Refusal.CLOSED_PDF: (
        "It is a PDF that asks for a password or is damaged; open it yourself, and take"
        " a screenshot of its code."
    ),
}

# Why a file was not even opened.
FILES: Mapping[FileTrouble, str] = {
    FileTrouble.NO_PERMISSION: "It may not be read; allow that, or copy it first.",
    FileTrouble.NOT_A_FILE: "It is not a file; name the pictures or exports in it.",
    FileTrouble.TOO_LARGE: REFUSALS[Refusal.TOO_LARGE],
    FileTrouble.UNREADABLE: "It could not be read; copy it elsewhere and try again.",
}

PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_OTPAUTH: (
        "It is no address that begins with otpauth:, and no set-up key"
    ),
    Problem.UNKNOWN_TYPE: "Its codes are of a type that is not made here",
    Problem.NO_SECRET: "It holds no key",
    Problem.BAD_SECRET: "Its key has characters that no key has; copy it again",
    Problem.BAD_ALGORITHM: "Its codes use an algorithm that is not made here",
    Problem.BAD_DIGITS: "Its codes have a length that no codes have",
    Problem.BAD_PERIOD: "Its codes change in a time that no codes do",
    Problem.BAD_COUNTER: "Its counter is no number that a counter can have",
    Problem.NO_COUNTER: "It counts its codes, but not up to where; read it again",
    Problem.TOO_LONG: "It is longer than any account",
    Problem.DAMAGED: "It is damaged, or only a part of it was copied",
}


_KEY_FILE = (
    " A file of KeePass that asks for a key file as well is not opened here; export its"
    " entries to a CSV or XML file, and delete that afterwards."
)


def told(error: RefusedError) -> str:
    """Say why an export was not read, and what to do."""
    name = NAMES[error.form] if error.form else "another program"
    advice = REFUSALS[error.reason].format(name=name)
    is_keepass = (error.form, error.reason) == (Form.KEEPASS, Refusal.WRONG_PASSWORD)
    return advice + _KEY_FILE if is_keepass else advice
