"""What the mails of a case tell about each other, and that it proves nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.judging.letters import (
    catalogue,
    codes,
    judged,
    letter,
    signed_by,
)
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.judging.across import Mark, Marking, judged_together
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Judgement,
    Settles,
    Verdict,
)
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message

NAMES = ("from", "to", "subject", "date")
MARKING = Marking(catalogue())
NUMBER = "250-1234567-7654321"
ORDER = f"注文番号 {NUMBER}\n"
PLAIN = letter(ORDER)
PROVEN = signed_by(
    "amazon.co.jp", letter(f"ありがとうございます\n{ORDER}"), names=NAMES
)
SENT = datetime(2026, 3, 20, 11, 0, tzinfo=UTC)


def other_order(number: int) -> bytes:
    """Return a mail about another order."""
    return letter(f"注文番号 249-7654321-000000{number}\n")


def own_id(raw: bytes, number: int) -> bytes:
    """Return the mail with a Message-ID of its own."""
    return raw.replace(b"<1@mail.example>", f"<{number}@mail.example>".encode())


def phish(number: int = 0, host: str = "bait.example") -> bytes:
    """Return one of many forged mails with a link to the same place."""
    raw = letter(
        f"アカウントを停止しました。https://login.{host}/{number}\n",
        sender=f"Amazon <info@x{number}.example>",
        subject="【重要】お知らせ",
    )
    return own_id(raw, number)


def mark(key: str, raw: bytes) -> Mark:
    """Return the marks of a mail."""
    message = read_message(raw)
    kind = classify(message, catalogue()).kind
    return MARKING.mark(key, message, kind, judged(raw))


def together(*mails: bytes, changed_at: tuple[datetime, ...] = ()) -> list[Judgement]:
    """Return the judgements of mails of one case."""
    marks = [mark(f"{number}", raw) for number, raw in enumerate(mails)]
    return [*judged_together(marks, changed_at=changed_at).values()]


def test_an_order_number_that_a_genuine_mail_has_as_well_speaks_for_a_mail() -> None:
    plain, proven = together(PLAIN, PROVEN)
    assert Code.ORDER_PROVEN in codes(plain)
    (reason,) = (one for one in plain.reasons if one.code is Code.ORDER_PROVEN)
    assert reason.facts == {"number": NUMBER}
    assert plain.would_settle[-1] is Settles.PROVEN_MAIL
    assert plain.confidence < judged(PLAIN).confidence
    assert Code.ORDER_PROVEN not in codes(proven)


def test_a_copied_order_number_never_makes_a_mail_genuine() -> None:
    text = f"{ORDER}カード情報を更新してください。24時間以内\nhttps://x.example/\n"
    bare, proven = together(PLAIN, PROVEN)
    assert (bare.verdict, proven.verdict) == (Verdict.CANNOT_TELL, Verdict.GENUINE)
    forged = letter(text, sender="Amazon <a@amaz0n.example>")
    (copied, _) = together(forged, PROVEN)
    assert copied.verdict is Verdict.NOT_GENUINE
    assert copied.confidence == judged(forged).confidence


def test_two_proven_mails_of_one_order_are_surer_than_one() -> None:
    first, _ = together(PROVEN, own_id(PROVEN, 2))
    assert first.verdict is Verdict.GENUINE
    assert first.confidence > judged(PROVEN).confidence


def test_a_later_mail_about_an_order_that_no_other_mail_knows_is_told() -> None:
    shipped = letter(ORDER, subject="発送済み: 「本」")
    assert classify(read_message(shipped), catalogue()).kind is MailKind.SHIPMENT
    found, *_ = together(shipped, other_order(1), other_order(2))
    assert Code.ORDER_NOT_KNOWN in codes(found)
    assert found.verdict is Verdict.CANNOT_TELL
    alone, *_ = together(shipped, other_order(1))
    assert Code.ORDER_NOT_KNOWN not in codes(alone)
    first, *_ = together(PLAIN, other_order(1), other_order(2))
    assert Code.ORDER_NOT_KNOWN not in codes(first)


def test_forged_mails_with_one_link_are_one_campaign() -> None:
    found = together(*map(phish, range(4)))
    assert {one.verdict for one in found} == {Verdict.NOT_GENUINE}
    assert all(Code.SAME_CAMPAIGN in codes(one) for one in found)
    (reason,) = (one for one in found[0].reasons if one.code is Code.SAME_CAMPAIGN)
    assert reason.facts == {"count": "3", "domain": "bait.example"}
    alone = judged(phish())
    assert found[0].confidence >= alone.confidence


def test_a_doubtful_mail_with_the_link_of_a_campaign_is_told_and_stays_doubtful() -> (
    None
):
    doubtful = letter("https://www.bait.example/\n", subject="お知らせ")
    found, *_ = together(doubtful, *map(phish, range(3)))
    assert Code.SAME_CAMPAIGN in codes(found)
    assert found.verdict is judged(doubtful).verdict


@pytest.mark.parametrize(
    "mails",
    [
        [phish(1), phish(1), phish(1)],
        [phish(1), phish(2)],
        [phish(1, "a.example"), phish(2, "b.example"), phish(3, "c.example")],
        [phish(number, "amazon.co.jp") for number in range(4)],
    ],
    ids=["copies", "two", "apart", "link_of_the_shop"],
)
def test_what_is_no_campaign_is_not_called_one(mails: list[bytes]) -> None:
    assert all(Code.SAME_CAMPAIGN not in codes(one) for one in together(*mails))


def test_a_link_that_a_genuine_mail_has_makes_no_campaign() -> None:
    text = "https://login.bait.example/\n"
    genuine = signed_by("amazon.co.jp", letter(text), names=NAMES)
    found = together(genuine, *map(phish, range(4)))
    assert all(Code.SAME_CAMPAIGN not in codes(one) for one in found)


def at(raw: bytes, minutes: int) -> bytes:
    """Return the mail as sent so many minutes later."""
    sent = (SENT + timedelta(minutes=minutes)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return raw.replace(b"Fri, 20 Mar 2026 20:00:00 +0900", sent.encode())


@pytest.mark.parametrize(
    ("minutes", "count"), [((0, 20, 40), "3"), ((0, 30, 60), "3"), ((0, 61, 122), "")]
)
def test_orders_within_one_hour_are_told(minutes: tuple[int, ...], count: str) -> None:
    found = together(*(at(other_order(one % 7), one) for one in minutes))
    told = [r.facts["count"] for r in found[0].reasons if r.code is Code.IN_BURST]
    assert told == ([count] if count else [])


CHANGED = letter("変更されました\n", subject="Amazon.co.jpのアカウントの修正")


@pytest.mark.parametrize(
    ("hours", "code"),
    [(0, Code.CAUSED_BY_USER), (1, Code.CAUSED_BY_USER), (5, Code.NOT_CAUSED_BY_USER)],
)
def test_a_change_of_the_account_is_compared_with_what_the_user_did(
    hours: int, code: Code
) -> None:
    (found,) = together(CHANGED, changed_at=(SENT + timedelta(hours=hours),))
    assert code in codes(found)
    assert found.verdict is Verdict.CANNOT_TELL
    (unsaid,) = together(CHANGED)
    assert not codes(unsaid) & {Code.CAUSED_BY_USER, Code.NOT_CAUSED_BY_USER}


def test_a_mail_that_claims_nobody_is_left_as_it_is() -> None:
    raw = letter(ORDER, sender="hana@friend.example", subject="本")
    found, _ = together(raw, PROVEN)
    assert found == judged(raw)


MARKS = [mark("", raw) for raw in (PLAIN, PROVEN, CHANGED, phish(1), phish(2))]


@given(st.lists(st.sampled_from(MARKS)))
def test_no_mail_gets_another_verdict_by_others(marks: list[Mark]) -> None:
    keyed = [replace(one, key=f"{number}") for number, one in enumerate(marks)]
    found = judged_together(keyed, changed_at=(SENT,))
    assert [one.verdict for one in found.values()] == [
        one.judgement.verdict for one in marks
    ]


def test_many_orders_in_one_hour_are_counted_at_once() -> None:
    one = replace(MARKS[0], traces=frozenset({"bait.example"}))
    marks = [replace(one, key=f"{number}") for number in range(5_000)]
    found = judged_together(marks)
    assert found["0"].reasons[-1].facts == {"count": "5000"}
