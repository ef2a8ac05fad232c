"""Ways to make a mail look proven that is not."""

import pytest

from tests.recovery.mail.judging.letters import codes, judged, letter, signed_by
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Settles,
    Verdict,
)

NAMES = ("from", "to", "subject", "date")
SERVER = "mx.mine.example"
RESULTS = f"Authentication-Results: {SERVER};"
INNER = "dmarc=pass header.from=amazon.co.jp"
PASS = f"{RESULTS} {INNER}"


@pytest.mark.parametrize(
    ("sender", "signer"),
    [
        ("Yahoo! JAPAN <taro@yahoo.co.jp>", "yahoo.co.jp"),
        ("Apple ID <taro@icloud.com>", "icloud.com"),
        ("Microsoft account <taro@live.com>", "live.com"),
        ("dカード <taro@docomo.ne.jp>", "docomo.ne.jp"),
        ("Amazon.co.jp <info@amazonses.com>", "amazonses.com"),
        ("Google Account <drive-shares-noreply@google.com>", "google.com"),
    ],
)
def test_an_address_that_everybody_may_have_there_proves_nothing(
    sender: str, signer: str
) -> None:
    raw = signed_by(signer, letter(sender=sender), names=NAMES)
    judgement = judged(raw, signer=signer)
    assert judgement.verdict is not Verdict.GENUINE
    assert Code.SENDER_NOT_KNOWN in codes(judgement)
    results = f"{RESULTS} dmarc=pass header.from={signer}"
    by_server = judged(letter(sender=sender, fields=(results,)), trusted=(SERVER,))
    assert by_server.verdict is not Verdict.GENUINE


@pytest.mark.parametrize(
    ("sender", "signer"),
    [
        ("Yahoo! JAPAN <loginalert-master@mail.yahoo.co.jp>", "mail.yahoo.co.jp"),
        ("Apple <appleid@id.apple.com>", "id.apple.com"),
        ("dカード <info@dcard.docomo.ne.jp>", "dcard.docomo.ne.jp"),
    ],
)
def test_the_address_that_a_service_sends_from_is_proven(
    sender: str, signer: str
) -> None:
    raw = signed_by(signer, letter(sender=sender), names=NAMES)
    assert judged(raw, signer=signer).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    ("host", "signer"),
    [
        ("marketplace.amazon.co.jp", "amazon.co.jp"),
        ("m.marketplace.amazon.co.jp", "m.marketplace.amazon.co.jp"),
        ("marketplace.amazon.com", "amazon.com"),
        ("shop.rakuten.co.jp", "rakuten.co.jp"),
    ],
)
def test_what_a_shop_passes_on_for_sellers_is_not_its_own_word(
    host: str, signer: str
) -> None:
    raw = signed_by(signer, letter(sender=f"Amazon <a1b2@{host}>"), names=NAMES)
    judgement = judged(raw, signer=signer)
    assert judgement.verdict is not Verdict.GENUINE


def test_that_sellers_write_from_an_address_is_told() -> None:
    raw = letter(sender="Amazon <a1b2@marketplace.amazon.co.jp>")
    judgement = judged(signed_by("amazon.co.jp", raw, names=NAMES))
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.WRITTEN_BY_OTHERS in codes(judgement)
    # Their messages stand there as well.
    assert Settles.MESSAGE_CENTRE not in judgement.would_settle


FALSE_SUBJECT = b"Subject: Your account is locked\r\n"


@pytest.mark.parametrize(
    "added",
    [
        FALSE_SUBJECT,
        b"Date: Sat, 21 Mar 2026 20:00:00 +0900\r\n",
        b"Content-Type: text/html\r\n",
        b"Content-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: 7bit\r\n",
        b"X-Other: 1\r" + FALSE_SUBJECT,
    ],
)
def test_what_is_added_above_a_signed_mail_is_not_proven(added: bytes) -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    assert judged(raw).verdict is Verdict.GENUINE
    judgement = judged(added + raw)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.READ_TWO_WAYS in codes(judgement)
    by_server = judged(PASS.encode() + b"\r\n" + added + raw, trusted=(SERVER,))
    assert by_server.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (b"Content-Type:", b"Dear customer, sign in at http://x.example\r\n"),
        (b"Date:", b"and your account is locked, see http://x.example\r\n"),
    ],
)
def test_words_between_the_fields_of_a_signed_mail_are_not_proven(
    before: bytes, added: bytes
) -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    judgement = judged(raw.replace(b"\r\n" + before, b"\r\n" + added + before))
    assert Code.SIGNED_BY_SENDER in codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_words_at_the_end_of_the_header_are_not_proven() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    added = b"\r\nSend us your password: see http://x.example\r\n\r\n"
    judgement = judged(raw.replace(b"\r\n\r\n", b"\r\nWe write to you\r\n x" + added))
    assert judgement.verdict is not Verdict.GENUINE


