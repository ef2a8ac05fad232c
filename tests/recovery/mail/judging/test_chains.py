"""What the seals of those prove who passed a mail on, and what not."""

import pytest

from tests.recovery.mail.judging.letters import (
    catalogue,
    codes,
    judged,
    letter,
    signed_by,
)
from tests.recovery.mail.signatures.sealing import passed_on
from torimodosu.recovery.mail.judging.judgement import Code, Judgement, Verdict
from torimodosu.recovery.mail.judging.wanted_keys import known_hosts, wanted_keys

NAMES = ("from", "to", "subject", "date")
NOTED = "mx.mine.example; dkim=pass header.d=amazon.co.jp; dmarc=pass"
SIGNED = signed_by("amazon.co.jp", letter(), names=NAMES)


def sealed(
    raw: bytes, *, domain: str = "mine.example", noted: str = NOTED, instance: int = 1
) -> bytes:
    """Return the mail as *domain* passes it on."""
    head, _, body = raw.partition(b"\r\n\r\n")
    header = passed_on(head + b"\r\n", body, instance, domain=domain, noted=noted)
    return header + b"\r\n" + body


def verdict_of(
    raw: bytes, *, trusted: tuple[str, ...] = ("mx.mine.example",)
) -> Judgement:
    """Return the judgement where only the key of mine.example is known."""
    return judged(raw, signer="mine.example", trusted=trusted)


def test_what_the_own_server_sealed_on_the_way_counts() -> None:
    judgement = verdict_of(sealed(SIGNED))
    assert judgement.verdict is Verdict.GENUINE
    (reason,) = (
        one
        for one in judgement.reasons
        if one.weight == 0.0 and one.facts.get("server")
    )
    assert reason.code is Code.SEALER_VOUCHES
    assert reason.facts == {"server": "mx.mine.example", "domain": "amazon.co.jp"}


def test_what_another_server_sealed_proves_nothing() -> None:
    judgement = verdict_of(sealed(SIGNED), trusted=("mx.other.example",))
    assert judgement.verdict is Verdict.CANNOT_TELL
    (reason,) = (one for one in judgement.reasons if one.code is Code.PASSED_ON)
    assert reason.facts == {"domain": "mine.example"}


def test_the_seal_of_the_own_provider_alone_is_not_told_as_passing_on() -> None:
    raw = sealed(SIGNED, domain="mail.example", noted="mx.mail.example; none")
    assert Code.PASSED_ON not in codes(verdict_of(raw))


@pytest.mark.parametrize(
    "noted",
    [
        "mx.other.example; dkim=pass header.d=amazon.co.jp; dmarc=pass",
        "mx.mine.example; dkim=pass header.d=bulk.example; dmarc=pass",
        "mx.mine.example; dkim=pass header.d=amazon.co.jp; dmarc=fail",
        "mx.mine.example; spf=pass smtp.mailfrom=amazon.co.jp",
        "mx.mine.example; none",
    ],
)
def test_only_a_right_signature_that_the_sealer_found_itself_counts(noted: str) -> None:
    judgement = verdict_of(sealed(SIGNED, noted=noted))
    assert judgement.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    "raw",
    [
        SIGNED + b"Call us at once\r\n",
        letter(),
        signed_by(
            "amazon.co.jp", letter(fields=("List-Id: <a.example>",)), names=NAMES
        ),
        signed_by(
            "amazon.co.jp", letter(fields=("Reply-To: a@b.example",)), names=NAMES
        ),
        signed_by("bulk.example", letter(), names=NAMES),
    ],
    ids=["changed", "unsigned", "list", "answers", "other_signer"],
)
def test_what_may_have_been_changed_before_it_was_sealed_is_not_proven(
    raw: bytes,
) -> None:
    assert verdict_of(sealed(raw)).verdict is not Verdict.GENUINE


def test_only_the_last_sealer_counts() -> None:
    first = sealed(SIGNED)
    last = sealed(first, noted="mx.mine.example; arc=pass; dmarc=fail", instance=2)
    assert verdict_of(last).verdict is not Verdict.GENUINE


def test_a_seal_that_is_broken_or_cannot_be_checked_proves_nothing() -> None:
    raw = sealed(SIGNED)
    broken = raw.replace(b"dmarc=pass", b"dmarc=none")
    assert verdict_of(broken).verdict is Verdict.CANNOT_TELL
    unknown = judged(raw, signer="other.example", trusted=("mx.mine.example",))
    assert unknown.verdict is Verdict.CANNOT_TELL


def test_a_subject_that_was_not_sealed_is_not_proven() -> None:
    head, _, body = SIGNED.partition(b"\r\n\r\n")
    header = passed_on(
        *(head + b"\r\n", body, 1), domain="mine.example", noted=NOTED, names=("from",)
    )
    judgement = verdict_of(header + b"\r\n" + body)
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_the_last_own_server_may_object_to_what_another_sealed() -> None:
    field = b"Authentication-Results: mx.last.example; dmarc=fail\r\n"
    trusted = ("mx.mine.example", "mx.last.example")
    judgement = verdict_of(field + sealed(SIGNED), trusted=trusted)
    assert judgement.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("domain", "names"),
    [("google.com", ("s1._domainkey.google.com",)), ("bjvsm.example", ())],
)
def test_the_key_of_a_seal_is_asked_for_where_its_domain_is_known(
    domain: str, names: tuple[str, ...]
) -> None:
    raw = sealed(letter(), domain=domain)
    found = wanted_keys(raw, lambda _name: None, known_hosts(catalogue()))
    assert (found.names, found.left_out) == (names, ())
