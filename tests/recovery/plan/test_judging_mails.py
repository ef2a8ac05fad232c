"""Judging the mails of a case, and mails of none."""

from pathlib import Path

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from tests.recovery.mail.judging.letters import NOW, catalogue, letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.adapters.archive import BagArchive
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Code, Verdict
from torimodosu.recovery.mail.judging.reply import Goes
from torimodosu.recovery.mail.search import Found, NotCovered, Trouble
from torimodosu.recovery.mail.signatures.key_server import PublishedKey, WantedKeys
from torimodosu.recovery.plan.judging_mails import (
    MOST_LOOSE,
    CaseDesk,
    LooseDesk,
    judge_loose,
    judge_mails,
)
from torimodosu.recovery.plan.judging_view import (
    JudgedMail,
    JudgeLoose,
    KeyQuestion,
    LooseJudged,
    MailsJudged,
)
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.recovery.plan.showing import MailDesk

NAMES = ("from", "to", "subject", "date")
KEY = "s1._domainkey.amazon.co.jp"
SIGNED = signed_by("amazon.co.jp", letter(), names=NAMES)
FORGED = letter(sender="Amazon <info@bjvsm.example>")
QUESTION = KeyQuestion(wanted=WantedKeys(names=(KEY,)), server="192.0.2.53")
OUTSIDE = Outside(keys=lambda _name: None, trusted=frozenset(), at=NOW)


def own(number: int) -> bytes:
    """Return a mail that the server of the person took in, from one of two senders."""
    results = "Authentication-Results: mx.mine.example; dmarc=none"
    hop = f"from a.example by mx.mine.example; Fri, {number} Mar 2026 11:00:00 +0000"
    sender = f"h@friend{number % 2}.example"
    raw = letter("やあ", sender=sender, received=(), subject="やあ")
    raw = raw.replace(b"Date: Fri, 20 Mar", f"Date: Fri, {number} Mar".encode())
    return f"{results}\r\nReceived: {hop}\r\n".encode() + raw


def judged_in(
    folder: Path, *raws: bytes, answered: frozenset[str] = frozenset()
) -> tuple[MailsJudged, list[JudgedMail]]:
    archive = BagArchive(folder / "bag")
    for raw in raws:
        archive.keep(found(raw))
    told: list[JudgedMail] = []
    desk = CaseDesk(
        mails=MailDesk(archive=archive, catalogue=catalogue(), outside=OUTSIDE),
        kept=[*(kept(raw) for raw in raws), kept(b"gone")],
        answered=answered,
        name_server=lambda: "192.0.2.53",
    )
    return judge_mails(desk, tell=told.append, progress=Steps()), told


NOTED = letter(
    fields=(
        "Authentication-Results: mx.mail.example; dmarc=pass header.from=amazon.co.jp",
    )
)


def test_a_server_whose_word_would_settle_a_loose_mail_is_asked_about() -> None:
    asked = loose(JudgeLoose(files=("a",)), found(NOTED), found(NOTED + b"\r\n"))
    (server,) = asked[0].servers
    assert (server.name, server.mails) == ("mx.mail.example", 2)
    assert [one.judgement and one.judgement.verdict for one in asked[1]] == [
        Verdict.CANNOT_TELL
    ] * 2
    trusting = JudgeLoose(files=("a",), trusted=(server.trusted,))
    answered = loose(trusting, found(NOTED))
    assert answered[0].servers == ()
    assert [one.judgement and one.judgement.verdict for one in answered[1]] == [
        Verdict.GENUINE
    ]


def test_nobody_is_asked_about_a_server_that_did_not_take_the_mail_in() -> None:
    elsewhere = NOTED.replace(b"Results: mx.mail.example", b"Results: mx.else.example")
    assert loose(JudgeLoose(files=("a",)), found(elsewhere))[0].servers == ()


def test_what_the_mails_tell_about_each_other_is_told(tmp_path: Path) -> None:
    text = "https://login.bait.example/\n"
    forged = [
        letter(text, sender=f"Amazon <info@x{number}.example>").replace(
            b"<1@mail.example>", f"<{number}@mail.example>".encode()
        )
        for number in range(3)
    ]
    _, told = judged_in(tmp_path, *forged)
    found = [mail.judgement.reasons[-2:] for mail in told]
    assert {tuple(one.code for one in reasons) for reasons in found} == {
        (Code.SAME_CAMPAIGN, Code.IN_BURST)
    }


