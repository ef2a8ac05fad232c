"""What rests on nothing but mails that are not proven is possible, not certain."""

from collections.abc import Mapping
from dataclasses import replace

from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Matching,
    Said,
    Verdict,
)


def as_sure_as_its_mails(
    matching: Matching, notices: Mapping[str, CardNotice]
) -> Matching:
    """Return *matching* without certainty that only unproven usage notices give.

    *notices* are by their key. A row of a statement is a proof, and so is a notice that
    is genuine, and the word of the user; whoever placed the orders knows their minutes
    and amounts, and could write a notice that fits them.
    """
    unproven = {key for key, notice in notices.items() if not notice.is_proven}
    open_ones = {one.key for one in matching.matches if _is_open(one, unproven)}
    return replace(
        matching,
        findings=tuple(_weighed(one, open_ones) for one in matching.findings),
        matches=tuple(
            replace(one, is_certain=False) if one.key in open_ones else one
            for one in matching.matches
        ),
        disputed=tuple(key for key in matching.disputed if key not in unproven),
    )


def _is_open(match: Match, unproven: set[str]) -> bool:
    """Tell whether nothing but notices that are not proven speaks for *match*."""
    if match.charges or match.said is Said.CONFIRMED:
        return False
    return bool(match.notices) and not unproven.isdisjoint(match.notices)


def _weighed(finding: CardFinding, open_ones: set[str]) -> CardFinding:
    is_open = bool(finding.matches) and open_ones.issuperset(finding.matches)
    if finding.verdict is not Verdict.CERTAIN or not is_open:
        return finding
    return replace(finding, verdict=Verdict.POSSIBLE, ground=Ground.NOTICE_NOT_PROVEN)
