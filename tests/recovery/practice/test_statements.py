"""The readers come to what the statements of the practice incident publish."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest

from tests.recovery.statements.reading import reader
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.card_number import LAST_DIGITS
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.plan.card_notices import NoticeReading, NoticesRead
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.incident import ANSWERS, practice_files
from torimodosu.recovery.practice.later_statements import LATER_FOLDER, SMALL_TEST
from torimodosu.recovery.practice.mailbox import all_letters
from torimodosu.recovery.practice.purchase import FRAUD, OWN
from torimodosu.recovery.practice.statements import MISSING, SHOP_PRINTED
from torimodosu.recovery.practice.writing import write_mail
from torimodosu.recovery.statements.card_notice import NoticeKind
from torimodosu.recovery.statements.statement import Charge, StatementRead
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
STORY = expected().cards
FILES = {
    file.path: file
    for file in practice_files()
    if isinstance(file, PracticeFile) and file.path.endswith(".csv")
}
NOW = [path for path in FILES if path.startswith("statements/")]
CHARGED_AFTER = timedelta(seconds=15)
LATER = [path for path in FILES if path.startswith(f"{LATER_FOLDER}/")]


def read(path: str) -> StatementRead:
    name = path.rpartition("/")[2]
    done = reader().read(FILES[path].content, name=name, today=date(2027, 2, 11))
    assert isinstance(done, StatementRead)
    return done


def of_the_shop(path: str) -> list[Charge]:
    return [c for c in read(path).charges if c.merchant == SHOP_PRINTED]


@pytest.fixture(scope="module")
def notices() -> NoticesRead:
    reading = NoticeReading(catalogue=CATALOGUE)
    for letter in all_letters():
        raw = write_mail(letter)
        message = read_message(raw)
        found = classify(message, CATALOGUE)
        mail = sha256(raw).hexdigest()
        reading.read(message, mail, found, lambda: Verdict.CANNOT_TELL)
    return reading.result(until=None)


def test_ten_cards_are_told_of_and_the_shop_has_two_of_them() -> None:
    cards = ANSWERS.cards
    assert len(cards) == 10
    assert [card.issuer for card in cards if card.is_registered] == [
        "smbc_card",
        "rakuten_card",
    ]
    assert len({card.last_four for card in cards}) == 10
    assert {len(card.last_four) for card in cards} == {LAST_DIGITS}
    for card in cards:
        billing = CATALOGUE.issuers[card.issuer].billing
        assert (card.cycle is None) == (billing is None)


@pytest.mark.parametrize("path", [*NOW, *LATER])
def test_each_statement_is_read_whole_and_without_doubt(path: str) -> None:
    done = read(path)
    assert done.skipped == ()
    assert done.doubts == {}
    assert done.totals_agree is not False
    assert done.charges


def test_every_issuer_but_one_has_a_statement() -> None:
    issuers = {read(path).issuer for path in NOW}
    assert {card.issuer for card in ANSWERS.cards} - issuers == {MISSING}
    assert issuers <= {card.issuer for card in ANSWERS.cards}


def test_three_months_are_open_and_become_closed_ones() -> None:
    opened = [path for path in NOW if read(path).is_open]
    assert [path.rpartition("/")[2] for path in opened] == [
        *("202612.csv", "202701.csv", "enavi202612(0935).csv")
    ]
    assert not any(read(path).is_open for path in LATER)
    assert {p.removeprefix("statements") for p in opened} <= {
        p.removeprefix(LATER_FOLDER) for p in LATER
    }


def test_what_a_statement_tells_of_its_card_is_a_card_of_the_victim() -> None:
    known = {(card.issuer, card.last_four) for card in ANSWERS.cards}
    for path in (*NOW, *LATER):
        done = read(path)
        told = {charge.card for charge in done.charges if charge.card}
        assert {(done.issuer, card) for card in told} <= known


def test_the_open_months_charge_what_was_published() -> None:
    charged: Counter[str] = Counter()
    own = {Decimal(p.total) for p in OWN if p.total is not None}
    for path in NOW:
        for charge in of_the_shop(path):
            if charge.amount is not None and charge.amount not in own:
                charged[charge.card] += int(charge.amount)
    assert charged == STORY.charged
    held_back = next(p for p in FRAUD if p.number == STORY.held_back)
    assert sum(STORY.charged.values()) + Decimal(held_back.card or 0) == (
        expected().loss.card + STORY.charged["0935"]
    )


def by_number(number: str) -> Decimal:
    return next(Decimal(p.card or 0) for p in FRAUD if p.number == number)


def test_of_the_later_months_one_charge_is_gone_and_three_are_credited() -> None:
    before = [c.amount for c in of_the_shop("statements/smbc/202701.csv")]
    january = [c.amount for c in of_the_shop(f"{LATER_FOLDER}/smbc/202701.csv")]
    february = [c.amount for c in of_the_shop(f"{LATER_FOLDER}/smbc/202702.csv")]
    charged = [a for a in january if a is not None and a > 0]
    assert Counter(before) - Counter(charged) == Counter([by_number(STORY.vanished)])
    credited = [-by_number(number) for number in STORY.credited_soon]
    assert [a for a in january if a not in charged] == credited
    assert february == [-by_number(STORY.credited_later)]
    assert by_number(STORY.not_credited) in charged


def test_a_small_charge_of_the_later_months_is_nobody_s() -> None:
    rows = [
        (charge.date, charge.merchant, charge.amount)
        for path in LATER
        for charge in read(path).charges
    ]
    assert rows.count((*SMALL_TEST[:2], Decimal(SMALL_TEST[2]))) == 1


def test_the_mails_tell_the_published_uses(notices: NoticesRead) -> None:
    assert len(notices.notices) == STORY.notices
    assert notices.unread == 0
    kinds = Counter(notice.kind for notice in notices.notices)
    assert kinds == {NoticeKind.PURCHASE: 8, NoticeKind.RETURN: 1}
    (early,) = (notice for notice in notices.notices if notice.is_preliminary)
    assert (early.merchant, early.amount) == ("", STORY.charged["0935"])


def test_each_use_of_the_card_is_told_to_the_minute_of_the_order(
    notices: NoticesRead,
) -> None:
    told = {
        (notice.used_at, notice.amount)
        for notice in notices.notices
        if notice.merchant == "AMAZON.CO.JP" and notice.kind is NoticeKind.PURCHASE
    }
    charged = {
        ((p.placed + CHARGED_AFTER).replace(second=0), Decimal(p.card))
        for p in FRAUD[:-1]
        if p.card
    }
    assert told == charged
