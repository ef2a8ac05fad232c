"""Every verdict, reason and doubt has words of its own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.window.card_scene import AT
from tests.window.seen import words_in
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.card_notice import NoticeKind
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    OpenCharge,
    Reason,
    Said,
    Verdict,
)
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.which_card.ground_words import ground_words
from torimodosu.window.steps.which_card.headline import title_words, why_words
from torimodosu.window.steps.which_card.match_words import (
    match_state,
    notice_words,
    open_charge_words,
    reason_words,
)
from torimodosu.window.steps.which_card.sight import Sight, Stand
from torimodosu.window.steps.which_card.verdicts import sum_line
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import day_words

DAY = date(2026, 12, 4)


def finding(ground: Ground, until: date | None = DAY) -> CardFinding:
    return CardFinding(
        card=1,
        verdict=Verdict.POSSIBLE,
        ground=ground,
        matches=(),
        amounts=(),
        until=until,
    )


def test_every_ground_has_words_with_and_without_a_day() -> None:
    for until in (DAY, None):
        told = {
            ground_words(finding(ground, until), sure=2, maybe=0) for ground in Ground
        }
        assert len(told) == len(Ground)

    def words(ground: Ground) -> str:
        return ground_words(finding(ground), sure=3, maybe=2)

    assert words(Ground.CHARGED) == "3 charge(s) fit, 2 more may"
    assert "4 December" in words(Ground.STATEMENT_NOT_OUT)
    assert "(read to 4 December)" in words(Ground.NO_SUCH_CHARGE)


def test_reasons_and_kinds_are_told_apart() -> None:
    assert len({reason_words(reason) for reason in Reason}) == len(Reason)
    assert len({open_charge_words(why) for why in OpenCharge}) == len(OpenCharge)
    assert len({notice_words(kind) for kind in NoticeKind}) == len(NoticeKind)


@pytest.mark.parametrize("stand", Stand)
def test_every_stand_has_an_answer(stand: Stand, names: CardNames) -> None:
    sight = Sight(stand=stand, cards=(1,))
    assert title_words(sight, names)
    assert why_words(sight)


@pytest.mark.parametrize(
    ("cards", "title"),
    [
        ((1,), "三井住友カード 4821 was charged"),
        ((1, 2), "三井住友カード 4821 and 楽天カード 0935 were charged"),
        ((1, 2, 3), "3 card(s) were charged"),
    ],
)
def test_the_charged_cards_are_named(
    names: CardNames, cards: tuple[int, ...], title: str
) -> None:
    sight = Sight(stand=Stand.CHARGED, cards=cards, found=6, orders=6, is_settled=True)
    assert title_words(sight, names) == title
    assert why_words(sight) == "6 of 6 charges were found, to the yen."
    still_open = why_words(replace(sight, is_settled=False))
    assert still_open.endswith("to the yen. Not every card is settled yet.")
    said = why_words(replace(sight, is_settled=False, said_at=AT))
    assert said == f"You said on {day_words(AT.date())} that this is settled."


def test_the_next_statement_is_named_where_it_may_tell_the_rest() -> None:
    sight = Sight(stand=Stand.CHARGED, found=5, orders=6, next_statement=DAY)
    assert "The statement of 4 December may show the rest." in why_words(sight)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (37_960, "make up the ¥37,960 of the mails exactly"),
        (38_000, "¥40 more than the ¥37,960"),
        (0, "¥0 is certain, ¥37,960 is still open"),
    ],
)
def test_what_was_found_is_compared_with_the_mails(
    look: Look, snapshot: Snapshot, found: int, words: str
) -> None:
    line = sum_line(look, with_found(snapshot, found))
    assert line is not None
    assert words in words_in(line)
    assert sum_line(look, replace(snapshot, orders={})) is None


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (38_000, "Of ¥5,000 they do not say how it was paid; charges for ¥40 of it"),
        (42_960, "charges for ¥5,000 of it were found"),
        (42_961, "¥5,001 more than the ¥37,960"),
    ],
)
def test_what_no_mail_says_how_it_was_paid_may_have_been_charged(
    look: Look, snapshot: Snapshot, found: int, words: str
) -> None:
    key, first = next(
        (key, one)
        for key, one in snapshot.orders.items()
        if snapshot.ownership[key] is Ownership.NOT_MINE and one.total is not None
    )
    added = Decimal(5_000)
    assert first.total is not None
    order = replace(
        first, total=first.total + added, unknown=(first.unknown or Decimal(0)) + added
    )
    changed = replace(snapshot, orders={**snapshot.orders, key: order})
    line = sum_line(look, with_found(changed, found))
    assert line is not None
    assert words in words_in(line)


def with_found(snapshot: Snapshot, yen: int) -> Snapshot:
    """Return *snapshot* with charges of *yen* for orders of somebody else, for sure."""
    work = snapshot.card_work
    assert work is not None
    first = replace(work.matching.matches[0], amount=Decimal(yen), is_certain=True)
    matching = replace(work.matching, matches=(first,))
    return replace(snapshot, card_work=replace(work, matching=matching))


def test_the_word_of_the_person_stands_before_what_was_worked_out(
    snapshot: Snapshot,
) -> None:
    work = snapshot.card_work
    assert work is not None
    match = work.matching.matches[0]
    told = []
    for said in (None, Said.CONFIRMED, Said.REJECTED):
        matches = {} if said is None else {match.key: said}
        words = replace(snapshot.card_words, matches=matches)
        told.append(match_state(match, replace(snapshot, card_words=words)).words)
    assert told == ["Fits as the only one", "You confirmed it", "Not so, you say"]
