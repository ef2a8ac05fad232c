"""Amazon since about 2024, in every language: goods as a list, then the total.

    注文番号            Order #            Bestellnummer
    250-…
    * name
      数量: 1           Quantity: 1        Menge: 1
      1,010 JPY
    合計                Total              Summe
    1,010 JPY
    ご請求額: 1000 JPY  where a gift card or points pay a part

The text holds no date. Adverts follow the last total.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.orders.blocks import (
    Block,
    blocks_of,
    column_of,
    first_date,
    is_advert,
)
from torimodosu.recovery.orders.goods import (
    Listed,
    has_bullet,
    is_detail,
    quantity_of,
    without_bullet,
)
from torimodosu.recovery.orders.labels import Field, field_of
from torimodosu.recovery.orders.lines import Line, following
from torimodosu.recovery.orders.money import Money, money_at_end, money_of
from torimodosu.recovery.orders.printed import PrintedOrder
from torimodosu.recovery.orders.printed_block import printed_order

NAME = "modern_2025"
_LINES_OF_ARTICLE = 6
_EMPTY = Line("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """An article and the lines, *last* included, that tell of it."""

    article: Listed
    first: int
    last: int


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail that tells a quantity below each article."""
    spans = tuple(_spans(lines))
    if not spans:
        return ()
    # A name may look like a label, so the articles are taken out first.
    others = list(lines)
    for span in spans:
        others[span.first : span.last + 1] = [_EMPTY] * (span.last + 1 - span.first)
    remaining = iter(spans)
    pending = next(remaining, None)
    orders = []
    for block in blocks_of(others):
        goods = []
        while pending is not None and pending.first < block.stop:
            if pending.first > block.start:
                goods.append(pending)
            pending = next(remaining, None)
        orders.append(_order(others, block, goods))
    is_list = any(has_bullet(lines[span.first]) for span in spans)
    has_subtotal = any(
        entry.field is Field.SUBTOTAL for order in orders for entry in order.entries
    )
    # Older layouts tell quantities too, here and there, but below a subtotal.
    if not any(order.items for order in orders) or (has_subtotal and not is_list):
        return ()
    return tuple(orders)


def _order(lines: Sequence[Line], block: Block, spans: Sequence[_Span]) -> PrintedOrder:
    column = column_of(lines, block.start, block.stop)
    end = column.top if column.entries else column.bottom
    advert = (i for i in range(block.start, end) if is_advert(lines[i].text))
    end = next(advert, end)
    goods = [span.article for span in spans if span.first < end]
    dated = first_date(lines, block.start, block.stop)
    return printed_order(block, column, dated, goods, layout=NAME)


def _spans(lines: Sequence[Line]) -> Iterator[_Span]:
    end = -1
    for index, line in enumerate(lines):
        text, price = line.text, None
        if (split := money_at_end(text)) and split[0]:
            text, price = split
        quantity = quantity_of(text)
        if quantity is None:
            continue
        first, price_above = _title_above(lines, index, end)
        if first is None:
            continue
        end = index
        if price is None and price_above is None:
            end, price = _price_below(lines, index)
        yield _Span(
            article=Listed(
                title=without_bullet(lines[first].printed),
                quantity=quantity,
                price=price or price_above,
            ),
            first=first,
            last=end,
        )


def _title_above(
    lines: Sequence[Line], index: int, end: int
) -> tuple[int | None, Money | None]:
    """Return the line of the name above *index*, and a price in between."""
    nearest, price = None, None
    for above in range(index - 1, max(end, index - 1 - _LINES_OF_ARTICLE), -1):
        line = lines[above]
        if has_bullet(line):
            return above, price
        if not line.text:
            if nearest is not None:
                break
        elif nearest is None and price is None and (amount := money_of(line.text)):
            price = amount
        elif nearest is None and not is_detail(line.text):
            nearest = above
    return nearest, price


def _price_below(lines: Sequence[Line], index: int) -> tuple[int, Money | None]:
    """Return the line of the price below *index* and the price, or *index* itself."""
    for below in range(index + 1, min(len(lines), index + 1 + _LINES_OF_ARTICLE)):
        line = lines[below]
        if price := money_of(line.text):
            return below, price
        is_next = has_bullet(line) or quantity_of(line.text) is not None
        if is_next or field_of(line.text) or is_advert(line.text):
            break
        if not line.text:
            # Behind an empty line only a price at once is that of the article.
            written = following(lines, below)
            price = money_of(lines[written].text) if written is not None else None
            return (written or index, price) if price else (index, None)
    return index, None
