"""Looking through exports of passwords, and keeping what is to be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.passwords.audit.auditing import Audit, AuditTools
from torimodosu.recovery.passwords.audit.ordering import Digests, Ordering
from torimodosu.recovery.passwords.audit.renewal import renewed
from torimodosu.recovery.passwords.queue import LeakList, PasswordQueue, QueueEntry
from torimodosu.recovery.plan.audit_task import (
    AuditPasswords,
    ExportSeen,
    PasswordsAudited,
)
from torimodosu.recovery.plan.export_files import read_files
from torimodosu.recovery.plan.lock_ports import PasswordQueues
from torimodosu.recovery.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditDesk:
    """What an audit is done with.

    Attributes:
        content_of: Returns the exports in the file with a path; raises `ExportError`.
        tools: What to audit with.
        queues: Where the queue is kept.
        install_key: Returns the key for digests; raises `KeychainError`.
        clock: When the audit is.

    """

    content_of: Callable[[str], Sequence[bytes]]
    tools: AuditTools
    queues: PasswordQueues
    install_key: Callable[[], bytes]
    clock: Clock


def audit_passwords(
    request: AuditPasswords,
    desk: AuditDesk,
    progress: Progress,
    *,
    on_found: Callable[[Sequence[QueueEntry]], None],
) -> PasswordsAudited:
    """Read the exports, keep what is to be changed, and return what came of it.

    *on_found* hears early what the logins tell by themselves: a part of the queue that
    is kept in the end.

    Raises:
        Cancelled: By *progress*; nothing is kept.
        StoreError: If the queue cannot be kept.

    """
    seen, logins = read_files(request.files, desk.content_of, key=request.key)
    if all(file.trouble is not None for file in seen):
        return PasswordsAudited(files=seen, queue=None)
    at = desk.clock.now()
    audit = Audit(logins, desk.tools, at=at)
    ordering = Ordering(
        sites=desk.tools.sites,
        attacked=request.case.answers.service,
        digests=Digests(key=None),
    )
    for number, _ in enumerate(audit.stages(progress)):
        if number == 0:
            on_found(ordering.queue(audit.judged()))
    # Only now: the keychain may have to wait for the person.
    ordering = replace(ordering, digests=Digests(key=_key(desk.install_key)))
    before = desk.queues.queue_of(request.case)
    queue = _queue(before, audit, ordering, logins=len(logins), at=at)
    desk.queues.replace_queue(request.case, queue)
    return _audited(seen, queue, unread=audit.unread)


def _queue(
    before: PasswordQueue | None,
    audit: Audit,
    ordering: Ordering,
    *,
    logins: int,
    at: datetime,
) -> PasswordQueue:
    """Return what is to be changed, with what is still true of the queue *before*."""
    judged = audit.judged()
    entries = renewed(
        () if before is None else before.entries,
        ordering.queue(judged),
        judged,
        digests=ordering.digests,
        at=at,
    )
    return PasswordQueue(
        at=at,
        logins=logins,
        entries=entries,
        are_leaks_checked=bool(audit.checked),
        is_keyed=ordering.digests.key is not None,
        leaks=tuple(audit.checked),
    )


def _audited(
    seen: tuple[ExportSeen, ...], queue: PasswordQueue, *, unread: Sequence[LeakList]
) -> PasswordsAudited:
    return PasswordsAudited(
        files=seen,
        queue=queue,
        is_leaked_unread=LeakList.FILE in unread,
        is_online_unread=LeakList.ONLINE in unread,
    )


def _key(install_key: Callable[[], bytes]) -> bytes | None:
    """Return the key for digests, None where the keychain does not give it."""
    try:
        return install_key()
    except KeychainError:
        return None
