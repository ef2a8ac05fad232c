"""Asking a real name server on this computer for keys."""

import pytest

from tests.adapters.network.name_server import HERE, Zone, serving
from torimodosu.adapters.network.dns_keys import DnsKeys
from torimodosu.recovery.mail.signatures.key_server import KeyAnswer, Told

NAME = "s1._domainkey.shop.example"
RECORD = b"v=DKIM1; p=" + b"A" * 400
LITTLE, MUCH = 0.2, 120.0  # seconds of patience: with silence, and with an answer


def answered(text: bytes) -> Told:
    return Told(answer=KeyAnswer.RECORD, text=text.decode())


def told(zone: Zone, name: str = NAME, *, patience: float = MUCH) -> Told:
    """Return what is told by a server with *zone*."""
    with serving(zone) as port:
        return DnsKeys([HERE], port=port, patience=patience).ask(name)


def test_a_record_of_several_strings_is_one_text() -> None:
    zone = Zone(texts={NAME: [RECORD]})
    assert told(zone) == answered(RECORD)
    assert zone.asked == [(NAME, "udp")]


def test_what_is_too_long_for_a_packet_comes_over_tcp() -> None:
    zone = Zone(texts={NAME: [RECORD]}, cuts=True)
    assert told(zone) == answered(RECORD)
    assert zone.asked == [(NAME, "udp"), (NAME, "tcp")]


def test_a_key_at_another_name_is_found() -> None:
    target = "key7.mailer.example"
    zone = Zone(texts={target: [RECORD]}, aliases={NAME: target})
    assert told(zone) == answered(RECORD)


@pytest.mark.parametrize(
    ("zone", "answer"),
    [
        (Zone(), KeyAnswer.NO_SUCH_NAME),
        (Zone(texts={NAME: []}), KeyAnswer.NO_TEXT),
    ],
    ids=["no such name", "no text"],
)
def test_what_is_not_there_is_told_apart(zone: Zone, answer: KeyAnswer) -> None:
    assert told(zone) == Told(answer=answer)


@pytest.mark.parametrize(
    "zone", [Zone(failing=[NAME]), Zone(silent=[NAME])], ids=["failure", "silence"]
)
def test_who_does_not_answer_is_told_apart_from_what_is_not_there(zone: Zone) -> None:
    assert told(zone, patience=LITTLE) == Told(answer=KeyAnswer.NO_ANSWER)


def test_a_computer_where_no_name_server_is_does_not_answer() -> None:
    with serving(Zone()) as port:
        pass
    keys = DnsKeys([HERE], port=port, patience=LITTLE)
    assert keys.ask(NAME).answer is KeyAnswer.NO_ANSWER


def test_a_router_that_knows_short_answers_only_is_asked_for_one() -> None:
    zone = Zone(texts={NAME: [RECORD]}, drops_edns=True)
    # So long it waits in vain, and so long the server has for its answer.
    assert told(zone, patience=2.0) == answered(RECORD)


def test_of_several_texts_the_one_with_a_key_is_taken() -> None:
    texts = [b"v=spf1 -all", RECORD, b"google-site-verification=1"]
    assert told(Zone(texts={NAME: texts})) == answered(RECORD)


def test_a_text_that_is_no_text_is_shown_as_such() -> None:
    assert told(Zone(texts={NAME: [b"p=\xff"]})) == answered(
        "p=\N{REPLACEMENT CHARACTER}".encode()
    )


def test_it_is_told_who_is_asked() -> None:
    assert (
        DnsKeys(["192.0.2.1", "192.0.2.2", "192.0.2.3"]).host == "192.0.2.1, 192.0.2.2"
    )


def test_nothing_but_the_name_itself_is_asked_for() -> None:
    """Not below the domain of this computer, as for short names of hosts."""
    zone = Zone()
    told(zone)
    assert {name for name, _ in zone.asked} == {NAME}
