"""Judging and looking keys up with everything real, and a name server of the test."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from tests.bootstrap.working import look
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.key_servers import KnowingKeys
from tests.recovery.mail.judging.letters import catalogue, letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.adapters.archive import BagFolder
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.judging_jobs import JudgingJobs
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.evidence.signed_mails import Signatures
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.signatures.key_server import (
    KeyServer,
    NoKeyServerError,
)
from torimodosu.recovery.plan.judging_view import (
    FetchKeys,
    JudgedMail,
    JudgeLoose,
    KeysFetched,
    LooseJudged,
    MailsJudged,
)
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.recovery.plan.tasks import ForCase, TakeIn, Task
from torimodosu.worker.job import HeavyJob

T = TypeVar("T")
NAMES = ("from", "to", "subject", "date")
KEY = "s1._domainkey.amazon.co.jp"
SIGNED = signed_by("amazon.co.jp", letter(), names=NAMES)


class Rows:
    """An outlet that keeps the rows, as JSON would carry them."""

    def __init__(self) -> None:
        self.rows_told: list[object] = []

    def report(self, done: int, total: int) -> None:
        assert done <= total

    def rows(self, rows: Sequence[object]) -> None:
        self.rows_told += json.loads(json.dumps(rows))


def run(job: HeavyJob, request: object, kind: type[T]) -> tuple[T, list[object]]:
    outlet = Rows()
    result = job(json.loads(json.dumps(to_plain(request))), outlet)
    return from_plain(kind, json.loads(json.dumps(result))), outlet.rows_told


@pytest.fixture
def server() -> KnowingKeys:
    return KnowingKeys({KEY: rsa_record().decode()})


@pytest.fixture
def judging(store: Store, server: KnowingKeys) -> JudgingJobs:
    return jobs_asking(store, server)


def jobs_asking(store: Store, server: KeyServer | None) -> JudgingJobs:
    def opened() -> KeyServer:
        if server is None:
            raise NoKeyServerError
        return server

    return JudgingJobs(
        store,
        mailboxes=FileMailboxes(),
        clock=FixedClock(),
        catalogue=catalogue,
        name_server=opened,
    )


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "a.eml"
    path.write_bytes(SIGNED)
    return path


@pytest.fixture
def taken_in(jobs: Jobs, case: Case, mail: Path) -> Case:
    request = TakeIn(
        case=case, sources=(str(mail),), since=FRIDAY_NIGHT.replace(year=2020)
    )
    jobs.by_name()[Task.TAKE_IN.value](
        json.loads(json.dumps(to_plain(request))), Rows()
    )
    return case


def verdicts(judging: JudgingJobs, case: Case) -> tuple[MailsJudged, list[Verdict]]:
    result, rows = run(judging.judge_mails, ForCase(case=case), MailsJudged)
    told = [from_plain(JudgedMail, row) for row in rows]
    return result, [mail.judgement.verdict for mail in told]


def test_a_key_is_looked_up_kept_in_the_archive_and_settles_it(
    judging: JudgingJobs, store: Store, taken_in: Case, server: KnowingKeys
) -> None:
    judged, before = verdicts(judging, taken_in)
    assert before == [Verdict.CANNOT_TELL]
    assert judged.question.wanted.names == (KEY,)
    assert (judged.question.server, server.asked) == (server.host, [])
    request = FetchKeys(case=taken_in, names=(KEY,), is_for_archive=True)
    fetched, _ = run(judging.fetch_keys, request, KeysFetched)
    assert [key.name for key in fetched.keys] == [KEY]
    judged, after = verdicts(judging, taken_in)
    assert after == [Verdict.GENUINE]
    assert judged.question.wanted.names == ()
    bag = bag_of(store, taken_in)
    report = verify_evidence(BagFolder(bag))
    assert report.valid
    assert report.signatures == Signatures(verified=1)
    snapshot = look(store, taken_in)
    assert snapshot.left_this_computer == (
        Sent(at=FRIDAY_NIGHT, host=server.host, what=SentWhat.KEY_NAMES),
    )
    assert snapshot.seal is not None
    assert snapshot.seal.at == FRIDAY_NIGHT


def test_keys_that_come_later_do_not_push_earlier_ones_out(
    judging: JudgingJobs, store: Store, taken_in: Case
) -> None:
    for name in (KEY, "other._domainkey.amazon.co.jp"):
        request = FetchKeys(case=taken_in, names=(name,), is_for_archive=True)
        run(judging.fetch_keys, request, KeysFetched)
    kept = json.loads((bag_of(store, taken_in) / "data/dkim-keys.json").read_bytes())
    assert len(kept["keys"]) == 2


def test_a_mail_is_judged_before_there_is_a_case(
    judging: JudgingJobs, store: Store, mail: Path, server: KnowingKeys
) -> None:
    request = JudgeLoose(files=(str(mail),))
    judged, rows = run(judging.judge_loose, request, LooseJudged)
    shown = from_plain(ShownMail, rows[0])
    assert shown.judgement is not None
    assert shown.judgement.verdict is Verdict.CANNOT_TELL
    asking = FetchKeys(
        case=None, names=judged.question.wanted.names, is_for_archive=True
    )
    fetched, _ = run(judging.fetch_keys, asking, KeysFetched)
    assert (
        store.snapshot(None, at=FRIDAY_NIGHT).left_this_computer[0].host == server.host
    )
    again = replace(request, keys=fetched.keys)
    _, rows = run(judging.judge_loose, again, LooseJudged)
    shown = from_plain(ShownMail, rows[0])
    assert shown.judgement is not None
    assert shown.judgement.verdict is Verdict.GENUINE


def test_a_computer_without_a_name_server_says_so(store: Store, mail: Path) -> None:
    judging = jobs_asking(store, None)
    judged, _ = run(judging.judge_loose, JudgeLoose(files=(str(mail),)), LooseJudged)
    assert judged.question.server == ""
    asking = FetchKeys(case=None, names=(KEY,), is_for_archive=False)
    fetched, _ = run(judging.fetch_keys, asking, KeysFetched)
    assert fetched == KeysFetched(has_no_server=True)
