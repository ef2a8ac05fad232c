"""The kinds of mails that other people collected."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message

ROOT = Path(__file__).parents[3]
CORPORA = ROOT.parent / "shared" / "corpora"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "resources" / "catalogue")


def corpus(name: str) -> Path:
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(f"corpora not present: ../shared/corpora/{name}")
    return folder


def found(path: Path, catalogue: Catalogue) -> Classified:
    return classify(read_message(path.read_bytes()), catalogue)


ORDER, OTHER = MailKind.ORDER_CONFIRMATION, MailKind.OTHER
BY_NAME = {
    "shipped": MailKind.SHIPMENT,
    "delivered": MailKind.DELIVERY,
    "out_for_delivery": MailKind.DELIVERY,
    "exception": MailKind.DELIVERY,
    "hub_notice": MailKind.DELIVERY,
    "fwd": ORDER,
}
BY_LABEL = {"order": ORDER, "marketing": OTHER, "otp": MailKind.SECURITY_CODE}


def labelled(folder: Path) -> Iterator[tuple[Path, MailKind]]:
    """Yield genuine mails of Amazon with their kinds, from names and answers."""
    for path in (folder / "home-assistant-mail").glob("amazon_*.eml"):
        kind = next(kind for name, kind in BY_NAME.items() if name in path.stem)
        yield path, kind
    answers = json.loads((folder / "expected.json").read_text("utf-8"))
    for name, answer in answers.items():
        if isinstance(answer, dict):
            yield folder / name, BY_LABEL[answer["kind"]]
    for path in (folder / "paa-amazon").glob("amazon_confirm*.txt"):
        yield path, ORDER
    for path in (folder / "kubauk-uk").rglob("amazon-order*.html"):
        yield path, ORDER


def test_kinds_of_genuine_mails_are_right(catalogue: Catalogue) -> None:
    faults, compared = [], 0
    for path, kind in labelled(corpus("genuine-amazon")):
        compared += 1
        answer = found(path, catalogue)
        if answer.kind != kind or not answer.service.startswith("amazon."):
            faults.append((path.name, answer))
    assert compared
    assert faults == []


def test_carriers_and_other_shops_are_not_taken_for_the_shop(
    catalogue: Catalogue,
) -> None:
    carriers = corpus("genuine-amazon") / "home-assistant-mail"
    others = [p for p in carriers.glob("*.eml") if not p.stem.startswith("amazon")]
    others += corpus("jp-shop-mails-paa").glob("*.txt")
    assert others
    assert [p.name for p in others if found(p, catalogue) != Classified()] == []


ACCOUNT_KINDS = {
    "email_changed": MailKind.ACCOUNT_CHANGED,
    "account_locked_by_amazon": MailKind.ACCOUNT_REPLY,
    "sign_in_attempt": MailKind.SIGN_IN_ALERT,
    "sign_in_detected": MailKind.SIGN_IN_ALERT,
    "sign_in": MailKind.SIGN_IN_ALERT,
    "verify_account": OTHER,
    "cancel": MailKind.CANCELLATION,
    "password_reset_by_amazon": MailKind.ACCOUNT_CHANGED,
    "otp": MailKind.SECURITY_CODE,
}


def test_kinds_of_account_mails_are_right(catalogue: Catalogue) -> None:
    """The quotations have no header: the sender is who the label says."""
    path = corpus("jp-amazon-account-mails") / "snippets.jsonl"
    for line in path.read_text("utf-8").splitlines():
        snippet = json.loads(line)
        host = "amazon.com" if "Amazon.com" in snippet["subject"] else "amazon.co.jp"
        sender = f"account-update@{host}"
        if snippet["label"] == "phish":
            sender = "Amazon.co.jp <account@shop.example>"
        header = f"From: {sender}\nSubject: {snippet['subject']}\n\n"
        message = read_message((header + snippet["body"]).encode())
        answer = classify(message, catalogue)
        assert (answer.service, answer.kind) == (
            host,
            ACCOUNT_KINDS[snippet["kind"]],
        ), snippet["kind"]


def test_phishing_claims_to_be_whom_it_imitates(catalogue: Catalogue) -> None:
    folder = corpus("jp-phish-lists")
    faults, compared = [], 0
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            answer = found(folder / row["file"], catalogue)
            claims = answer.service.startswith("amazon.")
            compared += 1
            if claims != (row["brand"] == "amazon"):
                faults.append(row["file"])
    assert compared
    assert faults == []


@pytest.mark.parametrize("name", ["spamassassin", "mail-misc"])
def test_ordinary_mail_is_of_no_kind(name: str, catalogue: Catalogue) -> None:
    paths = [path for path in corpus(name).rglob("*.*") if path.is_file()]
    kinds = {found(path, catalogue).kind for path in paths}
    assert kinds == {OTHER}
