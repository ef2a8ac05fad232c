"""What servers say when they refuse a sign-in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.servers.answers import meaning_of, told_by
from torimodosu.recovery.mail.servers.trouble import ServerTrouble


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        ("[AUTHENTICATIONFAILED] Authentication failed.", "wrong_password"),
        ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "wrong_password"),
        ("LOGIN failed.", "wrong_password"),
        ("incorrect password or account name", "wrong_password"),
        ("[ALERT] Application-specific password required", "app_password"),
        ("[AUTHENTICATIONFAILED] Please use an app password", "app_password"),
        ("アプリパスワードを使ってください", "app_password"),
        ("[WEBALERT https://accounts.example/] Web login required.", "browser_only"),
        ("[ALERT] Please log in via your web browser", "browser_only"),
        ("BasicAuthBlocked-535", "browser_only"),
        ("[ALERT] Your account is not enabled for IMAP use.", "switched_off"),
        ("IMAP access is disabled for your domain.", "switched_off"),
        ("[ALERT] Too many simultaneous connections. (Failure)", "too_many"),
        ("[UNAVAILABLE] Maximum number of connections from user+IP", "too_many"),
        ("[LIMIT] slow down", "too_many"),
        ("[PRIVACYREQUIRED] Use TLS", "no_encryption"),
        ("computer says no", "refused"),
        ("", "refused"),
    ],
)
def test_an_answer_has_a_meaning(answer: str, trouble: str) -> None:
    assert meaning_of(answer) is ServerTrouble(trouble)


@given(st.text())
def test_every_answer_has_one(answer: str) -> None:
    assert meaning_of(answer) in ServerTrouble
    assert told_by(answer, secret="").isprintable()


def test_what_a_server_says_is_short_and_holds_no_password() -> None:
    password = "made-up"  # noqa: S105 -- made up
    told = told_by("no\r\n\x1b[31m such\tuser", secret=password)
    assert told == "no [31m such user"
    assert told_by("user made-up denied", secret=password) == ""
    assert len(told_by("x" * 10_000, secret="")) == 300
