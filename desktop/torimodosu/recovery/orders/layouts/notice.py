"""What the shop tells of an order later: on hold, cancelled, refunded, delivered.

Such mails are short and change often, so only labels and order numbers are relied on:

    注文日: … 注文番号: … 金額: …          a hold mail, once for each order
    …(注文番号:#249-…)のキャンセルを承りました。 商品名: … 数量: …
    返金額: / 返金予定額: / 返金方法:
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from torimodosu.recovery.orders.blocks import is_advert
from torimodosu.recovery.orders.goods import has_bullet, quantity_of, without_bullet
from torimodosu.recovery.orders.labels import Field
from torimodosu.recovery.orders.lines import Line, following
from torimodosu.recovery.orders.money import money_at_end, money_in, money_of
from torimodosu.recovery.orders.numbers import NUMBER
from torimodosu.recovery.orders.order import Item
from torimodosu.recovery.orders.printed import Entry, PrintedOrder, entry_at
from torimodosu.recovery.orders.printed_date import date_in, order_date_at

_AMOUNT = re.compile(
    r"[・●◆■【\[]?(?:金額|ご?注文の?金額|amount|order amount|betrag)[】\]]? ?:?"
)
_ARTICLE = re.compile(
    r"[・●◆■【\[]?(?:商品名?|item|artikel)[】\]]? ?: ?(?P<name>.+)", re.IGNORECASE
)
_REFUND_METHOD = re.compile(
    r"[・●◆■【\[]?(?:ご?返金方法|返金先|refund(?:ed)? (?:method|to)|erstattung auf)"
    r"[】\]]? ?:? ?(?P<method>.{0,60})",
    re.IGNORECASE,
)
_PART = re.compile(r"一部.{0,20}キャンセル|キャンセル.{0,20}一部|partial(?:ly)? cancel")
# A refund told in a sentence: "refund of $5.00", "1,980円を返金", "返金額は…です".
_REFUND = re.compile(r"返金|refund|erstatt", re.IGNORECASE)
_LATER = re.compile(r"予定|いたします|will |werden ", re.IGNORECASE)
_REFUNDS = {Field.REFUND, Field.REFUND_TOTAL, Field.REFUND_EXPECTED}
_LONGEST = 300


@dataclass(slots=True)
class _Record:
    """What was read so far of the order that is being read."""

    number: str | None = None
    placed_on: date | None = None
    placed_time: time | None = None
    entries: list[Entry] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    refund_in_words: Entry | None = None
    refund_method: str = ""
    is_partial: bool = False

    def printed(self, layout: str) -> PrintedOrder:
        """Return the record as an order of *layout*.

        A refund that is told in a sentence counts where no label tells it.
        """
        entries = tuple(self.entries)
        if self.refund_in_words and not {e.field for e in entries} & _REFUNDS:
            entries = (*entries, self.refund_in_words)
        return PrintedOrder(
            number=self.number,
            layout=layout,
            placed_on=self.placed_on,
            placed_time=self.placed_time,
            entries=entries,
            items=tuple(self.items),
            refund_method=self.refund_method,
            is_partial=self.is_partial,
        )


def read_notice(lines: Sequence[Line], *, layout: str) -> tuple[PrintedOrder, ...]:
    """Return what a notice says of each order that it names, and of none if unnamed."""
    return tuple(record.printed(layout) for record in _records(lines))


def _records(lines: Sequence[Line]) -> Iterator[_Record]:
    """Yield a record for each order.

    A label that was seen already begins the next one, since some mails put the date
    above the number and some below. Adverts end what is read below the first number.
    """
    record, index = _Record(), 0
    is_numbered = any(NUMBER.search(line.text) for line in lines)
    while index < len(lines):
        if is_advert(lines[index].text) and (record.number or not is_numbered):
            break
        is_name = _ARTICLE.match(lines[index].text) or has_bullet(lines[index])
        numbers = [] if is_name else NUMBER.findall(lines[index].text)
        dated = order_date_at(lines, index)
        is_next = record.number is not None and (
            any(number != record.number for number in numbers)
            or (dated is not None and record.placed_on is not None)
        )
        if is_next:
            yield record
            record = _Record()
        for number in numbers[:-1]:
            if number != record.number:
                yield _Record(number=number)
        if numbers:
            record.number = numbers[-1]
        if dated is not None:
            record.placed_on, record.placed_time = dated.day, dated.time
        index = _take(record, lines, index, is_row=bool(numbers))
    if record.number is not None or record.entries or record.refund_in_words:
        yield record


def _take(record: _Record, lines: Sequence[Line], index: int, *, is_row: bool) -> int:
    """Note what the line at *index* says and return the index of the next one."""
    text = lines[index].text
    if len(text) > _LONGEST:
        return index + 1
    record.is_partial = record.is_partial or _PART.search(text.casefold()) is not None
    if entry := _entry(lines, index, is_row=is_row):
        record.entries.append(entry)
        if is_row and record.placed_on is None:
            record.placed_on = date_in(text)
        return entry.end + 1
    if method := _REFUND_METHOD.fullmatch(text):
        below = following(lines, index)
        told = method["method"] or (lines[below].text if below is not None else "")
        record.refund_method = record.refund_method or told[:_LONGEST]
    elif article := _ARTICLE.fullmatch(text):
        printed = lines[index].printed
        name = re.split("[:：]", printed, maxsplit=1)[-1].strip() or article["name"]
        record.items.append(Item(title=name, quantity=None, price=None))
    elif (quantity := quantity_of(text)) is not None:
        _count(record, lines, index, quantity)
    elif record.refund_in_words is None:
        record.refund_in_words = _refund_in_words(text, index)
    return index + 1


def _refund_in_words(text: str, index: int) -> Entry | None:
    money = money_in(text) if _REFUND.search(text) else None
    if money is None:
        return None
    field = Field.REFUND_EXPECTED if _LATER.search(text) else Field.REFUND
    return Entry(start=index, end=index, field=field, money=money, card_label="")


def _entry(lines: Sequence[Line], index: int, *, is_row: bool) -> Entry | None:
    if entry := entry_at(lines, index):
        return entry
    text = lines[index].text
    split = money_at_end(text)
    if is_row and not _REFUND.search(text) and (in_row := money_in(text)):
        money, end = in_row, index
    elif split is not None and _AMOUNT.fullmatch(split[0].casefold()):
        money, end = split[1], index
    else:
        below = following(lines, index) if _AMOUNT.fullmatch(text.casefold()) else None
        amount = money_of(lines[below].text) if below is not None else None
        if below is None or amount is None:
            return None
        money, end = amount, below
    return Entry(start=index, end=end, field=Field.TOTAL, money=money, card_label="")


def _count(record: _Record, lines: Sequence[Line], index: int, quantity: int) -> None:
    """Give the article above the quantity its number of pieces."""
    if record.items and record.items[-1].quantity is None:
        title = record.items.pop().title
    elif index and lines[index - 1].text:
        title = without_bullet(lines[index - 1].printed)
    else:
        return
    record.items.append(Item(title=title, quantity=quantity, price=None))
