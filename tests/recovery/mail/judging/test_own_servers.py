from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.recovery.mail.judging.letters import codes, judged, letter
from torimodosu.recovery.mail.judging.judgement import Code, Verdict
from torimodosu.recovery.mail.judging.own_servers import (
    Arrival,
    OwnServer,
    find_own_servers,
    read_arrival,
)
from torimodosu.recovery.mail.reader import read_message

OWN = "mx.box.example"
FIRST = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FROM_SHOP = "from a1.smtp.shop.example (a1.smtp.shop.example [8.8.4.4]) by"
VOUCHES = "Authentication-Results: {}; dmarc=pass header.from=amazon.co.jp"
FORGED = VOUCHES.format(OWN)


def mail(
    *head: str, sender: str = "Amazon.co.jp <a@amazon.co.jp>", day: int = 0
) -> bytes:
    """Return a mail with these fields on top."""
    raw = letter(sender=sender, received=(), fields=head)
    sent = (FIRST + timedelta(days=day)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return raw.replace(b"Fri, 20 Mar 2026 20:00:00 +0900", sent.encode())


def arrivals(mails: Sequence[bytes]) -> Sequence[Arrival]:
    """Return how the mails came."""
    found = [read_arrival(raw, read_message(raw), judged(raw)) for raw in mails]
    return [one for one in found if one is not None]


def own_servers(mails: Sequence[bytes]) -> Sequence[OwnServer]:
    """Return the servers that seem to be the user's own."""
    return find_own_servers(arrivals(mails))


SENDERS = ("Amazon.co.jp <a@amazon.co.jp>", "楽天 <order@rakuten.co.jp>")


def mailbox(*head: str, count: int = 6) -> list[bytes]:
    """Return mails of two shops on several days, each with these fields on top."""
    return [
        mail(*head, sender=SENDERS[number % 2], day=number) for number in range(count)
    ]


RECEIVED = f"Received: {FROM_SHOP} {OWN}; Fri, 20 Mar 2026 11:00:00 +0000"


def test_the_server_that_notes_something_in_every_mail_is_found() -> None:
    (found,) = own_servers(mailbox(RECEIVED, VOUCHES.format(OWN)))
    assert found == OwnServer(
        trusted="mx.box.example@box.example",
        name=OWN,
        receiver="box.example",
        mails=6,
        of=6,
        first=FIRST,
        last=FIRST + timedelta(days=5),
    )


@pytest.mark.parametrize(
    ("head", "trusted", "name"),
    [
        (
            (
                "Received: by 2002:a05:6504:1 with SMTP id x",
                f"Received: {FROM_SHOP} mx.google.com with ESMTPS id y",
                VOUCHES.format("mx.google.com"),
            ),
            "mx.google.com@-,google.com",
            "mx.google.com",
        ),
        (
            (
                "Received: from a.outlook.com by b.outlook.com with HTTPS",
                "Received: from c.outlook.com by d.outlook.office365.com with SMTP",
                "Authentication-Results: dmarc=pass header.from=amazon.co.jp",
                f"Received: {FROM_SHOP} e.mail.protection.outlook.com with SMTP",
            ),
            "@outlook.com",
            "outlook.com",
        ),
        (
            (
                "Received: from x.me.com by y.me.com (PostHoc)",
                VOUCHES.format("dmarc.icloud.com"),
                "Authentication-Results: dkim-verifier.icloud.com; dkim=pass",
                f"Received: {FROM_SHOP} z.me.com (Postfix)",
            ),
            "dkim-verifier.icloud.com@icloud.com dmarc.icloud.com@icloud.com",
            "icloud.com",
        ),
    ],
    ids=["google", "microsoft", "apple"],
)
def test_the_ways_of_large_providers_are_understood(
    head: tuple[str, ...], trusted: str, name: str
) -> None:
    (found,) = own_servers(mailbox(*head))
    assert (found.trusted, found.name) == (trusted, name)
    judgement = judged(mail(*head), trusted=tuple(found.trusted.split()))
    assert judgement.verdict is Verdict.GENUINE


def test_a_provider_that_notes_under_the_name_of_each_computer_is_found() -> None:
    mails = [
        mail(
            RECEIVED,
            VOUCHES.format(f"mta{day}.mail.box.example"),
            sender=SENDERS[day % 2],
            day=day,
        )
        for day in range(6)
    ]
    (found,) = own_servers(mails)
    assert found.trusted == "*.mail.box.example@box.example"
    assert judged(mails[0], trusted=(found.trusted,)).verdict is Verdict.GENUINE
    other = mail(RECEIVED, VOUCHES.format("mta9.mail.box.example"))
    assert judged(other, trusted=(found.trusted,)).verdict is Verdict.GENUINE
    foreign = mail(RECEIVED, VOUCHES.format("mta1.mail.box.example.x.example"))
    assert judged(foreign, trusted=(found.trusted,)).verdict is Verdict.CANNOT_TELL


PHISH = (
    "Received: from mail.amazon.co.jp (unknown [185.2.3.4]) by mx.box.example",
    FORGED,
    "X-Mailer: Microsoft Outlook Express 6.00.2900.5512",
)


@pytest.mark.parametrize(
    "mails",
    [
        [*mailbox(RECEIVED), *mailbox(RECEIVED, FORGED)],
        mailbox(*PHISH),
        [*mailbox(RECEIVED, FORGED), *mailbox(*PHISH)],
        mailbox(RECEIVED, FORGED, count=4),
        [mail(RECEIVED, FORGED, day=day) for day in range(6)],
        [mail(RECEIVED, FORGED, sender=SENDERS[one % 2]) for one in range(6)],
        mailbox(RECEIVED, VOUCHES.format("mx.other.example")),
        mailbox(FORGED),
        mailbox(RECEIVED),
        [],
    ],
    ids=[
        "others_without",
        "only_forged",
        "vouches_for_forged",
        "few",
        "one_sender",
        "one_day",
        "other_house",
        "no_hops",
        "no_results",
        "nothing",
    ],
)
def test_what_only_a_sender_may_have_written_is_no_own_server(
    mails: list[bytes],
) -> None:
    assert own_servers(mails) == ()


def test_a_provider_that_began_to_note_lately_is_found() -> None:
    later = [
        mail(RECEIVED, VOUCHES.format(OWN), sender=SENDERS[day % 2], day=30 + day)
        for day in range(6)
    ]
    (found,) = own_servers([*mailbox(RECEIVED), *later])
    assert (found.mails, found.of) == (6, 6)


def test_the_own_server_is_not_believed_in_a_mail_that_another_took_in_after() -> None:
    elsewhere = f"Received: {FROM_SHOP} mx.other.example"
    raw = mail(elsewhere, RECEIVED, FORGED)
    trusted = ("mx.box.example@box.example",)
    assert judged(raw, trusted=trusted).verdict is Verdict.CANNOT_TELL
    assert judged(mail(RECEIVED, FORGED), trusted=trusted).verdict is Verdict.GENUINE


def test_what_is_written_under_the_own_name_further_down_is_told() -> None:
    real = f"Authentication-Results: {OWN}; dmarc=none"
    judgement = judged(mail(RECEIVED, real, FORGED), trusted=(OWN,))
    assert Code.RESULTS_FORGED in codes(judgement)
    assert judgement.verdict is not Verdict.GENUINE


def test_several_fields_of_the_own_server_are_not_called_forged() -> None:
    real = f"Authentication-Results: {OWN}; spf=pass"
    judgement = judged(mail(RECEIVED, real, FORGED), trusted=(OWN,))
    assert Code.RESULTS_FORGED not in codes(judgement)


@pytest.mark.parametrize(
    "head",
    [
        (RECEIVED, "Authentication-Results: mx.box.example; dmarc=none", RECEIVED),
        ("Authentication-Results: mx.box.example; dmarc=none", RECEIVED, "X-A: b"),
    ],
    ids=["twice", "on_top"],
)
def test_what_the_own_server_may_have_written_before_is_not_called_forged(
    head: tuple[str, ...],
) -> None:
    below = (FORGED, RECEIVED.replace(OWN, "mx.box.example"))
    judgement = judged(mail(*head, *below), trusted=(OWN,))
    assert Code.RESULTS_FORGED not in codes(judgement)


def test_each_own_name_is_believed_once() -> None:
    real = f"Authentication-Results: {OWN}; spf=pass"
    judgement = judged(mail(RECEIVED, real, FORGED), trusted=(OWN,))
    assert judgement.verdict is not Verdict.GENUINE
