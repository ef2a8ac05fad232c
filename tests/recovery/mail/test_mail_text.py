"""A mail as a text for somebody else."""

import pytest

from tests.recovery.mail.judging.letters import letter
from torimodosu.recovery.mail.mail_text import Labels, mail_text, visible
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


def text(raw: bytes) -> str:
    return mail_text(
        read_message(raw), LABELS, date="20 March", verdict=["This mail is forged"]
    )


def test_the_verdict_stands_above_the_mail() -> None:
    shown = text(letter(fields=("Reply-To: desk@henshin.example",)))
    assert shown.startswith("This mail is forged\n")
    for line in (
        "From: Amazon.co.jp <auto-confirm@amazon.co.jp>",
        "Answers go to: <desk@henshin.example>",
        "Date: 20 March",
        "Subject: Amazon.co.jp ご注文の確認",
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


def test_a_subject_cannot_write_lines_of_its_own() -> None:
    raw = letter(subject="=?utf-8?Q?a=0AFrom:_somebody_else?=")
    assert "\nFrom: somebody else" not in text(raw)
