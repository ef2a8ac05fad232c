from datetime import UTC, datetime
from pathlib import Path

from tests.recovery.mail.judging.letters import letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record, sign
from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.sealing import KEYS, mail_path
from torimodosu.recovery.evidence.signed_mails import Signatures
from torimodosu.recovery.evidence.signing_keys import write_keys
from torimodosu.recovery.evidence.verification import EvidenceReport, verify_evidence
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.search import Found
from torimodosu.recovery.mail.signatures.key_server import PublishedKey

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
NAMES = ("from", "to", "subject", "date")
SIGNED = signed_by("amazon.co.jp", letter(), names=NAMES)
KEY = PublishedKey(
    name="s1._domainkey.amazon.co.jp",
    text=rsa_record().decode(),
    at=NOON,
    source="keys.json",
)


def sealed(folder: Path, *mails: bytes, keys: bytes = b"") -> list[str]:
    """Keep *mails* and *keys* in a sealed bag; return the hashes of the mails."""
    archive = BagArchive(folder)
    if keys:
        archive.keep_keys(keys)
    kept = archive.keep(
        *(
            Found(origin=Origin(source="a", offset=0, length=len(raw)), raw=raw)
            for raw in mails
        )
    )
    hashes = [sha256 for _, sha256 in kept]
    archive.seal([], [Entry(at=NOON, kind=Kind.NOTE)])
    return hashes


def verified(folder: Path) -> EvidenceReport:
    """Return what comes of verifying the bag."""
    return verify_evidence(BagFolder(folder))


def test_with_its_keys_a_bag_proves_who_signed(tmp_path: Path) -> None:
    keys = write_keys([KEY])
    changed = SIGNED.replace(b"Subject: ", b"Subject: x")
    other = signed_by("other.example", letter(), names=NAMES)
    sealed(tmp_path / "bag", SIGNED, changed, other, letter(), keys=keys)
    report = verified(tmp_path / "bag")
    assert report.faults == ()
    assert report.signatures == Signatures(verified=1, failed=1, unknown=1)
    assert (tmp_path / "bag" / KEYS).read_bytes() == keys


def test_a_signature_that_tells_its_time_is_verified(tmp_path: Path) -> None:
    head, _, body = letter().partition(b"\r\n\r\n")
    tags = {"d": "amazon.co.jp", "t": str(int(NOON.timestamp()))}
    raw = sign(head + b"\r\n", body, names=NAMES, tags=tags)
    keys = write_keys([KEY])
    sealed(tmp_path / "bag", raw, keys=keys)
    assert verified(tmp_path / "bag").signatures == Signatures(verified=1)


def test_without_keys_signatures_are_counted(tmp_path: Path) -> None:
    sealed(tmp_path / "bag", SIGNED, letter())
    report = verified(tmp_path / "bag")
    assert report.signatures == Signatures(unknown=1)


def test_changed_keys_are_a_fault_of_the_bag(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    sealed(bag, SIGNED, keys=write_keys([KEY]))
    (bag / KEYS).write_bytes(b"{}")
    report = verified(bag)
    assert KEYS in {fault.path for fault in report.faults}
    assert report.signatures == Signatures(unknown=1)


def test_keys_stay_when_the_bag_is_sealed_again(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    sealed(bag, SIGNED, keys=write_keys([KEY]))
    sealed(bag, letter("Mehr\n"))
    report = verified(bag)
    assert (report.valid, report.signatures.verified) == (True, 1)


def test_a_mail_that_is_gone_is_a_fault_and_no_signature(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    (sha256,) = sealed(bag, SIGNED, keys=write_keys([KEY]))
    (bag / mail_path(sha256)).unlink()
    report = verified(bag)
    assert not report.valid
    assert report.signatures == Signatures()
