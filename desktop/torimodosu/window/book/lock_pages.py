"""The pages that lock the door, imported and built when they are first shown."""

from dataclasses import dataclass
from typing import Literal

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.case_file import CaseFile
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports

LocksTheDoor = Literal[Step.PASSWORD, Step.TWO_STEP, Step.REUSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockParts:
    """What these pages share with the rest of the window."""

    library: Library
    clipboard: SecretClipboard
    authenticator: Authenticator
    lock: CodeLock
    scan: LoginScan
    notes: SignInNotes
    audit: PasswordAudit


class LockPages:
    """Builds the pages of the new password, the two-step check and the reuse."""

    def __init__(
        self,
        look: Look,
        ports: Ports,
        case_file: CaseFile,
        *,
        parts: LockParts,
    ) -> None:
        self._look, self._ports, self._case_file = look, ports, case_file
        self._parts = parts

    def build(self, step: LocksTheDoor) -> Page:
        """Return the page of *step*."""
        match step:
            case Step.PASSWORD:
                return self._password()
            case Step.TWO_STEP:
                return self._two_step()
            case Step.REUSE:
                return self._reuse()

    def _password(self) -> Page:
        """Return the page of the new password."""
        from torimodosu.window.activities.password_desk import PasswordDesk
        from torimodosu.window.steps.password.page import PasswordPage, Tools

        parts, ports = self._parts, self._ports
        tools = Tools(
            catalogue=parts.library.catalogue,
            desk=PasswordDesk(ports.jobs, ports.lock),
            clipboard=parts.clipboard,
            scan=parts.scan,
            notes=parts.notes,
            clock=ports.clock,
        )
        page = PasswordPage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _two_step(self) -> Page:
        """Return the page of the two-step check."""
        from torimodosu.window.activities.clock_check import ClockCheck
        from torimodosu.window.backup.drill import BackupDrill
        from torimodosu.window.notes.two_step import TwoStepNotes
        from torimodosu.window.qr.capture import QrCapture
        from torimodosu.window.steps.two_step.page import TwoStepPage
        from torimodosu.window.steps.two_step.tools import Tools

        parts, ports, lock = self._parts, self._ports, self._ports.lock
        tools = Tools(
            catalogue=parts.library.catalogue,
            authenticator=parts.authenticator,
            backup=BackupDrill(ports, parts.authenticator, self._case_file.keeping),
            capture=QrCapture(self._look, ports.jobs, lock.sight),
            clipboard=parts.clipboard,
            clock=ports.clock,
            clock_check=ClockCheck(ports.jobs, lock.ask_time),
            notes=TwoStepNotes(lock.two_steps, self._case_file.keep),
            settings=ports.settings,
            lock=parts.lock,
        )
        page = TwoStepPage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page

    def _reuse(self) -> Page:
        """Return the page of passwords that are used again."""
        from torimodosu.window.activities.password_desk import PasswordDesk
        from torimodosu.window.notes.passwords import PasswordNotes
        from torimodosu.window.steps.reuse.page import ReusePage
        from torimodosu.window.steps.reuse.tools import Tools

        parts, ports, lock = self._parts, self._ports, self._ports.lock
        tools = Tools(
            catalogue=parts.library.catalogue,
            audit=parts.audit,
            notes=PasswordNotes(lock.queues, self._case_file.keep),
            passwords=PasswordDesk(ports.jobs, lock),
            clipboard=parts.clipboard,
            jobs=ports.jobs,
            delete_file=lock.sight.delete_file,
            open_page=lock.open_page,
        )
        page = ReusePage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.taken_back.connect(self._case_file.take_back)
        return page
