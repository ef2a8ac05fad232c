"""What the person says of cards, statements and money that must come back."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.ports import CardBook
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.recovery.statements.returns import ReturnState, ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said

Keep = Callable[[Callable[[Case, datetime], None]], None]


class CardNotes(QObject):
    """Keeps words about the open case by *keep*, that of the open `CaseFile`."""

    def __init__(self, book: CardBook, log: StatementLog, keep: Keep) -> None:
        super().__init__()
        self._book, self._log, self._keep = book, log, keep

    def say_of_match(self, match: str, said: Said | None) -> None:
        """Keep what they say of a match; None takes it back."""
        say = self._book.say_of_match
        self._keep(lambda case, at: say(case, match, said, at=at))

    def say_of_charge(self, charge: str, *, is_mine: bool | None) -> None:
        """Keep whether a charge is their own; None takes it back."""
        say = self._book.say_of_charge
        self._keep(lambda case, at: say(case, charge, is_mine=is_mine, at=at))

    def say_of_return(
        self, key: str, state: ReturnState | None, note: str = ""
    ) -> None:
        """Keep how money stands that must come back; None takes it back."""
        self._keep(partial(self._write_return, key, state, note))

    def say_reported(self, card: int, on: date | None) -> None:
        """Keep when a loss was reported to the issuer; None takes it back."""
        say = self._book.say_reported
        self._keep(lambda case, at: say(case, card, on, at=at))

    def say_of_month(self, card: int, month: date, *, is_clean: bool) -> None:
        """Keep that they looked a month through; not clean takes it back."""
        say = self._book.say_of_month
        self._keep(lambda case, at: say(case, card, month, is_clean=is_clean, at=at))

    def watch_until(self, day: date | None) -> None:
        """Keep when the watch ends; None leaves it to the program."""
        say = self._book.watch_until
        self._keep(lambda case, at: say(case, day, at=at))

    def assign(self, statement: int, card: int) -> None:
        """Keep which card an imported statement is of."""
        assign = self._log.assign
        self._keep(lambda case, at: assign(case, statement, card, at=at))

    def _write_return(
        self, key: str, state: ReturnState | None, note: str, case: Case, at: datetime
    ) -> None:
        word: ReturnWord | str = key
        if state is not None:
            word = ReturnWord(key=key, state=state, at=at, note=note)
        self._book.say_of_return(case, word, at=at)
