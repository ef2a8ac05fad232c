"""What the page of a step says in its header, and what the rail shows beside it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.any_snapshot import any_snapshot
from tests.window.scene import shipped_catalogue
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.new_password import PasswordStand, password_stand
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import STEPS_OF, Step
from torimodosu.window.frame import Frame
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import words_of
from torimodosu.window.page import Page
from torimodosu.window.place import Place, View
from torimodosu.window.rail import Rail, phase_state
from torimodosu.window.steps.overview.page import OverviewPage
from torimodosu.window.steps.password.stands import title_of as password_title
from torimodosu.window.steps.reuse.title import title_of as reuse_title
from torimodosu.window.steps.sign_in.sight import Sight as SignInSight
from torimodosu.window.steps.sign_in.stand_words import stand_title as sign_in_title
from torimodosu.window.steps.statements.title import title_of as statements_title
from torimodosu.window.steps.two_step.sight import Sight as TwoStepSight
from torimodosu.window.steps.two_step.stand_words import stand_title as lock_title
from torimodosu.window.steps.which_card.headline import why_words
from torimodosu.window.steps.which_card.sight import Sight as CardSight
from torimodosu.window.steps.which_card.sight import Stand as CardStand
from torimodosu.window.words.way import phase_name, step_name

PROVEN, SAID, OPEN = StepState.PROVEN, StepState.SAID, StepState.OPEN
DONE, TO_DO = {PROVEN, SAID}, {StepState.HERE, OPEN}
# What each title claims; every other one leaves the step open.
CLAIMS: Mapping[str, StepState] = {
    "There are no mails, as you say": SAID,
    "2 thing(s) stay changed, as you say": SAID,
    "The evidence is whole": PROVEN,
    "It has stopped, as you say": SAID,
    "Fixed: no old password is left": PROVEN,
    "You are in again": SAID,
    "You have looked everywhere": SAID,
    "The new password is in place": PROVEN,
    "A browser still has the old one": SAID,
    "Changed, and no browser has saved it": SAID,
    "Changed, as you say": SAID,
    "The second lock works": PROVEN,
    "You have set up the two-step check": SAID,
    "Nothing is left to change": PROVEN,
    "All are changed, as you say": SAID,
    "Every statement of the cards that the shop has is read": PROVEN,
    "Every statement is read, or clean as you say": SAID,
    "The case is closed, as you say": SAID,
}


def of_title(title: str) -> StepState:
    """Return what *title* claims."""
    if title.endswith("kept safe") or title.startswith("Up to "):
        return PROVEN
    return CLAIMS.get(title, OPEN)


def of_orders(page: Page, snapshot: Snapshot) -> StepState:
    """Return what the page of the orders claims; its title may be about the loss."""
    page.snapshot = snapshot
    heading = page.heading()
    is_sorted = heading.why.startswith("Every order has your verdict.")
    is_empty = heading.title == "Your mails tell of no order"
    return PROVEN if is_sorted or is_empty else OPEN


def of_cards(snapshot: Snapshot) -> StepState:
    """Return what the page claims that tells which card was charged."""
    sight = CardSight.of(snapshot)
    why = why_words(sight)
    if why.startswith("You said on"):
        return SAID
    is_answer = sight.stand in {CardStand.CHARGED, CardStand.NONE_CHARGED}
    return PROVEN if is_answer and "Not every card is settled" not in why else OPEN


def of_password(snapshot: Snapshot) -> StepState:
    """Return what the page of the password claims; at first it makes one."""
    stand = password_stand(snapshot)
    return OPEN if stand is PasswordStand.OPEN else of_title(password_title(stand))


def of_page(page: Page, snapshot: Snapshot) -> StepState:
    """Return what the title of *page* claims."""
    page.snapshot = snapshot
    return of_title(page.heading().title)


TITLES: Mapping[Step, Callable[[Snapshot], str]] = {
    Step.SIGN_IN: lambda one: sign_in_title(SignInSight.of(one)),
    Step.TWO_STEP: lambda one: lock_title(TwoStepSight.of(one, shipped_catalogue())),
    Step.REUSE: lambda one: reuse_title(one, is_reading=False),
    Step.STATEMENTS: lambda one: statements_title(one, is_reading=False),
}
PAGES = (
    *(Step.READ_MAIL, Step.CHECK_EVIDENCE, Step.STILL_GOING, Step.TAKE_BACK),
    Step.CLOSING,
)


def claims_of(pages: Mapping[Step, Page], snapshot: Snapshot) -> dict[Step, StepState]:
    """Return what the page of each step claims that finds something."""
    return {
        **{step: of_title(title(snapshot)) for step, title in TITLES.items()},
        **{step: of_page(pages[step], snapshot) for step in PAGES},
        Step.SORT_ORDERS: of_orders(pages[Step.SORT_ORDERS], snapshot),
        Step.WHICH_CARD: of_cards(snapshot),
        Step.PASSWORD: of_password(snapshot),
    }


def test_no_page_says_of_its_step_what_the_rail_does_not(
    qtbot: QtBot, frame: Frame
) -> None:
    pages = {step: frame.book.build(step) for step in Step}
    for page in pages.values():
        qtbot.addWidget(page)

    @settings(max_examples=40, deadline=None)
    @given(any_snapshot())
    def agree(snapshot: Snapshot) -> None:
        states = {step: state_of(step, snapshot) for step in Step}
        done = {
            step: state if state in DONE else OPEN for step, state in states.items()
        }
        claimed = claims_of(pages, snapshot)
        assert claimed == {step: done[step] for step in claimed}
        for step, page in pages.items():
            page.snapshot = snapshot
            told = None if states[step] in TO_DO else states[step]
            assert (step, page.told().state) == (step, told)

    agree()


def test_the_rail_says_of_every_step_what_is_so_wherever_the_person_is(
    qtbot: QtBot, look: Look
) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)

    @settings(max_examples=30, deadline=None)
    @given(any_snapshot(), st.sampled_from([*Step, *View]))
    def agree(snapshot: Snapshot, place: Place) -> None:
        states = {step: state_of(step, snapshot) for step in Step}
        rail.show_way(snapshot, place)
        entries = {one.accessibleName(): one for one in rail.entries()}
        for phase, steps in STEPS_OF.items():
            entry = entries[phase_name(phase)]
            state = phase_state([states[step] for step in steps])
            assert entry.accessibleDescription() == words_of(state)
        for step, state in states.items():
            inner = entries.get(step_name(step))
            if inner is not None:
                said = (step, inner.accessibleDescription())
                assert said == (step, words_of(state))

    agree()


def test_the_overview_says_that_all_is_done_where_the_rail_shows_nothing_to_do(
    qtbot: QtBot, look: Look
) -> None:
    page = OverviewPage(look, Snapshot(at=FRIDAY_NIGHT))
    qtbot.addWidget(page)

    @settings(max_examples=100, deadline=None)
    @given(any_snapshot(), st.booleans())
    def agree(snapshot: Snapshot, is_over: bool) -> None:  # noqa: FBT001 -- drawn
        if is_over:
            snapshot = replace(snapshot, said=dict.fromkeys(Step, snapshot.at))
        page.snapshot = snapshot
        states = {state_of(step, snapshot) for step in Step}
        title = page.heading().title
        is_next = title == "There is one thing to do next"
        assert is_next == (StepState.HERE in states)
        if title == "Everything is done":
            assert states.isdisjoint({*TO_DO, StepState.LATER})
        if states.isdisjoint({*TO_DO, StepState.LATER}):
            assert not is_next

    agree()
