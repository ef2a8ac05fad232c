"""What the cells of one file mean; each text is understood once."""

from datetime import date
from decimal import Decimal
from functools import partial

from torimodosu.recovery.catalogue.statement_layout import StatementLayout
from torimodosu.recovery.statements.day import day_of, month_in
from torimodosu.recovery.statements.holder_row import last_four, plain_holder
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.row_amounts import read_amount
from torimodosu.recovery.statements.shop import Shop, shop_of
from torimodosu.recovery.statements.statement import ChargeKind, Why


class RowCells:
    """The cells of the rows of one layout.

    Attributes:
        days: The day that a text is, or None.
        months: The month that a text is, its number where it has no year, or None.
        shops: The shop that a text names.
        holders: The holder that a text names.
        cards: The last four digits of a text, or "".
        amounts: The amount that a text is; None where there is none.

    """

    def __init__(self, layout: StatementLayout) -> None:
        self._account = layout.account
        self.days: Memo[date | None] = Memo(partial(day_of, form=layout.dates))
        self.months: Memo[date | int | None] = Memo(month_in)
        self.shops: Memo[Shop] = Memo(shop_of)
        self.holders: Memo[str] = Memo(plain_holder)
        self.cards: Memo[str] = Memo(last_four)
        self.amounts: Memo[Decimal | Why | None] = Memo(read_amount)
        self._kinds: dict[tuple[str, str, bool], ChargeKind] = {}

    def kind(self, shop: Shop, said: str, amount: Decimal | None) -> ChargeKind:
        """Return the kind of a charge; *said* is the cell for it, or ""."""
        key = (shop.normal, said, amount is not None and amount < 0)
        kind = self._kinds.get(key)
        if kind is None:
            word = normal_merchant(said) if said else ""
            kind = kind_of(shop.normal, amount, self._account, said=word)
            self._kinds[key] = kind
        return kind
