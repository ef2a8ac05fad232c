"""Looking at kept mails: a figure leads to the mails that it comes from."""

from collections.abc import Iterable

from torimodosu.recovery.evidence.ports import Archive
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMail, ShownMails


def show_mails(
    request: ShowMails, *, archive: Archive, kept: Iterable[KeptMail]
) -> ShownMails:
    """Return the mails that *request* names; what the case does not know is left out.

    A mail that lies in several places is shown once.
    """
    known = {mail.sha256: mail for mail in kept}
    wanted = [known[sha256] for sha256 in request.mails if sha256 in known]
    shown = tuple(_shown(mail, archive) for mail in wanted)
    return ShownMails(asked=request.mails, mails=shown)


def _shown(kept: KeptMail, archive: Archive) -> ShownMail:
    try:
        message = read_message(archive.read(kept.sha256), kept.quoting)
    except KeyError:
        return ShownMail(kept=kept, message=None)
    return ShownMail(kept=kept, message=message)
