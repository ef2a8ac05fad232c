"""The third way to the mails, in the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tests.fakes.keychain import FakeKeychain
from tests.window.scene import SaturdayEvening, ports_on
from tests.window.seen import words_in_sight
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.resources import resource
from torimodosu.window.activities.intake import Intake
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.page import ReadMailPage
from torimodosu.window.steps.read_mail.provider.desk import provider_desk

if TYPE_CHECKING:
    pass


PATIENCE = 120_000
CATALOGUE = load_catalogue(resource("catalogue"))
NOW = SaturdayEvening().now()


class Scene:
    """The page of one case, and what lies behind it."""

    def __init__(self, look: Look, store: Store, case: Case, jobs: JobRunner) -> None:
        self.store, self.case = store, case
        self.keychain = FakeKeychain()
        ports = ports_on(
            store, jobs=jobs, clock=SaturdayEvening(), keychain=self.keychain
        )
        self.intake = Intake(jobs)
        desk = provider_desk(look, self.intake, ports, catalogue=CATALOGUE)
        self.page = ReadMailPage(
            look, self.snapshot(), intake=self.intake, provider=desk
        )
        self.page.resize(900, 1200)
        self.page.show_snapshot(self.snapshot())
        self.page.show()

    def snapshot(self) -> Snapshot:
        return self.store.snapshot(self.case, at=NOW)

    def open(self) -> None:
        self.button("open-provider").click()

    def type(self, name: str, text: str) -> None:
        """Type into the field that is called *name*."""
        field = self.field(name)
        field.setText(text)
        field.textEdited.emit(text)

    def field(self, name: str) -> QLineEdit:
        for field in self.page.findChildren(QLineEdit):
            if name in (field.objectName(), field.accessibleName()):
                return field
        raise AssertionError(name)

    def button(self, name: str) -> Button:
        for button in self.page.findChildren(Button):
            if name in (button.objectName(), button.accessibleName()):
                return button
        raise AssertionError(name)

    def said(self) -> str:
        return words_in_sight(self.page)
