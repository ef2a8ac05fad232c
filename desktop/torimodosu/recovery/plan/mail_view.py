"""Looking at kept mails: a figure leads to the mails that it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.ports import Archive
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMails:
    """Show the kept mails of *case* with these SHA-256."""

    case: Case
    mails: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMail:
    """A kept mail and its words.

    `message` is None where the archive no longer holds the mail unchanged.
    """

    kept: KeptMail
    message: Message | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMails:
    """The mails that were asked for, in the order of asking.

    `asked` are the SHA-256 of the request, by which an answer is known.
    """

    asked: tuple[str, ...]
    mails: tuple[ShownMail, ...]


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
