"""From proposals to matches, each with what speaks against it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from torimodosu.recovery.statements.which_card.matching import Match, Reason, Said
from torimodosu.recovery.statements.which_card.proposal import Proposal

_SHOWN = 12
# Whether it is a use, whether an order for which money came back, and its key.
_Part = tuple[bool, bool, str]


def said_of(proposal: Proposal, said: Mapping[str, Said]) -> Said | None:
    """Return what the user says of *proposal*, also before its rows came."""
    return next((said[key] for key in proposal.keys if key in said), None)


def matches_of(
    proposals: Sequence[Proposal], said: Mapping[str, Said]
) -> tuple[Match, ...]:
    """Return a match for each proposal, the disputed first."""
    by_part: dict[_Part, list[Proposal]] = defaultdict(list)
    for one in proposals:
        for part in _parts(one):
            by_part[part].append(one)
    matches = [
        _match(one, _rivals(one, by_part), said_of(one, said) if said else None)
        for one in proposals
    ]
    matches.sort(key=lambda match: not match.is_disputed)
    return tuple(matches)


def _parts(proposal: Proposal) -> list[_Part]:
    """Return what at most one match can have: uses, and orders as they are charged."""
    is_back = proposal.uses[0].units < 0
    parts = [(True, False, use.key) for use in proposal.uses]
    parts += [(False, is_back, claim.key) for claim in proposal.claims]
    return parts


def _rivals(
    proposal: Proposal, by_part: Mapping[_Part, Sequence[Proposal]]
) -> tuple[str, ...]:
    rivals: dict[str, None] = {}
    for part in _parts(proposal):
        others = by_part[part]
        if len(others) > 1:
            is_use = part[0]
            for other in others:
                may_both = not is_use and proposal.is_part and other.is_part
                if other is not proposal and not may_both:
                    rivals[other.key] = None
                if len(rivals) == _SHOWN:
                    return tuple(rivals)
    return tuple(rivals)


def _match(proposal: Proposal, rivals: tuple[str, ...], said: Said | None) -> Match:
    uses = proposal.uses
    amounts = [use.amount for use in uses if use.amount is not None]
    confirmed = (Reason.USER_CONFIRMED,) if said is Said.CONFIRMED else ()
    return Match(
        key=proposal.key,
        card=proposal.card,
        orders=tuple(claim.key for claim in proposal.claims),
        charges=tuple(key for use in uses for key in use.charges),
        notices=tuple(mail for use in uses for mail in use.notices),
        amount=amounts[0] if len(amounts) == 1 else sum(amounts, Decimal(0)),
        currency=uses[0].currency,
        reasons=(*proposal.reasons, *confirmed),
        is_disputed=proposal.is_disputed,
        is_certain=proposal.is_certain,
        rivals=rivals,
        said=said,
    )
