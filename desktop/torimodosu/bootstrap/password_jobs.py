"""The heavy jobs about passwords."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.network.hash_ranges import HttpHashRanges
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.collecting import no_collecting
from torimodosu.bootstrap.passwords import audit_desk, audit_tools, strengths
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.passwords.breach import LeakedHashes
from torimodosu.recovery.passwords.hash_ranges import AskedHashes
from torimodosu.recovery.passwords.queue import LeakList, QueueEntry
from torimodosu.recovery.plan.asking_leaks import AskedLeaks
from torimodosu.recovery.plan.audit_task import AuditPasswords
from torimodosu.recovery.plan.password_audit import audit_passwords
from torimodosu.worker.job import Arguments, Outlet


class PasswordJobs:
    """Looks through exports; *ask* opens the service at a host for leaked passwords."""

    def __init__(
        self,
        store: Store,
        *,
        keychain: Keychain,
        clock: Clock,
        catalogue: Callable[[], Catalogue],
        ask: Callable[[str], HttpHashRanges] = HttpHashRanges.of,
    ) -> None:
        self._store = store
        self._keychain = keychain
        self._clock = clock
        self._catalogue = catalogue
        self._ask = ask
        # What was answered before it was cut off, by the host.
        self._asked: dict[str, AskedHashes] = {}

    def audit(self, arguments: Arguments, outlet: Outlet) -> object:
        """Look through exports of passwords, and keep which are to be changed."""
        request = from_plain(AuditPasswords, arguments)

        def tell(entries: Sequence[QueueEntry]) -> None:
            outlet.rows([to_plain(entry) for entry in entries])

        leaked = Path(request.leaked) if request.leaked else None
        with strengths() as estimating, self._online(request, outlet) as online:
            tools = audit_tools(self._catalogue(), estimating, leaked=leaked)
            desk = audit_desk(
                replace(tools, leaks=[*tools.leaks, *online]),
                queues=self._store.password_records,
                install_key=partial(install_key, self._keychain),
                clock=self._clock,
            )
            with no_collecting():
                audited = audit_passwords(request, desk, outlet, on_found=tell)
        return to_plain(audited)

    @contextmanager
    def _online(
        self, request: AuditPasswords, outlet: Outlet
    ) -> Iterator[Sequence[tuple[LeakList, LeakedHashes]]]:
        """Give the list of the host that the person wants asked, if there is one."""
        if not request.online:
            yield ()
            return
        asked = self._asked.setdefault(request.online, AskedHashes())
        with self._ask(request.online) as ranges:
            leaks = AskedLeaks(
                host=request.online,
                asked=asked,
                ranges=ranges,
                case=request.case,
                outgoing=self._store.lock_records,
                clock=self._clock,
                progress=outlet,
            )
            yield [(LeakList.ONLINE, leaks)]
