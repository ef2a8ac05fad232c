"""Where an answer would go."""

import pytest

from tests.recovery.mail.judging.letters import GENUINE, catalogue, letter
from torimodosu.recovery.mail.judging.reply import Goes, Reply
from torimodosu.recovery.mail.judging.replying import reply_to
from torimodosu.recovery.mail.reader import read_message

SHOP = catalogue().services["amazon.co.jp"]


@pytest.mark.parametrize(
    ("sender", "fields", "address", "goes"),
    [
        (GENUINE, (), "auto-confirm@amazon.co.jp", Goes.UNREAD),
        ("A <cs-reply@amazon.co.jp>", (), "cs-reply@amazon.co.jp", Goes.FIRM),
        ("A <no-reply@amazon.co.jp>", (), "no-reply@amazon.co.jp", Goes.UNREAD),
        (
            GENUINE,
            ("Reply-To: desk@Henshin.example",),
            "desk@Henshin.example",
            Goes.STRANGER,
        ),
        (
            "Amazon <a@amazon.co.jp.x.example>",
            (),
            "a@amazon.co.jp.x.example",
            Goes.STRANGER,
        ),
        ("Amazon", (), "", Goes.NOWHERE),
    ],
    ids=["unread", "firm", "no reply", "reply-to", "look-alike", "nowhere"],
)
def test_it_is_told_who_would_get_an_answer(
    sender: str, fields: tuple[str, ...], address: str, goes: Goes
) -> None:
    message = read_message(letter(sender=sender, fields=fields))
    assert reply_to(message, SHOP) == Reply(address=address, goes=goes)


def test_of_a_mail_that_claims_nobody_it_is_not_known() -> None:
    message = read_message(letter(sender="hana@friend.example"))
    assert reply_to(message, None).goes is Goes.UNKNOWN
