import re
from datetime import UTC
from decimal import Decimal

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import OrderState
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.files import PracticeDatabase, PracticeFile
from torimodosu.recovery.practice.incident import practice_files
from torimodosu.recovery.practice.letter import JAPAN, Letter
from torimodosu.recovery.practice.mailbox import all_letters
from torimodosu.recovery.practice.purchase import FRAUD, OWN, REFUSED
from torimodosu.recovery.practice.writing import write_mail, write_mbox
from torimodosu.resources import resource

FILES = {file.path: file for file in practice_files()}
LETTERS = all_letters()


def _content(path: str) -> bytes:
    file = FILES[path]
    assert isinstance(file, PracticeFile)
    return file.content


def test_it_is_the_same_every_time() -> None:
    assert list(practice_files()) == list(FILES.values())


def test_its_paths_are_ascii_and_stay_below_the_folder() -> None:
    for path in FILES:
        assert path.isascii()
        assert not path.startswith("/")
        assert not set(path) & set('\\:*?"<>|')
        assert ".." not in path.split("/")


def test_it_has_about_sixty_mails_of_every_kind() -> None:
    numbers = expected()
    assert 55 <= numbers.mails <= 65
    assert set(numbers.kinds) == set(MailKind)
    assert sum(numbers.kinds.values()) == numbers.mails
    assert len({letter.message_id for letter in LETTERS}) == numbers.mails


def test_the_loss_reconciles_to_the_yen() -> None:
    loss = expected().loss
    told = [purchase for purchase in FRAUD if purchase.total is not None]
    assert loss.total == sum(purchase.total or 0 for purchase in told)
    assert loss.gift_card == sum(purchase.gift_card or 0 for purchase in told)
    assert loss.points == sum(purchase.points or 0 for purchase in told)
    assert loss.card == sum(purchase.card or 0 for purchase in told)
    assert loss.unknown == sum(purchase.unknown or Decimal(0) for purchase in told)
    assert loss.gift_card + loss.points + loss.card + loss.unknown == loss.total
    assert loss.open_orders == len(FRAUD) - len(told)


def test_fourteen_orders_come_within_an_hour() -> None:
    numbers = expected()
    assert numbers.loss.orders == 14
    assert (numbers.last - numbers.first).total_seconds() < 3600
    assert all(purchase.state is OrderState.REFUSED for purchase in REFUSED)


def test_no_order_number_is_used_twice() -> None:
    numbers = [purchase.number for purchase in (*FRAUD, *REFUSED, *OWN)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.message_id)
def test_a_mail_is_written_with_short_ascii_headers_and_crlf(letter: Letter) -> None:
    raw = write_mail(letter, with_labels=True)
    head = raw.partition(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) <= 100
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.message_id)
def test_everybody_but_shops_and_card_issuers_is_made_up(letter: Letter) -> None:
    catalogue = load_catalogue(resource("catalogue"))
    addresses = [letter.sender, letter.recipient, letter.reply_to]
    for address in filter(None, addresses):
        host = address.address.rpartition("@")[2]
        is_known = catalogue.service_of(host) or catalogue.issuer_of(host)
        assert is_known or host.endswith(".example")


def test_some_mails_are_of_another_day_in_utc_than_in_japan() -> None:
    shifted = {
        letter.kind
        for letter in LETTERS
        if letter.sent.astimezone(UTC).date() != letter.sent.astimezone(JAPAN).date()
    }
    assert {MailKind.CANCELLATION, MailKind.SIGN_IN_ALERT} <= shifted


def test_a_line_that_begins_with_from_is_quoted_in_the_mbox() -> None:
    mbox = _content("mail/takeout/all-mail.mbox")
    assert b"\r\n>From now on" in mbox
    separators = re.findall(rb"(?:^|\r\n)From \d+@xxx ", mbox)
    assert len(separators) == expected().mails - 2


def test_saved_mails_are_copies_of_mails_in_the_mbox() -> None:
    mbox = _content("mail/takeout/all-mail.mbox")
    order, hold = _content("mail/saved/order.eml"), _content("mail/saved/hold.eml")
    assert order in mbox
    assert order.startswith(b"X-Gmail-Labels")
    assert hold in mbox
    assert b"X-Gmail-Labels" not in hold


def test_old_mails_hold_half_width_kana_in_iso_2022_jp() -> None:
    (letter,) = (one for one in LETTERS if FRAUD[3].number in one.text)
    raw = write_mail(letter)
    assert b"charset=ISO-2022-JP" in raw
    assert b"\x1b(I" in raw


def test_no_profile_holds_a_password() -> None:
    database = FILES["home/.config/chromium/Default/Login Data"]
    assert isinstance(database, PracticeDatabase)
    firefox = _content("home/.config/mozilla/firefox/practice1.default-esr/logins.json")
    for text in (database.script, firefox.decode()):
        assert "practice: no password here" in text
        assert "v10" not in text


def test_the_mbox_of_no_mail_is_empty() -> None:
    assert write_mbox([]) == b""
