"""Which kind of mail a subject speaks of."""

import re
import unicodedata
from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectPattern:
    """A rule that tells the kind of a mail by its subject.

    Attributes:
        kind: A value of `recovery.mail.kind.MailKind`.
        pattern: Regular expression, searched in the folded subject, whatever the
            case; `recovery.catalogue.pattern` says what it may hold.
        senders: Parts before the "@", lower-case, one of which the sender must have;
            empty where any sender will do.
        body_words: Words one of which the folded body must hold; empty where the
            subject alone decides.
        source: Where the rule comes from.

    """

    kind: str
    pattern: str
    senders: tuple[str, ...] = ()
    body_words: tuple[str, ...] = ()
    source: Source

    def fits(self, *, subject: str, sender: str, body: str) -> bool:
        """Tell whether a mail with these, *subject* and *body* folded, is of the kind.

        *sender* is a mail address.
        """
        return (
            re.search(self.pattern, subject, re.IGNORECASE) is not None
            and (not self.senders or _local_part(sender) in self.senders)
            and (not self.body_words or any(word in body for word in self.body_words))
        )


def fold(text: str) -> str:
    """Return *text* in NFKC with every run of white space made one blank."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _local_part(address: str) -> str:
    return address.strip().rpartition("@")[0].casefold()
