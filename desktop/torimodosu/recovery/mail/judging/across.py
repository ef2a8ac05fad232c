"""What the mails of a case tell about each other.

Whoever got into the account knows its order numbers, and whoever saw a mail can copy
it. So nothing here makes a mail genuine or takes that from it: what other mails tell
changes how sure a verdict is, and what would settle it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Judgement,
    Reason,
    Settles,
    Verdict,
    Weighs,
)
from torimodosu.recovery.mail.judging.party import hosts_of, organisation
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message

_LONGEST_TEXT = 200_000
_MOST_NUMBERS = 50
_MOST_LINKS = 200
_URL = re.compile(r"https?://[^\s<>\"'）)」】]{1,2000}", re.IGNORECASE)
_SUREST = 0.99
# How much of the doubt in a verdict is left by what another mail tells.
_DOUBT_LEFT = 0.5
_LEAST_OF_CAMPAIGN = 2
_LEAST_OTHER_ORDERS = 2
_LEAST_IN_BURST = 3
_HOUR = timedelta(hours=1)
# Only after a confirmation, so one who has those of other orders has this one.
_LATER = {
    *(MailKind.SHIPMENT, MailKind.DELIVERY, MailKind.CANCELLATION),
    *(MailKind.REFUND, MailKind.ORDER_ON_HOLD),
}
_OF_THE_ACCOUNT = {
    *(MailKind.ACCOUNT_CHANGED, MailKind.PASSWORD_RESET, MailKind.SECURITY_CODE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What other mails may tell about a mail, and it about them.

    Attributes:
        key: What the mail is known by.
        message_id: By which copies of it are known.
        kind: What it is about.
        at: When it was sent, or None.
        numbers: The order numbers in it.
        traces: Its sender's address and the registered domains that it links to, so
            far as they are not those of a known firm.
        judgement: What it is judged to be by itself.

    """

    key: str
    message_id: str
    kind: MailKind
    at: datetime | None
    numbers: tuple[str, ...]
    traces: frozenset[str]
    judgement: Judgement


