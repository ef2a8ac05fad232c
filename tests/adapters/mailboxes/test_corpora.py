"""Mails of other people's test suites, looked at as files alone."""

from pathlib import Path

import pytest

from tests.adapters.mailboxes.writing import Told, covered, found, search
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.mailboxes.headers import HeaderRow
from torimodosu.recovery.mail.search import EVERYTHING, NotCovered

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


def corpus(name: str) -> Path:
    folder = CORPORA / name
    if not folder.exists():
        pytest.skip(f"corpora not present: ../shared/corpora/{name}")
    return folder


def rows(folder: Path) -> dict[str, HeaderRow]:
    mailboxes = FileMailboxes()
    batches = mailboxes.index_headers([str(folder)], Told())
    found = {Path(row.source).name: row for batch in batches for row in batch}
    mailboxes.close()
    return found


@pytest.mark.parametrize("other", ["dos", "mac"])
def test_line_ends_make_no_difference(other: str) -> None:
    maildir = corpus("sisimai-set-of-emails/maildir")
    ours, theirs = rows(maildir / "bsd"), rows(maildir / other)
    common = ours.keys() & theirs.keys()
    assert len(common) > 20
    differing = [name for name in sorted(common) if ours[name][3:] != theirs[name][3:]]
    assert differing == []


def test_a_mailbox_file_of_one_bounce_has_one_mail() -> None:
    path = corpus("sisimai-set-of-emails/mailbox") / "mbox-1"
    (whole,) = covered(search(path))
    assert whole.messages == 1


@pytest.mark.parametrize(
    "name",
    [
        "jp-phish-lists",
        "phishing_pot",
        "amazon-signed-list-mails",
        "spamassassin",
        "stalwart-mail-parser",
        "mikel-mail",
        "mail-misc",
    ],
)
def test_every_file_that_is_called_a_mail_is_read_or_named(name: str) -> None:
    folder = corpus(name)
    findings = search(folder)
    named = {Path(one.source) for one in findings if isinstance(one, NotCovered)}
    mails = {path for path in folder.rglob("*.eml") if path not in named}
    assert sum(one.messages for one in covered(findings)) >= len(mails)


@pytest.mark.parametrize("name", ["msg-extractor", "msgreader"])
def test_every_mail_of_outlook_is_read(name: str) -> None:
    folder = corpus(name)
    findings = search(folder, wanted=EVERYTHING)
    read = {one.origin.source: one.raw for one in found(findings)}
    saved = {str(path): path.read_bytes() for path in folder.rglob("*.msg")}
    assert saved.items() <= read.items()
