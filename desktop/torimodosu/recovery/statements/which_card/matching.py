"""What is known of which card paid what."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class Verdict(Enum):
    """Whether a card was charged for orders that are not the user's.

    Attributes:
        CERTAIN: It was: nothing else explains the charge, or the user confirmed it.
        POSSIBLE: It may have been; the alternatives are named.
        EXCLUDED: It was not, as everything in question was read and explained.
        NOT_YET_BILLED: The statement that would tell is not out yet.
        NOT_COVERED: A statement that is out was not read.

    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"
    NOT_YET_BILLED = "not_yet_billed"
    NOT_COVERED = "not_covered"


class Reason(Enum):
    """What speaks for a match."""

    NOTICE_AT_THAT_MINUTE = "notice_at_that_minute"
    NOTICE_THAT_DAY = "notice_that_day"
    ORDER_TOTAL = "order_total"
    SHIPMENT = "shipment"
    SHIPMENTS_TOGETHER = "shipments_together"
    ORDERS_TOGETHER = "orders_together"
    REST_AFTER_GIFT_CARD = "rest_after_gift_card"
    FOREIGN_CONVERTED = "foreign_converted"
    REFUND_OF_ORDER = "refund_of_order"
    UNKNOWN_AMOUNT = "unknown_amount"
    SAME_SHOP = "same_shop"
    CARD_LABEL = "card_label"
    ONLY_CANDIDATE = "only_candidate"
    USER_CONFIRMED = "user_confirmed"


class Said(Enum):
    """What the user says of a match."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A proposal: these charges of one card are for these orders.

    Attributes:
        key: What it is known by; the same for the same orders and charges.
        card: The number of the card of the case.
        orders: Keys of the orders.
        charges: Keys of the logged charges, empty where only a notice tells.
        notices: Keys of the usage notices that tell of them.
        amount: Their sum; negative for money back.
        currency: ISO 4217 code, or "".
        reasons: What speaks for it.
        is_disputed: Whether an order of it is not the user's.
        is_certain: Whether nothing else explains these charges, and nothing else was
            charged for these orders.
        rivals: Keys of the matches of which at most one can be true with it.
        said: What the user says of it, or None.

    """

    key: str
    card: int
    orders: tuple[str, ...]
    charges: tuple[str, ...]
    notices: tuple[str, ...]
    amount: Decimal
    currency: str
    reasons: tuple[Reason, ...]
    is_disputed: bool
    is_certain: bool
    rivals: tuple[str, ...] = ()
    said: Said | None = None


class Ground(Enum):
    """Why a card has its verdict.

    Attributes:
        CHARGED: A charge, or a notice, is for an order that is not the user's.
        MAY_EXPLAIN: One may be, or no order is known for a charge of the shop.
        NOTICE_NOT_PROVEN: A notice tells of one, and it is not known to be genuine.
        EQUAL_AMOUNTS: One may be, but other charges or orders cost as much.
        TOO_MANY_COMBINATIONS: One may be; there were too many to try them all.
        ALL_EXPLAINED: Every charge of the shop is for an order of the user's.
        NO_SUCH_CHARGE: The shop charged nothing on the days in question.
        NOT_REGISTERED: The shop does not have the card.
        STATEMENT_NOT_OUT: The statement of some days in question is not out.
        NOTHING_READ: Nothing was read of the card that counts.
        DAYS_MISSING: A statement of days in question is out and was not read.
        ROWS_NOT_UNDERSTOOD: The days were read, but not every row was understood.

    """

    CHARGED = "charged"
    MAY_EXPLAIN = "may_explain"
    NOTICE_NOT_PROVEN = "notice_not_proven"
    EQUAL_AMOUNTS = "equal_amounts"
    TOO_MANY_COMBINATIONS = "too_many_combinations"
    ALL_EXPLAINED = "all_explained"
    NO_SUCH_CHARGE = "no_such_charge"
    NOT_REGISTERED = "not_registered"
    STATEMENT_NOT_OUT = "statement_not_out"
    NOTHING_READ = "nothing_read"
    DAYS_MISSING = "days_missing"
    ROWS_NOT_UNDERSTOOD = "rows_not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFinding:
    """What is known of one card.

    Attributes:
        card: Its number in the case.
        verdict: The verdict.
        ground: Why.
        matches: Keys of the disputed matches of this card.
        amounts: What disputed matches charge it, by currency; empty is none known.
        until: For NOT_YET_BILLED the day on which the statement is expected; for
            EXCLUDED the last day that was read; else None.

    """

    card: int
    verdict: Verdict
    ground: Ground
    matches: tuple[str, ...]
    amounts: tuple[tuple[str, Decimal], ...]
    until: date | None = None


class OpenCharge(Enum):
    """Why a charge that nothing explains may need a look.

    Attributes:
        OF_THE_SHOP: The attacked shop made it, and no order of its mails fits.
        SMALL_TEST: So small that thieves try a card with it.
        NEW_SUBSCRIPTION: The same shop and amount came again, and never before.
        NOT_SEEN_BEFORE: A shop that earlier statements of the card do not show.

    """

    OF_THE_SHOP = "of_the_shop"
    SMALL_TEST = "small_test"
    NEW_SUBSCRIPTION = "new_subscription"
    NOT_SEEN_BEFORE = "not_seen_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What is known of all cards.

    Attributes:
        at: The moment that it was worked out for.
        findings: One for each card of the case, in their order.
        matches: Every match, the disputed first.
        unexplained_charges: Keys of charges that nothing explains, and why each may
            need a look.
        unexplained_orders: Keys of orders paid by card that no charge was found for.
        gave_up: Whether there were too many combinations to try them all; what would
            have followed from them is possible only.
        disputed: Keys of the charges, or of notices where no statement shows one, that
            are surely for orders that are not the user's, whichever these are.

    """

    at: datetime
    findings: tuple[CardFinding, ...]
    matches: tuple[Match, ...]
    unexplained_charges: tuple[tuple[str, OpenCharge], ...]
    unexplained_orders: tuple[str, ...]
    gave_up: bool = False
    disputed: tuple[str, ...] = ()
