"""A helper packs mails on the command line, and somebody else verifies them."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import bagit  # type: ignore[import-untyped]  # it ships none
import pytest

from tests.fakes.kept_mails import raw_mail

PLAIN = b"From: a@friend.example\nSubject: hello\n\n>From me\nbye\n"


def run(*arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    command = [sys.executable, "-m", "torimodosu", "evidence", *map(str, arguments)]
    done = subprocess.run([*command, "--json"], capture_output=True, check=False)
    assert done.stderr == b""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "plain.eml").write_bytes(PLAIN)
    separator = b"From shop@example.com Sat Mar 14 12:00:00 2026\r\n"
    (folder / "box").write_bytes(
        b"".join(separator + raw_mail(number) + b"\r\n" for number in range(3))
    )
    return folder


@pytest.fixture
def bag(mail: Path, tmp_path: Path) -> Path:
    bag = tmp_path / "bag"
    status, (packed, _) = run("pack", mail, "--out", bag)
    assert status == 0
    assert (packed["messages"], packed["bag"]) == (4, str(bag))
    manifest = (bag / "manifest-sha256.txt").read_bytes()
    assert packed["sha256"] == hashlib.sha256(manifest).hexdigest()
    return bag


def test_every_mail_is_in_the_bag_byte_for_byte(bag: Path) -> None:
    packed = {path.read_bytes() for path in (bag / "data" / "mails").iterdir()}
    assert packed == {PLAIN, *(raw_mail(number) for number in range(3))}
    assert bagit.Bag(str(bag)).is_valid()


def test_a_bag_as_it_was_packed_is_valid(bag: Path) -> None:
    status, (summary,) = run("verify", bag)
    assert status == 0
    assert summary["summary"]["valid"] is True


def test_a_bag_grows_when_more_is_packed_into_it(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "more.eml").write_bytes(raw_mail(7))
    run("pack", tmp_path / "more.eml", "--out", bag)
    assert run("verify", bag)[0] == 0
    index = (bag / "data" / "index.csv").read_text("utf-8-sig")
    assert all(f"order {number}" in index for number in (0, 1, 2, 7))


def test_a_changed_line_of_the_journal_is_named(bag: Path) -> None:
    journal = bag / "data" / "journal.txt"
    journal.write_bytes(journal.read_bytes().replace(b"kept=4", b"kept=3"))
    status, (*faults, summary) = run("verify", bag)
    assert status == 1
    assert summary["summary"]["valid"] is False
    assert {"path": "data/journal.txt", "fault": "journal_entry_changed"} in [
        {key: fault[key] for key in ("path", "fault")} for fault in faults
    ]


def test_only_the_mails_of_a_service_are_packed_when_it_is_named(
    mail: Path, tmp_path: Path
) -> None:
    arguments = ("pack", mail, "--out", tmp_path / "shop", "--service", "amazon.co.jp")
    _, (packed, _) = run(*arguments)
    assert packed["messages"] == 3
