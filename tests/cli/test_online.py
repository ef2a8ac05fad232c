"""Looking keys up: `--online`, with a real name server on this computer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.adapters.network.name_server import HERE, Zone, serving
from tests.cli.running import Commands, plain_line
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.recovery.mail.judging.letters import letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.adapters.network.dns_keys import DnsKeys
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.tools import tools_for
from torimodosu.cli.tools import Tools
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.evidence.asking_keys import KeyAsking
from torimodosu.recovery.mail.signatures.key_server import NoKeyServerError

NAMES = ("from", "to", "subject", "date")
KEY = "s1._domainkey.amazon.co.jp"
AT = ("--at", "2026-03-21T00:00+09:00", "--json")


@pytest.fixture
def zone() -> Zone:
    return Zone(texts={KEY: [rsa_record()]})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.at(tmp_path / "cases.sqlite")


@pytest.fixture
def patience() -> float:
    """Return the seconds that a name server has; one that answers has enough."""
    return 120.0


@pytest.fixture
def tools(zone: Zone, store: Store, patience: float) -> Iterator[Tools]:
    """Return the tools of the program, with the name server of the test."""
    with serving(zone) as port:
        asking = KeyAsking(
            server=DnsKeys([HERE], port=port, patience=patience),
            clock=FixedClock(),
            before=partial(store.lock_records.keep_sent, None),
        )
        yield replace(tools_for(None), key_asking=lambda: asking)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return a folder with two mails of the shop, and one that a stranger signed."""
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, signer in enumerate(("amazon.co.jp", "amazon.co.jp", "bjvsm.example")):
        raw = signed_by(signer, letter(fields=(f"X-Number: {number}",)), names=NAMES)
        (folder / f"{number}.eml").write_bytes(raw)
    return folder


def test_a_key_that_is_looked_up_settles_it(
    torimodosu: Commands, mails: Path, tools: Tools, zone: Zone, store: Store
) -> None:
    done = torimodosu("mail", "judge", mails, "--online", *AT, tools=tools)
    verdicts = [row["verdict"] for row in done.rows]
    assert verdicts == ["genuine", "genuine", "cannot_tell"]
    assert zone.asked == [(KEY, "udp")]
    assert done.summary["keys_not_asked"] == ["s1._domainkey.bjvsm.example"]
    assert (done.status, done.summary["not_covered"]) == (0, [])
    sent = Sent(at=FRIDAY_NIGHT, host=HERE, what=SentWhat.KEY_NAMES)
    snapshot = store.snapshot(None, at=FRIDAY_NIGHT)
    assert snapshot.left_this_computer == (sent,)


def test_without_the_flag_nobody_is_asked(
    torimodosu: Commands, mails: Path, tools: Tools, zone: Zone
) -> None:
    done = torimodosu("mail", "judge", mails, *AT, tools=tools)
    assert {row["verdict"] for row in done.rows} == {"cannot_tell"}
    assert "keys_not_asked" not in done.summary
    assert zone.asked == []


@pytest.mark.parametrize("patience", [0.2])
def test_a_silent_name_server_is_named_as_not_covered(
    torimodosu: Commands, mails: Path, tools: Tools, zone: Zone
) -> None:
    zone.silent = [KEY]
    done = torimodosu("mail", "judge", mails, "--online", *AT, tools=tools)
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (KEY, "no_answer")
    assert done.status == 1


def test_keys_go_into_the_bag_and_prove_it_offline(
    torimodosu: Commands, mails: Path, tools: Tools, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    packed = torimodosu(
        "evidence", "pack", mails, "--out", bag, "--online", "--json", tools=tools
    )
    assert (packed.status, packed.err) == (0, "")
    verified = torimodosu("evidence", "verify", bag, "--json")
    assert verified.status == 0
    counts = {"verified": 2, "failed": 0, "unknown": 1}
    assert verified.summary["signatures"] == counts
    kept = json.loads((bag / "data/dkim-keys.json").read_bytes())["keys"][KEY]
    assert (kept["from"], kept["at"]) == (HERE, FRIDAY_NIGHT.isoformat())
    assert kept["txt"] == rsa_record().decode()
    journal = (bag / "data/journal.txt").read_text("utf-8")
    assert f"host={HERE} what=key_names count=1" in journal


def test_the_keys_of_a_bag_can_be_used_again(
    torimodosu: Commands, mails: Path, tools: Tools, tmp_path: Path, zone: Zone
) -> None:
    bag = tmp_path / "bag"
    torimodosu(
        "evidence", "pack", mails, "--out", bag, "--online", "--json", tools=tools
    )
    keys = ("--dkim-keys", bag / "data/dkim-keys.json")
    done = torimodosu("mail", "judge", mails, *keys, "--online", *AT, tools=tools)
    assert done.summary["genuine"] == 2
    assert len(zone.asked) == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoKeyServerError(), "no name server"),
        (StoreError(StoreTrouble.FULL, "full"), "cannot be kept"),
    ],
    ids=["no name server", "full disk"],
)
@pytest.mark.parametrize("command", ["judge", "pack"])
def test_where_nobody_can_be_asked_it_is_said(
    torimodosu: Commands, mails: Path, command: str, error: Exception, words: str
) -> None:
    def refuse() -> KeyAsking:
        raise error

    tools = replace(tools_for(None), key_asking=refuse)
    line: tuple[str | Path, ...] = ("mail", "judge", mails)
    if command == "pack":
        line = ("evidence", "pack", mails, "--out", mails.with_name("bag"))
    done = torimodosu(*line, "--online", tools=tools)
    assert done.status == 2
    assert words in plain_line(done)


def test_what_commands_ask_is_kept_below_the_chosen_folder(tmp_path: Path) -> None:
    asking = tools_for(tmp_path / "new").key_asking()
    sent = Sent(at=datetime.now(UTC), host=HERE, what=SentWhat.KEY_NAMES)
    asking.before(sent)
    store = Store.at(tmp_path / "new" / "cases.sqlite")
    assert store.snapshot(None, at=FRIDAY_NIGHT).left_this_computer == (sent,)
