"""What is shown: the way with no case, and through the practice incident."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.contracts.cases import SHOP
from tests.screens.camera import Camera
from tests.screens.selection import LANGUAGES, Selection, Setting
from tests.screens.states import shoot_states
from tests.window.scene import (
    SaturdayEvening,
    call_card_company,
    look_at_logins,
    look_through_passwords,
    practice_store,
    read_statements,
    remove_stale_login,
    set_up_two_step,
    sort_orders,
    type_codes,
)
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.advice import open_steps
from torimodosu.recovery.plan.snapshot import Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Theme
from torimodosu.window.place import Place, View

PLACES: tuple[Place, ...] = (*View, *Step)
ABOUT_CARDS: tuple[Place, ...] = (Step.WHICH_CARD, Step.SCHEDULE, Step.STATEMENTS)
WITHOUT_MAILS: tuple[Place, ...] = (
    *(View.OVERVIEW, Step.READ_MAIL, Step.CHECK_EVIDENCE, Step.SORT_ORDERS),
    *(Step.STILL_GOING, Step.WHICH_CARD, Step.SCHEDULE, Step.CLOSING),
)
# What the README shows.
SHOWN: tuple[tuple[str, Place, Theme], ...] = (
    ("overview", View.OVERVIEW, Theme.LIGHT),
    ("orders", Step.SORT_ORDERS, Theme.LIGHT),
    ("cards", Step.WHICH_CARD, Theme.DARK),
)


def take_all(
    app: QApplication, scratch: Path, out: Path, selection: Selection
) -> Iterator[Path]:
    """Save the selected pictures below *out*."""
    out.mkdir(parents=True, exist_ok=True)
    yield from _without_a_case(app, scratch, out, selection)
    store = practice_store(scratch)
    case = store.all()[0]
    camera = Camera(app, store, out, selection)
    yield from camera.shoot("unsorted", (View.OVERVIEW, Step.SORT_ORDERS))
    yield from _damaged(camera, store, case)
    now = SaturdayEvening().now()
    sort_orders(store, case, at=now)
    call_card_company(store, case, at=now)
    yield from camera.shoot("way", PLACES)
    yield from shoot_states(camera, "way", scratch / "brought")
    read_statements(store, case)
    yield from camera.shoot("cards", ABOUT_CARDS)
    look_at_logins(store, case)
    yield from camera.shoot("conflict", (Step.SIGN_IN,))
    remove_stale_login(store, case)
    look_at_logins(store, case)
    yield from camera.shoot("fixed", (Step.SIGN_IN, Step.TAKE_BACK))
    look_through_passwords(store, case)
    yield from camera.shoot("queue", (Step.REUSE,))
    yield from _two_step(camera, store, case)


def _without_a_case(
    app: QApplication, scratch: Path, out: Path, selection: Selection
) -> Iterator[Path]:
    (scratch / "empty").mkdir()
    store = Store.at(scratch / "empty" / "cases.sqlite")
    camera = Camera(app, store, out, selection)
    yield from camera.shoot("new", (*View, Step.QUESTIONS))
    now = SaturdayEvening().now()
    case = store.open(SHOP, at=now, is_practice=False)
    yield from camera.shoot("begun", PLACES)
    yield from shoot_states(camera, "begun", scratch / "brought")
    store.say(case, Step.READ_MAIL, at=now)
    yield from camera.shoot("no_mails", WITHOUT_MAILS)
    left = open_steps(store.snapshot(case, at=now))
    store.say(case, Step.CLOSING, at=now, left=left)
    yield from camera.shoot("closed", (View.OVERVIEW, Step.CLOSING))
    store.say(case, Step.CLOSING, at=now, left=left[2:])
    yield from camera.shoot("opened", (View.OVERVIEW, Step.CLOSING))


def _damaged(camera: Camera, store: Store, case: Case) -> Iterator[Path]:
    """Save what is told of kept mails that are gone, and of the word that they stay."""
    about = (View.OVERVIEW, Step.READ_MAIL, Step.CHECK_EVIDENCE)
    at = store.snapshot(case, at=SaturdayEvening().now()).read_at
    if at is None:
        raise ValueError(case)
    store.verified(case, Verification(at=at, faults=2))
    yield from camera.shoot("damaged", about)
    store.say(case, Step.CHECK_EVIDENCE, at=at)
    yield from camera.shoot("accepted", about)
    store.verified(case, Verification(at=at, faults=0))
    store.take_back(case, Step.CHECK_EVIDENCE, at=at)


def _two_step(camera: Camera, store: Store, case: Case) -> Iterator[Path]:
    """Save the page with its first code, refused, and with the backup ahead."""
    kept = set_up_two_step(store, case, camera.keychain)
    now = SaturdayEvening().now()
    for name, said in (
        ("code", ()),
        ("refused", (False,)),
        ("second", (True,)),
        ("backup", (True, True)),
    ):
        store.lock_records.forget_tries(case, at=now)
        type_codes(store, case, kept, *said)
        yield from camera.shoot(name, (Step.TWO_STEP,))


def take_for_readme(app: QApplication, scratch: Path, out: Path) -> Iterator[Path]:
    """Save the pictures that the README shows below *out*."""
    out.mkdir(parents=True, exist_ok=True)
    store = practice_store(scratch)
    case = store.all()[0]
    now = SaturdayEvening().now()
    sort_orders(store, case, at=now)
    call_card_company(store, case, at=now)
    read_statements(store, case)
    camera = Camera(app, store, out, Selection())
    for language in LANGUAGES:
        for name, place, theme in SHOWN:
            setting = Setting(language=language, theme=theme)
            yield camera.shoot_one(setting, place, f"{name}-{language.value}")
