"""What is said about answering a mail."""

import pytest

from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.reply import Goes, Reply
from torimodosu.window.steps.judge.reply_words import reply_title, reply_words

NAME = "Amazon.co.jp"


@pytest.mark.parametrize("goes", Goes)
def test_it_is_said_where_an_answer_would_go(goes: Goes) -> None:
    address = "" if goes is Goes.NOWHERE else "desk@shop.example"
    words = reply_words(Reply(address=address, goes=goes), NAME)
    assert address in words
    assert (NAME in words) is (goes in {Goes.FIRM, Goes.STRANGER})


@pytest.mark.parametrize(
    ("goes", "verdict", "is_left"),
    [
        (Goes.STRANGER, Verdict.CANNOT_TELL, True),
        (Goes.STRANGER, Verdict.GENUINE, True),
        (Goes.FIRM, Verdict.NOT_GENUINE, True),
        (Goes.FIRM, Verdict.CANNOT_TELL, False),
        (Goes.UNREAD, Verdict.GENUINE, False),
    ],
)
def test_a_forged_mail_and_one_for_strangers_are_not_answered(
    goes: Goes, verdict: Verdict, *, is_left: bool
) -> None:
    title = reply_title(Reply(address="a@b.example", goes=goes), verdict)
    assert (title == "Do not answer this mail") is is_left
