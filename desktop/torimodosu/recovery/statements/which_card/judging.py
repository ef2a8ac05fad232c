"""What is certain among the pairs of orders and uses, and what is only possible."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.edges import Edge
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.proposal import Proposal
from torimodosu.recovery.statements.which_card.resolving import (
    Knot,
    fit_together,
    is_balanced,
    is_covered,
    most_explained,
)
from torimodosu.recovery.statements.which_card.shadows import Shadows
from torimodosu.recovery.statements.which_card.uses import Use

# Of the pairs that rule each other out so many are named for each use.
_SHOWN = 6

# Sums that many things cost, in thousandths of the money.
_ROUND = {"JPY": 500_000, "KRW": 5_000_000}
_ROUND_ELSEWHERE = 5_000


class Judge:
    """Judges knots, one after the other.

    *doubtful* are the places of uses of which the amount does not tell enough.

    Attributes:
        sure: Keys of uses that are for orders of somebody else, whichever these are.
        cards: Cards that were used for an order of somebody else, whichever the use.
        gave_up: Whether a knot was too large to take it apart.

    """

    def __init__(
        self,
        claims: Sequence[Claim],
        uses: Sequence[Use],
        shadows: Shadows,
        doubtful: Collection[int],
    ) -> None:
        self.sure: set[str] = set()
        self.cards: set[int] = set()
        self.gave_up = False
        self._claims, self._uses = claims, uses
        self._shadows, self._doubtful = shadows, doubtful
        self._shadowed: dict[int, list[int]] = defaultdict(list)
        self._round: dict[tuple[int, ...], list[Use]] = defaultdict(list)

    def pinned(self, edge: Edge) -> Proposal:
        """Judge a pair that a notice at the minute of the order makes sure."""
        use = self._uses[edge.use]
        is_clear = not (is_round(use) and self._shadows.over(use).of_user)
        if self._is_of_thief(edge) and is_clear:
            self.sure.add(use.key)
        elif self._is_of_thief(edge):
            self._round[use.cards].append(use)
        return self._proposal((edge,), is_certain=is_clear, is_part=not edge.is_whole)

    def judge(self, knot: Knot) -> Iterator[Proposal]:
        """Yield what the orders and uses of *knot* can have to do with each other."""
        if knot.is_too_large:
            self.gave_up = True
            yield from self._pairs(knot)
            return
        place = next(iter(knot.claims))
        claim = self._claims[place]
        if len(knot.claims) == 1 and fit_together(claim, knot.edges, self._uses):
            self._note_sure(knot)
            yield from self._of_one_order(claim, knot.edges)
        elif self._is_group(knot):
            self._note_sure(knot)
            yield self._group(knot)
        else:
            if is_covered(knot, self._claims):
                self._note_sure(knot)
                self._count(knot)
            yield from self._pairs(knot)

    def _of_one_order(self, claim: Claim, edges: Sequence[Edge]) -> Iterator[Proposal]:
        paid = sum(self._uses[edge.use].units for edge in edges)
        is_told = bool(claim.parcels) or paid == claim.whole
        is_only = len(edges) == 1
        for edge in edges:
            is_certain = self._is_plain(edge) and (edge.is_whole or is_told)
            more = (Reason.ONLY_CANDIDATE,) if is_certain and is_only else ()
            yield self._proposal(
                (edge,), more, is_certain=is_certain, is_part=not edge.is_whole
            )

    def _is_plain(self, edge: Edge) -> bool:
        """Tell whether nothing is known that could explain the use another way."""
        return edge.is_soon and not (
            edge.use in self._doubtful
            or self._shadows.over(self._uses[edge.use]).of_any
        )

    def _is_group(self, knot: Knot) -> bool:
        """Tell whether as many equal orders as uses are of one card and one owner."""
        cards = {self._uses[place].cards for place in knot.uses}
        return (
            is_balanced(knot, self._claims)
            and len(cards) == 1
            and len(cards.pop()) == 1
            and all(self._is_plain(edge) for edge in knot.edges)
        )

    def _group(self, knot: Knot) -> Proposal:
        claims = [self._claims[place] for place in sorted(knot.claims)]
        uses = sorted(knot.uses, key=lambda place: (self._uses[place].day, place))
        reasons = dict.fromkeys((knot.edges[0].reason, *self._shop_reasons(uses)))
        return Proposal(
            claims=tuple(claims),
            uses=tuple(self._uses[place] for place in uses),
            reasons=tuple(reasons),
            is_certain=True,
        )

    def _pairs(self, knot: Knot) -> Iterator[Proposal]:
        """Yield the nearest pairs of a knot; each is possible only."""
        by_use: dict[int, list[Edge]] = defaultdict(list)
        for edge in knot.edges:
            by_use[edge.use].append(edge)
        for use, edges in by_use.items():
            day = self._uses[use].day
            edges.sort(
                key=lambda e: (not e.is_soon, abs(self._claims[e.claim].day - day))
            )
            for edge in edges[:_SHOWN]:
                yield self._proposal((edge,))

    def _is_of_thief(self, edge: Edge) -> bool:
        return self._claims[edge.claim].owner is Ownership.NOT_MINE

    def _note_sure(self, knot: Knot) -> None:
        """Note the uses that no order of the user's can be behind."""
        possible: dict[int, bool] = {}
        for edge in knot.edges:
            is_of_thief = self._is_of_thief(edge) and edge.use not in self._doubtful
            possible[edge.use] = possible.get(edge.use, True) and is_of_thief
        expected = {edge.use for edge in knot.edges if edge.is_soon}
        for place, is_sure in possible.items():
            if is_sure and place in expected:
                use = self._uses[place]
                if self._shadows.over(use).of_user:
                    for card in use.cards if len(use.cards) == 1 else ():
                        self._shadowed[card].append(place)
                else:
                    self.sure.add(use.key)

    def _count(self, knot: Knot) -> None:
        """Note cards with more uses than orders of the user's can be behind."""
        by_card: dict[int, list[int]] = defaultdict(list)
        for place in knot.uses:
            use = self._uses[place]
            is_clear = not self._shadows.over(use).of_user
            is_clear = is_clear and place not in self._doubtful
            if len(use.cards) == 1 and is_clear:
                by_card[use.cards[0]].append(place)
        for card, places in by_card.items():
            if most_explained(knot.edges, self._claims, places) < len(places):
                self.cards.add(card)

    def note_agreeing(self) -> None:
        """Note uses that an order of the user's could explain, but not all of them.

        An order of unknown amounts may by chance cost what one of the thief does. That
        two of them do on one card, and more than there are such orders, is none; nor
        is it that two do in the minutes of the thief.
        """
        for same in self._round.values():
            if len(same) > 1:
                self.sure.update(use.key for use in same)
        for places in self._shadowed.values():
            uses = [self._uses[place] for place in places]
            most = max(self._shadows.over(use).orders for use in uses)
            if len({use.units for use in uses}) > 1 and len(uses) > most + 1:
                self.sure.update(use.key for use in uses)

    def _proposal(
        self,
        edges: Sequence[Edge],
        more: tuple[Reason, ...] = (),
        *,
        is_certain: bool = False,
        is_part: bool = False,
    ) -> Proposal:
        edge = edges[0]
        claim, use = self._claims[edge.claim], self._uses[edge.use]
        reasons = [edge.reason]
        if edge.is_converted:
            reasons.append(Reason.FOREIGN_CONVERTED)
        if edge.at_minute:
            reasons.insert(0, Reason.NOTICE_AT_THAT_MINUTE)
        elif use.notices and use.day == claim.day:
            reasons.append(Reason.NOTICE_THAT_DAY)
        if edge.is_labelled:
            reasons.append(Reason.CARD_LABEL)
        return Proposal(
            claims=(claim,),
            uses=(use,),
            reasons=(*reasons, *self._shop_reasons((edge.use,)), *more),
            is_certain=is_certain,
            is_part=is_part,
        )

    def _shop_reasons(self, places: Sequence[int]) -> tuple[Reason, ...]:
        named = all(self._uses[place].services for place in places)
        return (Reason.SAME_SHOP,) if named else ()


def is_round(use: Use) -> bool:
    """Tell whether many things cost just what was charged."""
    return use.units % _ROUND.get(use.currency, _ROUND_ELSEWHERE) == 0
