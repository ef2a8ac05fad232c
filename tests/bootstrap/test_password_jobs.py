"""Looking through exports of passwords, as the worker does it."""

import hashlib
import json
import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.adapters.network.range_server import RangeServer, serving_ranges
from tests.bootstrap.working import look
from tests.fakes.clock import FixedClock
from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.password_jobs import PasswordJobs
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.case.sent import SentWhat
from torimodosu.recovery.passwords.exports.outcome import ExportTrouble
from torimodosu.recovery.passwords.queue import (
    AtRisk,
    Flaw,
    LeakList,
    PasswordQueue,
    QueueEntry,
    Standing,
)
from torimodosu.recovery.plan.audit_task import AuditPasswords, PasswordsAudited
from torimodosu.recovery.plan.tasks import Task
from torimodosu.recovery.progress import Cancelled
from torimodosu.resources import resource

REUSED = "hanako-1985"
GOOD = "tulip-orbit-canyon-violin-ember"
CHROME = f"""\
name,url,username,password,note
本,https://www.amazon.co.jp/ap/signin,hanako@gmail.com,{REUSED},
mail,https://accounts.google.com/,hanako@gmail.com,{REUSED}!,
bank,https://www.rakuten-bank.co.jp/,hanako,{REUSED},
forum,https://forum.example/,hanako,123456,
good,https://good.example/,hanako,{GOOD},
"""
LATER = CHROME.replace(f"hanako,{REUSED},", "hanako,maple-quartz-lantern-otter-76,")


class Heard:
    """An outlet that writes down what was found early."""

    def __init__(self, *, patience: int | None = None) -> None:
        self.reports: list[tuple[int, int]] = []
        self.early: list[QueueEntry] = []
        self._patience = patience

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))
        if self._patience is not None and len(self.reports) > self._patience:
            raise Cancelled

    def rows(self, rows: Sequence[object]) -> None:
        self.early += [
            from_plain(QueueEntry, row) for row in json.loads(json.dumps(rows))
        ]


def audit(
    jobs: Jobs, case: Case, *files: Path, leaked: str = "", outlet: Heard | None = None
) -> PasswordsAudited:
    request = AuditPasswords(case=case, files=tuple(map(str, files)), leaked=leaked)
    arguments = json.loads(json.dumps(to_plain(request)))
    job = jobs.by_name()[Task.AUDIT_PASSWORDS.value]
    result = json.loads(json.dumps(job(arguments, outlet or Heard())))
    return from_plain(PasswordsAudited, result)


def queue_after(audited: PasswordsAudited) -> PasswordQueue:
    assert audited.queue is not None
    return audited.queue


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "passwords.csv"
    path.write_text(CHROME, "utf-8")
    return path


def test_what_is_at_risk_most_is_to_be_changed_first(
    jobs: Jobs, case: Case, store: Store, export: Path
) -> None:
    queue = queue_after(audit(jobs, case, export))
    assert [(one.site, one.at_risk) for one in queue.entries] == [
        ("google.com", AtRisk.MAILBOX),
        ("amazon.co.jp", AtRisk.ATTACKED),
        ("rakuten-bank.co.jp", AtRisk.SAME_PASSWORD),
        ("forum.example", AtRisk.REST),
    ]
    assert queue.logins == 5
    assert queue.leaks == (LeakList.SHIPPED,)
    assert look(store, case).password_queue == queue


def test_each_entry_tells_what_is_wrong(jobs: Jobs, case: Case, export: Path) -> None:
    mail, shop, bank, forum = queue_after(audit(jobs, case, export)).entries
    assert Flaw.VARIANT in mail.flaws
    assert {Flaw.REUSED, Flaw.VARIANT} <= set(shop.flaws)
    assert mail.shares_with == shop.shares_with == bank.shares_with != 0
    assert {Flaw.SHORT, Flaw.WEAK, Flaw.BREACHED} <= set(forum.flaws)
    assert forum.page == "https://forum.example/.well-known/change-password"
    assert shop.page.startswith("https://www.amazon.co.jp/")


def test_what_the_logins_tell_by_themselves_is_heard_early(
    jobs: Jobs, case: Case, export: Path
) -> None:
    outlet = Heard()
    queue = queue_after(audit(jobs, case, export, outlet=outlet))
    assert {one.key for one in outlet.early} <= {one.key for one in queue.entries}
    assert Flaw.REUSED in outlet.early[1].flaws


def test_the_next_export_proves_what_was_changed(
    jobs: Jobs, case: Case, store: Store, export: Path
) -> None:
    bank = queue_after(audit(jobs, case, export)).entries[2]
    store.password_records.say_changed(case, bank.key, at=look(store, case).at)
    export.write_text(LATER, "utf-8")
    entries = {one.site: one for one in queue_after(audit(jobs, case, export)).entries}
    assert entries["rakuten-bank.co.jp"].standing is Standing.PROVEN
    # Nobody else has it now, but two sites had it.
    assert Flaw.REUSED in entries["amazon.co.jp"].flaws
    assert entries["amazon.co.jp"].standing is Standing.OPEN


def test_without_a_keychain_nothing_can_be_proven(
    jobs: Jobs, case: Case, keychain: FakeKeychain, export: Path
) -> None:
    keychain.trouble = KeychainTrouble.NONE
    queue = queue_after(audit(jobs, case, export))
    assert not queue.is_keyed
    assert {one.digest for one in queue.entries} == {""}


