"""The preliminary mail and the full one are one use."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.notices.joining import join_notices
from torimodosu.recovery.statements.notices.moment import JAPAN

DAY = datetime(2026, 11, 20, tzinfo=JAPAN)
MINUTE = DAY.replace(hour=18, minute=8)
HOUR = timedelta(hours=1)
FULL = CardNotice(
    mails=("full",),
    issuer="rakuten_card",
    card="",
    used_at=DAY,
    used_to_the_day=True,
    merchant="ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
    merchant_normal=normal_merchant("ＡＭＡＺＯＮ．ＣＯ．ＪＰ"),
    amount=Decimal(2480),
    currency="JPY",
    foreign=None,
    kind=NoticeKind.PURCHASE,
    is_preliminary=False,
    sent_at=MINUTE + 24 * HOUR,
)
EARLY = replace(
    FULL,
    mails=("early",),
    merchant="",
    merchant_normal="",
    is_preliminary=True,
    sent_at=MINUTE + HOUR,
)
TIMED = replace(EARLY, used_at=MINUTE, used_to_the_day=False)


def test_a_preliminary_mail_and_the_full_one_are_one_use() -> None:
    (joined,) = join_notices([FULL, EARLY])
    assert joined == replace(
        FULL, mails=("early", "full"), sent_at=MINUTE + HOUR, is_preliminary=False
    )


def test_a_use_keeps_its_key_when_the_full_mail_comes() -> None:
    first, second = (replace(EARLY, place=n, amount=Decimal(n + 1)) for n in (0, 1))
    full = replace(FULL, amount=Decimal(2), place=7)
    before = {notice.amount: notice.key for notice in join_notices([first, second])}
    after = join_notices([first, second, full])
    assert {notice.amount: notice.key for notice in after} == before
    assert before == {Decimal(1): "early", Decimal(2): "early#1"}


def test_the_minute_of_the_preliminary_mail_is_kept() -> None:
    (joined,) = join_notices([TIMED, FULL])
    assert (joined.used_at, joined.used_to_the_day) == (MINUTE, False)
    assert joined.merchant == FULL.merchant


@pytest.mark.parametrize(
    "other",
    [
        replace(EARLY, amount=Decimal(2481)),
        replace(EARLY, currency="USD"),
        replace(EARLY, issuer="view_card"),
        replace(EARLY, kind=NoticeKind.RETURN),
        replace(EARLY, used_at=DAY - 24 * HOUR),
        replace(EARLY, used_at=None),
        replace(EARLY, amount=None),
        replace(EARLY, is_preliminary=False),
    ],
)
def test_what_differs_stays_two(other: CardNotice) -> None:
    assert len(join_notices([FULL, other])) == 2


def test_another_card_or_minute_is_another_use() -> None:
    named = replace(FULL, card="0935")
    assert len(join_notices([named, replace(EARLY, card="0935")])) == 1
    assert len(join_notices([named, replace(EARLY, card="4821")])) == 2
    at_once = replace(FULL, used_at=MINUTE, used_to_the_day=False)
    assert len(join_notices([at_once, TIMED])) == 1
    later = replace(at_once, used_at=MINUTE + HOUR)
    assert len(join_notices([later, TIMED])) == 2


def test_two_uses_of_which_no_amount_is_told_stay_two() -> None:
    unknown = replace(FULL, amount=None, currency="")
    early = replace(EARLY, amount=None, currency="")
    assert len(join_notices([unknown, early])) == 2


def test_equal_uses_of_one_day_stay_as_many_as_they_are() -> None:
    earlies = [
        replace(EARLY, mails=(name,), sent_at=MINUTE + n * HOUR)
        for n, name in enumerate(("e1", "e2", "e3"))
    ]
    fulls = [replace(FULL, mails=(name,)) for name in ("f1", "f2")]
    joined = join_notices([*fulls, *reversed(earlies)])
    assert sorted(notice.mails for notice in joined) == [
        ("e1", "f1"),
        ("e2", "f2"),
        ("e3",),
    ]


def test_the_same_shop_decides_between_equal_uses() -> None:
    book = replace(EARLY, mails=("book",), merchant="本", merchant_normal="本")
    shop = replace(
        EARLY,
        mails=("shop",),
        merchant_normal=FULL.merchant_normal,
        sent_at=MINUTE + 2 * HOUR,
    )
    joined = join_notices([book, shop, FULL])
    assert ("shop", "full") in [notice.mails for notice in joined]


def test_uses_come_by_time_and_those_without_one_by_their_mail() -> None:
    undated = replace(FULL, mails=("undated",), used_at=None, sent_at=MINUTE)
    lost = replace(FULL, mails=("lost",), used_at=None, sent_at=None)
    later = replace(FULL, mails=("later",), used_at=MINUTE + HOUR)
    joined = join_notices([lost, later, undated, FULL])
    assert [notice.mails[0] for notice in joined] == [
        "full",
        "undated",
        "later",
        "lost",
    ]


def _notice(day: int, amount: int, *, early: bool, name: str) -> CardNotice:
    base = EARLY if early else FULL
    return replace(
        base,
        mails=(name,),
        used_at=DAY + day * 24 * HOUR,
        amount=Decimal(amount),
        sent_at=MINUTE + day * 24 * HOUR,
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 3), st.booleans()), max_size=24
    ),
    st.randoms(),
)
def test_no_mail_is_lost_and_none_is_told_twice(
    told: list[tuple[int, int, bool]], shuffler: Random
) -> None:
    notices = [
        _notice(day, amount, early=early, name=str(number))
        for number, (day, amount, early) in enumerate(told)
    ]
    joined = join_notices(notices)
    mails = [mail for notice in joined for mail in notice.mails]
    assert sorted(mails) == sorted(notice.mails[0] for notice in notices)
    assert sum(not notice.is_preliminary for notice in joined) == sum(
        not early for *_, early in told
    )
    shuffler.shuffle(notices)
    assert [n.amount for n in join_notices(notices)] == [n.amount for n in joined]
