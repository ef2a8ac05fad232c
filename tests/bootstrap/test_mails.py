"""Kept mails are looked at with what the person said of their mail servers."""

from pathlib import Path

import pytest

from tests.bootstrap.working import MAIL, Written, run
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.mails import trusted_servers
from torimodosu.plain import from_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMails
from torimodosu.recovery.plan.tasks import TakeIn, Task
from torimodosu.recovery.plan.trusting_servers import OWN_MAIL_SERVERS

NOTED = "Authentication-Results: mx.box.example; dmarc=pass header.from=amazon.co.jp\n"


@pytest.mark.parametrize(
    "said",
    [(None, Verdict.CANNOT_TELL), ("mx.a mx.box.example", Verdict.GENUINE)],
    ids=["nobody", "own"],
)
def test_the_person_s_own_server_is_believed_once_they_say_so(
    jobs: Jobs,
    store: Store,
    case: Case,
    tmp_path: Path,
    said: tuple[str | None, Verdict],
) -> None:
    kept, verdict = said
    path = tmp_path / "one.eml"
    path.write_text(NOTED + MAIL.format(number=1), "utf-8", newline="\r\n")
    run(jobs, Task.TAKE_IN, TakeIn(case=case, sources=(str(path),)), Written())
    if kept is not None:
        store.set(OWN_MAIL_SERVERS, kept)
    request = ShowMails(
        case=case, mails=tuple(mail.sha256 for mail in store.mails(case).all())
    )
    shown = from_plain(ShownMails, run(jobs, Task.SHOW_MAILS, request, Written()))
    (judgement,) = [mail.judgement for mail in shown.mails]
    assert judgement is not None
    assert judgement.verdict is verdict


@pytest.mark.parametrize("kept", [None, "", "  "], ids=repr)
def test_nobody_is_believed_at_first(kept: str | None) -> None:
    assert trusted_servers({OWN_MAIL_SERVERS: kept}) == frozenset()
