"""Looking at kept mails: what is asked for, and what is shown."""

from dataclasses import dataclass

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.mail.judging.judgement import Judgement
from torimodosu.recovery.mail.judging.message_centre import LookFor
from torimodosu.recovery.mail.judging.reply import Reply
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMails:
    """Show the kept mails of *case* with these SHA-256."""

    case: Case
    mails: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMail:
    """A kept mail and its words.

    Attributes:
        kept: What is known of it.
        message: Its words; None where the archive no longer holds it unchanged.
        judgement: Whether it is from whom it claims to be from; None with `message`.
        claims: The name of whom it claims to be from, or None.
        reply: Where an answer would go; None with `message`.
        look_for: What to look for where that one shows its messages, or None.

    """

    kept: KeptMail
    message: Message | None
    judgement: Judgement | None = None
    claims: Names | None = None
    reply: Reply | None = None
    look_for: LookFor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMails:
    """The mails that were asked for, in the order of asking.

    `asked` are the SHA-256 of the request, by which an answer is known.
    """

    asked: tuple[str, ...]
    mails: tuple[ShownMail, ...]
