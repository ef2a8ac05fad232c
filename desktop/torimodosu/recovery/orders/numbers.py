"""Order numbers of Amazon, and where mails print them."""

import re
from collections.abc import Iterable, Sequence

from torimodosu.recovery.orders.lines import Line, fold, following

# 3-7-7 digits, "D01-…" for digital goods, "P03-…" for Amazon Pay.
_NUMBER = r"(?:[A-Z]\d{2}|\d{3})-\d{7}-\d{7}"
NUMBER = re.compile(rf"(?<![0-9A-Za-z-]){_NUMBER}(?![0-9A-Za-z-])")
_IN_LINK = re.compile(rf"order_?id(?:=|%3D)({_NUMBER})(?![0-9A-Za-z-])", re.IGNORECASE)
_LABELS = frozenset(
    [
        *("注文番号", "ご注文番号", "注文id", "注文", "ご注文", "オーダー番号"),
        *("amazonpay注文番号", "amazonpay取引番号"),
        *("order", "ordernumber", "orderid", "orderno", "order-id"),
        *("bestellung", "bestellnummer", "bestellnr"),
        *("commande", "numérodecommande", "commanden", "ndecommande"),
        *("ordine", "numeroordine", "numerodell'ordine", "ordinen"),
        *("pedido", "númerodepedido", "pedidono", "nodepedido"),
    ]
)
_PADDING = " :#.°º()[]【】「」・●■◆○-"
_LONGEST_LABEL = 40
_NO_PADDING = dict.fromkeys(map(ord, _PADDING))


def is_amazon(service: str) -> bool:
    """Tell whether *service* is a shop of Amazon: their numbers are the same in all."""
    return service.startswith("amazon.")


def is_label(text: str) -> bool:
    """Tell whether folded *text* announces an order number."""
    if len(text) > _LONGEST_LABEL:
        return False
    return text.casefold().translate(_NO_PADDING) in _LABELS


def number_of(lines: Sequence[Line], index: int) -> str | None:
    """Return the order number that the line at *index* is about, or None.

    The line holds nothing but a label and the number, or a label alone with the
    number alone in the next written line.
    """
    text = lines[index].text
    if len(text) <= _LONGEST_LABEL * 2:
        found = NUMBER.search(text)
        if found is None:
            return _number_below(lines, index) if is_label(text) else None
        head, tail = text[: found.start()], text[found.end() :]
        if is_label(head) and not tail.strip(_PADDING):
            return found[0]
    return None


def numbers_in(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return every order number in *lines* once, in the order of their first use."""
    found = (number for line in lines for number in NUMBER.findall(line.text))
    return tuple(dict.fromkeys(found))


def numbers_in_subject(subject: str) -> tuple[str, ...]:
    """Return every order number in *subject* once."""
    return tuple(dict.fromkeys(NUMBER.findall(fold(subject))))


def numbers_in_links(targets: Iterable[str]) -> tuple[str, ...]:
    """Return the order numbers that web addresses carry as "orderID"."""
    return tuple(dict.fromkeys(n for url in targets for n in _IN_LINK.findall(url)))


def _number_below(lines: Sequence[Line], index: int) -> str | None:
    below = following(lines, index)
    if below is None:
        return None
    text = lines[below].text.strip(_PADDING)
    return text if NUMBER.fullmatch(text) else None
