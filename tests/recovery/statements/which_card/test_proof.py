"""Usage notices that are not proven make nothing certain."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.recovery.statements.cards import AT, notice
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Matching,
    Said,
    Verdict,
)
from torimodosu.recovery.statements.which_card.proof import as_sure_as_its_mails

PROVEN = replace(notice("a"), verdict=MailVerdict.GENUINE)
NOTICES = {"a": PROVEN, "b": notice("b")}
BY_ROW = ("row",), ("b",)
BY_PROOF = (), ("a",)
BY_NONE = (), ("b",)
BY_BOTH = (), ("a", "b")
Means = tuple[tuple[str, ...], tuple[str, ...]]


def match(key: str, means: Means, said: Said | None = None) -> Match:
    charges, notices = means
    return Match(
        key=key,
        card=1,
        orders=(f"order {key}",),
        charges=charges,
        notices=notices,
        amount=Decimal(1),
        currency="JPY",
        reasons=(),
        is_disputed=True,
        is_certain=True,
        said=said,
    )


def judged(*matches: Match, disputed: tuple[str, ...] = ()) -> Matching:
    finding = CardFinding(
        card=1,
        verdict=Verdict.CERTAIN,
        ground=Ground.CHARGED,
        matches=tuple(one.key for one in matches),
        amounts=(),
    )
    matching = Matching(
        at=AT,
        findings=(finding,),
        matches=matches,
        unexplained_charges=(),
        unexplained_orders=(),
        disputed=disputed,
    )
    return as_sure_as_its_mails(matching, NOTICES)


@pytest.mark.parametrize(
    ("matches", "certain", "verdict"),
    [
        ((match("1", BY_ROW),), [True], Verdict.CERTAIN),
        ((match("1", BY_PROOF),), [True], Verdict.CERTAIN),
        ((match("1", BY_NONE),), [False], Verdict.POSSIBLE),
        ((match("1", BY_BOTH),), [False], Verdict.POSSIBLE),
        ((match("1", BY_NONE, Said.CONFIRMED),), [True], Verdict.CERTAIN),
        # One proof is enough for the card, and for no other match.
        ((match("1", BY_NONE), match("2", BY_ROW)), [False, True], Verdict.CERTAIN),
        # More uses than orders: no single match is named.
        ((), [], Verdict.CERTAIN),
    ],
)
def test_a_verdict_is_as_sure_as_its_surest_match(
    matches: tuple[Match, ...], certain: list[bool], verdict: Verdict
) -> None:
    weighed = judged(*matches)
    assert [one.is_certain for one in weighed.matches] == certain
    (finding,) = weighed.findings
    assert finding.verdict is verdict
    is_open = verdict is Verdict.POSSIBLE
    assert (finding.ground is Ground.NOTICE_NOT_PROVEN) is is_open


def test_only_what_is_proven_is_surely_for_somebody_elses_orders() -> None:
    assert judged(disputed=("row", "a", "b")).disputed == ("row", "a")
