"""Mails that are made to tire whoever judges them: the work stays bounded."""

import pytest

from tests.recovery.mail.judging.letters import NOW, catalogue, codes, judged, letter
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Code, Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.own_servers import read_arrival
from torimodosu.recovery.mail.reader import read_message

TRUSTED = ("mx.box.example@box.example",)
MEGABYTE = 1 << 20
RESULTS = "Authentication-Results: mx.box.example; dmarc=none"
HOP = "Received: from a.example (a.example [8.8.4.4]) by mx.box.example"
SEAL = "a=rsa-sha256; d=s{0}.example; s=s1; cv=none; b=AAAA"


def nested(depth: int) -> bytes:
    """Return a mail that holds a mail that holds a mail."""
    raw = letter("中")
    for number in range(depth):
        head = f"Content-Type: multipart/mixed; boundary=b{number}"
        part = f"--b{number}\r\nContent-Type: message/rfc822\r\n\r\n".encode()
        raw = letter(fields=(head,)).split(b"\r\n\r\n")[0] + b"\r\n\r\n" + part + raw
    return raw


@pytest.mark.parametrize(
    "raw",
    [
        letter(fields=("X-Long: " + "a" * MEGABYTE,)),
        letter(fields=("DKIM-Signature: v=1; d=amazon.co.jp; h=" + "a:" * MEGABYTE,)),
        letter(fields=(RESULTS, HOP) * 900),
        letter(fields=("Authentication-Results: " + "a.example; dkim=pass;" * 50_000,)),
        letter(fields=("Received: from " + "by " * 300_000,)),
        letter(subject="\u202e" * 100_000 + "pj.oc.nozama"),
        letter("\u202eAmazon\u202c \u200b" * 20_000),
        letter("カード情報" * 20_000 + "アカウント" * 20_000),
        letter("update verify confirm " * 20_000),
        nested(60),
        letter(sender="Amazon <" + "a@" * 100_000 + "amazon.co.jp>"),
    ],
    ids=[
        *("header", "signature", "results_and_hops", "results", "received"),
        *("reversed", "reversed_text", "words", "english_words", "nested", "addresses"),
    ],
)
def test_a_hostile_mail_is_judged_and_never_genuine(raw: bytes) -> None:
    judgement = judged(raw, trusted=TRUSTED)
    assert judgement.verdict is not Verdict.GENUINE
    read_arrival(raw, read_message(raw), judgement)


def test_of_many_signatures_and_seals_few_keys_are_looked_up() -> None:
    signed = "DKIM-Signature: v=1; a=rsa-sha256; d=s{0}.example; s=s1; h=from; bh=; b="
    fields = [signed.format(number) for number in range(900)]
    for number in range(1, 300):
        fields.append(f"ARC-Seal: i={number}; {SEAL.format(number)}")
        fields.append(f"ARC-Authentication-Results: i={number}; a.example; none")
        fields.append(f"ARC-Message-Signature: i={number}; h=from; bh=AA; b=AA")
    raw, asked = letter(fields=tuple(fields)), list[str]()
    outside = Outside(keys=asked.append, trusted=frozenset(TRUSTED), at=NOW)
    judge(raw, read_message(raw), catalogue(), outside)
    assert len(asked) <= 70


def test_of_many_links_the_first_are_looked_at() -> None:
    links = "".join(
        f'<a href="https://h{number}.example/">ログイン</a>' for number in range(10_000)
    )
    assert Code.LINK_LEADS_ELSEWHERE in codes(judged(letter(links, html=True)))
