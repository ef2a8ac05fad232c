"""The words by which statements that nobody has described name their columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from torimodosu.recovery.catalogue.source import Source


class Meaning(Enum):
    """What a column holds.

    Attributes:
        USED: The day of use.
        DATE: A day, of what the name does not say.
        BOOKED: The day of booking.
        VALUED: The day from which interest counts.
        BILLED: The day on which the bill is paid.
        MERCHANT: The shop, or the other side of a transfer.
        MEMO: What it was for, or what was done.
        AMOUNT: An amount; which sign is money out, the name does not say.
        OUT: Money out.
        IN: Money in.
        BALANCE: What was left.
        DIRECTION: A word or letter for money out or in.
        CURRENCY: The currency of the amount.
        FOREIGN_AMOUNT: The amount in the currency of the shop.
        FOREIGN_CURRENCY: That currency.
        RATE: What one unit of it cost.
        CARD: The number of the card, or a part of it.
        HOLDER: Whose card of the family it is, or a name.
        OTHER: Nothing that a charge consists of.

    """

    USED = "used"
    DATE = "date"
    BOOKED = "booked"
    VALUED = "valued"
    BILLED = "billed"
    MERCHANT = "merchant"
    MEMO = "memo"
    AMOUNT = "amount"
    OUT = "out"
    IN = "in"
    BALANCE = "balance"
    DIRECTION = "direction"
    CURRENCY = "currency"
    FOREIGN_AMOUNT = "foreign_amount"
    FOREIGN_CURRENCY = "foreign_currency"
    RATE = "rate"
    CARD = "card"
    HOLDER = "holder"
    OTHER = "other"


class Term(Enum):
    """What a word in a statement tells.

    Attributes:
        PENDING: Stands for the day of a charge that is not booked yet.
        MONEY_OUT: In a column for the direction: money out.
        MONEY_IN: The same: money in.
        TOTAL: Begins a row with a sum of others.
        BALANCE: Begins a row with what was left.
        PAYMENT: In a row: the bill of the card was paid.
        PURCHASE: Fills a cell of a row: something was bought.
        REFUND: In a row: money came back.
        CARD: In the head of a file: it is of a card.
        BANK: The same: it is of an account at a bank.
        MONTH_FIRST: The same: dates begin with the month.
        DAY_FIRST: The same: they begin with the day.
        NO_STATEMENT: Names a column that no statement has; the file is another list.

    """

    PENDING = "pending"
    MONEY_OUT = "money_out"
    MONEY_IN = "money_in"
    TOTAL = "total"
    BALANCE = "balance"
    PAYMENT = "payment"
    PURCHASE = "purchase"
    REFUND = "refund"
    CARD = "card"
    BANK = "bank"
    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    NO_STATEMENT = "no_statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """Words in every language of which statements are read.

    Attributes:
        source: Where they come from; None where no pack has any.
        columns: Names of columns by what they hold.
        terms: Other words by what they tell.
        months: Names of the months, whole or short, with the number of each.
        currencies: ISO 4217 codes by how they are written, codes and signs.

    """

    source: Source | None = None
    columns: Mapping[Meaning, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[Term, tuple[str, ...]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
