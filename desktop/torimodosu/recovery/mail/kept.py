"""A mail that lies in the archive of a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.mail.judging.judgement import Judged, Verdict
from torimodosu.recovery.mail.kind import MailKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the bytes of a mail came from.

    Attributes:
        source: The path of the file, as the user chose it.
        offset: Bytes from the start of an mbox to the mail; 0 in a file of its own.
        length: Bytes of the mail as they lie there.

    """

    source: str
    offset: int
    length: int


class Quoting(Enum):
    """How an mbox protects body lines that begin with "From "."""

    NONE = "none"
    MBOXO = "mboxo"
    MBOXRD = "mboxrd"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMail(Judged):
    """What is known of an archived mail; its bytes are found by `sha256`.

    `quoting` is what has to be undone in the copy that is read. `verdict` is whether
    it is genuine, None where it was not judged, as one that tells nothing is not.
    """

    sha256: str
    origin: Origin
    message_id: str
    date: datetime | None
    sender_name: str
    sender_address: str
    subject: str
    service: str
    kind: MailKind
    quoting: Quoting = Quoting.NONE
    verdict: Verdict | None = None
