"""Making one of the mails that tell the same use of a card."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.notices.moment import JAPAN

_NEVER = datetime.max.replace(tzinfo=UTC)


def join_notices(notices: Iterable[CardNotice]) -> tuple[CardNotice, ...]:
    """Return each use once, by time: a preliminary mail and the full one are one use.

    They are, where issuer, kind and amount are the same, the use is of the same day,
    and neither names another card or another minute. Of several equal uses each
    preliminary mail goes with one full mail, the oldest first. An amount that nobody
    tells joins nothing, and a mail that is not genuine joins none that may be.
    """
    ordered = sorted(notices, key=_order)
    waiting: dict[object, list[CardNotice]] = defaultdict(list)
    for notice in ordered:
        if notice.is_preliminary:
            waiting[_likeness(notice)].append(notice)
    full = [
        _joined(notice, waiting[_likeness(notice)])
        for notice in ordered
        if not notice.is_preliminary
    ]
    left = [notice for rest in waiting.values() for notice in rest]
    return tuple(sorted((*full, *left), key=_order))


def _order(notice: CardNotice) -> tuple[datetime, datetime, tuple[str, ...]]:
    sent = notice.sent_at or _NEVER
    return notice.used_at or sent, sent, notice.mails


def _likeness(notice: CardNotice) -> object:
    """Return what two mails about one use have in common."""
    day = None if notice.used_at is None else notice.used_at.astimezone(JAPAN).date()
    if day is None or notice.amount is None:
        return notice.mails
    money = notice.amount, notice.currency
    return notice.issuer, notice.kind, day, *money, notice.is_forged


def _joined(full: CardNotice, waiting: list[CardNotice]) -> CardNotice:
    """Return *full* with what a fitting one of *waiting* adds; take that out."""
    fitting = [each for each in waiting if _may_be_one(full, each)]
    if not fitting:
        return full
    # Where one of them names the shop, it is the one.
    first = next((e for e in fitting if _is_same_shop(full, e)), fitting[0])
    waiting.remove(first)
    told = sorted((first, full), key=lambda each: each.sent_at or _NEVER)
    exact = next((each for each in told if not each.used_to_the_day), full)
    return replace(
        full,
        mails=tuple(mail for each in told for mail in each.mails),
        place=told[0].place,
        card=full.card or first.card,
        card_name=full.card_name or first.card_name,
        used_at=exact.used_at,
        used_to_the_day=exact.used_to_the_day,
        sent_at=min((e.sent_at for e in told if e.sent_at), default=None),
        merchant=full.merchant or first.merchant,
        merchant_normal=full.merchant_normal or first.merchant_normal,
        verdict=full.verdict if first.is_proven else first.verdict,
    )


def _may_be_one(full: CardNotice, preliminary: CardNotice) -> bool:
    cards = {full.card, preliminary.card} - {""}
    is_timed = not (full.used_to_the_day or preliminary.used_to_the_day)
    return len(cards) <= 1 and not (is_timed and full.used_at != preliminary.used_at)


def _is_same_shop(one: CardNotice, other: CardNotice) -> bool:
    return bool(one.merchant_normal) and one.merchant_normal == other.merchant_normal
