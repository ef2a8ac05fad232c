"""Mails of other people's test suites, looked at as files alone."""

from pathlib import Path

import pytest

from tests.adapters.mailboxes.writing import covered, found, search
from torimodosu.recovery.mail.search import EVERYTHING, NotCovered, Wanted

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


def corpus(name: str) -> Path:
    folder = CORPORA / name
    if not folder.exists():
        pytest.skip(f"corpora not present: ../shared/corpora/{name}")
    return folder


@pytest.mark.parametrize("name", ["Returned", "failure", "daemon"])
@pytest.mark.parametrize("other", ["dos", "mac"])
def test_line_ends_make_no_difference(other: str, name: str) -> None:
    maildir = corpus("sisimai-set-of-emails/maildir")
    ours, theirs = maildir / "bsd", maildir / other
    common = {path.name for path in ours.iterdir()}
    common &= {path.name for path in theirs.iterdir()}
    assert len(common) > 20
    wanted = Wanted(domains=(), names=(name,))
    found_in = [
        {Path(one.origin.source).name for one in found(search(folder, wanted=wanted))}
        for folder in (ours, theirs)
    ]
    assert found_in[0] & common == found_in[1] & common != set()


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
