"""A connection that breaks off: it goes on where it stopped, or says what is left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from tests.adapters.network.imap.cutting import cutting_way
from tests.adapters.network.imap.reading import findings, found, mail, missed
from torimodosu.adapters.network.imap.line import SECONDS_BETWEEN_TRIES
from torimodosu.recovery.mail.search import Found, Trouble
from torimodosu.recovery.mail.servers.places import account_source

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

MAILS = [mail(number, body=b"z" * 8000 + b"\r\n") for number in range(120)]


@pytest.mark.parametrize("cuts", [[60_000], [9_000, 60_000, 300_000], [400_000]])
def test_it_goes_on_where_it_was_cut(
    dovecot: "Dovecot", cuts: Sequence[int], waits: list[float]
) -> None:
    dovecot.deliver(*MAILS)
    with cutting_way(dovecot.tls_port, *cuts) as way:
        account = dovecot.account_at(way.port)
        all_ = findings(account, dovecot.authorities, pause=waits.append)
        assert way.connections == len(cuts) + 1
    assert found(all_) == MAILS
    assert missed(all_) == []
    assert len(waits) == len(cuts)


def test_what_came_stays_and_the_next_time_fetches_the_rest(
    dovecot: "Dovecot", waits: list[float]
) -> None:
    dovecot.deliver(*MAILS)
    # The line works once, and then no more.
    cuts = [700_000, *[100] * 20]
    with cutting_way(dovecot.tls_port, *cuts) as way:
        account = dovecot.account_at(way.port)
        first = findings(account, dovecot.authorities, pause=waits.append)
        way.cuts.clear()
        came = [f.origin for f in first if isinstance(f, Found)]
        sources = {origin.source for origin in came}
        known = {s: frozenset(o.offset for o in came) for s in sources}
        second = findings(account, dovecot.authorities, known=known)
    assert 0 < len(found(first)) < len(MAILS)
    assert waits == list(SECONDS_BETWEEN_TRIES)
    assert [told.trouble for told in missed(first)] == [Trouble.CUT_OFF]
    assert found(first) + found(second) == MAILS
    assert missed(second) == []


def test_a_line_that_never_works_again_leaves_the_whole_mailbox_unread(
    dovecot: "Dovecot", waits: list[float]
) -> None:
    # Enough to sign in, and not to hear which folders there are.
    with cutting_way(dovecot.tls_port, 3_000, *[100] * 20) as way:
        account = dovecot.account_at(way.port)
        all_ = findings(account, dovecot.authorities, pause=waits.append)
    assert found(all_) == []
    assert {told.trouble for told in missed(all_)} == {Trouble.CUT_OFF}
    assert all(t.source.startswith(account_source(account)) for t in missed(all_))
