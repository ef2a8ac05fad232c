"""What the mails of a case say happened to its account, gathered and kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.account_mail import read_account_mail
from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.read_mail import AskVerdict
from torimodosu.recovery.plan.ports import AccountEvents, Scans, Snapshots

# A mail from later than that has a date that nobody can believe.
_CLOCKS_DIFFER = timedelta(hours=1)
# By which copies are known, what happened, and whether the mail is not genuine.
_Told = tuple[str, AccountEventKind, bool]


class EventBook(AccountEvents, Scans, Snapshots, Protocol):
    """Where events are kept, and what they may outdate."""


@dataclass(slots=True, kw_only=True)
class EventReading:
    """Gathers the events of one account, mail by mail.

    `services` are the ids of those that take its password: sister shops share it.
    """

    catalogue: Catalogue
    services: Collection[str]
    _found: dict[_Told, AccountEvent] = field(default_factory=dict)

    def read(
        self, message: Message, mail: str, claims: Classified, verdict: AskVerdict
    ) -> None:
        """Take what *message*, whose SHA-256 is *mail*, says; *verdict* judges it.

        A copy of a mail that was read already, which lies in another mailbox with
        other headers, says nothing more, unless it is proven and the other was not.
        Whoever forges a mail can give it the name of another: it is no copy of that.
        """
        if claims.service not in self.services:
            return
        for event in read_account_mail(
            message,
            mail=mail,
            kind=claims.kind,
            service=self.catalogue.services[claims.service],
        ):
            judged = replace(event, verdict=verdict())
            key = (message.message_id or mail, judged.kind, judged.is_forged)
            known = self._found.setdefault(key, judged)
            if judged.is_proven and not known.is_proven:
                self._found[key] = judged

    def events(self, *, until: datetime | None) -> tuple[AccountEvent, ...]:
        """Return what was gathered, by date, without what is yet to come at *until*.

        What only mails tell that are not genuine is among it, and marked.
        """
        believable = (
            event
            for event in self._found.values()
            if until is None or event.at <= until + _CLOCKS_DIFFER
        )
        return tuple(sorted(believable, key=lambda event: event.at))


def services_sharing_sign_in(service: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the id *service* and those of the sister services of the same sign-in."""
    own = catalogue.services.get(service)
    related = () if own is None else own.related_login_domains
    sisters = (
        other.id
        for other in catalogue.services.values()
        if not set(other.login_domains).isdisjoint(related)
    )
    return frozenset({service, *sisters})


def keep_events(
    case: Case, events: Iterable[AccountEvent], book: EventBook, *, at: datetime
) -> None:
    """Keep *events* instead of those before.

    A change of the password that was not known yet, and is newer than what the person
    said of the reset, takes over from that, unless its mail is not genuine.
    """
    events = tuple(events)
    known = book.snapshot(case, at=at)
    said = known.reset_said
    before = {(event.mail, event.kind) for event in known.events}
    is_outdated = said is not None and any(
        event.kind is AccountEventKind.PASSWORD_CHANGED
        and not event.is_forged
        and event.at > said
        and (event.mail, event.kind) not in before
        for event in events
    )
    if is_outdated:
        # First: whoever is cut off in between finds the event new again.
        book.correct_reset(case, None, at=at)
    book.replace_events(case, events, at=at)