class Marking:
    """Reads the marks of mails; the firms are those of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        hosts = (hosts_of(party) for party in catalogue.parties())
        self._known = frozenset[str]().union(*hosts)
        self._catalogue = catalogue

    def mark(
        self, key: str, message: Message, kind: MailKind, judgement: Judgement
    ) -> Mark:
        """Return the marks of the mail *key*; one that claims nobody has no numbers."""
        service = self._catalogue.services.get(judgement.claims)
        date = message.date
        return Mark(
            key=key,
            message_id=message.message_id or key,
            kind=kind,
            at=date if date is not None and date.tzinfo is not None else None,
            numbers=() if service is None else _numbers(message, service),
            traces=frozenset(self._traces(message)),
            judgement=judgement,
        )

    def _traces(self, message: Message) -> Iterator[str]:
        sender = message.sender.address.lower()
        if organisation(sender.rpartition("@")[2]) not in self._known and sender:
            yield sender
        targets = [link.target for link in message.links[:_MOST_LINKS]]
        targets += _URL.findall(message.text[:_LONGEST_TEXT])[:_MOST_LINKS]
        for host in dict.fromkeys(host_of(target) for target in targets):
            if host and organisation(host) not in self._known:
                yield organisation(host)


def judged_together(
    marks: Iterable[Mark], *, changed_at: Collection[datetime] = ()
) -> Mapping[str, Judgement]:
    """Return the judgement of each mail by its key, with what the others tell.

    *changed_at* is when the user says that they changed the account themselves.
    """
    marks = tuple(marks)
    case = _Case(marks, changed_at)
    return {mark.key: _with(case.reasons(mark), mark.judgement) for mark in marks}


class _Case:
    """The mails of a case, laid out for looking up what they have in common."""

    def __init__(self, marks: Sequence[Mark], changed_at: Collection[datetime]) -> None:
        self._changed_at = changed_at
        self._mails: Counter[str] = Counter()
        self._proven: dict[str, set[str]] = defaultdict(set)
        self._orders: dict[str, set[str]] = defaultdict(set)
        self._forged: dict[str, set[str]] = defaultdict(set)
        for mark in marks:
            self._mails.update(mark.numbers)
            self._orders[mark.judgement.claims].update(mark.numbers)
            if mark.judgement.verdict is Verdict.GENUINE:
                for number in mark.numbers:
                    self._proven[number].add(mark.key)
            if mark.judgement.verdict is Verdict.NOT_GENUINE:
                for trace in mark.traces:
                    self._forged[trace].add(mark.message_id)
        for mark in marks:
            if mark.judgement.verdict is Verdict.GENUINE:
                for trace in mark.traces:
                    self._forged.pop(trace, None)
        self._bursts = _bursts(marks)

    def reasons(self, mark: Mark) -> Iterator[Reason]:
        """Yield what the other mails tell about the mail of *mark*."""
        if not mark.judgement.claims:
            return
        yield from self._of_numbers(mark)
        yield from self._of_traces(mark)
        burst = self._bursts.get(mark.key, 0)
        if burst >= _LEAST_IN_BURST:
            yield _neutral(Code.IN_BURST, count=str(burst))
        if mark.kind in _OF_THE_ACCOUNT and mark.at is not None and self._changed_at:
            apart = min(abs(mark.at - moment) for moment in self._changed_at)
            if apart <= _HOUR:
                yield Reason(code=Code.CAUSED_BY_USER, weighs=Weighs.FOR)
            else:
                yield _neutral(Code.NOT_CAUSED_BY_USER)

    def _of_numbers(self, mark: Mark) -> Iterator[Reason]:
        for number in mark.numbers:
            proven = self._proven.get(number, set())
            if len(proven) > (mark.key in proven):
                facts = {"number": number}
                yield Reason(code=Code.ORDER_PROVEN, weighs=Weighs.FOR, facts=facts)
                return
        is_alone = all(self._mails[number] == 1 for number in mark.numbers)
        known = len(self._orders[mark.judgement.claims]) - len(mark.numbers)
        is_later = mark.kind in _LATER and bool(mark.numbers)
        if is_later and is_alone and known >= _LEAST_OTHER_ORDERS:
            yield _neutral(Code.ORDER_NOT_KNOWN, number=mark.numbers[0])

    def _of_traces(self, mark: Mark) -> Iterator[Reason]:
        if mark.judgement.verdict is Verdict.GENUINE:
            return
        found = [(self._forged.get(one, set()), one) for one in sorted(mark.traces)]
        counted = [
            (len(mails) - (mark.message_id in mails), one) for mails, one in found
        ]
        count, trace = max(counted, default=(0, ""))
        if count >= _LEAST_OF_CAMPAIGN:
            facts = {"count": str(count), "domain": trace}
            yield Reason(code=Code.SAME_CAMPAIGN, weighs=Weighs.AGAINST, facts=facts)


def _with(found: Iterable[Reason], judgement: Judgement) -> Judgement:
    """Return *judgement* with the reasons that were *found*; its verdict stays."""
    reasons = tuple(found)
    if not reasons:
        return judgement
    weighs = {one.weighs for one in reasons}
    codes = {one.code for one in reasons}
    ways, confidence = judgement.would_settle, judgement.confidence
    match judgement.verdict:
        case Verdict.GENUINE if Weighs.FOR in weighs:
            confidence = _surer(confidence)
        case Verdict.NOT_GENUINE if Weighs.AGAINST in weighs:
            confidence = _surer(confidence)
        case Verdict.CANNOT_TELL if weighs & {Weighs.FOR, Weighs.AGAINST}:
            confidence = round(confidence * _DOUBT_LEFT, 2)
        case _:
            pass
    if judgement.verdict is Verdict.CANNOT_TELL and Code.ORDER_PROVEN in codes:
        ways = (*ways, Settles.PROVEN_MAIL)
    return replace(
        judgement,
        confidence=confidence,
        reasons=(*judgement.reasons, *reasons),
        would_settle=ways,
    )


def _surer(confidence: float) -> float:
    return max(confidence, min(1 - (1 - confidence) * _DOUBT_LEFT, _SUREST))


def _numbers(message: Message, service: Service) -> tuple[str, ...]:
    parts = (message.subject, message.text, message.html_text)
    text = fold("\n".join(part[:_LONGEST_TEXT] for part in parts))
    found = dict.fromkeys(
        match[0] for form in service.order_numbers for match in re.finditer(form, text)
    )
    return tuple(found)[:_MOST_NUMBERS]


def _bursts(marks: Sequence[Mark]) -> Mapping[str, int]:
    """Return of each confirmation of an order how many came in an hour with it.

    It is the hour before or the hour after, whichever has more.
    """
    placed = sorted(
        (mark.at, mark.key)
        for mark in marks
        if mark.kind is MailKind.ORDER_CONFIRMATION and mark.at is not None
    )
    moments = [moment for moment, _ in placed]
    return {
        key: max(
            bisect_right(moments, moment) - bisect_left(moments, moment - _HOUR),
            bisect_right(moments, moment + _HOUR) - bisect_left(moments, moment),
        )
        for moment, key in placed
    }


def _neutral(code: Code, **facts: str) -> Reason:
    return Reason(code=code, weighs=Weighs.NEUTRAL, facts=facts)
