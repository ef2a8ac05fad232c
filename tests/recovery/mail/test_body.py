"""What the parts of a mail say together."""

import pytest

from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.reader import read_message


def mail(*parts: str, kind: str = "mixed") -> Message:
    body = "".join(f"\n--b\n{part}" for part in parts)
    header = f"From: a@b.example\nContent-Type: multipart/{kind}; boundary=b\n"
    return read_message(f"{header}{body}\n--b--\n".encode())


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n"


@pytest.mark.parametrize(
    ("kind", "parts", "text", "html"),
    [
        ("alternative", (PLAIN + "a", HTML + "<p>b"), "a", "b"),
        ("alternative", (HTML + "<p>b", PLAIN + "a"), "a", "b"),
        ("alternative", (PLAIN + " \n", HTML + "<p>b"), "b", "b"),
        ("mixed", (PLAIN + "a", HTML + "<p>b"), "a\nb", "b"),
        ("mixed", (HTML + "<p>b", PLAIN + "footer"), "b\nfooter", "b"),
        ("mixed", (PLAIN + "a", "\nb", "Content-Type: text/\n\nc"), "a\nb\nc", ""),
        ("mixed", ("\n<div>a</div><p>b",), "a\n\nb", "a\n\nb"),
        ("mixed", ("Content-Type: html\n\n<p>a",), "a", "a"),
        ("mixed", (PLAIN + "<p>a",), "<p>a", ""),
        ("mixed", (PLAIN + "<!DOCTYPE html><p>a",), "a", "a"),
        ("mixed", ("Content-Type: text/plain; format=flowed\n\na \nb",), "a b", ""),
        (
            "mixed",
            (PLAIN.replace("\n\n", ";format=flowed;delsp=yes\n\na \nb"),),
            "ab",
            "",
        ),
    ],
)
def test_text_and_html_are_told_apart(
    kind: str, parts: tuple[str, ...], text: str, html: str
) -> None:
    message = mail(*parts, kind=kind)
    assert (message.text, message.html_text) == (text, html)


def test_html_inside_related_is_an_alternative_too() -> None:
    related = (
        "Content-Type: multipart/related; boundary=c\n\n--c\n" + HTML + "<p>b\n--c--"
    )
    message = mail(PLAIN + "a", related, kind="alternative")
    assert (message.text, message.html_text) == ("a", "b")


def test_a_part_for_other_programs_is_no_attachment() -> None:
    amp = "Content-Type: text/x-amp-html\n\n<p>amp"
    message = mail(PLAIN + "a", amp, HTML + "<p>b", kind="alternative")
    assert (message.text, message.attachments) == ("a", ())


def test_a_named_text_counts_and_is_listed() -> None:
    message = mail(PLAIN + "a", "Content-Type: text/plain; name=b.txt\n\nb")
    assert (message.text, message.attachments) == ("a\nb", ("b.txt",))


def test_pictures_inside_html_cost_no_text() -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * 400_000}">'
    message = mail(HTML + f"<p>a</p>{picture}<p>合計</p>")
    assert message.text == "a\n\n合計"
    assert message.problems == ()


@pytest.mark.parametrize("head", [PLAIN, HTML])
def test_all_parts_together_are_bounded(head: str) -> None:
    message = mail(*[head + "x" * 900_000] * 8)
    assert message.problems == (Problem.TEXT_CUT.value,)
    assert 900_000 < len(message.text) <= (4 << 20) + 8


def test_bounces_tell_what_they_say_and_of_which_mail() -> None:
    message = mail(
        "\nCould not deliver.",
        "Content-Type: message/delivery-status\n\nAction: failed",
        "Content-Type: text/rfc822-headers\n\nSubject: x",
        kind="report",
    )
    assert message.text == "Could not deliver.\nAction: failed\nSubject: x"


@pytest.mark.parametrize("media", ["application/octet-stream", "message/rfc822"])
def test_a_mail_that_is_attached_as_a_file_is_read(media: str) -> None:
    inner = "From: a@shop.example\nSubject: Order 1\n\nTotal: 3"
    found = mail(PLAIN + "Look!", f'Content-Type: {media}; name="A.EML"\n\n{inner}')
    assert found.attachments == ("A.EML",)
    assert found.text == ("Look!\nFrom: a@shop.example\nSubject: Order 1\n\nTotal: 3")


def test_a_file_of_another_name_is_not_read() -> None:
    kind = 'Content-Type: application/octet-stream; name="a.bin"\n\n'
    found = mail(PLAIN + "Look!", f"{kind}Subject: Order 1\n\nTotal: 3")
    assert (found.attachments, found.text) == (("a.bin",), "Look!")
