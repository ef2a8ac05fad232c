"""Finding the mail that another forwards."""

from datetime import UTC, datetime

import pytest

from torimodosu.recovery.mail.forwarded import forwarded_mail
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.recovery.mail.reader import read_message


def mail(text: str, subject: str = "Fwd: x") -> Message:
    header = f"From: taro@mail.example\nSubject: {subject}\n\n"
    return read_message((header + text).encode())


@pytest.mark.parametrize(
    "text",
    [
        (
            "From: Shop <a@shop.example>\nDate: Fri, 6 Mar 2026 10:00 +0000\n"
            "Subject: Order 1\n\nTotal: 3\n"
        ),
        (
            "Look!\n\nBegin forwarded message:\n\n> From: Shop <a@shop.example>\n"
            "> Subject: Order 1\n> Date: 6 March 2026 at 10:00 GMT\n>\n> Total: 3\n"
        ),
        (
            "Anfang\nVon: Shop <a@shop.example>\nGesendet: 6 Mar 2026 10:00 UTC\n"
            "An: Taro\nBetreff: Order 1\n\nTotal: 3\n"
        ),
        (
            "差出人：Shop <a@shop.example>\n日時：2026年3月6日 10:00 GMT\n宛先：太郎\n"
            "件名：Order 1\n\nTotal: 3"
        ),
        (
            "*From:* Shop [mailto:a@shop.example]\n*Sent:* 2026-03-06 10:00Z\n"
            "*Subject:* Order 1\n\nTotal: 3"
        ),
    ],
)
def test_the_lines_of_usual_mailers_are_understood(text: str) -> None:
    inner = forwarded_mail(mail(text))
    assert inner is not None
    assert inner.sender == Address(name="Shop", address="a@shop.example")
    assert inner.subject == "Order 1"
    assert inner.date == datetime(2026, 3, 6, 10, tzinfo=UTC)
    assert inner.text == "Total: 3"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hello", "From: here to there\nit is far."),
        ("Hello", "Subject: nothing\n\nFrom: nobody\n"),
        ("Re: Hello", "From: Shop <a@shop.example>\nSubject: Order 1\n\nTotal: 3"),
        ("Hello", ""),
        ("Hello", ":::\nFrom\n: x"),
    ],
)
def test_other_mails_forward_nothing(subject: str, text: str) -> None:
    assert forwarded_mail(mail(text, subject)) is None


def test_what_was_attached_to_the_whole_stays_with_it() -> None:
    raw = (
        'From: taro@mail.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
        "--b\n\nFrom: a@shop.example\nSubject: Order 1\n\nTotal: 3\n"
        "--b\nContent-Type: application/pdf; name=x.pdf\n\n%PDF\n--b--\n"
    )
    inner = forwarded_mail(read_message(raw.encode()))
    assert inner is not None
    assert inner.attachments == ("x.pdf",)