def test_an_address_for_answers_that_nobody_signed_is_not_proven() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    added = b"Reply-To: help@collect.example\r\n" + raw
    judgement = judged(added)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SIGNED_IN_PART in codes(judgement)
    by_server = judged(PASS.encode() + b"\r\n" + added, trusted=(SERVER,))
    assert by_server.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    "sender",
    [
        '"Amazon, Inc. (a@b)" <info@amazon.co.jp>',
        "=?utf-8?b?44Ki44Oe44K+44Oz?= <info@amazon.co.jp>",
        "info@amazon.co.jp",
        "info@amazon.co.jp (Amazon)",
    ],
)
def test_every_usual_way_to_write_a_sender_can_be_proven(sender: str) -> None:
    raw = letter(sender=sender, fields=(PASS,))
    assert judged(raw, trusted=(SERVER,)).verdict is Verdict.GENUINE


def test_a_signed_address_for_answers_is_proven() -> None:
    raw = letter(fields=("Reply-To: no-reply@amazon.co.jp",))
    raw = signed_by("amazon.co.jp", raw, names=(*NAMES, "reply-to"))
    assert judged(raw).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    "sender",
    [
        "info@amazon.co.jp, taro@stranger.example",
        "Amazon:info@amazon.co.jp,taro@stranger.example;",
        "taro@stranger.example, Amazon <info@amazon.co.jp>",
        "taro@stranger.example <info@amazon.co.jp>",
        "<taro@stranger.example> <info@amazon.co.jp>",
        "=?utf-8?q?Amazon_<info=40amazon.co.jp>?= taro@stranger.example",
        "=?utf-8?q?Amazon_<info=40amazon.co.jp>?=",
    ],
)
def test_of_two_senders_none_is_proven(sender: str) -> None:
    for results in (PASS, f"{RESULTS} dmarc=pass"):
        raw = letter(sender=sender, fields=(results,))
        assert judged(raw, trusted=(SERVER,)).verdict is not Verdict.GENUINE


@pytest.mark.parametrize(
    "results",
    [
        f"{RESULTS} dmarc=pass header.from=stranger.example",
        f"{RESULTS} dkim=pass header.d=co.jp",
        f"{RESULTS} dkim=pass header.d=amazon.co.jp.stranger.example",
        f"{RESULTS} dkim=pass header.d=amazon.co.jp; dmarc=fail",
        # Addresses that the server repeats.
        rf'{RESULTS} spf=pass smtp.mailfrom="a\"; {INNER}; x=\"b"@s.example',
        rf"{RESULTS} spf=pass (of a\); {INNER}; b) smtp.mailfrom=s.example",
        f"{RESULTS} spf=pass (of a; {INNER}) smtp.mailfrom=s.example",
    ],
)
def test_a_server_vouches_only_for_the_sender_itself(results: str) -> None:
    judgement = judged(letter(fields=(results,)), trusted=(SERVER,))
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SERVER_VOUCHES not in codes(judgement)


def test_a_server_that_could_not_check_does_not_object() -> None:
    results = f"{RESULTS} dmarc=permerror header.from=amazon.co.jp"
    judgement = judged(letter(fields=(results,)), trusted=(SERVER,))
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SERVER_OBJECTS not in codes(judgement)


def test_a_genuine_mail_that_a_list_changed_is_not_called_forged() -> None:
    results = f"{RESULTS} dmarc=fail header.from=amazon.co.jp"
    fields = (results, "List-Id: <shopping.lists.example>")
    judgement = judged(letter(fields=fields), trusted=(SERVER,))
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SERVER_OBJECTS in codes(judgement)


@pytest.mark.parametrize("signer", ["co.jp", "jp", "amazon.co.jp.stranger.example"])
def test_a_signature_of_a_domain_that_only_looks_related_is_none(signer: str) -> None:
    raw = signed_by(signer, letter(), names=NAMES)
    judgement = judged(raw, signer=signer)
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SIGNED_BY_OTHERS in codes(judgement)
