"""What a case holds about cards: statements, words, notices, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from torimodosu.adapters.store import card_words, card_work, statements
from torimodosu.adapters.store.card_words import Word
from torimodosu.adapters.store.charges import charges_of
from torimodosu.adapters.store.statement_log import StatementRecords
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said
from torimodosu.recovery.statements.words import CardWords


@dataclass(frozen=True, slots=True)
class CardRecords(StatementRecords):
    """The part of a store that is about cards.

    It is the `StatementLog`, `CardBook`, `CardWorks`, `CardNotices` and `Mappings` of
    the rules. Whatever returns has been kept for good.
    """

    def assign(self, case: Case, statement: int, card: int, *, at: datetime) -> None:
        """Keep that an imported statement is of *card*, as the user says; note it."""
        statements.assign(self.shelves.of(case), case, statement, card, at=at)

    def charges(
        self,
        case: Case,
        *,
        card: int | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Sequence[LoggedCharge]:
        """Return the charges by day, of one card or all, within these days or all."""
        with self.shelves.of(case).read() as connection:
            return charges_of(
                connection, case.number, card=card, first=first, last=last
            )

    def say_of_match(
        self, case: Case, match: str, said: Said | None, *, at: datetime
    ) -> None:
        """Keep what the user says of a match; None takes it back."""
        self._say(case, Word("match", match, said and said.value), at=at)

    def say_of_charge(
        self, case: Case, charge: str, *, is_mine: bool | None, at: datetime
    ) -> None:
        """Keep whether a charge is the user's own; None takes it back."""
        word = card_words.mine_word(is_mine=is_mine)
        self._say(case, Word("charge", charge, word), at=at)

    def say_of_return(
        self, case: Case, word: ReturnWord | str, *, at: datetime
    ) -> None:
        """Keep a word about money that must come back; its key alone takes it back."""
        if isinstance(word, str):
            said = Word("return", word, None)
        else:
            said = Word("return", word.key, word.state.value, word.note)
        self._say(case, said, at=at)

    def say_reported(
        self, case: Case, card: int, on: date | None, *, at: datetime
    ) -> None:
        """Keep when a loss was reported to the issuer; None takes it back."""
        self._say(case, Word("reported", str(card), _iso(on)), at=at)

    def say_of_month(
        self, case: Case, card: int, month: date, *, is_clean: bool, at: datetime
    ) -> None:
        """Keep that the user looked a month through; not clean takes it back."""
        word = card_words.clean_word(is_clean=is_clean)
        self._say(case, Word("month", f"{card} {month.isoformat()}", word), at=at)

    def watch_until(self, case: Case, day: date | None, *, at: datetime) -> None:
        """Keep when the watch ends; None leaves it to the program."""
        self._say(case, Word("watch", "", _iso(day)), at=at)

    def card_words(self, case: Case) -> CardWords:
        """Return the newest words of the user."""
        with self.shelves.of(case).read() as connection:
            return card_words.words_of(connection, case.number)

    def keep_card_work(self, case: Case, work: CardWork) -> None:
        """Keep *work* instead of the one before."""
        card_work.keep_work(self.shelves.of(case), case, work)

    def replace_notices(self, case: Case, notices: Sequence[CardNotice]) -> None:
        """Keep *notices* instead of all that were read before."""
        card_work.replace_notices(self.shelves.of(case), case, notices)

    def card_notices(self, case: Case) -> Sequence[CardNotice]:
        """Return the notices, in their order."""
        with self.shelves.of(case).read() as connection:
            return card_work.notices_of(connection, case.number)

    def _say(self, case: Case, word: Word, *, at: datetime) -> None:
        card_words.keep_word(self.shelves.of(case), case, word, at=at)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
