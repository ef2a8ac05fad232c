"""Genuine mails and phishing of other people, given to the commands as they are."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Commands

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
GENUINE = CORPORA / "genuine-amazon"

pytestmark = pytest.mark.skipif(
    not GENUINE.is_dir(), reason="corpora not present: ../shared/corpora/genuine-amazon"
)
JAPAN = ("auto-confirm@amazon.co.jp", "Amazon.co.jpでのご注文")
ORDERS = {
    "ja": JAPAN,
    "de": ("bestellbestaetigung@amazon.de", "Ihre Amazon.de Bestellung"),
    "en": ("auto-confirm@amazon.com", "Your Amazon.com order"),
}
BRITAIN = ("auto-confirm@amazon.co.uk", "Your Amazon.co.uk order")
PARCEL = (
    "ship-confirm@amazon.co.jp",
    "Amazon.co.jp ご注文の発送 (250-0000000-0000001)",
)


def expected_in(folder: str) -> Mapping[str, Any]:
    path = GENUINE / folder / "expected.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


def bodies() -> Iterator[tuple[Path, tuple[str, str], dict[str, list[Decimal]]]]:
    """Yield a text or HTML, its sender and subject, and the sums that it tells."""
    for name, told in expected_in("paa-amazon").items():
        totals = told.get("totals") or [told["total"]]
        yield GENUINE / "paa-amazon" / name, JAPAN, {"total": totals}
    for name, told in expected_in(".").items():
        if name.startswith("arbiter-html/"):
            yield GENUINE / name, ORDERS[told["lang"]], {"total": [told["total"]]}
    uk = GENUINE / "kubauk-uk/test/uk_amazon_email/sample_html"
    for name, told in expected_in("kubauk-uk").items():
        if told["totals"]:
            yield uk / name, BRITAIN, {"total": told["totals"]}
    for name, told in expected_in("gmailtozaim-2013").items():
        path = GENUINE / "gmailtozaim-2013" / name
        yield path, PARCEL, {"card": [told["credit"]], "total": [told["credit"]]}


def wrapped(path: Path, sender: str, subject: str) -> bytes:
    """Return the mail that has the text or HTML in *path* for its body."""
    message = EmailMessage()
    message["From"], message["Subject"] = sender, subject
    message["Date"] = "Mon, 14 Jul 2025 10:00:00 +0900"
    kind = "html" if path.suffix == ".html" else "plain"
    message.set_content(path.read_text("utf-8"), subtype=kind, cte="base64")
    return message.as_bytes()


@pytest.fixture
def torimodosu(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.mark.parametrize(
    ("path", "header", "told"),
    list(bodies()),
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_genuine_order_mail_gives_its_sums(
    torimodosu: Commands,
    tmp_path: Path,
    path: Path,
    header: tuple[str, str],
    told: dict[str, list[Decimal]],
) -> None:
    (tmp_path / "mail.eml").write_bytes(wrapped(path, *header))
    done = torimodosu("orders", tmp_path, "--json")
    for part, amounts in told.items():
        assert [Decimal(row[part]) for row in done.rows] == [
            Decimal(str(amount)) for amount in amounts
        ]
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize(
    ("path", "header", "told"),
    [body for body in bodies() if body[1] != PARCEL],
    ids=lambda value: getattr(value, "name", ""),
)
def test_its_body_alone_gives_them_too(
    torimodosu: Commands,
    path: Path,
    header: tuple[str, str],
    told: dict[str, list[Decimal]],
) -> None:
    del header
    done = torimodosu("orders", path, "--json")
    assert [Decimal(row["total"]) for row in done.rows] == [
        Decimal(str(amount)) for amount in told["total"]
    ]


@pytest.mark.parametrize(
    "folder",
    [
        "genuine-amazon/home-assistant-mail",
        "phishing_pot",
        "jp-phish-lists",
        "amazon-signed-list-mails",
        "stalwart-mail-parser",
        "sisimai-set-of-emails",
        "mikel-mail",
    ],
)
@pytest.mark.parametrize("words", [["orders"], ["mail", "scan"]])
def test_whatever_the_mails_are_the_command_comes_to_its_end(
    torimodosu: Commands, folder: str, words: list[str]
) -> None:
    done = torimodosu(*words, CORPORA / folder, "--json")
    assert done.status in (0, 1)
    assert done.err == ""
    assert done.summary["covered"]


def test_all_corpora_are_one_source(torimodosu: Commands, *, long_form: bool) -> None:
    if not long_form:
        pytest.skip("takes a quarter of a minute; give --long")
    done = torimodosu("mail", "scan", CORPORA, "--json")
    assert (done.status, done.err) == (1, "")
    assert done.summary["relevant"] == len(done.rows) > 100
    whys = {missed["why"] for missed in done.summary["not_covered"]}
    assert whys == {"no_mail_inside", "format_not_supported", "truncated"}
