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
            "De: Shop <a@shop.example>\nEnviado: 6 Mar 2026 10:00 UTC\n"
            "Responsável: ninguém\nPara: Taro\nAssunto: Order 1\n\nTotal: 3\n"
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


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026年3月6日(金) 19:05", datetime(2026, 3, 6, 10, 5, tzinfo=UTC)),
        ("2026年3月6日 金曜日 午後7:05", datetime(2026, 3, 6, 10, 5, tzinfo=UTC)),
        ("Fri, Mar 6, 2026 at 7:05 PM", datetime(2026, 3, 6, 10, 5, tzinfo=UTC)),
        ("2026/03/06 19:05 +0100", datetime(2026, 3, 6, 18, 5, tzinfo=UTC)),
        ("2026年3月6日", None),
        ("Friday", None),
    ],
)
def test_the_time_is_that_of_japan_unless_told_and_not_guessed(
    date: str, expected: datetime | None
) -> None:
    text = f"差出人: Shop <a@shop.example>\n日時: {date}\n件名: 本\n\n合計"
    inner = forwarded_mail(mail(text))
    assert inner is not None
    assert inner.date == expected


@pytest.mark.parametrize(
    "header",
    [
        "From: Shop <a@shop.example>\nSubject: A long\n subject\n",
        "From: Shop <a@shop.example>\nSubject: A long\nsubject\nTo: Taro\n",
        "From: Shop <a@shop.example>\n\nSubject: A long subject\n\nTo: Taro\n",
    ],
)
def test_a_wrapped_subject_is_read_whole(header: str) -> None:
    inner = forwarded_mail(mail(f"{header}\nTotal: 3"))
    assert inner is not None
    assert (inner.subject, inner.text) == ("A long subject", "Total: 3")


def test_of_two_forwarded_mails_neither_time_is_that_of_both() -> None:
    header = "From: Shop <a@shop.example>\nDate: 2026-03-06 10:00Z\nSubject: Order\n\n"
    inner = forwarded_mail(mail(f"{header}Total: 3\n\n{header}Total: 4"))
    assert inner is not None
    assert inner.date is None


def test_the_lines_of_the_mailer_are_taken_off_the_html_too() -> None:
    raw = (
        "From: taro@mail.example\nSubject: Fwd: x\nContent-Type: text/html\n\n"
        "<p>Look!</p><div>From: Shop &lt;a@shop.example&gt;</div>"
        "<div>Subject: Order 1</div><p>Total: 3</p>\n"
    )
    inner = forwarded_mail(read_message(raw.encode()))
    assert inner is not None
    assert inner.text == inner.html_text == "Total: 3"
