"""What the answer of a server to a sign-in means.

Response codes are those of RFC 5530, section 3; the words are those that providers
send, since most refusals bear no code of their own.
"""

import re
from collections.abc import Sequence

from torimodosu.recovery.mail.servers.trouble import ServerTrouble

_LONGEST_TOLD = 300

# In this order: who wants an app password also says that the password is wrong.
_SIGNS: Sequence[tuple[ServerTrouble, Sequence[str]]] = (
    (
        ServerTrouble.APP_PASSWORD,
        (
            r"app(?:lication)?[- ]?specific password",
            r"app[- ]password",
            r"アプリ(?:用)?パスワード",
        ),
    ),
    (
        ServerTrouble.BROWSER_ONLY,
        (r"\[webalert ", r"web ?login", r"via your web browser", r"basic ?auth|oauth"),
    ),
    (
        ServerTrouble.SWITCHED_OFF,
        (
            r"(?:not enabled|disabled|not allowed) for imap",
            r"imap(?: access| use)? (?:is |has been )?(?:disabled|not enabled)",
            r"enable (?:your account for )?imap",
        ),
    ),
    (
        ServerTrouble.TOO_MANY,
        (
            r"\[(?:limit|inuse|unavailable)\]",
            r"too many|maximum number of connections|rate limit|try (?:again )?later",
        ),
    ),
    (ServerTrouble.NO_ENCRYPTION, (r"\[privacyrequired\]",)),
    (
        ServerTrouble.WRONG_PASSWORD,
        (
            r"\[(?:authenticationfailed|authorizationfailed|expired)\]",
            r"invalid|incorrect|wrong|bad (?:user|password|credentials)",
            r"(?:login|authentication|authenticate) (?:failed|failure|error)",
        ),
    ),
)
_COMPILED = [
    (trouble, re.compile("|".join(signs), re.IGNORECASE)) for trouble, signs in _SIGNS
]


def meaning_of(answer: str) -> ServerTrouble:
    """Return why a server refused a sign-in with *answer*."""
    shown = answer[:_LONGEST_TOLD]
    for trouble, signs in _COMPILED:
        if signs.search(shown):
            return trouble
    return ServerTrouble.REFUSED


def told_by(answer: str, *, secret: str) -> str:
    """Return what of *answer* may be shown; nothing where it repeats the *secret*."""
    if secret and secret in answer:
        return ""
    shown = "".join(c if c.isprintable() else " " for c in answer)
    return " ".join(shown.split())[:_LONGEST_TOLD]
