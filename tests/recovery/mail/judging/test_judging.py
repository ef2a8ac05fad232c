import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.judging.letters import (
    FROM_SHOP,
    STRANGER,
    codes,
    judged,
    letter,
    signed_by,
)
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Settles,
    Verdict,
)

NAMES = ("from", "to", "subject", "date")
RESULTS = "Authentication-Results:"
PHISH = (
    "お客様のアカウントを停止しました。24時間以内にお支払い方法の情報を更新してください。\n"
    "https://www.amazon.co.jp.account-check.example/in\n"
)


def test_a_mail_that_the_shop_signed_is_genuine() -> None:
    judgement = judged(signed_by("amazon.co.jp", letter(), names=NAMES))
    assert judgement.verdict is Verdict.GENUINE
    assert (judgement.claims, judgement.would_settle) == ("amazon.co.jp", ())
    assert judgement.reasons[0].code is Code.SIGNED_BY_SENDER
    assert judgement.reasons[0].facts == {"domain": "amazon.co.jp"}


def test_without_a_proof_the_best_looks_prove_nothing() -> None:
    judgement = judged(letter())
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert codes(judgement) == {Code.NOT_SIGNED}
    assert judgement.would_settle == (Settles.MESSAGE_CENTRE,)


def test_a_signature_of_somebody_else_proves_nothing() -> None:
    raw = signed_by("bulk.example", letter(), names=NAMES)
    judgement = judged(raw, signer="bulk.example")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert codes(judgement) == {Code.SIGNED_BY_OTHERS}


def test_a_broken_signature_alone_is_no_forgery() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    judgement = judged(raw + b"-- \r\nadded by a list\r\n")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert Code.SIGNATURE_BROKEN in codes(judgement)
    assert Settles.WHOLE_MAIL in judgement.would_settle


def test_a_key_that_is_not_known_would_settle_it() -> None:
    raw = signed_by("amazon.co.jp", letter(), names=NAMES)
    judgement = judged(raw, signer="other.example")
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert judgement.would_settle[0] is Settles.KEY


def test_a_signature_without_the_subject_or_with_a_weak_key_proves_nothing() -> None:
    for raw in (
        signed_by("amazon.co.jp", letter(), names=("from", "date")),
        signed_by("amazon.co.jp", letter(), names=NAMES).replace(b" h=", b" l=0; h="),
    ):
        assert judged(raw).verdict is not Verdict.GENUINE


def test_a_signed_mail_of_a_stranger_is_still_a_stranger() -> None:
    raw = letter(PHISH, sender="Amazon <info@bjvsm.example>")
    judgement = judged(
        signed_by("bjvsm.example", raw, names=NAMES), signer="bjvsm.example"
    )
    assert judgement.verdict is Verdict.NOT_GENUINE
    (foreign,) = (r for r in judgement.reasons if r.code is Code.SENDER_IS_FOREIGN)
    assert foreign.facts["domain"] == "bjvsm.example"
    assert "amazon.co.jp" in foreign.facts["genuine"]


@pytest.mark.parametrize(
    "sender",
    [
        "Amazon <account@arnazon-co-jp.example>",
        "Amazon.co.jp <no-reply@amazon.co.jp.verify.example>",
        "アマゾン <info@amaz0n.example>",
        "<account-update@amazom.co.jp>",
    ],
)
def test_an_address_that_only_looks_right_is_not_genuine(sender: str) -> None:
    assert judged(letter(PHISH, sender=sender)).verdict is Verdict.NOT_GENUINE


def test_a_right_address_and_a_link_to_an_imitation_are_not_genuine() -> None:
    judgement = judged(letter(PHISH))
    assert judgement.verdict is Verdict.NOT_GENUINE
    assert Code.LINK_LOOKS_ALIKE in codes(judgement)


def test_a_link_that_shows_another_address_is_told() -> None:
    link = '<a href="https://pay.example/x">https://www.amazon.co.jp/your-account</a>'
    judgement = judged(letter(f"<p>{link}</p>", html=True))
    assert Code.LINK_SAYS_OTHER in codes(judgement)
    (reason,) = (r for r in judgement.reasons if r.code is Code.LINK_SAYS_OTHER)
    assert reason.facts == {"shown": "www.amazon.co.jp", "domain": "pay.example"}


def test_the_way_of_a_mail_can_tell_that_its_address_is_forged() -> None:
    judgement = judged(
        letter(
            received=(STRANGER,),
            fields=("X-Mailer: Microsoft Outlook Express 6.00.2900.5512",),
        )
    )
    assert judgement.verdict is Verdict.NOT_GENUINE
    assert {Code.FALSE_GREETING, Code.PERSONAL_PROGRAM} <= codes(judgement)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (("X-Mailer: Hcjkfsz 5",), Code.PERSONAL_PROGRAM),
        (("Received-SPF: softfail (mailfrom) x",), Code.SPF_FAILED),
        (("Return-Path: <abc@bulk.example>",), Code.FOREIGN_ENVELOPE),
        (("Reply-To: help@gmail.example",), Code.REPLIES_GO_ELSEWHERE),
        (
            (f"{RESULTS} mx.example; dmarc=fail header.from=amazon.co.jp",),
            Code.RESULTS_FAILED,
        ),
    ],
)
def test_one_doubtful_sign_alone_does_not_decide(
    fields: tuple[str, ...], code: Code
) -> None:
    judgement = judged(letter(fields=fields))
    assert code in codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("注文番号 249-0461725-43649434 をご確認ください", Code.FORGED_ORDER_NUMBER),
        ("日時 [CURRENT_DATE] に届きます", Code.UNFILLED_TEMPLATE),
        ("%{RAND_LETTER_5} 様", Code.UNFILLED_TEMPLATE),
        ("\u0410mazon お客様", Code.HIDDEN_LETTERS),
        ("Ama\u200bzon お客様", Code.HIDDEN_LETTERS),
        ("カード情報を更新してください", Code.ASKS_FOR_SECRETS),
        ("24時間以内にご連絡ください", Code.THREATENS),
    ],
)
def test_words_that_a_shop_does_not_write_are_told(text: str, code: Code) -> None:
    assert code in codes(judged(letter(text)))


