"""Made-up mails for judging."""

from datetime import UTC, datetime
from functools import cache

from tests.recovery.mail.signatures.signing import rsa_record, sign
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Code, Judgement
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.reader import read_message
from torimodosu.resources import resource

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
GENUINE = "Amazon.co.jp <auto-confirm@amazon.co.jp>"
FROM_SHOP = (
    "from a1-2.smtp-out.us-west-2.amazonses.com"
    " (a1-2.smtp-out.us-west-2.amazonses.com [54.240.1.2])"
    " by mx.mail.example (Postfix) with ESMTPS id 1; Fri, 20 Mar 2026 11:00:00 +0000"
)
STRANGER = (
    "from mail.amazon.co.jp (unknown [185.2.3.4]) by mx.mail.example (Postfix)"
    " with ESMTP id 2; Fri, 20 Mar 2026 11:00:00 +0000"
)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of the program."""
    return load_catalogue(resource("catalogue"))


def letter(  # noqa: PLR0913 -- a field for each
    text: str = "ご注文ありがとうございます。\n",
    *,
    sender: str = GENUINE,
    subject: str = "Amazon.co.jp ご注文の確認",
    fields: tuple[str, ...] = (),
    received: tuple[str, ...] = (FROM_SHOP,),
    charset: str = "utf-8",
    html: bool = False,
) -> bytes:
    """Return a mail with these words."""
    head = [*(f"Received: {hop}" for hop in received), *fields]
    head += [f"From: {sender}", "To: someone@mail.example", f"Subject: {subject}"]
    head += ["Date: Fri, 20 Mar 2026 20:00:00 +0900", "Message-ID: <1@mail.example>"]
    kind = "html" if html else "plain"
    head += [f"Content-Type: text/{kind}; charset={charset}"]
    body = text.replace("\n", "\r\n").encode(charset)
    return "\r\n".join([*head, "", ""]).encode() + body


def signed_by(domain: str, raw: bytes, *, names: tuple[str, ...]) -> bytes:
    """Return *raw* with a signature of *domain* above it."""
    head, _, body = raw.partition(b"\r\n\r\n")
    return sign(head + b"\r\n", body, names=names, tags={"d": domain})


def judged(
    raw: bytes, *, signer: str = "amazon.co.jp", trusted: tuple[str, ...] = ()
) -> Judgement:
    """Return the judgement where *signer* publishes its key."""
    keys = {f"s1._domainkey.{signer}": rsa_record()}
    outside = Outside(keys=keys.get, trusted=frozenset(trusted), at=NOW)
    return judge(raw, read_message(raw), catalogue(), outside)


def codes(judgement: Judgement) -> set[Code]:
    """Return the codes of the reasons."""
    return {reason.code for reason in judgement.reasons}
