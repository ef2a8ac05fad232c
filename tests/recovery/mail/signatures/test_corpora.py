"""Signatures of others: what the suites of other verifiers expect of each."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from torimodosu.recovery.mail.signatures.arc import Chain, verify_arc
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

CORPORA = Path(__file__).parents[5] / "shared" / "corpora"
LONG_AFTER = datetime(2026, 11, 1, tzinfo=UTC)


def corpus(*parts: str) -> Path:
    """Return a part of the corpora, and skip where it is absent."""
    path = CORPORA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"corpora not present: ../shared/corpora/{'/'.join(parts)}")
    return path


def keys_in(records: Mapping[str, str]) -> Keys:
    """Return a look-up that knows every name, as the suites mean their lists."""
    return lambda name: records.get(name, "").encode()


def recovered_keys(folder: Path) -> Keys:
    """Return the keys that were recovered for the signed mails, and no others."""
    found = json.loads((folder / "recovered_dkim_keys.json").read_text("utf-8"))
    records = {name: one["txt"].encode() for name, one in found["keys"].items()}
    return records.get


def signed_mails(folder: Path) -> Iterator[tuple[str, bool, bytes]]:
    """Yield file, whether its text still fits, and bytes of each signed mail."""
    with (folder / "labels.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            raw = (folder / row["file"]).read_bytes()
            yield row["file"], row["body_hash_ok"] == "True", raw


# Their lists changed a signed field; dkimpy 1.1.8 says the same of them.
CHANGED_HEADERS = {
    "openbmc_2e912a908fe7.eml",
    "openbmc_9c4106fd8f02.eml",
    "netfilter-devel_ea9a8fb681a7.eml",
}


def test_mails_signed_by_amazon_are_known_as_such() -> None:
    folder = corpus("amazon-signed-list-mails")
    keys = recovered_keys(folder)
    wrong = []
    for name, is_whole, raw in signed_mails(folder):
        found = verify_dkim(read_raw(raw), keys, at=LONG_AFTER)
        ours = [one for one in found if one.domain.startswith("amazon.")]
        passed = any(one.outcome is Outcome.PASS for one in ours)
        if passed != is_whole:
            wrong.append(name)
    assert set(wrong) <= CHANGED_HEADERS


def test_none_of_them_passes_once_a_letter_is_another() -> None:
    folder = corpus("amazon-signed-list-mails")
    keys = recovered_keys(folder)
    for name, is_whole, raw in signed_mails(folder):
        if not is_whole:
            continue
        head, _, body = raw.partition(b"\n\n")
        for changed in (
            head.replace(b"\nSubject: ", b"\nSubject: x", 1) + b"\n\n" + body,
            head + b"\n\nx" + body,
        ):
            found = verify_dkim(read_raw(changed), keys, at=LONG_AFTER)
            ours = [one for one in found if one.domain.startswith("amazon.")]
            assert Outcome.PASS not in {one.outcome for one in ours}, name


# The suite holds mails of the drafts before RFC 4871 too: signatures without v=1, or of
# DomainKeys, which nobody makes since 2007.
OF_DRAFTS = {
    *("good_ietf00_2.txt", "good_ietf00_3.txt", "good_ietf00_5.txt"),
    *("good_ietf01_1.txt", "good_qp_2.txt"),
}


def test_what_other_verifiers_call_good_and_bad() -> None:
    folder = corpus("mail-dkim", "t")
    records: dict[str, bytes | None] = {}
    for line in (folder / "FAKE_DNS.dat").read_text("utf-8").splitlines():
        name, _, text = line.partition(" ")
        text = text.strip()
        if not text.startswith("~~"):
            records[name] = b"" if text in {"NXDOMAIN", '""'} else text.encode()
    for path in sorted((folder / "corpus").iterdir()):
        found = verify_dkim(read_raw(path.read_bytes()), records.get, at=LONG_AFTER)
        outcomes = [one.outcome for one in found]
        if path.name.startswith("bad"):
            # One fails only by g=, which RFC 6376 no longer knows; its key is weak.
            strong = [one.outcome for one in found if not one.is_weak]
            assert Outcome.PASS not in strong, path.name
        is_ours = path.name not in OF_DRAFTS and "_dk_" not in path.name
        if path.name.startswith("good") and is_ours:
            assert Outcome.PASS in outcomes, path.name


# Without expectation in the suite; or, against RFC 8617, 4.1.2, the form "relaxed"
# where none is named; or, against RFC 6376, 5.4, no signed From.
NOT_AS_IN_THE_SUITE = {
    *("cv_fail_i1_as_cv_fail", "cv_fail_i2_as2_fail", "cv_fail_i2_as1_fail"),
    *("ams_fields_c_na", "ams_fields_h_empty"),
}


def test_chains_as_the_suite_of_arc_expects_them() -> None:
    name = (
        "mailauth-node",
        "test",
        "fixtures",
        "arc",
        "arc-draft-validation-tests.json",
    )
    wrong = set()
    for suite in json.loads(corpus(*name).read_text("utf-8")):
        keys = keys_in(suite["txt-records"])
        for case, test in suite["tests"].items():
            mail = read_raw((test["message"] or "").encode())
            found = verify_arc(mail, keys, at=LONG_AFTER)
            if found.state.value != (test["cv"] or "none").lower():
                wrong.add(case)
    assert wrong <= NOT_AS_IN_THE_SUITE, wrong - NOT_AS_IN_THE_SUITE


@pytest.mark.parametrize("kind", ["dkim", "arc"])
def test_mails_with_their_keys_above_them_pass(kind: str) -> None:
    for path in sorted(corpus("mail-auth", "resources", kind).glob("*.txt")):
        above, _, raw = path.read_bytes().replace(b"\r\n", b"\n").partition(b"\n\n")
        pairs = (line.partition(b" ") for line in above.splitlines())
        records = {name.decode().rstrip("."): text for name, _, text in pairs}
        mail = read_raw(raw)
        if kind == "arc":
            assert verify_arc(mail, records.get, at=LONG_AFTER).state is Chain.PASS
        else:
            found = verify_dkim(mail, records.get, at=LONG_AFTER)
            assert {one.outcome for one in found} == {Outcome.PASS}, path.name


def test_signatures_a_minute_after_they_were_made() -> None:
    folder = corpus("amazon-signed-list-mails")
    keys = recovered_keys(folder)
    for _, _, raw in signed_mails(folder):
        mail = read_raw(raw)
        for one in verify_dkim(mail, keys, at=LONG_AFTER):
            if one.signed_at is not None:
                at = one.signed_at + timedelta(minutes=1)
                (again, *_) = (
                    same
                    for same in verify_dkim(mail, keys, at=at)
                    if same.selector == one.selector and same.domain == one.domain
                )
                assert not again.has_expired
