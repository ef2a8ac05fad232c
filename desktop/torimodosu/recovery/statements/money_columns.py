"""Which columns hold the money, and which sign of it went out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.catalogue.statement_words import Meaning, Term
from torimodosu.recovery.statements.columns import AMOUNTS, Columns
from torimodosu.recovery.statements.mapping import Unsure
from torimodosu.recovery.statements.printed_number import (
    decimal_of,
    folded_number,
    is_no_number,
    printed_amount,
)

_TWO = 2
# So many of the steps from row to row must fit, for rows may be missing.
_MOST_STEPS = 0.8
_CLEARLY_MORE = 2
_LONGEST_AMOUNT = 16

Amounts = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The columns that amounts stand in and how they are to be read."""

    places: Mapping[Meaning, int]
    decimal: str
    out_is_negative: bool
    unsure: frozenset[Unsure]


def money_of(columns: Columns, taken: Sequence[int], account: Account) -> Money:
    """Return where the amounts stand; *taken* are the places of other columns."""
    named = _by_name(columns)
    free = [p for p in range(columns.width) if p not in taken]
    numbers = [p for p in free if columns.are_numbers(p) and _is_money(columns, p)]
    unsure: set[Unsure] = set()
    if named:
        balances = columns.named(Meaning.BALANCE)
    else:
        named, balances, is_sure = _by_content(columns, numbers)
        unsure |= set() if is_sure else {Unsure.DIRECTION}
    if not named:
        unsure.add(Unsure.AMOUNT)
    texts = [cell for place in named.values() for cell in columns.filled(place)]
    decimal = decimal_of(texts)
    if decimal is None:
        unsure.add(Unsure.DECIMAL)
    decimal = decimal or "."
    if Meaning.AMOUNT not in named:
        out = [] if Meaning.OUT not in named else columns.filled(named[Meaning.OUT])
        is_negative = bool(out) and all("-" in folded_number(cell) for cell in out)
        return _money(named, decimal, unsure, out_is_negative=is_negative)
    amount = named[Meaning.AMOUNT]
    direction = _direction(columns, amount, [*taken, amount])
    if direction is not None:
        places = {**named, Meaning.DIRECTION: direction}
        return _money(places, decimal, unsure, out_is_negative=False)
    amounts = _amounts(columns, amount, decimal)
    by_balance = _by_balance(columns, amounts, balances)
    if by_balance is not None:
        return _money(named, decimal, unsure, out_is_negative=by_balance)
    by_words = _by_words(columns, amounts, account)
    if by_words is not None:
        return _money(named, decimal, unsure, out_is_negative=by_words)
    is_negative, is_sure = _by_signs(amounts, account)
    unsure |= set() if is_sure else {Unsure.DIRECTION}
    return _money(named, decimal, unsure, out_is_negative=is_negative)


def _money(
    places: Mapping[Meaning, int],
    decimal: str,
    unsure: set[Unsure],
    *,
    out_is_negative: bool,
) -> Money:
    return Money(
        places=places,
        decimal=decimal,
        out_is_negative=out_is_negative,
        unsure=frozenset(unsure),
    )


def _by_name(columns: Columns) -> dict[Meaning, int]:
    found: dict[Meaning, int] = {}
    for meaning in AMOUNTS:
        named = sorted(columns.named(meaning), key=columns.plainness)
        # Where a file has no refund at all, its column for them is empty.
        fitting = [p for p in named if columns.are_numbers(p)] or [
            p for p in named if not columns.numbers(p)
        ]
        if fitting:
            found[meaning] = fitting[0]
    if {Meaning.OUT, Meaning.IN} <= found.keys():
        found.pop(Meaning.AMOUNT, None)
    elif Meaning.AMOUNT in found and columns.numbers(found[Meaning.AMOUNT]):
        # Of what was spent and what is billed of it, the former stands first.
        spent = found.get(Meaning.OUT, columns.width)
        if found[Meaning.AMOUNT] < spent:
            found = {Meaning.AMOUNT: found[Meaning.AMOUNT]}
        else:
            found.pop(Meaning.AMOUNT)
    return found if any(columns.numbers(place) for place in found.values()) else {}


def _by_content(
    columns: Columns, numbers: Sequence[int]
) -> tuple[dict[Meaning, int], list[int], bool]:
    """Return the columns of amounts and of balances, and whether nothing is guessed."""
    balances = [
        b
        for a in numbers
        for b in numbers
        if a != b and _steps(_amounts(columns, a), _amounts(columns, b)) is not None
    ]
    amounts = [place for place in numbers if place not in balances]
    if len(amounts) == 1:
        return {Meaning.AMOUNT: amounts[0]}, balances, True
    for one, other in combinations(amounts, _TWO):
        if _take_turns(columns.cells(one), columns.cells(other)):
            more, fewer = sorted(
                (one, other), key=lambda p: len(columns.filled(p)), reverse=True
            )
            places = {Meaning.OUT: more, Meaning.IN: fewer}
            return places, balances, False
    signed = [p for p in amounts if any("-" in cell for cell in columns.filled(p))]
    if len(signed) == 1:
        return {Meaning.AMOUNT: signed[0]}, balances, True
    with_decimals = [p for p in amounts if decimal_of(columns.filled(p))]
    if len(with_decimals) == 1:
        return {Meaning.AMOUNT: with_decimals[0]}, balances, True
    return {}, balances, True


