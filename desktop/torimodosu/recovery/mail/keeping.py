"""What is kept of a mail beside its bytes."""

from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.search import Found


def kept_mail(
    found: Found, sha256: str, message: Message, classified: Classified
) -> KeptMail:
    """Return what is known of *found*.

    Args:
        found: The mail as it lies in its source.
        sha256: Of its bytes there, in hexadecimal.
        message: What it says.
        classified: What it claims to be.

    """
    return KeptMail(
        sha256=sha256,
        origin=found.origin,
        message_id=message.message_id,
        date=message.date,
        sender_name=message.sender.name,
        sender_address=message.sender.address,
        subject=message.subject,
        service=classified.service,
        kind=classified.kind,
        quoting=found.quoting,
    )
