"""Where an answer to a mail would go."""

from torimodosu.recovery.mail.judging.party import Party, belongs_to
from torimodosu.recovery.mail.judging.reply import Goes, Reply
from torimodosu.recovery.mail.message import Message

# What mailboxes are called that nobody reads.
_UNREAD = ("noreply", "donotreply", "autoconfirm", "notreply")
_SEPARATORS = str.maketrans("", "", "-_.")


def reply_to(message: Message, party: Party | None) -> Reply:
    """Return where an answer would go to a mail that claims to come from *party*."""
    address = (message.reply_to or message.sender).address
    mailbox, _, host = address.rpartition("@")
    if not mailbox or not host:
        return Reply(address="", goes=Goes.NOWHERE)
    if party is None:
        return Reply(address=address, goes=Goes.UNKNOWN)
    if not belongs_to(host.lower(), party):
        return Reply(address=address, goes=Goes.STRANGER)
    plain = mailbox.lower().translate(_SEPARATORS)
    is_unread = any(name in plain for name in _UNREAD)
    return Reply(address=address, goes=Goes.UNREAD if is_unread else Goes.FIRM)
