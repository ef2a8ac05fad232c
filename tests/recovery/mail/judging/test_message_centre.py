"""What to look for behind the sign-in of the shop."""

from dataclasses import replace

from tests.recovery.mail.judging.letters import catalogue, letter
from torimodosu.recovery.mail.judging.message_centre import look_for
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message

MESSAGE = read_message(letter())


def test_subject_and_time_are_those_of_the_mail() -> None:
    shop = catalogue().services["amazon.co.jp"]
    wanted = look_for(MESSAGE, MailKind.ORDER_CONFIRMATION, shop)
    assert wanted is not None
    assert (wanted.subject, wanted.at) == (MESSAGE.subject, MESSAGE.date)
    assert wanted.centre.path[0] == "アカウントサービス"
    assert not wanted.is_never_there


def test_the_ways_to_ask_without_signing_in_come_with_it() -> None:
    shop = catalogue().services["amazon.co.jp"]
    route = next(one for one in shop.contacts if one.needs_sign_in is False)
    others = (replace(route, needs_sign_in=True), replace(route, needs_sign_in=None))
    known = replace(shop, contacts=(*others, route))
    wanted = look_for(MESSAGE, MailKind.ORDER_CONFIRMATION, known)
    assert wanted is not None
    assert wanted.contacts == (route,)


def test_codes_are_never_there() -> None:
    shop = catalogue().services["amazon.co.jp"]
    wanted = look_for(MESSAGE, MailKind.SECURITY_CODE, shop)
    assert wanted is not None
    assert wanted.is_never_there


def test_who_has_no_such_place_is_not_looked_at() -> None:
    issuer = next(iter(catalogue().issuers.values()))
    assert look_for(MESSAGE, MailKind.OTHER, issuer) is None
    assert look_for(MESSAGE, MailKind.OTHER, None) is None
