"""What the user says about cards; the newest word of each counts."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.statements.returns import ReturnState, ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said
from torimodosu.recovery.statements.words import CardWords

_KINDS = {
    "match": Kind.MATCH_SAID,
    "charge": Kind.CHARGE_SAID,
    "return": Kind.RETURN_SAID,
    "reported": Kind.LOSS_REPORTED,
    "month": Kind.MONTH_SAID,
    "watch": Kind.WATCH_SET,
}
_MINE = {True: "mine", False: "not_mine"}
_CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Word:
    """One word about something; `said` None takes the one before back."""

    about: str
    key: str
    said: str | None
    note: str = ""


def keep_word(database: Database, case: Case, word: Word, *, at: datetime) -> None:
    """Keep *word*; the user's own note stays out of the journal."""
    text = f"{word.key} {word.said or 'open'}".strip()
    entry = Entry(at=at, kind=_KINDS[word.about], text=text)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO card_word (case_id, about, key, word, note, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(case.number, word.about, storable(word.key), word.said),
                *(storable(word.note), at.isoformat()),
            ),
        )


def words_of(connection: sqlite3.Connection, number: int) -> CardWords:
    """Return the newest words of the user, without what they took back."""
    newest: dict[str, dict[str, tuple[str, str, datetime]]] = {}
    rows = connection.execute(
        # SQLite takes the other columns from the row that holds the maximum.
        "SELECT about, key, word, note, at, max(id) FROM card_word WHERE case_id = ?"
        " GROUP BY about, key",
        (number,),
    )
    for about, key, word, words, at, _ in rows:
        if word is not None:
            kept = (word, words, datetime.fromisoformat(at))
            newest.setdefault(about, {})[key] = kept
    return _card_words(newest)


def _card_words(
    newest: Mapping[str, Mapping[str, tuple[str, str, datetime]]],
) -> CardWords:
    def about(name: str) -> Mapping[str, str]:
        return {key: word for key, (word, _, _) in newest.get(name, {}).items()}

    returns = newest.get("return", {}).items()
    until = about("watch").get("")
    months = [key.split(" ") for key in about("month")]
    return CardWords(
        matches={key: Said(word) for key, word in about("match").items()},
        charges={key: word == _MINE[True] for key, word in about("charge").items()},
        returns={
            key: ReturnWord(key=key, state=ReturnState(word), at=at, note=words)
            for key, (word, words, at) in returns
        },
        reported={
            int(card): date.fromisoformat(day)
            for card, day in about("reported").items()
        },
        clean_months=frozenset(
            (int(card), date.fromisoformat(month)) for card, month in months
        ),
        watch_until=None if until is None else date.fromisoformat(until),
    )


def mine_word(*, is_mine: bool | None) -> str | None:
    """Return the word for a charge that is, or is not, the user's own."""
    return None if is_mine is None else _MINE[is_mine]


def clean_word(*, is_clean: bool) -> str | None:
    """Return the word for a month that the user found clean."""
    return _CLEAN if is_clean else None
