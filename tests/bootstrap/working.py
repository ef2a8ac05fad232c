"""What the tests of the jobs work with."""

import json
from collections.abc import Sequence

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import OpenPractice, TakenIn, Task
from torimodosu.recovery.progress import Cancelled

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=FRIDAY_NIGHT.date(),
    sign_in=SignIn.NO,
    mail_place=MailPlace.FILES,
)

MAIL = """\
From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>
To: a@example.com
Subject: =?utf-8?B?5rOo5paH5riI44G/OiDjgIzmnKzjgI0=?=
Date: Fri, 13 Mar 2026 19:02:00 +0900
Message-ID: <{number}@example.com>
Content-Type: text/plain; charset=utf-8

店 太郎 様、ご注文ありがとうございます。

注文番号
250-1234567-000000{number}

* 本
  数量: 1
  1,234 JPY

合計
1,234 JPY
"""


class Written:
    """An outlet that writes down what went through it, as JSON would carry it."""

    def __init__(self, *, patience: int | None = None) -> None:
        self.reports: list[tuple[int, int]] = []
        self.mails: list[KeptMail] = []
        self._patience = patience

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))
        if self._patience is not None and len(self.reports) > self._patience:
            raise Cancelled

    def rows(self, rows: Sequence[object]) -> None:
        through = json.loads(json.dumps(rows))
        self.mails += [from_plain(KeptMail, row) for row in through]


def run(jobs: Jobs, task: Task, request: object, outlet: Written) -> object:
    arguments = json.loads(json.dumps(to_plain(request)))
    result = jobs.by_name()[task.value](arguments, outlet)
    return json.loads(json.dumps(result))


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=FRIDAY_NIGHT)


def practise(jobs: Jobs) -> Case:
    """Make the practice incident and return its case."""
    result = run(jobs, Task.OPEN_PRACTICE, OpenPractice(), Written())
    return from_plain(TakenIn, result).case
