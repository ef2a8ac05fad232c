"""Of what is called certain in months of known truth nothing is ever wrong."""

from collections import Counter

from tests.benchmarks.pairs import say
from tests.recovery.statements.which_card.months import month
from tests.recovery.statements.which_card.truth import Month, wrong

SHORT, LONG = 200, 10_000


def test_what_is_certain_or_excluded_is_never_wrong(*, long_form: bool) -> None:
    count = LONG if long_form else SHORT
    faults: list[str] = []
    verdicts: Counter[str] = Counter()
    matches: Counter[str] = Counter()
    for seed in range(count):
        made = month(seed)
        faults += [f"month {seed}: {fault}" for fault in wrong(made)]
        verdicts.update(told(made))
        matches.update(judged(made))
    say(f"{count} months, {len(faults)} faults")
    say(f"     cards: {shares(verdicts)}")
    say(f"     strange orders' uses that were read: {shares(matches)}")
    assert faults == []
    # A solver that never dares to say anything would be right as well.
    assert matches["certain"] > matches.total() / 5
    assert verdicts["charged, certain"] > verdicts["charged, not_covered"]


def told(one: Month) -> list[str]:
    """Tell for each card what it is called, and whether the thief used it."""
    found = one.situation.solved().findings
    used = {True: "charged", False: "not charged"}
    return [
        f"{used[each.card in one.cards_of_thief]}, {each.verdict.value}"
        for each in found
    ]


def judged(one: Month) -> list[str]:
    """Tell for each use of the thief that was read how far it is explained."""
    solved = one.situation.solved()
    best: dict[str, str] = {}
    for match in solved.matches:
        if match.amount > 0 and match.is_disputed:
            for key in (*match.charges, *match.notices):
                if best.get(key) != "certain":
                    best[key] = "certain" if match.is_certain else "possible"
    return [
        best.get(key, "undecided")
        for key, uses in one.by_key.items()
        if all(use.is_of_thief and use.amount > 0 for use in uses)
    ]


def shares(counted: Counter[str]) -> str:
    return ", ".join(
        f"{what} {count} ({100 * count / counted.total():.1f} %)"
        for what, count in counted.most_common()
    )


def test_a_month_can_be_made_again() -> None:
    assert month(7).uses == month(7).uses
    assert len({str(month(seed).uses) for seed in range(50)}) > 40
