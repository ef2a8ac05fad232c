"""Codes for a phone, which proves itself by its own."""

from functools import partial
from threading import Event

from tests.recovery.twostep.backup.accounts import ALL, BANK, SHOP
from tests.window.backup.owner import Owner
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.proof import BackupForm
from torimodosu.window.backup.phone_card import PhoneCard
from torimodosu.window.backup.qr_picture import QrPicture


def test_the_phone_proves_itself_by_its_codes(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    for place in range(1, len(ALL)):
        assert f"Code {place} of {len(ALL)}" in owner.words
        owner.press("It has read it: the next one")
    owner.press("My phone has them all")
    assert owner.wait_for_backup().form is BackupForm.PHONE
    assert owner.drill.maker.codes == ()
    owner.press("Read it back")
    owner.type("backup-code", "000000")
    owner.press("Compare")
    owner.wait_for("belongs to none of your accounts here")
    for number, account in enumerate(ALL, 1):
        owner.type("backup-code", code_at(account, owner.clock.now()).code)
        owner.press("Compare")
        owner.wait(partial(has_shown, owner, number))
    owner.wait_until_restored()


def has_shown(owner: Owner, count: int) -> bool:
    """Tell whether the codes of so many accounts were compared."""
    attempt = owner.drill.reader.attempt
    return attempt is not None and len(attempt.shown) == count


def test_the_codes_on_the_screen_are_those_of_the_accounts(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    sight = owner.ports.lock.sight
    for account in ALL:
        (text,) = sight.codes_in_image(picture(owner).grab().toImage())
        assert read_export(text.encode()).accounts == (account,)
        if account is not ALL[-1]:
            owner.press("It has read it: the next one")
    owner.press("Back one code")
    assert owner.drill.maker.at == len(ALL) - 2


def picture(owner: Owner) -> QrPicture:
    """Return the code that is shown."""
    found = owner.panel.findChildren(QrPicture)
    (shown,) = [one for one in found if one.isVisibleTo(owner.panel)]
    return shown


def test_google_authenticator_takes_all_at_once(owner: Owner) -> None:
    for kept in (owner.kept[1], owner.kept[3]):  # which its codes cannot hold
        owner.authenticator.remove(kept)
    owner.wait(lambda: len(owner.authenticator.accounts) == 2)
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    owner.press("All at once, for Google Authenticator")
    (shown,) = owner.drill.maker.codes
    assert shown.accounts == (SHOP, BANK)
    assert "choose to import accounts" in owner.words
    owner.press("One by one, for any authenticator")
    assert len(owner.drill.maker.codes) == 2


def test_codes_that_no_such_move_can_hold_are_not_offered(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    assert "All at once" not in owner.words
    owner.press("Leave it")
    assert not owner.panel.findChildren(PhoneCard)[0].isVisible()
    assert owner.drill.maker.codes == ()


def test_nothing_secret_stays_when_the_room_is_left(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    owner.drill.forget()
    assert owner.drill.maker.codes == ()
    assert owner.drill.maker.way is None
    assert not owner.panel.findChildren(QrPicture)[0].isVisible()


def test_neither_what_is_shown_nor_what_is_read_tells_a_secret(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    assert "secret" not in repr(owner.drill.maker.codes)


def test_a_keychain_that_answers_at_once_is_not_told_to_be_slow(owner: Owner) -> None:
    asked, answers = Event(), Event()
    owner.keychain.hold_back(asked, answers)
    owner.press("Show the codes")
    # Nothing has happened since, so no time was told to have passed.
    assert "Let your phone read the codes" in owner.words
    assert "opening its keychain" not in owner.words
    owner.wait(asked.is_set)
    owner.wait(lambda: "opening its keychain" in owner.words)
    answers.set()
    owner.wait(lambda: bool(owner.drill.maker.codes))
    assert "opening its keychain" not in owner.words
