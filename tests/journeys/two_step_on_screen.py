"""The window on a real screen, from the QR code to the restored backup: store, folder.

Prints what came of it as JSON.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from tests.fakes.moving_clock import MovingClock
from tests.window.backup.test_paper import photos_of
from tests.window.scene import SaturdayEvening, opened, ports_on
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.advice import state_of
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.practice.two_step import ACCOUNT
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.steps.two_step.page import TwoStepPage
from torimodosu.window.steps.two_step.practice_shop import PracticeShop
from torimodosu.window.steps.two_step.sight import Stand

SOON = 20  # milliseconds


class Visitor:
    """Sits in front of the window and the practice shop beside it."""

    def __init__(self, app: QApplication, frame: Frame, clock: MovingClock) -> None:
        self._app, self._frame, self._clock = app, frame, clock
        # Wakes the loop, so that it is looked whether something has come.
        self._timer = QTimer()
        self._timer.start(SOON)
        frame.navigation.go_to(Step.TWO_STEP)
        page = frame.navigation.page
        assert isinstance(page, TwoStepPage)
        self._page = page

    def wait(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def stands(self, stand: Stand) -> None:
        self.wait(lambda: self._page.desk.sight.stand is stand)

    def press(self, words: str) -> None:
        def there() -> Sequence[QAbstractButton]:
            buttons = self._page.findChildren(QAbstractButton)
            named = [
                b for b in buttons if words in {b.accessibleName(), b.objectName()}
            ]
            return [button for button in named if button.isVisible()]

        self.wait(lambda: len(there()) == 1 and there()[0].isEnabled())
        there()[0].click()

    def visit_shop(self) -> PracticeShop:
        """Open the practice shop beside our window."""
        self.press("practice-shop")
        (shop,) = self._frame.findChildren(PracticeShop)
        shop.move(self._frame.geometry().right() + 1, 0)
        QTest.qWaitForWindowExposed(shop)
        return shop

    def use_code(self, shop: PracticeShop) -> str:
        """Type the code into the shop, tell what it said, and return that."""
        code = code_at(ACCOUNT, self._clock.now()).code
        self.wait(lambda: self._code() == code)
        (field,) = shop.findChildren(QLineEdit, "practice-code")
        field.setText(code)
        (check,) = shop.findChildren(QAbstractButton)
        check.click()
        self.wait(lambda: self._primary().isEnabled())
        self._primary().click()
        return shop.answer.accessibleName()

    def _code(self) -> str:
        card = self._page.cards.code_card
        return card.view.code.code if card and card.view.code else ""

    def _primary(self) -> QAbstractButton:
        primary = self._frame.bar.primary
        assert primary is not None
        return primary

    def back_up(self, folder: Path) -> None:
        """Save the sheet, and read it back as a scanner sees it."""
        sheet = folder / "sheet.pdf"
        chosen = str(sheet), ""
        QFileDialog.getSaveFileName = lambda *_: chosen  # type: ignore[method-assign]
        self.press("Save it as a PDF")
        self.press("Read it back")
        self._frame.navigation.take_files(tuple(map(str, photos_of(sheet, folder))))


def visit(app: QApplication, store: Store, folder: Path) -> dict[str, object]:
    """Return the words of the shop, and how the step stands in the end."""
    clock = MovingClock(SaturdayEvening().now())
    jobs, appearance = JobRunner(), Appearance(app, store)
    appearance.choose_language(Language.ENGLISH)
    with opened(ports_on(store, jobs=jobs, clock=clock), appearance) as frame:
        frame.resize(1000, 700)
        frame.move(0, 0)
        visitor = Visitor(app, frame, clock)
        shop = visitor.visit_shop()
        visitor.press("Read it from the screen")
        visitor.stands(Stand.FIRST_CODE)
        said = [visitor.use_code(shop)]
        visitor.stands(Stand.SECOND_CODE)
        clock.go_on(seconds=ACCOUNT.period)
        said.append(visitor.use_code(shop))
        visitor.stands(Stand.BACKUP)
        shop.close()
        visitor.back_up(folder)
        visitor.stands(Stand.PROVEN)
        state = state_of(Step.TWO_STEP, frame.case_file.snapshot)
        title = frame.navigation.page.name
        jobs.shut_down()
    return {"said": said, "state": state.value, "title": title}


def main() -> int:
    app = QApplication([])
    told = visit(app, Store.at(Path(sys.argv[1])), Path(sys.argv[2]))
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
