"""Fetching from a mailbox of 20,000 mails on a real server."""

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.adapters.network.imap.reading import (
    Reports,
    covered,
    findings,
    found,
    mail,
)

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

LONG, SHORT = 20_000, 1_200
WANTED_OF = 100  # one in so many is from the shop, another one names it


@pytest.fixture
def dovecot() -> "Iterator[Dovecot]":
    if sys.platform != "linux":
        pytest.skip("Dovecot runs on Linux")
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving() as server:
        yield server


def made_up(number: int) -> bytes:
    """Return a mail of 3 kB; most have nothing to do with the shop."""
    body = f"line {number}, as people write them\r\n".encode() * 80
    match number % WANTED_OF:
        case 0:
            return mail(number, body=body)
        case 1:
            body += b"we met at amazon.co.jp\r\n"
    return mail(number, sender="friend@mail.example", subject="Dinner", body=body)


def test_a_large_mailbox_is_read_in_one_go(
    dovecot: "Dovecot", *, long_form: bool
) -> None:
    count = LONG if long_form else SHORT
    dovecot.deliver(*map(made_up, range(count)))
    progress = Reports()
    begin = time.monotonic()
    all_ = findings(dovecot.account, dovecot.authorities, progress=progress)
    seconds = time.monotonic() - begin
    assert covered(all_) == {"INBOX": count}
    wanted = [made_up(n) for n in range(count) if n % WANTED_OF in (0, 1)]
    assert sorted(found(all_)) == sorted(wanted)
    assert progress.said[-1] == (count, count)
    # Somebody may wish to stop; that is heard between two questions.
    assert len(progress.said) >= count // 500
    sys.stdout.write(
        f"\nimap mailbox: {count} mails looked at, {len(wanted)} fetched in"
        f" {seconds:.1f} s, {count / seconds:.0f} mails a second\n"
    )