def _is_money(columns: Columns, place: int) -> bool:
    """Tell whether the numbers of a column can be amounts, not numbers of accounts."""
    filled = columns.filled(place)
    return all(len(cell) <= _LONGEST_AMOUNT for cell in filled) and not any(
        cell.isdigit() and cell.startswith("0") and len(cell) > 1 for cell in filled
    )


def _take_turns(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether in each row exactly one of two columns is filled, and each once."""
    both = [
        (not is_no_number(a), not is_no_number(b))
        for a, b in zip(one, other, strict=True)
    ]
    return {(True, False), (False, True)} == set(both)


def _direction(columns: Columns, amount: int, taken: Sequence[int]) -> int | None:
    """Return the column whose words say whether money came in or went out."""
    book = columns.book
    has_signs = any("-" in folded_number(cell) for cell in columns.filled(amount))
    for place in range(columns.width):
        if place in taken or columns.named(Meaning.CURRENCY) == [place]:
            continue
        filled = columns.filled(place)
        came_in = sum(book.says(cell, Term.MONEY_IN) for cell in filled)
        went_out = sum(book.says(cell, Term.MONEY_OUT) for cell in filled)
        is_named = place in columns.named(Meaning.DIRECTION)
        is_all_in = came_in == len(columns.charges)
        if came_in + went_out == len(filled) > 0 and (is_named or not is_all_in):
            return place
        # A remark such as "cancelled" turns its row where nothing else does.
        is_memo = place in columns.named(Meaning.MEMO)
        if is_memo and came_in and not is_all_in and not has_signs:
            return place
    return None


def _amounts(columns: Columns, place: int, decimal: str | None = None) -> Amounts:
    form = decimal or decimal_of(columns.filled(place)) or "."
    units = columns.book.currencies
    read = [printed_amount(cell, form, units) for cell in columns.cells(place)]
    return [one.amount if one else None for one in read]


def _by_balance(
    columns: Columns, amounts: Amounts, balances: Sequence[int]
) -> bool | None:
    """Return whether money out is negative, as the balance after each row tells."""
    told = {_steps(amounts, _amounts(columns, place)) for place in balances} - {None}
    if told == {True} and not any(a < 0 for a in amounts if a is not None):
        return None  # whatever the sign, money in is added: it may have none
    return told == {True} if len(told) == 1 else None


def _steps(amounts: Amounts, balances: Amounts) -> bool | None:
    """Return whether *balances* grow by *amounts*, False: they fall; None: neither."""
    rows = list(zip(amounts, balances, strict=True))
    fits = {True: 0, False: 0}
    for (a, b), (next_a, next_b) in pairwise(rows):
        if a is None or b is None or next_a is None or next_b is None:
            continue
        step = next_b - b
        fits[True] += bool(step) and step in (next_a, -a)
        fits[False] += bool(step) and step in (-next_a, a)
    best = max(fits, key=lambda grows: fits[grows])
    is_told = fits[best] >= max(1, (len(rows) - 1) * _MOST_STEPS)
    return best if is_told and fits[best] > fits[not best] else None


def _by_words(columns: Columns, amounts: Amounts, account: Account) -> bool | None:
    """Return whether money out is negative, as the words in some rows tell.

    They say that something was bought, that money came back, or that the bill of a card
    was paid.
    """
    book = columns.book
    back = [Term.PAYMENT] if account is Account.CARD else []
    if len({amount > 0 for amount in amounts if amount}) > 1:
        back.append(Term.REFUND)  # without signs it may be printed like the others
    told: set[bool] = set()
    for cells, amount in zip(columns.charges, amounts, strict=True):
        if not amount:
            continue
        if any(book.count(cells, term) for term in back):
            told.add(amount > 0)
        elif any(book.says(cell, Term.PURCHASE) for cell in cells):
            told.add(amount < 0)
    return told.pop() if len(told) == 1 else None


def _by_signs(amounts: Amounts, account: Account) -> tuple[bool, bool]:
    """Return whether money out is negative, and whether that is sure."""
    negative = sum(1 for amount in amounts if amount is not None and amount < 0)
    positive = sum(1 for amount in amounts if amount is not None and amount > 0)
    if account is Account.BANK:
        return True, bool(negative)
    if not positive:
        return bool(negative), bool(negative)
    if not negative:
        return False, False
    is_sure = max(negative, positive) >= _CLEARLY_MORE * min(negative, positive)
    return negative >= positive, is_sure
