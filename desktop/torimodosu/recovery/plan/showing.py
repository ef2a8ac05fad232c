"""Looking at kept mails: a figure leads to the mails that it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.ports import Archive
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Judgement
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.message_centre import look_for
from torimodosu.recovery.mail.judging.party import Party
from torimodosu.recovery.mail.judging.replying import reply_to
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.message import Link, Message
from torimodosu.recovery.mail.reader import read_message, unquote_from
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMail, ShownMails

_LONGEST_TEXT, _LONGEST_LINE, _MOST_LINKS = 200_000, 2_000, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDesk:
    """What mails are looked at with.

    Attributes:
        archive: Where they lie.
        catalogue: Tells whom they claim to come from, and what the real one is like.
        outside: What they are judged by.

    """

    archive: Archive
    catalogue: Catalogue
    outside: Outside


def show_mails(
    request: ShowMails, desk: MailDesk, kept: Iterable[KeptMail]
) -> ShownMails:
    """Return the mails that *request* names; what the case does not know is left out.

    A mail that lies in several places is shown once.
    """
    known = {mail.sha256: mail for mail in kept}
    wanted = [known[sha256] for sha256 in request.mails if sha256 in known]
    shown = tuple(_shown(mail, desk) for mail in wanted)
    return ShownMails(asked=request.mails, mails=shown)


def _shown(kept: KeptMail, desk: MailDesk) -> ShownMail:
    try:
        raw = unquote_from(desk.archive.read(kept.sha256), kept.quoting)
    except KeyError:
        return ShownMail(kept=kept, message=None)
    return shown(kept, raw, desk.catalogue, desk.outside)


def shown(
    kept: KeptMail, raw: bytes, catalogue: Catalogue, outside: Outside
) -> ShownMail:
    """Return the mail with the bytes *raw* as it is shown."""
    message = read_message(raw)
    judgement = judge(raw, message, catalogue, outside)
    party = party_of(judgement, catalogue)
    return ShownMail(
        kept=kept,
        message=_bounded(message),
        judgement=judgement,
        claims=None if party is None else party.name,
        reply=reply_to(message, party),
        look_for=look_for(message, kept.kind, party),
    )


def _bounded(message: Message) -> Message:
    """Return as much of *message* as a person reads; more than that floods a window."""
    links = tuple(
        Link(text=link.text[:_LONGEST_LINE], target=link.target[:_LONGEST_LINE])
        for link in message.links[:_MOST_LINKS]
    )
    return replace(
        message, text=message.text[:_LONGEST_TEXT], html_text="", links=links
    )


def party_of(judgement: Judgement, catalogue: Catalogue) -> Party | None:
    """Return whom a mail claims to come from, or None."""
    return catalogue.party(judgement.claims)
