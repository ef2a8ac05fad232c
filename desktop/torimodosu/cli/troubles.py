"""What could not be read, in words."""

from collections.abc import Mapping

from torimodosu.recovery.mail.search import NotCovered, Trouble

# What happened, and what to do about it.
SENTENCES: Mapping[Trouble, str] = {
    Trouble.NO_PERMISSION: "It may not be read; allow that, or copy it first.",
    Trouble.NOT_FOUND: "It is no longer there; put it back, then try again.",
    Trouble.NO_MAIL_INSIDE: "There is no mail in it; name the place of your mail.",
    Trouble.NOT_A_MAIL: "This is not a mail; save the mail as .eml or as an mbox.",
    Trouble.TRUNCATED: "It ends in the middle; what was there has been read.",
    Trouble.TOO_LARGE: "This one mail is too large to read; keep the file itself.",
    Trouble.UNREADABLE: "It could not be read; copy it elsewhere and try again.",
    Trouble.FORMAT_NOT_SUPPORTED: (
        "This form is not read yet; unpack it, or save the mails as .eml or mbox."
    ),
    Trouble.HAS_PASSWORD: "It opens with a password only; unpack it yourself first.",
    Trouble.PACKED_TOO_LARGE: "It is too large to be read packed; unpack it first.",
    Trouble.PACKED_TWICE: "It is packed inside a packed file; unpack the outer one.",
    Trouble.CUT_OFF: "The connection broke off; what had come is kept, so go on again.",
    Trouble.SERVER_REFUSED: "The server does not show it; look at it in the browser.",
    Trouble.DELETED: "It was deleted on the server in the meantime.",
    Trouble.BODY_NOT_SEARCHED: (
        "The server did not search the bodies; senders and subjects were looked at."
    ),
}


def place_of(missed: NotCovered) -> str:
    """Return which file, and where in it, was not read."""
    if missed.offset is None:
        return missed.source
    return f"{missed.source} (byte {missed.offset})"
