"""Account mails of whoever wishes the program ill."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.test_account_mail import CHANGED, Event, kinds, mail, read
from torimodosu.recovery.mail.kind import MailKind


@given(st.text(), st.text(), st.sampled_from(MailKind))
def test_whatever_a_mail_holds_is_read(text: str, subject: str, kind: MailKind) -> None:
    events = read(mail(text, subject=subject), kind)
    assert len({event.kind for event in events}) == len(events)


WORDS = ["パスワード", "メールアドレスは", "から", "a@b", "変更", "password ", "from "]
ODD = ["> ", "-" * 40, "\n", "\n \n", "。", ". ", "on ", "に", " to ", "　", "wrote:"]


@given(st.lists(st.sampled_from([*WORDS, *ODD]), max_size=400).map("".join))
def test_a_mail_made_of_the_words_is_read_too(text: str) -> None:
    for event in read(mail(text), CHANGED):
        for address in (event.old_address, event.new_address):
            assert address == "" or re.fullmatch(r"[^\s@]+@[^\s@]+", address)


@pytest.mark.parametrize(
    "piece", ["-", "_ ", "> ", "メールアドレスは", "a@", "\n ", "on wrote:", "からa@b"]
)
def test_hostile_text_is_read_in_passing(piece: str) -> None:
    # What took more than linear time would not come to an end here.
    message = mail(piece * 200_000, subject=piece * 200_000)
    assert kinds(read(replace(message, html_text=message.text), CHANGED)) == [
        Event.CHANGED
    ]