def test_a_file_of_leaked_passwords_is_compared_with(
    jobs: Jobs, case: Case, export: Path, tmp_path: Path
) -> None:
    leaked = tmp_path / "leaked.txt"
    leaked.write_text(
        "0000000000000000000000000000000000000000:3\r\n"
        "D69405A28FEE6BD0DAE34EB5D3EA2E34C64C4CC5:17\r\n"
    )
    queue = queue_after(audit(jobs, case, export, leaked=str(leaked)))
    assert queue.leaks == (LeakList.SHIPPED, LeakList.FILE)


def test_a_file_of_leaked_passwords_that_is_none_is_told(
    jobs: Jobs, case: Case, export: Path
) -> None:
    audited = audit(jobs, case, export, leaked=str(export))
    assert audited.is_leaked_unread
    assert queue_after(audited).leaks == (LeakList.SHIPPED,)


def test_each_file_is_told_of(
    jobs: Jobs, case: Case, export: Path, tmp_path: Path
) -> None:
    none = tmp_path / "none.csv"
    none.write_text("date,amount\n", "utf-8")
    audited = audit(jobs, case, export, none, tmp_path / "missing.csv")
    assert [seen.trouble for seen in audited.files] == [
        None,
        ExportTrouble.NOT_AN_EXPORT,
        ExportTrouble.UNREADABLE,
    ]
    assert (audited.files[0].form, audited.files[0].logins) == ("chrome", 5)


def test_where_no_export_is_read_the_queue_stays(
    jobs: Jobs, case: Case, store: Store, export: Path, tmp_path: Path
) -> None:
    audit(jobs, case, export)
    assert audit(jobs, case, tmp_path / "missing.csv").queue is None
    assert look(store, case).password_queue is not None


@pytest.fixture
def server() -> Iterator[RangeServer]:
    with serving_ranges() as serving:
        yield serving


def asking(
    store: Store, keychain: FakeKeychain, server: RangeServer
) -> Callable[[Case, Path], PasswordsAudited]:
    """Return what audits an export and asks *server* for leaked passwords."""
    jobs = PasswordJobs(
        store,
        keychain=keychain,
        clock=FixedClock(),
        catalogue=lambda: load_catalogue(resource("catalogue")),
        ask=lambda _: server.ranges(lambda _: None),
    )

    def ask(case: Case, export: Path) -> PasswordsAudited:
        files = (str(export),)
        request = AuditPasswords(case=case, files=files, online="leaks.example")
        plain = json.loads(json.dumps(to_plain(request)))
        return from_plain(PasswordsAudited, jobs.audit(plain, Heard()))

    return ask


def test_who_wants_it_asks_online_and_that_is_kept(
    store: Store, keychain: FakeKeychain, case: Case, export: Path, server: RangeServer
) -> None:
    digest = hashlib.sha1(GOOD.encode(), usedforsecurity=False).hexdigest().upper()
    server.found = {digest: 4}
    queue = queue_after(asking(store, keychain, server)(case, export))
    flaws = {one.site: one.flaws for one in queue.entries}
    assert flaws["good.example"] == (Flaw.BREACHED,)
    assert queue.leaks == (LeakList.SHIPPED, LeakList.ONLINE)
    (sent,) = look(store, case).left_this_computer
    assert (sent.host, sent.what) == ("leaks.example", SentWhat.HASH_STARTS)
    # Four passwords, the fifth login has the same as another.
    assert sent.count == len(server.heard) == 4
    assert {len(path) for path, _ in server.heard} == {len("/range/ABCDE")}


def test_a_service_that_stops_answering_is_told_and_asked_on_later(
    store: Store, keychain: FakeKeychain, case: Case, export: Path, server: RangeServer
) -> None:
    ask = asking(store, keychain, server)
    server.answer = b"sign in to this network"
    audited = ask(case, export)
    assert audited.is_online_unread
    assert queue_after(audited).leaks == (LeakList.SHIPPED,)
    server.answer = None
    assert not ask(case, export).is_online_unread


def test_a_cancelled_audit_keeps_nothing(
    jobs: Jobs, case: Case, store: Store, export: Path
) -> None:
    with pytest.raises(Cancelled):
        audit(jobs, case, export, outlet=Heard(patience=0))
    assert look(store, case).password_queue is None


def test_no_password_of_an_audit_lies_anywhere_but_in_its_export(
    jobs: Jobs,
    case: Case,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    caplog.set_level(logging.DEBUG)
    # So many that they are estimated in processes of their own.
    secrets = [f"{n}-hidden-{n * 7919}" for n in range(600)]
    rows = (f"s,https://s{n}.example,u{n},{each}," for n, each in enumerate(secrets))
    export = tmp_path / "passwords.csv"
    export.write_text("\n".join(["name,url,username,password,note", *rows]), "utf-8")
    assert queue_after(audit(jobs, case, export)).logins == len(secrets)
    export.unlink()
    files = filter(Path.is_file, tmp_path.rglob("*"))
    content = b"".join(path.read_bytes() for path in files)
    assert len(content) > 10_000
    digests = (
        hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest()
        for each in secrets[:50]
    )
    for secret in ("-hidden-", *digests):
        assert secret not in caplog.text
        for written in (secret, secret.upper()):
            assert written.encode() not in content
            assert written.encode("utf-16-le") not in content
