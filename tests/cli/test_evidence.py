import hashlib
import json
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships none
import pytest

from tests.cli.mails import mail
from tests.cli.running import Commands, plain_line
from tests.fakes.small_disks import mount, mounted
from tests.recovery.mail.judging.letters import letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.recovery.practice.expected import expected


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(3):
        raw = mail(subject=f"注文 {number}", number=number) + b"x" * 100_000
        (folder / f"{number}.eml").write_bytes(raw)
    return folder


def test_a_bag_with_keys_proves_who_signed(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path, keys, bag = tmp_path / "a.eml", tmp_path / "keys.json", tmp_path / "bag"
    names = ("from", "to", "subject", "date")
    path.write_bytes(signed_by("amazon.co.jp", letter(), names=names))
    record = {"s1._domainkey.amazon.co.jp": rsa_record().decode()}
    keys.write_text(json.dumps(record))
    packed = torimodosu(
        "evidence", "pack", path, "--out", bag, "--dkim-keys", keys, "--json"
    )
    assert (packed.status, packed.err) == (0, "")
    verified = torimodosu("evidence", "verify", bag, "--json")
    assert verified.status == 0
    found = {"verified": 1, "failed": 0, "unknown": 0}
    assert verified.summary["signatures"] == found


def test_the_practice_incident_is_packed_and_verified(
    torimodosu: Commands, practice: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    done = torimodosu("evidence", "pack", practice / "mail", "--out", bag, "--json")
    assert (done.status, done.err) == (0, "")
    (row,) = done.rows
    mails = [path.read_bytes() for path in (bag / "data/mails").iterdir()]
    manifest = (bag / "manifest-sha256.txt").read_bytes()
    assert row == {
        "bag": str(bag),
        "messages": len(mails),
        "bytes": sum(map(len, mails)),
        "sha256": hashlib.sha256(manifest).hexdigest(),
    }
    assert done.summary["messages"] == expected().mails + expected().copies
    assert (done.summary["ending"], done.summary["unreadable"]) == ("done", 0)
    assert len(done.summary["covered"]) == 3
    assert bagit.Bag(str(bag)).is_valid()
    verified = torimodosu("evidence", "verify", bag, "--json")
    assert (verified.status, list(verified.rows)) == (0, [])
    assert verified.summary["valid"] is True
    assert verified.summary["complete"] is True
    assert verified.summary["timestamp"] == "none"
    assert verified.summary["signatures"] == {
        "verified": 0,
        "failed": 0,
        "unknown": verified.summary["signatures"]["unknown"],
    }
    assert verified.summary["covered"] == [str(bag)]
    assert verified.summary["not_covered"] == []


def test_each_fault_of_a_bag_is_one_line(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    torimodosu("evidence", "pack", sources, "--out", bag)
    changed, removed, _ = sorted((bag / "data/mails").iterdir())
    changed.write_bytes(b"changed")
    removed.unlink()
    done = torimodosu("evidence", "verify", bag, "--json")
    assert done.status == 1
    assert all(row.keys() >= {"path", "fault"} for row in done.rows)
    assert {row["path"] for row in done.rows} >= {
        f"data/mails/{changed.name}",
        f"data/mails/{removed.name}",
    }
    assert (done.summary["valid"], done.summary["complete"]) == (False, False)


def test_what_is_unusual_and_no_fault_is_told_in_plain_words(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    torimodosu("evidence", "pack", sources, "--out", bag)
    assert torimodosu("evidence", "verify", bag, "--json").summary["oddities"] == []
    for name in ("Thumbs.db", ".DS_Store"):
        (bag / name).write_bytes(b"")
    done = torimodosu("evidence", "verify", bag, "--json")
    assert (done.status, list(done.rows)) == (0, [])
    (oddity,) = done.summary["oddities"]
    assert (oddity["oddity"], oddity["files"]) == ("system_file", 2)
    assert oddity["first"] == ".DS_Store"
    said = torimodosu("evidence", "verify", bag).out
    assert f"meaning={oddity['meaning']}" in said


def test_a_folder_that_is_no_bag_is_told_so(
    torimodosu: Commands, sources: Path
) -> None:
    done = torimodosu("evidence", "verify", sources, "--json")
    assert (done.status, done.out) == (2, "")
    assert f"{sources} is no bag" in plain_line(done)


def test_a_bag_that_lost_its_declaration_is_still_one(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    torimodosu("evidence", "pack", sources, "--out", bag)
    (bag / "bagit.txt").unlink()
    done = torimodosu("evidence", "verify", bag, "--json")
    assert (done.status, done.summary["valid"]) == (1, False)
    assert "declaration_missing" in {row["fault"] for row in done.rows}


def test_a_file_is_no_bag(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "bag.zip").touch()
    done = torimodosu("evidence", "verify", tmp_path / "bag.zip")
    assert done.status == 2
    assert "is no folder; name the folder of a bag" in plain_line(done)


def test_a_folder_that_holds_something_is_left_alone(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("dear", "utf-8")
    done = torimodosu("evidence", "pack", sources, "--out", out, "--json")
    assert (done.status, done.out) == (2, "")
    assert "is not empty; name a new folder with --out" in plain_line(done)
    assert [path.name for path in out.iterdir()] == ["letter.txt"]


def test_a_bag_of_somebody_else_is_left_alone(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("dear", "utf-8")
    bagit.make_bag(str(out), checksums=["sha256"])
    assert torimodosu("evidence", "pack", sources, "--out", out).status == 2
    assert bagit.Bag(str(out)).is_valid()


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_place_that_cannot_be_a_folder_is_told(
    torimodosu: Commands, sources: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    done = torimodosu("evidence", "pack", sources, "--out", tmp_path / place)
    assert done.status == 2
    assert "name another folder with --out" in plain_line(done)
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_disk_that_fills_up_keeps_what_went_on_it(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    (sources / "large.eml").write_bytes(mail(number=9) + bytes(6 * 2**20))
    (sources / "small.eml").write_bytes(mail(number=10))
    with mounted(tmp_path / "disk", size="5m") as disk:
        words = ("evidence", "pack", sources, "--out", disk / "bag", "--json")
        done = torimodosu(*words)
        assert done.status == 2
        line = plain_line(done)
        assert f"the disk of {disk / 'bag'} is full; what was kept is safe" in line
        # Of two that are written at once, the small one may come before the large one
        # fails: what is told is what is there.
        there = len(list((disk / "bag/data/mails").iterdir()))
        assert done.rows[0]["messages"] == there in {3, 4}
        assert done.summary["ending"] == "disk_full"
        (missed,) = done.summary["not_covered"]
        assert (missed["what"], missed["why"]) == (str(sources), "disk_full")
        assert torimodosu("evidence", "verify", disk / "bag").status == 0
        (sources / "large.eml").unlink()
        assert torimodosu(*words).status == 0
        kept = [path.read_bytes() for path in (disk / "bag/data/mails").iterdir()]
    assert {*kept} == {path.read_bytes() for path in sources.iterdir()}


def test_a_disk_that_may_only_be_read_is_told(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    with mounted(tmp_path / "disk", size="5m") as disk:
        mount("-o", "remount,ro", str(disk))
        done = torimodosu("evidence", "pack", sources, "--out", disk / "bag", "--json")
    assert done.status == 2
    assert "cannot be written; name another folder" in plain_line(done)
    assert (done.rows[0]["messages"], done.rows[0]["sha256"]) == (0, None)


def test_the_same_source_twice_is_packed_once(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    words = ("evidence", "pack", sources, sources / "1.eml", sources, "--out", bag)
    done = torimodosu(*words, "--json")
    assert (done.status, done.rows[0]["messages"]) == (0, 3)
    again = torimodosu(*words, "--json")
    assert again.status == 0
    assert len([*(bag / "data/mails").iterdir()]) == 3
    assert torimodosu("evidence", "verify", bag).status == 0


def test_people_see_which_file_has_which_fault(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    packed = torimodosu("evidence", "pack", sources, "--out", bag)
    assert packed.out.startswith("bag ")
    journal = bag / "data/journal.txt"
    journal.write_bytes(journal.read_bytes().replace(b"kept=3", b"kept=4"))
    done = torimodosu("evidence", "verify", bag)
    names, first, *_ = done.out.splitlines()
    assert names.split() == ["path", "fault", "entry"]
    assert first.split() == ["data/journal.txt", "checksum_wrong", "-"]
    assert "valid: no\n" in done.out


@pytest.mark.parametrize("has_keys", [False, True])
def test_of_nothing_that_can_be_read_no_bag_is_made(
    torimodosu: Commands, tmp_path: Path, *, has_keys: bool
) -> None:
    path, bag, keys = tmp_path / "a.eml", tmp_path / "bag", tmp_path / "keys.json"
    path.write_bytes(b"")
    keys.write_text(json.dumps({"s1._domainkey.amazon.co.jp": rsa_record().decode()}))
    given = ("--dkim-keys", keys) if has_keys else ()
    done = torimodosu("evidence", "pack", path, "--out", bag, *given, "--json")
    assert (done.status, done.out) == (2, "")
    assert "a.eml" in plain_line(done)
    assert not bag.exists()


def test_what_could_be_read_is_packed_beside_what_could_not(
    torimodosu: Commands, sources: Path, tmp_path: Path
) -> None:
    odd, bag = tmp_path / "a.eml", tmp_path / "bag"
    odd.write_bytes(b"")
    done = torimodosu("evidence", "pack", sources, odd, "--out", bag, "--json")
    assert done.status == 1
    assert bagit.Bag(str(bag)).is_valid()
