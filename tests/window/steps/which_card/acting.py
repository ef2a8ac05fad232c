"""What a person does on the page, and what the work on the cards says."""

from dataclasses import replace

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.which_card.matching import Match, Matching
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.table import Table
from torimodosu.window.page import Action
from torimodosu.window.steps.which_card.page import WhichCardPage


def table(page: WhichCardPage, name: str) -> Table:
    found = [one for one in page.findChildren(Table) if one.accessibleName() == name]
    return found[-1]


def press(page: WhichCardPage, words: str) -> None:
    buttons = page.findChildren(Button)
    next(one for one in buttons if one.accessibleName().startswith(words)).click()


def primary(page: WhichCardPage) -> Action:
    action = page.buttons().primary
    assert action is not None
    return action


def work_of(snapshot: Snapshot) -> CardWork:
    assert snapshot.card_work is not None
    return snapshot.card_work


def disputed(snapshot: Snapshot) -> list[Match]:
    return [one for one in work_of(snapshot).matching.matches if one.is_disputed]


def begin_to_check(page: WhichCardPage, snapshot: Snapshot) -> int:
    """Look at the matches one by one, and return how many there are."""
    count = len(disputed(snapshot))
    press(page, f"Check each match ({count})")
    assert page.name == f"{count} match(es) to check"
    return count


def with_matching(snapshot: Snapshot, **changes: object) -> Snapshot:
    work = work_of(snapshot)
    matching: Matching = replace(work.matching, **changes)  # type: ignore[arg-type]
    return replace(snapshot, card_work=replace(work, matching=matching))
