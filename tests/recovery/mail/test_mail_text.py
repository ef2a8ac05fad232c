"""A mail as a text for somebody else."""

from dataclasses import replace

import pytest

from tests.recovery.mail.judging.letters import letter
from torimodosu.recovery.mail.mail_text import Labels, mail_text, visible
from torimodosu.recovery.mail.message import Address, Link, Message
from torimodosu.recovery.mail.reader import read_message

LABELS = Labels(
    sender="From",
    replies="Answers go to",
    date="Date",
    subject="Subject",
    message_id="Message-ID",
    text="Words",
    links="Links",
    attachments="Attachments",
)
HTML = '<p>お客様へ</p><p><a href="https://evil.example/x">https://www.amazon.co.jp/</a></p>'


PLAIN = read_message(letter())


def shown_of(message: Message) -> str:
    return mail_text(message, LABELS, date="20 March", verdict=["This mail is forged"])


def text(raw: bytes) -> str:
    return shown_of(read_message(raw))


def test_the_verdict_stands_above_the_mail() -> None:
    shown = text(letter(fields=("Reply-To: desk@henshin.example",)))
    assert shown.startswith("This mail is forged\n")
    for line in (
        "From: Amazon.co.jp <auto-confirm@amazon.co.jp>",
        "Answers go to: <desk@henshin.example>",
        "Date: 20 March",
        "Subject: Amazon.co.jp ご注文の確認",
        "Message-ID: 1@mail.example",
        "ご注文ありがとうございます。",
    ):
        assert f"\n{line}\n" in shown
    assert shown.endswith("。\n")


def test_where_links_lead_is_seen() -> None:
    assert "https://www.amazon.co.jp/ → https://evil.example/x" in text(
        letter(HTML, html=True)
    )
    assert "Links" not in text(letter())


def test_who_got_the_mail_is_left_out() -> None:
    assert "someone@mail.example" not in text(letter())


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("moc.\u202eelgoog", "moc.<U+202E>elgoog"),
        ("ama\u200bzon", "ama<U+200B>zon"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("\ud800", "<U+D800>"),
        ("a\r\nb\tc\rd", "a\nb\tc\nd"),
    ],
    ids=range(5),
)
def test_what_hides_is_told_by_its_code(hidden: str, told: str) -> None:
    assert visible(hidden) == told


def test_what_was_attached_is_told_by_name_alone() -> None:
    message = replace(PLAIN, attachments=("注文.pdf", ""))
    assert shown_of(message).endswith("\nAttachments:\n  注文.pdf\n  ?\n")


FORGED = "\nFrom: somebody else"


@pytest.mark.parametrize(
    "message",
    [
        replace(PLAIN, subject=f"a{FORGED}"),
        replace(PLAIN, sender=Address(name=f"a{FORGED}", address="a@shop.example")),
        replace(PLAIN, message_id=f"1@shop.example{FORGED}"),
        replace(PLAIN, attachments=(f"a.pdf{FORGED}",)),
        replace(PLAIN, links=(Link(text=f"a{FORGED}", target="https://a.example"),)),
    ],
    ids=["subject", "sender", "message_id", "attachment", "link"],
)
def test_nothing_in_a_mail_can_write_lines_of_its_own(message: Message) -> None:
    shown = shown_of(message)
    assert "From: somebody else" in shown
    assert FORGED not in shown