def test_japanese_in_a_chinese_charset_is_told() -> None:
    text = "あなたのアカウントをごかくにんください"
    assert Code.ODD_CHARSET in codes(judged(letter(text, charset="gb2312")))
    assert Code.ODD_CHARSET not in codes(judged(letter(text)))


def test_the_own_server_is_believed_on_top_only() -> None:
    real = f"{RESULTS} mx.mine.example; dmarc=pass header.from=amazon.co.jp"
    trusted = ("mx.mine.example",)
    assert judged(letter(fields=(real,)), trusted=trusted).verdict is Verdict.GENUINE
    untrusted = judged(letter(fields=(real,)))
    assert untrusted.verdict is Verdict.CANNOT_TELL
    assert Settles.SERVER in untrusted.would_settle
    above = f"{RESULTS} mx.other.example; dmarc=none"
    judgement = judged(letter(fields=(above, real)), trusted=trusted)
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_a_pass_for_another_domain_is_none() -> None:
    field = (
        f"{RESULTS} mx.mine.example; spf=pass smtp.mailfrom=bulk.example;"
        " dkim=pass header.d=bulk.example; dmarc=fail header.from=amazon.co.jp"
    )
    judgement = judged(letter(fields=(field,)), trusted=("mx.mine.example",))
    assert judgement.verdict is Verdict.NOT_GENUINE
    assert judgement.reasons[0].code is Code.SERVER_OBJECTS


def test_a_server_that_objects_outweighs_a_signature() -> None:
    field = f"{RESULTS} mx.mine.example; dmarc=fail header.from=amazon.co.jp"
    raw = signed_by("amazon.co.jp", letter(fields=(field,)), names=NAMES)
    judgement = judged(raw, trusted=("mx.mine.example",))
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_a_mail_of_a_friend_claims_nobody() -> None:
    raw = letter(
        "Amazonで買った本が届いたよ。\n", sender="hana@friend.example", subject="本"
    )
    judgement = judged(raw)
    assert (judgement.claims, judgement.verdict) == ("", Verdict.CANNOT_TELL)


def test_a_mail_that_a_friend_sent_on_is_not_called_forged() -> None:
    raw = letter(
        "見てこれ\n\n-----Original Message-----\nFrom: Amazon.co.jp"
        " <auto-confirm@amazon.co.jp>\nSubject: Amazon.co.jp ご注文の確認\n\nご注文\n",
        sender="hana@friend.example",
        subject="FW: Amazon.co.jp ご注文の確認",
        fields=("X-Mailer: Microsoft Outlook 16.0",),
    )
    assert judged(raw).verdict is Verdict.CANNOT_TELL


def test_an_issuer_whose_domains_are_not_known_is_not_called_foreign() -> None:
    raw = letter(
        "ご利用のお知らせ\n", sender="DCカード <info@dc.example>", subject="DCカード"
    )
    judgement = judged(raw)
    assert judgement.claims == "dc_card"
    assert Code.SENDER_IS_FOREIGN not in codes(judgement)


def test_a_name_without_an_address_is_told() -> None:
    judgement = judged(letter(PHISH, sender="Amazon"))
    assert Code.SENDER_HAS_NO_ADDRESS in codes(judgement)
    assert judgement.verdict is Verdict.NOT_GENUINE


def test_the_strongest_reason_comes_first() -> None:
    reasons = judged(letter(PHISH, received=(STRANGER, FROM_SHOP))).reasons
    weights = [one.weight for one in reasons if one.weight]
    assert weights == sorted(weights, reverse=True)


@given(st.binary(max_size=600))
def test_whatever_the_bytes_it_judges(raw: bytes) -> None:
    judged(raw)
    judged(b"From: Amazon <a@amazon.co.jp>\r\nReceived: " + raw + b"\r\n\r\n" + raw)


def test_hostile_sizes_are_judged() -> None:
    raw = letter(
        "https://x.example/" + "a" * 1_000_000 + "\n" + "[A_" * 200_000,
        fields=(
            "DKIM-Signature: v=1; b=" + "A " * 500_000,
            "Authentication-Results: " + "(" * 300_000,
            *("Received: from " + "a(" * 20_000 for _ in range(20)),
        ),
    )
    assert judged(raw).verdict is Verdict.CANNOT_TELL
    judged(letter(sender=f"Amazon <x@{'a.' * 30_000}amazon.co.jp>"))
    judged(letter(sender='"\\' * 20_000 + "<" * 20_000))
    links = "".join(
        f'<a href="https://h{n}.example/">こちら</a>' for n in range(10_000)
    )
    assert Code.LINK_LEADS_ELSEWHERE in codes(judged(letter(links, html=True)))
