"""From the QR code to two accepted codes."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.contracts.cases import OTHER
from tests.contracts.cases import SHOP as CASE
from tests.window.seen import words_in
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.practice.two_step import two_step_files
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.dropped import FileKind
from torimodosu.window.place import View
from torimodosu.window.steps.two_step.sight import Stand

SHORT = replace(SHOP, secret=b"0123456789")
ELSEWHERE = replace(SHOP, issuer="Google", secret=b"another secret, made up")
COUNTED = OtpAccount(
    type=OtpType.HOTP, issuer="Amazon", name="taro", secret=SHOP.secret, period=0
)


def test_without_a_case_it_asks_for_the_shop(person: Person) -> None:
    person.open()
    chosen: list[object] = []
    person.page.place_chosen.connect(chosen.append)
    person.press("Answer five questions")
    assert len(chosen) == 1


def test_before_it_starts_it_says_what_the_shop_wants_first(person: Person) -> None:
    person.open_case(CASE)
    words = person.words
    for told in (
        "Your phone number comes first",
        "Take the trust from every device",
        "2段階認証の設定をリセット",
        "No codes to print",
        "What text messages are worth",
        "認証アプリ",
        "Read it from the screen",
    ):
        assert told in words


def test_a_shop_without_an_authenticator_says_what_it_has(person: Person) -> None:
    person.open_case(OTHER)
    assert person.page.desk.sight.stand is Stand.NO_APP
    assert "Passkeys" in person.words
    assert "Mails with a code" in person.words
    assert "Read it from the screen" not in person.words
    done = person.page.buttons().primary
    assert done is not None
    assert done.words == "I have done this"


def test_two_codes_in_a_row_are_proof_that_the_clocks_agree(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.stands(Stand.FIRST_CODE)
    assert person.wait_for_code() == code_at(SHOP, person.clock.now()).code
    person.say(is_accepted=True)
    person.stands(Stand.SECOND_CODE)
    person.clock.go_on(seconds=30)
    person.say(is_accepted=True)
    person.stands(Stand.BACKUP)
    first, second = person.snapshot.two_step.tries
    assert second.step == first.step + 1
    assert person.snapshot.two_step.is_accepted_twice


def test_a_code_that_was_accepted_proves_nothing_more(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.say(is_accepted=True)
    person.stands(Stand.SECOND_CODE)
    person.wait_for("This one is used up. Wait for the next one.")
    primary, secondary = person.page.buttons().primary, person.page.buttons().secondary
    assert primary is not None
    assert secondary is not None
    assert primary.held_back
    assert secondary.held_back
    person.clock.go_on(seconds=30)
    view = person.page.cards.code_card
    assert view is not None
    view.view.look_at_clock()
    primary = person.page.buttons().primary
    assert primary is not None
    assert not primary.held_back
    assert "used up" not in person.words


def test_codes_of_a_counter_follow_each_other(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(COUNTED)
    person.say(is_accepted=True)
    following = code_at(replace(COUNTED, counter=1), person.clock.now()).code
    person.wait(lambda: person.wait_for_code() == following)
    person.say(is_accepted=True)
    person.stands(Stand.BACKUP)
    assert [one.step for one in person.snapshot.two_step.tries] == [0, 1]


def test_a_short_key_is_told_once(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(SHORT)
    person.wait_for("The key of this shop is short")
    assert "It has 80 bits where 128 are advised." in person.words
    person.say(is_accepted=True)
    person.stands(Stand.SECOND_CODE)
    assert "The key of this shop is short" not in person.words


def test_an_account_of_somebody_else_is_asked_about(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(ELSEWHERE)
    person.wait_for("Is this the account of Amazon.co.jp?")
    assert "made by Google" in person.words
    person.press("Choose another")
    person.stands(Stand.SET_UP)
    assert person.snapshot.two_step.account == ""


def test_an_account_that_is_kept_already_is_one_press_away(person: Person) -> None:
    other, kept = person.keep(ELSEWHERE), person.keep(SHOP)
    person.open_case(CASE)
    assert person.words.index("Amazon · taro") < person.words.index("Google · taro")
    assert person.buttons(f"choose-{other.id}")
    person.press(f"choose-{kept.id}")
    person.stands(Stand.FIRST_CODE)
    assert person.wait_for_code() == code_at(SHOP, person.clock.now()).code


def test_of_several_accounts_that_of_the_shop_is_taken(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(ELSEWHERE, SHOP)
    person.stands(Stand.FIRST_CODE)
    assert person.wait_for_code() == code_at(SHOP, person.clock.now()).code
    assert len(person.vault.all()) == 2


@pytest.mark.parametrize(
    ("trouble", "title"),
    [
        (KeychainTrouble.LOCKED, "The keychain is locked"),
        (KeychainTrouble.NONE, "This computer has no safe place for secrets"),
    ],
)
def test_without_a_keychain_nothing_is_kept_and_it_says_so(
    person: Person, trouble: KeychainTrouble, title: str
) -> None:
    person.open_case(CASE)
    person.keychain.trouble = trouble
    person.show_qr(SHOP)
    person.wait_for(title)
    assert person.keychain.secrets == {}
    assert person.vault.all() == []
    person.keychain.trouble = None
    person.press("Try again")
    person.stands(Stand.FIRST_CODE)
    assert title not in person.words


def test_a_locked_keychain_can_be_asked_again_for_the_code(person: Person) -> None:
    kept = person.keep()
    person.open_case(CASE)
    person.keychain.trouble = KeychainTrouble.LOCKED
    person.press(f"choose-{kept.id}")
    person.wait_for("The keychain is locked")
    primary = person.page.buttons().primary
    assert primary is not None
    assert primary.held_back
    person.keychain.trouble = None
    person.press("Try again")
    assert person.wait_for_code() == code_at(SHOP, person.clock.now()).code


def test_an_account_that_was_removed_is_missed(person: Person) -> None:
    kept = person.keep()
    person.open_case(CASE)
    person.press(f"choose-{kept.id}")
    person.wait_for_code()
    person.authenticator.remove(kept)
    person.wait_for("This account is no longer in your authenticator")
    person.press("Read the QR code again")
    person.stands(Stand.SET_UP)


def test_no_secret_is_held_while_the_page_is_away(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(SHOP)
    code = person.wait_for_code()
    views = person.page.findChildren(CodeView)
    person.page.hide()
    assert person.page.desk.codes.account is None
    assert not [view for view in views if view.code is not None]
    assert code not in words_in(person.page).replace(" ", "")
    person.page.show()
    assert person.wait_for_code() == code_at(SHOP, person.clock.now()).code


def test_who_uses_a_phone_says_so_and_can_take_it_back(person: Person) -> None:
    person.open_case(CASE)
    person.page.said.connect(person.case_file.say)
    person.page.taken_back.connect(person.case_file.take_back)
    done = person.page.buttons().secondary
    assert done is not None
    done.run()
    person.stands(Stand.SAID)
    undo = person.page.buttons().secondary
    assert undo is not None
    undo.run()
    person.stands(Stand.SET_UP)


def test_the_backup_may_wait(person: Person) -> None:
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.say(is_accepted=True)
    person.clock.go_on(seconds=30)
    person.say(is_accepted=True)
    person.stands(Stand.BACKUP)
    chosen: list[object] = []
    person.page.place_chosen.connect(chosen.append)
    assert person.page.buttons().primary is None
    later = person.page.buttons().secondary
    assert later is not None
    later.run()
    assert chosen == [View.OVERVIEW]


def test_a_picture_may_be_dropped_anywhere_on_the_window(
    person: Person, tmp_path: Path
) -> None:
    (file,) = two_step_files()
    picture = tmp_path / "shop.png"
    picture.write_bytes(file.content)
    person.open_case(CASE)
    assert person.page.takes is FileKind.TWO_STEP
    person.page.take_files([str(picture)])
    person.stands(Stand.FIRST_CODE)
    assert person.page.takes is None
