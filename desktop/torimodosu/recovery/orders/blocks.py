"""Parts of a mail that each belong to one order: goods, then a column of sums."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from torimodosu.recovery.orders.goods import is_detail
from torimodosu.recovery.orders.labels import Field
from torimodosu.recovery.orders.lines import Line, following
from torimodosu.recovery.orders.money import money_at_end, money_of
from torimodosu.recovery.orders.numbers import NUMBER, number_of
from torimodosu.recovery.orders.printed import Entry, entries_in
from torimodosu.recovery.orders.printed_date import OrderDate, order_date_at

# Headings above goods that the shop would like to sell.
_ADVERT = re.compile(
    r"(?:.{0,30}(?:あなたにイチオシ|おすすめ|お勧め|オススメ|最近見た商品|最近チェックした"
    r"|タイムセール|この商品を買った|こちらもチェック|関連商品|ランキング|セール情報|よく一緒に"
    r"|recommended for you|top picks|frequently bought|customers who bought"
    r"|customers also|you might also like|you may also like|inspired by your"
    r"|related to items|recently viewed|keep shopping|deals for you|buy it again"
    r"|empfehlungen für sie|empfohlen für sie|kunden kauften auch|wird oft zusammen"
    r"|das könnte sie|consigliati per te|recommandé pour vous|recomendado para ti))",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"[・●◆■【\[]{0,2}(?:ご?お?支払い?方法|ご?決済方法|selected payment method"
    r"|payment method|payment|gewählte zahlungsart|zahlungsart|zahlungsmethode"
    r"|mode de paiement|metodo di pagamento|método de pago)"
    r"[】\]]?\s?:?\s?(?P<method>.{0,60})",
    re.IGNORECASE,
)
_PAYMENT = {
    Field.CHARGED,
    Field.GIFT_CARD,
    Field.POINTS,
    Field.PAID_BY_CARD,
    Field.PAID_OTHERWISE,
}
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The lines from *start* to before *stop* that belong to the order *number*.

    `number` is None where no line of the mail announces one.
    """

    number: str | None
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The column of sums of a block.

    Attributes:
        entries: Its amounts, in the order in which they are printed.
        top: Index of its first line, which is where the goods end.
        bottom: Index behind the last line that belongs to it.
        method: How the order is paid, where that is said without an amount.

    """

    entries: tuple[Entry, ...]
    top: int
    bottom: int
    method: str


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Part *lines* at each order number that is announced by its label.

    Where there is none, all lines are one block.
    """
    starts = [
        (index, number)
        for index in range(len(lines))
        if (number := number_of(lines, index)) and not _is_title(lines, index)
    ]
    if not starts:
        return (Block(number=None, start=0, stop=len(lines)),)
    stops = [index for index, _ in starts[1:]] + [len(lines)]
    return tuple(
        Block(number=number, start=index, stop=stop)
        for (index, number), stop in zip(starts, stops, strict=True)
    )


def is_advert(text: str) -> bool:
    """Tell whether folded *text* is a heading above advertised goods."""
    return len(text) <= _LONGEST and _ADVERT.match(text) is not None


def column_of(lines: Sequence[Line], start: int, stop: int) -> Column:
    """Return the column of sums between *start* and *stop*.

    Its total is the first one below a subtotal, or the first where there is none and
    no advert above it.
    Behind the total only amounts that follow at once belong to the column, and what
    is charged; an advert ends it. What is taken off under an unknown label parts none.
    """
    entries = tuple(
        entry
        for entry in entries_in(lines, start, stop)
        if not _is_title(lines, entry.start)
    )
    total = _total(entries)
    if total is None or _is_advertised(lines, entries, start, total):
        return _open_column(lines, entries, start, stop)
    above = _above(entries, total)
    below, bottom, method = _below(lines, entries, total, stop)
    top = above[0].start if above else total.start
    return Column(
        entries=(*above, total, *below), top=top, bottom=bottom, method=method
    )


def printed_method(text: str) -> str | None:
    """Return how is paid as folded *text* says, "" for a mere heading, or None."""
    found = _METHOD.fullmatch(text) if len(text) <= _LONGEST else None
    return found["method"].strip() if found else None


def first_date(lines: Sequence[Line], start: int, stop: int) -> OrderDate | None:
    """Return the date of the order as printed between *start* and *stop*, or None."""
    dates = (order_date_at(lines, index) for index in range(start, stop))
    return next((found for found in dates if found is not None), None)


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line that looks like a label is the name of an article.

    It is one if it holds the amount or the number that a label announces, and yet a
    price stands right below it.
    """
    text = lines[index].text
    if index + 1 == len(lines) or money_of(lines[index + 1].text) is None:
        return False
    return money_at_end(text) is not None or NUMBER.search(text) is not None


def _total(entries: Sequence[Entry]) -> Entry | None:
    subtotal = next((e for e in entries if e.field is Field.SUBTOTAL), None)
    totals = [entry for entry in entries if entry.field is Field.TOTAL]
    below = [t for t in totals if subtotal is not None and t.start > subtotal.start]
    return next(iter(below or totals), None)


def _is_advertised(
    lines: Sequence[Line], entries: Sequence[Entry], start: int, total: Entry
) -> bool:
    """Tell whether *total* is that of goods which the shop would like to sell.

    A column with a subtotal is that of the order: the name of an article may look like
    the heading of an advert, though mostly its price or its seller stands right below.
    """
    if any(e.field is Field.SUBTOTAL and e.start < total.start for e in entries):
        return False
    for index in range(start, total.start):
        if is_advert(lines[index].text):
            below = following(lines, index)
            text = "" if below is None else lines[below].text
            if not is_detail(text) and money_of(text) is None:
                return True
    return False


def _above(entries: Sequence[Entry], total: Entry) -> list[Entry]:
    """Return the sums above *total*; prices of articles may lie between older ones."""
    above = [e for e in entries if e.start < total.start and e.field is not Field.TOTAL]
    first = next((i for i, e in enumerate(above) if e.field is Field.SUBTOTAL), None)
    return above[first:] if first is not None else above


def _below(
    lines: Sequence[Line], entries: Sequence[Entry], total: Entry, stop: int
) -> tuple[list[Entry], int, str]:
    starts = {entry.start: entry for entry in entries}
    found: list[Entry] = []
    method, is_near = "", True
    bottom = index = total.end + 1
    while index < stop and not is_advert(lines[index].text):
        entry = starts.get(index)
        said = printed_method(lines[index].text)
        if entry and (is_near or entry.field is Field.CHARGED):
            found.append(entry)
            bottom = index = entry.end + 1
            continue
        if said is not None:
            method = method or said
            bottom = index + 1
        elif lines[index].text and not lines[index].is_rule:
            is_near = is_near and _takes_off(lines[index].text)
        index += 1
    return [e for e in found if e.field in _PAYMENT], bottom, method


def _takes_off(text: str) -> bool:
    split = money_at_end(text)
    return split is not None and split[1].amount < 0


def _open_column(
    lines: Sequence[Line], entries: Sequence[Entry], start: int, stop: int
) -> Column:
    """Return the column of a block that prints no total."""
    advert = next((i for i in range(start, stop) if is_advert(lines[i].text)), stop)
    kept = tuple(entry for entry in entries if entry.end < advert)
    top = kept[0].start if kept else advert
    return Column(entries=kept, top=top, bottom=advert, method="")
