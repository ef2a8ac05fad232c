"""How often the verdict is right on labelled mails of others.

A forged mail called genuine is the worst mistake, a genuine mail called forged the
second worst: neither may happen once.
"""

import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.recovery.mail.judging.letters import catalogue
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Judgement, Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.reader import read_message

CORPORA = Path(__file__).parents[5] / "shared" / "corpora"
LONG_AFTER = datetime(2026, 11, 1, tzinfo=UTC)
# What a label calls a brand, and the catalogue.
BRANDS = {
    "amazon": {"amazon.co.jp"},
    "rakuten": {"rakuten.co.jp", "rakuten_card"},
    "smbc": {"smbc_card", "diners"},
    "jcb": {"jcb"},
    "epos": {"epos"},
    "mufg": {"mufg_card", "nicos"},
    "aeon": {"aeon_card"},
    "uc": {"uc_card"},
    "tscubic": {"toyota_card"},
}


def corpus(*parts: str) -> Path:
    """Return a part of the corpora, and skip where it is absent."""
    path = CORPORA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"corpora not present: ../shared/corpora/{'/'.join(parts)}")
    return path


def labelled(folder: Path) -> Iterable[dict[str, str]]:
    """Yield the labels of each mail."""
    with (folder / "labels.tsv").open(encoding="utf-8", errors="replace") as file:
        yield from csv.DictReader(file, delimiter="\t")


def judged(path: Path, keys: dict[str, bytes] | None = None) -> Judgement:
    """Return the judgement of a mail, with no keys but these and nobody trusted."""
    known = keys or {}
    outside = Outside(keys=known.get, trusted=frozenset(), at=LONG_AFTER)
    raw = path.read_bytes()
    return judge(raw, read_message(raw), catalogue(), outside)


def share(found: list[bool]) -> float:
    """Return how many are so, of all."""
    return sum(found) / len(found)


def test_japanese_phishing() -> None:
    folder = corpus("jp-phish-lists")
    rows = [row for row in labelled(folder) if row["label"] == "phish"]
    found = [(row, judged(folder / row["file"])) for row in rows]
    assert [row["file"] for row, one in found if one.verdict is Verdict.GENUINE] == []
    known = [(row, one) for row, one in found if row["brand"] in BRANDS]
    assert share([one.claims in BRANDS[row["brand"]] for row, one in known]) >= 0.95
    claiming = [one for _, one in found if one.claims]
    assert share([one.verdict is Verdict.NOT_GENUINE for one in claiming]) >= 0.95


def test_phishing_of_the_world() -> None:
    folder = corpus("phishing_pot")
    found = [judged(folder / row["file"]) for row in labelled(folder)]
    assert Verdict.GENUINE not in {one.verdict for one in found}
    claiming = [one for one in found if one.claims]
    assert share([one.verdict is Verdict.NOT_GENUINE for one in claiming]) >= 0.9


def test_mails_that_come_from_amazon() -> None:
    folder = corpus("amazon-signed-list-mails")
    read = json.loads((folder / "recovered_dkim_keys.json").read_text("utf-8"))
    keys = {name: one["txt"].encode() for name, one in read["keys"].items()}
    rows = list(labelled(folder))
    with_keys = [judged(folder / row["file"], keys).verdict for row in rows]
    without = [judged(folder / row["file"]).verdict for row in rows]
    assert share([one is Verdict.GENUINE for one in with_keys]) > 0.9
    assert Verdict.NOT_GENUINE not in {*with_keys, *without}


@pytest.mark.parametrize(
    "parts",
    [
        ("genuine-amazon", "home-assistant-mail"),
        ("genuine-amazon", "paa-amazon"),
        ("genuine-amazon", "arbiter-html"),
        ("genuine-amazon", "kubauk-uk"),
        ("genuine-amazon", "gmailtozaim-2013"),
        ("genuine-amazon", "crymap"),
        ("genuine-amazon", "lieser-dkim_verifier", "data", "original"),
        ("jp-shop-mails-paa",),
    ],
    ids="/".join,
)
def test_no_genuine_mail_is_called_forged(parts: tuple[str, ...]) -> None:
    files = [path for path in sorted(corpus(*parts).rglob("*")) if path.is_file()]
    forged = [
        path.name for path in files if judged(path).verdict is Verdict.NOT_GENUINE
    ]
    assert forged == []


@pytest.mark.parametrize("kind", ["easy-ham", "hard-ham"])
def test_ordinary_mail_is_not_called_forged(kind: str) -> None:
    files = [path for path in corpus("spamassassin", kind).rglob("*") if path.is_file()]
    verdicts = [judged(path).verdict for path in files]
    assert Verdict.GENUINE not in verdicts
    assert share([one is Verdict.NOT_GENUINE for one in verdicts]) <= 0.005
