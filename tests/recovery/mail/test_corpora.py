"""Reading mails that other people collected; see their README for what is expected."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.headers import split_mail
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
Json = dict[str, Any]


def corpus(name: str) -> Path:
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(f"corpora not present: ../shared/corpora/{name}")
    return folder


NO_MAILS = {".json", ".jsonl", ".tsv", ".gif", ".svg", ".html"}


def mails(folder: Path) -> Iterator[Path]:
    """Yield the mails below *folder*; labels, answers and pictures are none."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in NO_MAILS:
            yield path


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\0", ""))


def values(part: Json, name: str, kind: str) -> list[Any]:
    found = (h["value"] for h in part["headers"] if h["name"] == name)
    return [value[kind] for value in found if isinstance(value, dict) and kind in value]


def expected_addresses(part: Json, *names: str) -> list[tuple[str, str]]:
    found = []
    for name in names:
        for address in values(part, name, "Address"):
            members = address.get("List", [])
            for group in address.get("Group", []):
                members = [*members, *group["addresses"]]
            found += [(m["name"] or "", m["address"] or "") for m in members]
    return found


def expected_date(part: Json) -> list[tuple[int, ...]]:
    return [
        (
            *(date[key] for key in ("year", "month", "day", "hour", "minute")),
            (-1 if date["tz_before_gmt"] else 1)
            * (date["tz_hour"] * 60 + date["tz_minute"]),
        )
        for date in values(part, "date", "DateTime")
    ]


def found_date(message: Message) -> list[tuple[int, ...]]:
    date = message.date
    if date is None:
        return []
    offset = date.utcoffset()
    assert offset is not None
    minutes = int(offset.total_seconds()) // 60
    return [(date.year, date.month, date.day, date.hour, date.minute, minutes)]


def expected_texts(document: Json) -> list[str]:
    bodies = (document["parts"][number]["body"] for number in document["text_body"])
    return [
        body["Text"] for body in bodies if isinstance(body, dict) and "Text" in body
    ]


# The reader that made the answers takes another view of two mails that break the rules:
# a boundary that ends in "--", so that its delimiter ends the parts around it as well;
# and an HTML part inside the text part before it, which we see as a part.
READ_OTHERWISE = {"malformed/005", "malformed/021"}


def recipients(raw: bytes) -> list[tuple[str, str]]:
    headers = split_mail(raw).headers
    fields = [one for name in ("to", "cc", "bcc") for one in headers.all(name)]
    return [(a.name, a.address) for one in fields for a in parse_addresses(one)]


def differences(raw: bytes, document: Json) -> Iterator[str]:
    message = read_message(raw)
    root = document["parts"][0]
    subject = values(root, "subject", "Text")
    if subject and "\ufffd" not in subject[0] and message.subject != subject[0]:
        yield "subject"
    senders = expected_addresses(root, "from")
    if senders and senders[0] != (message.sender.name, message.sender.address):
        yield "from"
    to = expected_addresses(root, "to", "cc", "bcc")
    if "\ufffd" not in str(to) and to != recipients(raw):
        yield "to"
    if expected_date(root) and expected_date(root)[:1] != found_date(message):
        yield "date"
    if values(root, "message_id", "Text")[:1] not in ([], [message.message_id]):
        yield "message_id"
    for text in expected_texts(document):
        is_whole = "\ufffd" not in text
        if is_whole and squeezed(text) not in squeezed(message.text):
            yield "text"


def test_the_answers_of_another_reader_are_ours() -> None:
    folder = corpus("stalwart-mail-parser") / "resources" / "eml"
    faults, compared = [], 0
    for answer in sorted(folder.rglob("*.json")):
        name = answer.relative_to(folder).as_posix().split(".")[0]
        raw = (folder / f"{name}.eml").read_bytes()
        if answer.name.endswith(".crlf.json"):
            raw = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        document = json.loads(answer.read_text("utf-8"))
        compared += 1
        if name not in READ_OTHERWISE:
            found = differences(raw, document)
            faults += [f"{answer.name}: {what}" for what in found]
    assert compared
    assert faults == []


def test_line_ends_change_nothing() -> None:
    folder = corpus("sisimai-set-of-emails") / "maildir"
    compared, faults = 0, []
    for path in sorted((folder / "bsd").iterdir()):
        for kind in ("dos", "mac"):
            other = folder / kind / path.name
            if other.exists():
                compared += 1
                same = read_message(other.read_bytes()) == read_message(
                    path.read_bytes()
                )
                faults += [] if same else [f"{kind}/{path.name}"]
    assert compared
    assert faults == []


SUBJECT = re.compile(rb"^subject[ \t]*:[ \t]*\S", re.IGNORECASE | re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    [
        "amazon-signed-list-mails",
        "eml_parser",
        "genuine-amazon",
        "jp-phish-lists",
        "mail-misc",
        "mikel-mail",
        "phishing_pot",
        "sisimai-set-of-emails",
        "spamassassin",
        "spamscope-mail-parser",
    ],
)
def test_odd_mails_are_read_with_their_subject(name: str) -> None:
    faults, read = [], 0
    for path in mails(corpus(name)):
        raw = path.read_bytes()
        message = read_message(raw)
        read += 1
        header = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
        lost = SUBJECT.search(header) and not message.subject
        if (lost and "no_header" not in message.problems) or "=?utf-8?" in (
            message.subject.lower()
        ):
            faults.append(path.name)
    assert read
    assert faults == []


def bare(text: str) -> str:
    return squeezed(text).replace('"', "")


def test_subjects_and_senders_of_phishing_are_as_labelled() -> None:
    folder = corpus("jp-phish-lists")
    faults, compared = [], 0
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            message = read_message((folder / row["file"]).read_bytes())
            sender = message.sender
            found = {
                "subject": message.subject,
                "from": f"{sender.name}<{sender.address}>".removeprefix("<"),
            }
            for field, text in found.items():
                label = row[field]
                # The labels were made by a reader that lost these.
                if any(sign in label for sign in "\ufffd\x1b"):
                    continue
                compared += 1
                if bare(text).strip("<>") != bare(label).strip("<>"):
                    faults.append(f"{row['file']}: {field}")
    assert compared
    assert faults == []
