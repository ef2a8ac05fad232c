"""Reading what a usage-notice mail tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from torimodosu.recovery.case.card_number import without_card_numbers
from torimodosu.recovery.catalogue.catalogue import with_parents
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.notice_layout import (
    Action,
    NoticeField,
    NoticeLayout,
)
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.own_words import is_answer, is_forwarded
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.notices.moment import moment_of
from torimodosu.recovery.statements.notices.money import (
    Money,
    action_of,
    money_of,
    without_action,
)
from torimodosu.recovery.statements.notices.told import half_width
from torimodosu.recovery.statements.notices.uses import Use, read_uses
from torimodosu.recovery.statements.shop import Shop, shop_of
from torimodosu.recovery.statements.statement import Foreign

NOTICE_KINDS = frozenset({MailKind.CARD_USAGE, MailKind.CARD_REFUND})

_HOME = "JPY"
_LONGEST_SUBJECT = 1_000
_LONGEST_NAME = 80
# Whatever hides the front of the number, its end stays.
_END_OF_NUMBER = re.compile(r"(?:^|[^0-9])(?P<end>[0-9]{4})\)?$")
_KINDS: Mapping[Action, NoticeKind] = {
    Action.PURCHASE: NoticeKind.PURCHASE,
    Action.CANCELLATION: NoticeKind.CANCELLATION,
    Action.RETURN: NoticeKind.RETURN,
}
_MONEY_BACK = {NoticeKind.CANCELLATION, NoticeKind.RETURN}


def read_card_notices(
    message: Message, *, mail: str, issuer: Issuer, kind: MailKind
) -> tuple[CardNotice, ...]:
    """Return each use of a card that *message* tells, in its order.

    *mail* is the SHA-256 of its bytes, *issuer* the one that it claims to come from,
    and *kind* what it is about. A mail that is laid out in no known way gives nothing.

    It is what the mail says, whether genuine or not: phishing copies such mails word
    for word. A mail from another address than one of the issuer gives nothing, and
    neither does an answer or one that somebody passes on, which would be a use twice.
    """
    if kind not in NOTICE_KINDS or not _may_send(message, issuer):
        return ()
    if is_answer(message) or is_forwarded(message):
        return ()
    for layout in issuer.notice_layouts:
        for body in dict.fromkeys((message.text, message.html_text)):
            found = read_uses(body, layout)
            if found.uses:
                letter = _Letter(
                    mail=mail,
                    sent_at=message.date,
                    issuer=issuer.id,
                    kind=kind,
                    layout=layout,
                    subject=fold(message.subject[:_LONGEST_SUBJECT]),
                    above=found.above,
                )
                return tuple(
                    replace(_notice(use, letter), place=place)
                    for place, use in enumerate(found.uses)
                )
    return ()


def _may_send(message: Message, issuer: Issuer) -> bool:
    """Tell whether the sender is the issuer, or got lost with the header."""
    host = message.sender.address.strip().rpartition("@")[2].rstrip(".").lower()
    return not host or not with_parents(host).isdisjoint(issuer.sender_domains)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    """What holds for every use that one mail tells."""

    mail: str
    sent_at: datetime | None
    issuer: str
    kind: MailKind
    layout: NoticeLayout
    subject: str
    above: str

    @property
    def is_refused(self) -> bool:
        """Whether the card was not accepted."""
        said = f"{self.subject}\n{self.above}"
        return any(word in said for word in self.layout.refused)

    @property
    def is_preliminary(self) -> bool:
        """Whether a fuller mail is announced."""
        return any(
            re.search(pattern, self.subject, re.IGNORECASE)
            for pattern in self.layout.preliminary
        )


def _notice(use: Use, letter: _Letter) -> CardNotice:
    printed = half_width(use.value(NoticeField.AMOUNT)).strip()
    money = money_of(printed, letter.layout)
    shop, action = _shop(use, letter.layout)
    kind = _kind(use, letter, money, action)
    amount = None if money is None else _signed(money.amount, kind)
    currency = "" if money is None else money.currency
    used_at, to_the_day = _used_at(use)
    name = without_card_numbers(use.value(NoticeField.CARD))
    return CardNotice(
        mails=(letter.mail,),
        issuer=letter.issuer,
        card=_end_of_number(use),
        card_name=name[:_LONGEST_NAME],
        used_at=used_at,
        used_to_the_day=to_the_day,
        sent_at=letter.sent_at,
        merchant=shop.printed,
        merchant_normal=shop.normal,
        amount=amount,
        currency=currency,
        foreign=None
        if currency in {"", _HOME}
        else Foreign(amount=amount, currency=currency, rate=None),
        kind=kind,
        is_preliminary=letter.is_preliminary,
    )


def _used_at(use: Use) -> tuple[datetime | None, bool]:
    found = moment_of(half_width(use.value(NoticeField.USED_AT)).strip())
    return (None, False) if found is None else found


def _end_of_number(use: Use) -> str:
    found = _END_OF_NUMBER.search(half_width(use.value(NoticeField.NUMBER)).strip())
    return "" if found is None else found["end"]


def _shop(use: Use, layout: NoticeLayout) -> tuple[Shop, Action | None]:
    """Return the shop, and what the word in brackets behind it says was done."""
    printed = use.value(NoticeField.MERCHANT)
    bare, action = without_action(half_width(printed), layout)
    shop = shop_of(printed[: len(bare)])
    names_none = fold(shop.printed).partition("(")[0].strip() in layout.no_shops
    return (shop_of("") if names_none else shop), action


def _kind(
    use: Use, letter: _Letter, money: Money | None, behind_shop: Action | None
) -> NoticeKind:
    if letter.is_refused:
        return NoticeKind.REFUSED
    word = half_width(use.value(NoticeField.ACTION))
    behind_amount = None if money is None else money.action
    done = action_of(word, letter.layout) or behind_amount or behind_shop
    is_back = money is not None and money.amount < 0
    if done is None:
        is_back = is_back or letter.kind is MailKind.CARD_REFUND
        return NoticeKind.RETURN if is_back else NoticeKind.PURCHASE
    kind = _KINDS[done]
    return NoticeKind.RETURN if is_back and kind not in _MONEY_BACK else kind


def _signed(amount: Decimal, kind: NoticeKind) -> Decimal:
    """Return *amount* with its sign; some issuers print money back without one."""
    return -abs(amount) if kind in _MONEY_BACK else amount
