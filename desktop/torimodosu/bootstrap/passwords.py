"""What passwords are looked through with."""

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

from torimodosu.adapters.leaked_hashes import LeakedHashFile
from torimodosu.adapters.password_files import read_password_file
from torimodosu.adapters.strengths import ProcessStrengths
from torimodosu.adapters.word_lists import load_leaked_list
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.passwords.audit.auditing import AuditTools
from torimodosu.recovery.passwords.audit.ports import Strengths
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.recovery.passwords.breach import LeakedHashes
from torimodosu.recovery.passwords.queue import LeakList
from torimodosu.recovery.plan.lock_ports import PasswordQueues
from torimodosu.recovery.plan.password_audit import AuditDesk
from torimodosu.resources import resource

WORDS = "words"


def strengths() -> AbstractContextManager[ProcessStrengths]:
    """Return what estimates passwords; leaving its context ends its processes."""
    return closing(ProcessStrengths(resource(WORDS)))


def audit_tools(
    catalogue: Catalogue, strengths: Strengths, *, leaked: Path | None
) -> AuditTools:
    """Return what to audit with; *leaked* is a file of the person, or None."""
    shipped = load_leaked_list(resource(WORDS))
    leaks: list[tuple[LeakList, LeakedHashes]] = [(LeakList.SHIPPED, shipped)]
    if leaked is not None:
        leaks.append((LeakList.FILE, LeakedHashFile(leaked)))
    return AuditTools(sites=Sites(catalogue), strengths=strengths, leaks=leaks)


def audit_desk(
    tools: AuditTools,
    *,
    queues: PasswordQueues,
    install_key: Callable[[], bytes],
    clock: Clock,
) -> AuditDesk:
    """Return the desk that files are looked through at."""
    return AuditDesk(
        content_of=lambda path: read_password_file(Path(path)),
        tools=tools,
        queues=queues,
        install_key=install_key,
        clock=clock,
    )
