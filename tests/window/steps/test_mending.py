from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.recovery.plan.situations import order, saved
from tests.window.seen import words_in
from torimodosu.recovery.plan.snapshot import Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.check_evidence.mending import mending_parts

WHOLE = saved({"a": order()}, {})
FAULTS = Verification(at=WHOLE.at, faults=1)
DAMAGED = replace(WHOLE, verification=FAULTS)


def test_whole_evidence_needs_no_mending(look: Look) -> None:
    assert mending_parts(look, WHOLE, lambda: None) == []


def test_what_cannot_be_mended_is_said_to_be_so_and_dated(
    qtbot: QtBot, look: Look
) -> None:
    told: list[bool] = []
    (part,) = mending_parts(look, DAMAGED, lambda: told.append(True))
    qtbot.addWidget(part)
    assert "If nothing of it helps" in words_in(part)
    (button,) = part.findChildren(Button)
    button.click()
    assert told == [True]
    said = replace(DAMAGED, said={Step.CHECK_EVIDENCE: WHOLE.at})
    (part,) = mending_parts(look, said, lambda: None)
    qtbot.addWidget(part)
    assert "You say that it cannot be mended" in words_in(part)
    assert "Noted on 13 March" in words_in(part)
    assert part.findChildren(Button) == []
