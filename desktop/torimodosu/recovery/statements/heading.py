"""What stands in front of the charges of a CSV statement."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from torimodosu.recovery.catalogue.statement_layout import Head, StatementLayout
from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.holder_row import last_four, plain_holder
from torimodosu.recovery.statements.layout_choice import folded_name
from torimodosu.recovery.statements.statement import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What holds for all rows; unknown is "" or None."""

    card: str
    holder: str
    bill_date: date | None
    total: Decimal | None


def read_heading(
    rows: Iterable[Sequence[str] | Why], layout: StatementLayout, *, name: str
) -> Heading:
    """Return what the *rows* above the header tell, each label with the cell behind it.

    *name* is that of the file; some issuers write the card's digits into it.
    """
    labels = {
        folded_name(label): head
        for head, texts in layout.heads.items()
        for label in texts
    }
    told: dict[Head, str] = {}
    for cells in rows:
        if isinstance(cells, Why):
            continue
        filled = [cell for cell in cells if cell.strip()]
        for label, value in pairwise(filled):
            head = labels.get(folded_name(label))
            if head is not None:
                told.setdefault(head, value)
    return Heading(
        card=last_four(told.get(Head.CARD, "")) or _card_in(name, layout),
        holder=plain_holder(told.get(Head.HOLDER, "")),
        bill_date=day_of(told.get(Head.BILL_DATE, ""), layout.dates),
        total=amount_of(told.get(Head.TOTAL, "")),
    )


def _card_in(name: str, layout: StatementLayout) -> str:
    if not layout.card_in_name:
        return ""
    found = re.search(layout.card_in_name, name)
    return last_four(found[0].strip("()")) if found else ""
