"""Looking at kept mails: a figure leads to the mails that it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.evidence.ports import Archive
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import read_message, unquote_from
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMail, ShownMails


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
    message = read_message(raw)
    judgement = judge(raw, message, desk.catalogue, desk.outside)
    claims = _name(judgement.claims, desk.catalogue)
    return ShownMail(kept=kept, message=message, judgement=judgement, claims=claims)


def _name(claims: str, catalogue: Catalogue) -> Names | None:
    party = catalogue.services.get(claims) or catalogue.issuers.get(claims)
    return None if party is None else party.name
