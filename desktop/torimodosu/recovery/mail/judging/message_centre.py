"""The same message where the shop itself shows it, behind the sign-in.

It is the strongest check there is (aboutamazon.jp, "3 key points to prevent phishing
scam emails"): what stands there was sent by the shop. Some kinds of mail never stand
there, so that one which is missing may be genuine all the same.
"""

from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.service import ContactRoute, Page, Service
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message

_CENTRE = "message_centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookFor:
    """What to look for.

    Attributes:
        centre: Where.
        subject: The subject of the message.
        at: When it was sent, or None.
        is_never_there: Whether mails of its kind are never found there.
        contacts: The ways to ask the shop without signing in, best first.

    """

    centre: Page
    subject: str
    at: datetime | None
    is_never_there: bool
    contacts: tuple[ContactRoute, ...] = ()


def look_for(
    message: Message, kind: MailKind, party: Service | Issuer | None
) -> LookFor | None:
    """Return what to look for, None where *party* has no such place."""
    if not isinstance(party, Service) or _CENTRE not in party.pages:
        return None
    return LookFor(
        centre=party.pages[_CENTRE],
        subject=message.subject,
        at=message.date,
        is_never_there=kind is MailKind.SECURITY_CODE,
        contacts=tuple(one for one in party.contacts if one.needs_sign_in is False),
    )