def test_every_mail_is_told_with_its_verdict(tmp_path: Path) -> None:
    result, told = judged_in(tmp_path, SIGNED, FORGED, SIGNED)
    assert [mail.judgement.verdict for mail in told] == [
        *(Verdict.CANNOT_TELL, Verdict.NOT_GENUINE),
    ]
    assert {mail.claims.en for mail in told if mail.claims} == {"Amazon.co.jp"}
    assert (result.judged, result.missing) == (2, 1)
    assert result.question == QUESTION


def test_a_server_that_took_the_mails_in_is_asked_about_once(tmp_path: Path) -> None:
    raws = [own(number) for number in range(1, 9)]
    result, _ = judged_in(tmp_path / "a", *raws)
    (server,) = result.servers
    assert (server.name, server.mails) == ("mx.mine.example", 8)
    answered = frozenset(server.trusted.split())
    result, _ = judged_in(tmp_path / "b", *raws, answered=answered)
    assert result.servers == ()


def loose(
    request: JudgeLoose, *findings: Found | NotCovered
) -> tuple[LooseJudged, list[ShownMail]]:
    told: list[ShownMail] = []
    desk = LooseDesk(
        mailboxes=FakeMailboxes(*findings),
        catalogue=catalogue(),
        outside=OUTSIDE,
        name_server=lambda: "192.0.2.53",
    )
    result = judge_loose(request, desk, tell=told.append, progress=Steps())
    return result, told


def test_files_are_judged_without_a_case() -> None:
    missed = NotCovered(source="b.txt", offset=None, trouble=Trouble.NOT_A_MAIL)
    result, (mail,) = loose(JudgeLoose(files=("a.eml",)), found(FORGED), missed)
    assert mail.judgement is not None
    assert mail.judgement.verdict is Verdict.NOT_GENUINE
    assert mail.reply is not None
    assert mail.reply.goes is Goes.STRANGER
    assert mail.kept.subject == "Amazon.co.jp ご注文の確認"
    assert result == LooseJudged(judged=1, not_covered=(missed,))


def test_a_key_that_was_looked_up_settles_a_loose_mail() -> None:
    result, _ = loose(JudgeLoose(files=("a",)), found(SIGNED))
    assert result.question == QUESTION
    text = rsa_record().decode()
    key = PublishedKey(name=KEY, text=text, at=FRIDAY_NIGHT, source="192.0.2.53")
    result, (mail,) = loose(JudgeLoose(files=("a",), keys=(key,)), found(SIGNED))
    assert mail.judgement is not None
    assert mail.judgement.verdict is Verdict.GENUINE
    assert result.question == KeyQuestion()


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_a_source_that_was_pasted_is_judged_as_the_file(ends: str) -> None:
    pasted = "\n\n" + SIGNED.decode().replace("\r\n", ends)
    result, (mail,) = loose(JudgeLoose(pasted=pasted))
    assert mail.kept.sender_address == "auto-confirm@amazon.co.jp"
    assert (result.judged, result.question) == (1, QUESTION)


@pytest.mark.parametrize(
    "pasted", ["お客様へ\n確認してください", "Dear customer", "a:b\ud800"]
)
def test_words_that_were_pasted_without_their_header_are_no_mail(pasted: str) -> None:
    assert loose(JudgeLoose(pasted=pasted)) == (
        LooseJudged(judged=0, is_no_mail=True),
        [],
    )


def test_of_a_mailbox_only_the_first_mails_are_shown() -> None:
    mails = [found(letter(f"{n}\n")) for n in range(MOST_LOOSE + 1)]
    result, told = loose(JudgeLoose(files=("box",)), *mails)
    assert (len(told), result.judged, result.has_more) == (MOST_LOOSE, MOST_LOOSE, True)


def test_what_was_pasted_is_in_no_repr() -> None:
    assert "secret words" not in repr(JudgeLoose(pasted="secret words"))
