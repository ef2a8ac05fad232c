"""Judging mails, against what dkimpy takes to verify their signatures alone.

dkimpy is run by the Python of the system, in a process of its own; to start it is a
small part of what it takes for many mails. What it does is the floor: a judgement
reads the mail, verifies its signature, and looks at its words and links besides.
"""

import json
import shutil
import subprocess
from functools import cache, partial
from pathlib import Path

import pytest

from tests.benchmarks.pairs import command, measure, say, tell
from tests.recovery.mail.judging.letters import GENUINE, NOW, catalogue, letter
from tests.recovery.mail.signatures.signing import rsa_record, sign
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.reader import read_message

PYTHON = "/usr/bin/python3"
PEER = Path(__file__).with_name("dkimpy_verify.py")
SHOP, STRANGER = "amazon.co.jp", "bait.example"
BITS = 2048
NAMES = ("from", "to", "subject", "date", "message-id", "content-type")
BAIT = "Amazon <info@bait.example>"
LINK = '<p><a href="https://{host}/{number}?ref={number}">注文の詳細 {number}</a></p>\n'
WORDS = (
    "<p>ご注文いただきありがとうございます。商品が発送されましたらお知らせします。"
    "お届け予定日は注文履歴でご確認いただけます。</p>\n"
)


@cache
def body(number: int) -> str:
    """Return the words of an order mail of some 30 KB, with forty links."""
    host = "www.amazon.co.jp" if number % 2 else "pay.bait.example"
    links = (LINK.format(host=host, number=number * 100 + one) for one in range(40))
    return "".join(f"{WORDS * 3}{link}" for link in links)


def made_up(number: int) -> bytes:
    """Return a signed mail: each second is genuine, the others are forged."""
    subject = f"Amazon.co.jp ご注文の確認 250-1234567-{number:07}"
    sender, domain = (GENUINE, SHOP) if number % 2 else (BAIT, STRANGER)
    raw = letter(body(number), subject=subject, sender=sender, html=True)
    head, _, text = raw.partition(b"\r\n\r\n")
    return sign(head + b"\r\n", text, names=NAMES, bits=BITS, tags={"d": domain})


def verdicts_of(mails: list[bytes], outside: Outside) -> list[Verdict]:
    """Judge the mails from their bytes."""
    known = catalogue()
    return [judge(raw, read_message(raw), known, outside).verdict for raw in mails]


def test_mail_judge(tmp_path: Path, *, long_form: bool) -> None:
    count, rounds = (1_000, 3) if long_form else (20, 1)
    has_peer = (
        shutil.which(PYTHON)
        and not subprocess.run(
            [PYTHON, "-c", "import dkim"], check=False, stderr=subprocess.DEVNULL
        ).returncode
    )
    if not has_peer:
        pytest.skip("dkimpy is not installed")
    mails = [made_up(number) for number in range(count)]
    folder, keys = tmp_path / "mails", tmp_path / "keys.json"
    folder.mkdir()
    for number, raw in enumerate(mails):
        (folder / f"{number:06}.eml").write_bytes(raw)
    names = [f"s1._domainkey.{domain}" for domain in (SHOP, STRANGER)]
    records = dict.fromkeys(names, rsa_record(BITS))
    written = {name: record.decode() for name, record in records.items()}
    keys.write_text(json.dumps(written), encoding="utf-8")
    outside = Outside(keys=records.get, trusted=frozenset(), at=NOW)
    verdicts = verdicts_of(mails, outside)
    assert set(verdicts[::2]) == {Verdict.NOT_GENUINE}
    assert set(verdicts[1::2]) == {Verdict.GENUINE}
    outcome = measure(
        partial(verdicts_of, mails, outside),
        command(PYTHON, PEER, folder, keys),
        rounds=rounds,
    )
    ours = sorted(timing.wall for timing in outcome.ours)[rounds // 2]
    say(f"     {count / ours:.0f} mails a second, {ours / count * 1000:.1f} ms each")
    kept = tell("judging / dkimpy verifying", outcome, limit=4.5)
    assert kept or not long_form
