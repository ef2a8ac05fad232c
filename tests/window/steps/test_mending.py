"""Kept mails that are changed or gone, and the word that it must stay so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.recovery.plan.situations import order, saved
from tests.window.seen import words_in
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import EvidenceVerified
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.evidence_check import EvidenceCheck
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.check_evidence.mending import mending_parts
from torimodosu.window.steps.check_evidence.page import CheckEvidencePage
from torimodosu.window.steps.overview.facts import FactsCard

WHOLE = saved({"a": order()}, {})
FAULTS = Verification(at=WHOLE.at, faults=2)
DAMAGED = replace(WHOLE, verification=FAULTS)
ACCEPTED = replace(DAMAGED, said={Step.CHECK_EVIDENCE: WHOLE.at})
READ_AGAIN = replace(DAMAGED, read_at=WHOLE.at.replace(minute=55))
FOUND = EvidenceVerified(
    verification=FAULTS, mails=12, harms=(HarmFound(harm=Harm.MAIL_MISSING, number=2),)
)
Build = Callable[..., CheckEvidencePage]


@pytest.fixture
def build(qtbot: QtBot, look: Look, worker: JobRunner, tmp_path: Path) -> Build:
    def copy(_case: Case, _target: Path, _progress: Progress) -> Copied:
        return Copied.WHOLE

    def build(
        snapshot: Snapshot, found: EvidenceVerified | None = None
    ) -> CheckEvidencePage:
        check = EvidenceCheck(worker, copy)
        check.result = found
        page = CheckEvidencePage(
            look, snapshot, check=check, folder_of=lambda _case: tmp_path
        )
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def names_of(page: CheckEvidencePage) -> tuple[str, str]:
    """Return the words of the primary and of the secondary button."""
    primary, secondary = page.buttons().primary, page.buttons().secondary
    return primary.words if primary else "", secondary.words if secondary else ""


def press(page: CheckEvidencePage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(one for one in buttons if one.accessibleName() == name).click()


def run_secondary(page: CheckEvidencePage) -> None:
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()


def test_whole_evidence_needs_no_mending(look: Look) -> None:
    assert mending_parts(look, WHOLE, lambda: None, is_told=True) == []


def test_what_is_changed_leads_to_the_mails_or_to_the_word_that_it_stays(
    qtbot: QtBot, build: Build
) -> None:
    # What would help is told after a look; before that nobody can say that it does not.
    assert "It cannot be mended" not in words_in(build(DAMAGED))
    page = build(DAMAGED, FOUND)
    assert page.name == "2 thing(s) are no longer as they were kept"
    assert names_of(page) == ("Check now", "Read your mail again")
    with qtbot.waitSignal(page.place_chosen) as chosen:
        run_secondary(page)
    assert chosen.args == [Step.READ_MAIL]
    with qtbot.waitSignal(page.said) as said:
        press(page, "It cannot be mended")
    assert said.args == [Step.CHECK_EVIDENCE]


def test_the_word_that_it_cannot_be_mended_is_dated_and_can_be_taken_back(
    qtbot: QtBot, build: Build
) -> None:
    page = build(ACCEPTED)
    assert page.name == "2 thing(s) stay changed, as you say"
    words = words_in(page)
    assert "You say that it cannot be mended" in words
    assert "Noted on 13 March" in words
    assert "It cannot be mended" not in words.splitlines()
    assert names_of(page) == ("Next", "Not so after all")
    with qtbot.waitSignal(page.taken_back) as taken_back:
        run_secondary(page)
    assert taken_back.args == [Step.CHECK_EVIDENCE]


def test_after_mails_were_read_again_only_a_check_can_tell(
    qtbot: QtBot, look: Look, build: Build
) -> None:
    page = build(READ_AGAIN)
    assert page.name == "Is the evidence whole?"
    assert names_of(page) == ("Check now", "")
    facts = FactsCard(look, READ_AGAIN)
    qtbot.addWidget(facts)
    assert "before mails were read again" in words_in(facts)
    assert "kept, unchanged" not in words_in(facts)
