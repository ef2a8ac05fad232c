"""`evidence pack --tsa`, with a real authority on this computer."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import bagit  # type: ignore[import-untyped]
import pytest

from tests.adapters.network.stamp_server import HERE, Counter, stamping
from tests.cli.running import Commands, plain_line
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.evidence.timestamps.authority import Authority, new_authority
from tests.recovery.mail.judging.letters import letter
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.sent import SentWhat


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return new_authority(tmp_path_factory.mktemp("authority"), with_chain=True)


@dataclass
class Desk:
    """What a test packs, and whom it asks."""

    mails: Path
    bag: Path
    data: Path
    counter: Counter
    address: str


@pytest.fixture
def desk(tmp_path: Path, authority: Authority) -> Iterator[Desk]:
    mails = tmp_path / "mails"
    mails.mkdir()
    (mails / "1.eml").write_bytes(letter())
    counter = Counter(answer=authority.answer)
    with stamping(counter) as address:
        yield Desk(mails, tmp_path / "bag", tmp_path / "data", counter, address)


def pack(torimodosu: Commands, desk: Desk, *more: str) -> tuple[int, dict[str, object]]:
    line: tuple[str | Path, ...] = ("evidence", "pack", desk.mails, "--out", desk.bag)
    line += ("--json", "--data-dir", desk.data, "--tsa", desk.address, *more)
    done = torimodosu(*line)
    return done.status, done.summary


def verify(torimodosu: Commands, desk: Desk) -> tuple[int, dict[str, object]]:
    done = torimodosu("evidence", "verify", desk.bag, "--json")
    return done.status, done.summary


def test_the_manifest_is_stamped_and_openssl_agrees(
    torimodosu: Commands, desk: Desk, authority: Authority
) -> None:
    status, summary = pack(torimodosu, desk)
    assert (status, summary["timestamp"]) == (0, "valid")
    assert summary["stamped_by"] == "Made-up Stamps"
    manifest, answer = desk.bag / "manifest-sha256.txt", desk.bag / "timestamp.tsr"
    assert authority.verifies(answer, manifest)
    bagit.Bag(str(desk.bag)).validate()
    status, summary = verify(torimodosu, desk)
    assert (status, summary["valid"], summary["timestamp"]) == (0, True, "valid")
    assert summary["vouched_by"] == "Made-up Root"


def test_nothing_but_a_hash_is_sent_and_that_is_kept(
    torimodosu: Commands, desk: Desk
) -> None:
    pack(torimodosu, desk)
    ((_, _, question),) = desk.counter.asked
    manifest = (desk.bag / "manifest-sha256.txt").read_bytes()
    assert hashlib.sha256(manifest).digest() in question
    assert len(question) < 100
    store = Store.at(desk.data / "cases.sqlite")
    (sent,) = store.snapshot(None, at=FRIDAY_NIGHT).left_this_computer
    assert (sent.host, sent.what) == (HERE, SentWhat.STAMP_HASH)
    journal = (desk.bag / "data/journal.txt").read_text("utf-8")
    assert f"host={HERE} what=stamp_hash count=1" in journal


def test_a_bag_that_was_changed_and_sealed_again_by_hand_is_told(
    torimodosu: Commands, desk: Desk
) -> None:
    pack(torimodosu, desk)
    manifest = desk.bag / "manifest-sha256.txt"
    (mail,) = (desk.bag / "data/mails").iterdir()
    mail.write_bytes(letter() + b"changed")
    old, new = letter(), mail.read_bytes()
    text = manifest.read_text().replace(
        hashlib.sha256(old).hexdigest() + "  ", hashlib.sha256(new).hexdigest() + "  "
    )
    manifest.write_text(text)
    status, summary = verify(torimodosu, desk)
    assert (status, summary["valid"], summary["timestamp"]) == (1, False, "invalid")


@pytest.mark.parametrize("end", [0, 10, -1])
def test_a_damaged_stamp_is_told(torimodosu: Commands, desk: Desk, end: int) -> None:
    pack(torimodosu, desk)
    answer = desk.bag / "timestamp.tsr"
    answer.write_bytes(answer.read_bytes()[:end])
    status, summary = verify(torimodosu, desk)
    assert (status, summary["timestamp"]) == (1, "invalid")


def test_a_later_seal_keeps_the_earlier_stamp(torimodosu: Commands, desk: Desk) -> None:
    """It proves when the mails that were there by then were there."""
    pack(torimodosu, desk)
    first = (desk.bag / "manifest-sha256.txt").read_bytes()
    (desk.mails / "2.eml").write_bytes(letter("second\n"))
    pack(torimodosu, desk)
    name = hashlib.sha256(first).hexdigest()
    assert (desk.bag / f"timestamps/{name}.txt").read_bytes() == first
    assert verify(torimodosu, desk)[1]["timestamp"] == "valid"
    bagit.Bag(str(desk.bag)).validate()
    earlier = desk.bag / f"timestamps/{name}.tsr"
    earlier.write_bytes((desk.bag / "timestamp.tsr").read_bytes())
    assert verify(torimodosu, desk)[1]["timestamp"] == "invalid"


def test_a_seal_without_a_stamp_has_none(torimodosu: Commands, desk: Desk) -> None:
    pack(torimodosu, desk)
    torimodosu("evidence", "pack", desk.mails, "--out", desk.bag, "--json")
    assert not (desk.bag / "timestamp.tsr").exists()
    status, summary = verify(torimodosu, desk)
    assert (status, summary["timestamp"]) == (0, "none")


def test_an_earlier_stamp_says_how_many_of_the_mails_were_there_by_then(
    torimodosu: Commands, desk: Desk
) -> None:
    pack(torimodosu, desk)
    assert verify(torimodosu, desk)[1]["earlier_stamps"] == []
    (desk.mails / "2.eml").write_bytes(letter("second\n"))
    torimodosu("evidence", "pack", desk.mails, "--out", desk.bag, "--json")
    status, summary = verify(torimodosu, desk)
    assert (status, summary["timestamp"], summary["mails"]) == (0, "none", 2)
    stamps = summary["earlier_stamps"]
    assert isinstance(stamps, list)
    ((at, *told),) = [list(stamp.values()) for stamp in stamps]
    assert datetime.fromisoformat(at).tzinfo is not None
    assert told == ["Made-up Stamps", "Made-up Root", 1]
    said = torimodosu("evidence", "verify", desk.bag).out
    assert f"earlier_stamps: stamped_at={at} stamped_by=Made-up Stamps" in said


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda _: b"<html>", "timestamp_unreadable"),
        (lambda _: b"0\x05\x30\x03\x02\x01\x02", "timestamp_refused"),
    ],
    ids=["a web page", "a refusal"],
)
def test_without_a_stamp_the_bag_is_whole_all_the_same(
    torimodosu: Commands, desk: Desk, answer: object, why: str
) -> None:
    desk.counter.answer = answer  # type: ignore[assignment]
    status, summary = pack(torimodosu, desk)
    assert (status, summary["timestamp"]) == (1, "none")
    missed = summary["not_covered"]
    assert isinstance(missed, list)
    assert [(one["what"], one["why"]) for one in missed] == [(desk.address, why)]
    assert verify(torimodosu, desk)[0] == 0


def test_nobody_there_is_told(torimodosu: Commands, desk: Desk) -> None:
    desk.address = "http://no-such-host.invalid/"
    status, summary = pack(torimodosu, desk)
    missed = summary["not_covered"]
    assert isinstance(missed, list)
    assert (status, missed[0]["why"]) == (1, "no_answer")
    assert verify(torimodosu, desk)[0] == 0


@pytest.mark.parametrize(
    "address",
    ["tsa.example", "ftp://tsa.example/", "https://", "https://me:word@tsa.example/"],
)
def test_what_is_no_address_is_refused(
    torimodosu: Commands, desk: Desk, address: str
) -> None:
    line: tuple[str | Path, ...] = ("evidence", "pack", desk.mails, "--out", desk.bag)
    done = torimodosu(*line, "--tsa", address)
    assert done.status == 2
    assert "https://tsa.example" in plain_line(done)
    assert not desk.bag.exists()
