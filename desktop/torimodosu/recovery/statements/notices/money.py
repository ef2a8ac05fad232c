"""How much a card was charged, as mails print it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from torimodosu.recovery.catalogue.notice_layout import Action, NoticeLayout
from torimodosu.recovery.statements.amount import amount_of

_YEN = "JPY"
_LONGEST = 60
_WORD_BEHIND = re.compile(r"\((?P<word>[^()]{1,12})\)\s{0,5}$")
_CODE = re.compile(r"(?P<code>円|[A-Z]{3})\s{0,5}-?$|^\s{0,5}[-+]?(?P<mark>[¥\\])")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,3})?"
_AT_END = re.compile(
    rf"(?:^|(?<=\s))[-+]?\s?[¥\\]?{_NUMBER}\s?(?:円|[A-Z]{{3}})"
    r"(?:\s?\([^()]{1,12}\))?$"
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its sign as printed, and the word behind it for an action."""

    amount: Decimal
    currency: str
    action: Action | None


def money_of(text: str, layout: NoticeLayout) -> Money | None:
    """Return the amount that *text* consists of, or None.

    *text* has half-width digits and signs. Without a currency it is of that of the
    layout.
    """
    if len(text) > _LONGEST:
        return None
    bare, action = without_action(text, layout)
    amount = amount_of(bare)
    if amount is None:
        return None
    currency = _currency(bare) or layout.currency
    if currency == _YEN:
        # Foreign shops charge "62,586.00JPY"; there is no smaller unit than the yen.
        if amount != amount.to_integral_value():
            return None
        amount = amount.to_integral_value()
    return Money(amount, currency, action)


def trailing_money(text: str, layout: NoticeLayout) -> tuple[str, str] | None:
    """Return what stands before the amount with a currency at the end, and it."""
    found = _AT_END.search(text)
    if found is None or money_of(found[0], layout) is None:
        return None
    return text[: found.start()], found[0]


def without_action(text: str, layout: NoticeLayout) -> tuple[str, Action | None]:
    """Return *text* without the word in brackets behind it, and what this means.

    Only a word that the layout knows is taken off.
    """
    found = _WORD_BEHIND.search(text)
    action = None if found is None else action_of(found["word"], layout)
    if found is None or action is None:
        return text, None
    return text[: found.start()].rstrip(), action


def action_of(word: str, layout: NoticeLayout) -> Action | None:
    """Return the action that *word* begins with a word for, or None."""
    bare = word.strip()
    for action, words in layout.actions.items():
        if bare.startswith(words):
            return action
    return None


def _currency(text: str) -> str:
    found = _CODE.search(text.strip())
    if found is None:
        return ""
    code = found["code"]
    return _YEN if code in {"円", None} else code
