"""Every state has words of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.seen import words_in
from tests.window.steps.two_step.person import CATALOGUE, EVENING
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.catalogue.service import Method
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.clock import ClockError, ClockStand, TimeTrouble
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)
from torimodosu.recovery.twostep.refusal import Refusal, RefusalCause
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.two_step.cause_words import cause_help, cause_title
from torimodosu.window.steps.two_step.causes import CausesCard
from torimodosu.window.steps.two_step.clock_words import (
    meaning_words,
    setting_words,
    stand_words,
    trouble_words,
)
from torimodosu.window.steps.two_step.first import FirstCard
from torimodosu.window.steps.two_step.method_words import method_name, method_worth
from torimodosu.window.steps.two_step.proven import proven_card
from torimodosu.window.steps.two_step.sight import Sight
from torimodosu.window.steps.two_step.trouble import trouble_part

OFF = ClockError(least=timedelta(seconds=46), most=timedelta(seconds=48))
FULL = StoreError(StoreTrouble.FULL, "no room")
BEGUN = Snapshot(at=EVENING, case=Case(number=1, answers=SHOP))


def test_every_cause_has_its_own_title_and_help() -> None:
    titles = {cause_title(cause) for cause in RefusalCause}
    helps = {cause_help(cause) for cause in RefusalCause}
    assert len(titles) == len(helps) == len(RefusalCause)


def test_every_method_has_its_own_name() -> None:
    assert len({method_name(method) for method in Method}) == len(Method)


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (Method.SMS, "talks the code out of you"),
        (Method.EMAIL, "As safe as your mailbox"),
        (Method.PASSKEY, "The strongest"),
        (Method.TOTP, ""),
    ],
)
def test_what_a_method_is_worth_is_told_plainly(method: Method, told: str) -> None:
    assert told in method_worth(method)


@pytest.mark.parametrize(
    ("platform", "told"),
    [
        ("win32", "Sync now"),
        ("darwin", "System Settings"),
        ("linux", "timedatectl set-ntp true"),
        ("freebsd14", "timedatectl set-ntp true"),
    ],
)
def test_the_clock_is_set_where_each_system_has_it(platform: str, told: str) -> None:
    assert told in setting_words(platform)


def test_every_stand_of_the_clock_has_its_own_words() -> None:
    assert len({stand_words(stand, OFF) for stand in ClockStand}) == len(ClockStand)
    assert all(meaning_words(stand) for stand in ClockStand)


def test_every_trouble_with_a_server_has_its_own_words() -> None:
    troubles = (*TimeTrouble, FULL)
    words = {trouble_words(trouble, "ntp.nict.jp") for trouble in troubles}
    assert len(words) == len(troubles)
    assert "nothing was sent" in trouble_words(FULL, "")


def test_what_is_settled_comes_before_what_else_it_may_be(
    qtbot: QtBot, look: Look
) -> None:
    settled = RefusalCause.USED_TWICE
    refusal = Refusal(settled=settled, likely=(RefusalCause.MISTYPED,))
    card = CausesCard(look, refusal)
    qtbot.addWidget(card)
    words = words_in(card)
    assert words.index("The code was used before") < words.index("A digit slipped")
    assert "What it was" in words


def test_of_a_shop_that_is_not_known_no_menu_is_made_up(
    qtbot: QtBot, look: Look
) -> None:
    sight = Sight.of(BEGUN, replace(CATALOGUE, services={}))
    card = FirstCard(look, sight)
    qtbot.addWidget(card)
    assert "We do not know the menus of this shop." in words_in(card)


def test_a_shop_with_codes_to_print_says_so(qtbot: QtBot, look: Look) -> None:
    sight = Sight.of(BEGUN, CATALOGUE)
    assert sight.two_step is not None
    giving = replace(sight.two_step, backup_codes=True, trusted_devices=None)
    card = FirstCard(look, replace(sight, two_step=giving))
    qtbot.addWidget(card)
    words = words_in(card)
    assert "Amazon.co.jp gives codes to print" in words
    assert "Take the trust" not in words


def test_what_is_proven_says_by_whom(qtbot: QtBot, look: Look) -> None:
    tries = tuple(
        CodeTry(at=EVENING, account="a", step=step, is_accepted=True)
        for step in range(2)
    )
    backup = Backup(
        form=BackupForm.SHEET, made_at=EVENING, accounts=("a",), restored_at=EVENING
    )
    state = TwoStepState(account="a", tries=tries, backups=(backup,))
    sight = Sight.of(replace(BEGUN, two_step=state), CATALOGUE)
    card = proven_card(look, sight, now=EVENING)
    qtbot.addWidget(card)
    words = words_in(card)
    assert words.count("The shop accepted a code") == 2
    assert words.count("You noted it: ") == 2
    assert "A backup holds the same key: A sheet of paper" in words
    assert "We read it back: " in words


def test_a_full_disk_is_told_with_what_is_safe(qtbot: QtBot, look: Look) -> None:
    part = trouble_part(look, FULL)
    qtbot.addWidget(part)
    assert "The disk is full" in words_in(part)
