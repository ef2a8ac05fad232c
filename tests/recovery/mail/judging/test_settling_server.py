"""Whose word would settle the verdict on one mail."""

from dataclasses import replace

import pytest

from tests.recovery.mail.judging.letters import NOW, catalogue, letter
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.settling_server import (
    SettlingServer,
    settling_server,
)
from torimodosu.recovery.mail.reader import read_message

NOBODY = Outside.unaided(NOW)
PASS, FAIL = "dmarc=pass header.from=amazon.co.jp", "dmarc=fail"
FORGED = letter(sender="Amazon <info@bjvsm.example>")


def noted(server: str, result: str) -> bytes:
    return letter(fields=(f"Authentication-Results: {server}; {result}",))


def found(raw: bytes, outside: Outside = NOBODY) -> SettlingServer | None:
    message = read_message(raw)
    judgement = judge(raw, message, catalogue(), outside)
    return settling_server(raw, message, judgement, catalogue(), outside)


@pytest.mark.parametrize(
    ("result", "verdict"),
    [(PASS, Verdict.GENUINE), (FAIL, Verdict.NOT_GENUINE)],
)
def test_a_server_that_would_settle_it_is_named_with_what_to_trust(
    result: str, verdict: Verdict
) -> None:
    raw = noted("mx.mail.example", result)
    server = found(raw)
    assert server is not None
    assert (server.name, server.calls_itself) == ("mx.mail.example",) * 2
    assert server.is_of_receiver
    for entry in (server.trusted, server.calls_itself):
        trusting = replace(NOBODY, trusted=frozenset({entry}))
        judgement = judge(raw, read_message(raw), catalogue(), trusting)
        assert judgement.verdict is verdict


def test_the_note_of_others_than_the_receiver_is_told_apart() -> None:
    server = found(noted("mx.mine.example", PASS))
    assert server is not None
    assert not server.is_of_receiver


@pytest.mark.parametrize(
    "raw",
    [
        letter(),
        noted("mx.mail.example", "dmarc=none"),
        noted("mx.mail.example", "spf=pass smtp.mailfrom=amazon.co.jp"),
        FORGED,
        letter("やあ", sender="hana@friend.example", subject="やあ"),
    ],
    ids=["no note", "no result", "a weak result", "settled", "claims nobody"],
)
def test_what_would_settle_nothing_is_not_named(raw: bytes) -> None:
    assert found(raw) is None


def test_a_server_that_is_trusted_already_is_not_named() -> None:
    trusting = replace(NOBODY, trusted=frozenset({"mx.mail.example"}))
    assert found(noted("mx.mail.example", PASS), trusting) is None
