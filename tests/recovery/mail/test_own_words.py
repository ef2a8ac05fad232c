from dataclasses import replace

import pytest

from tests.recovery.mail.test_account_mail import mail
from torimodosu.recovery.mail.own_words import (
    is_answer,
    is_forwarded,
    own_sentences,
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一つ。二つ！ 三つ", ["一つ。", "二つ!", "三つ"]),
        ("改行で\n切れた文。", ["改行で切れた文。"]),
        ("Wrapped\nin English. Next one", ["Wrapped in English.", "Next one"]),
        ("見出し\n\n本文です。", ["見出し", "本文です。"]),
        ("見出し\n \t\n\n本文です。", ["見出し", "本文です。"]),
        (
            "Amazon.co.jp の a.b@c.example です。",
            ["Amazon.co.jp の a.b@c.example です。"],
        ),
        ("同じ。\n同じ。", ["同じ。"]),
        ("自分。\n> 引用。\n自分も。", ["自分。", "自分も。"]),
        ("自分。\n太郎さんのメッセージ：\n引用。", ["自分。"]),
        ("", []),
    ],
)
def test_a_body_falls_into_its_own_sentences(text: str, sentences: list[str]) -> None:
    assert list(own_sentences(mail(text, subject=""))) == sentences


def test_the_subject_comes_first_and_the_html_last() -> None:
    message = mail("本文。", subject="件名", html="本文。別の文。")
    assert own_sentences(message) == ("件名", "本文。", "別の文。")


@pytest.mark.parametrize(
    ("subject", "answer", "forward"),
    [
        ("Re: 件名", True, False),
        ("RE：件名", True, False),
        ("[list] Re: 件名", True, False),
        ("返信: 件名", True, False),
        ("Fwd: 件名", False, True),
        ("FW: 件名", False, True),
        ("転送: 件名", False, True),
        ("Revision to Your Amazon.com Account", False, False),
        ("Forward planning", False, False),
        ("件名", False, False),
    ],
)
def test_the_subject_tells_an_answer_and_a_forwarded_mail(
    subject: str, *, answer: bool, forward: bool
) -> None:
    message = mail("本文。", subject=subject)
    assert (is_answer(message), is_forwarded(message)) == (answer, forward)


def test_a_mail_with_another_inside_is_forwarded() -> None:
    inner = "From: shop@example.com\nSubject: Hello\n\nBody"
    assert is_forwarded(replace(mail(f"See below.\n\n{inner}"), subject="This"))
