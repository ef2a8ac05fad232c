"""Asking for keys: what is sent is kept first, and what came is told."""

from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.key_servers import KnowingKeys
from tests.fakes.progress import Steps
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.evidence.asking_keys import (
    MOST_NAMES,
    AskedKeys,
    KeyAsking,
)
from torimodosu.recovery.mail.signatures.key_server import KeyAnswer, PublishedKey


def asking(server: KnowingKeys, kept: list[Sent]) -> KeyAsking:
    return KeyAsking(server=server, clock=FixedClock(), before=kept.append)


def test_what_is_published_is_told_with_time_and_source() -> None:
    server, kept = KnowingKeys({"a": "v=DKIM1"}), list[Sent]()
    asked = asking(server, kept).ask(["a", "b"], Steps())
    found = PublishedKey(name="a", text="v=DKIM1", at=FRIDAY_NIGHT, source=server.host)
    gone = replace(found, name="b", text="", answer=KeyAnswer.NO_SUCH_NAME)
    assert asked == AskedKeys(keys=(found, gone))
    assert kept == [
        Sent(at=FRIDAY_NIGHT, host=server.host, what=SentWhat.KEY_NAMES, count=2)
    ]


def test_nothing_is_kept_where_nothing_is_asked() -> None:
    server, kept = KnowingKeys({}), list[Sent]()
    assert asking(server, kept).ask([]) == AskedKeys()
    assert (server.asked, kept) == ([], [])


def test_what_cannot_be_kept_is_not_sent() -> None:
    def refuse(_sent: Sent) -> None:
        raise StoreError(StoreTrouble.FULL, "full")

    server = KnowingKeys({})
    with pytest.raises(StoreError):
        KeyAsking(server=server, clock=FixedClock(), before=refuse).ask(["a"])
    assert server.asked == []


def test_a_network_that_is_silent_is_left_alone() -> None:
    names = ["a", "b", "c", "d", "e"]
    server = KnowingKeys({}, silent=names)
    asked = asking(server, []).ask(names)
    assert server.asked == ["a", "b", "c"]
    assert asked == AskedKeys(unanswered=tuple(names))


def test_a_single_silence_stops_nothing() -> None:
    server = KnowingKeys({"c": "x"}, silent=["a", "b", "d"])
    asked = asking(server, []).ask(["a", "b", "c", "d"])
    assert asked.unanswered == ("a", "b", "d")
    assert [key.name for key in asked.keys] == ["c"]


def test_no_name_server_is_flooded() -> None:
    names = [str(number) for number in range(MOST_NAMES + 1)]
    server, kept = KnowingKeys({}), list[Sent]()
    asked = asking(server, kept).ask(names)
    assert len(server.asked) == kept[0].count == MOST_NAMES
    assert asked.unanswered == (str(MOST_NAMES),)
