"""The answer, the verdict of each card, and what is behind each amount."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from tests.window.steps.which_card.acting import (
    begin_to_check,
    disputed,
    press,
    primary,
    table,
    with_matching,
    work_of,
)
from tests.window.steps.which_card.conftest import Build, Words
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.which_card.matching import (
    OpenCharge,
    Said,
)
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.case_file import CaseFile
from torimodosu.window.steps.which_card.page import Tools
from torimodosu.window.words.amounts import amount_words

PATIENCE = 120_000
TITLE = "三井住友カード 4821 was charged"


def test_the_title_is_the_answer(build: Build, snapshot: Snapshot) -> None:
    page = build(snapshot)
    assert page.name == TITLE
    said = words_in(page)
    assert "charges were found, to the yen." in said
    assert "By the mails a card paid ¥37,960" in said
    assert primary(page).words == "Tell the card company"


def test_cards_that_the_shop_does_not_have_are_folded_away(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    assert table(page, "Verdict for each card").rows.rowCount() == 2
    press(page, "8 card(s) that the shop does not have")
    verdicts = table(page, "Verdict for each card").rows
    assert verdicts.rowCount() == 10
    cells = [verdicts.index(0, column) for column in range(4)]
    told = [cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells]
    (_, amount), *_ = work_of(snapshot).matching.findings[0].amounts
    assert told[:2] == ["三井住友カード 4821", "Was charged"]
    assert "charge(s) fit" in told[2]
    assert told[3] == amount_words(amount, "JPY")


def test_an_amount_leads_to_its_matches_and_back(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    table(page, "Verdict for each card").opened.emit("2", 3)
    assert page.name == "1 match(es) to check"
    assert "What it may be instead" in words_in(page)
    press(page, "Back to the cards")
    assert page.name == TITLE


def test_a_card_without_a_match_leads_to_its_statements(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "8 card(s) that the shop does not have")
    table(page, "Verdict for each card").opened.emit("3", 3)
    assert places == [Step.STATEMENTS]


def test_a_word_about_a_match_is_kept_and_can_be_taken_back(
    qtbot: QtBot,
    build: Build,
    snapshot: Snapshot,
    case_file: CaseFile,
    said: Words,
) -> None:
    page = build(snapshot)
    count = begin_to_check(page, snapshot)
    first, second, *_ = disputed(snapshot)
    assert words_in(page).count("¥1,600 on") == 1
    primary(page).run()
    is_said(qtbot, case_file, {first.key: Said.CONFIRMED})
    assert list(said().matches) == [first.key]
    assert page.name == f"{count - 1} match(es) to check"
    assert "¥3,760 on" in words_in(page)
    secondary = page.buttons().secondary
    assert secondary is not None
    assert secondary.words == "Not this one"
    secondary.run()
    is_said(qtbot, case_file, {first.key: Said.CONFIRMED, second.key: Said.REJECTED})
    table(page, "Matches").opened.emit(first.key, 1)
    assert "You confirmed it" in words_in(page)
    undo = page.buttons().secondary
    assert undo is not None
    undo.run()
    is_said(qtbot, case_file, {second.key: Said.REJECTED})


def is_said(qtbot: QtBot, case_file: CaseFile, words: Mapping[str, Said]) -> None:
    """Wait until these words are shown; other changes are told as well."""
    qtbot.waitUntil(
        lambda: case_file.snapshot.card_words.matches == words, timeout=PATIENCE
    )


def test_a_charge_leads_to_its_row(build: Build, snapshot: Snapshot) -> None:
    page = build(snapshot)
    count = begin_to_check(page, snapshot)
    press(page, "¥1,600: ＡＭＡＺＯＮ．ＣＯ．ＪＰ")
    assert page.name == "The row behind it"
    rows = table(page, "Rows that show it").rows
    assert rows.index(0, 0).data() == "202701.csv"
    assert primary(page).words == "Back to the finding"
    primary(page).run()
    assert page.name == f"{count} match(es) to check"


def test_an_order_leads_to_its_mails(
    qtbot: QtBot, build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    count = begin_to_check(page, snapshot)
    press(page, "¥10,000: 250-0118388-3500008")
    qtbot.waitUntil(lambda: page.name == "The mail behind it", timeout=PATIENCE)
    assert "250-0118388-3500008" in words_in(page)
    primary(page).run()
    assert page.name == f"{count} match(es) to check"


def test_a_mail_that_cannot_be_shown_is_said_to_be_safe(
    build: Build, snapshot: Snapshot, tools: Tools
) -> None:
    page = build(snapshot)
    tools.mails.failed.emit(OSError())
    assert "It is kept in the archive all the same." in words_in(page)
    primary(page).run()
    assert page.name == TITLE


def test_the_person_may_say_that_it_is_settled_and_take_it_back(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    heard: list[object] = []
    page.said.connect(heard.append)
    page.taken_back.connect(heard.append)
    press(page, "It is settled in another way")
    page.show_snapshot(replace(snapshot, said={Step.WHICH_CARD: snapshot.at}))
    assert "On 21 November you said that this is settled." in words_in(page)
    press(page, "Not settled after all")
    assert heard == [Step.WHICH_CARD, Step.WHICH_CARD]


def test_own_orders_are_shown_when_asked_for(build: Build, snapshot: Snapshot) -> None:
    page = build(snapshot)
    begin_to_check(page, snapshot)
    before = table(page, "Matches").rows.rowCount()
    press(page, "Show your own too")
    after = table(page, "Matches").rows
    assert after.rowCount() > before
    table(page, "Matches").opened.emit(after.key_at(after.rowCount() - 1), 1)
    assert "Your own order" in words_in(page)
    assert primary(page).words == "Back to the cards"


def test_one_key_says_whose_a_charge_is(
    qtbot: QtBot,
    build: Build,
    snapshot: Snapshot,
    said: Words,
) -> None:
    (key,) = work_of(snapshot).matching.matches[0].charges
    page = build(
        with_matching(snapshot, unexplained_charges=((key, OpenCharge.OF_THE_SHOP),))
    )
    charges = table(page, "Charges that nothing explains")
    charges.setFocus()
    charges.selectRow(0)
    QTest.keyClick(charges, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: said().charges == {key: False}, timeout=PATIENCE)


def test_orders_of_somebody_else_without_a_charge_are_named(
    build: Build, snapshot: Snapshot
) -> None:
    mine, foreign = "249-0112202-3500022", "250-0118562-3500012"
    page = build(with_matching(snapshot, unexplained_orders=(mine, foreign)))
    rows = table(page, "Orders without a charge").rows
    assert [rows.key_at(number) for number in range(rows.rowCount())] == [foreign]


def test_dropped_statements_are_read(
    qtbot: QtBot, build: Build, snapshot: Snapshot, desk: CardDesk, tmp_path: Path
) -> None:
    page = build(snapshot)
    wrong = tmp_path / "meisai.csv"
    wrong.write_text("<html><body>Sign in</body></html>")
    page.hover_files(is_over=True)
    with qtbot.waitSignal(desk.statements.ended, timeout=PATIENCE):
        page.take_files([str(wrong)])
        assert "Reading your statements" in words_in(page)
    assert "This is a web page" in words_in(page)


def test_uses_that_only_forged_mails_tell_stand_apart_and_lead_to_the_mail(
    build: Build, snapshot: Snapshot
) -> None:
    work = work_of(snapshot)
    notice = next(iter(work.notices.values()))
    forged = replace(
        notice, mails=snapshot_mails(snapshot)[:1], verdict=MailVerdict.NOT_GENUINE
    )
    page = build(replace(snapshot, card_work=replace(work, forged=(forged,))))
    assert "1 use(s) from mails that are not genuine" in words_in(page)
    assert page.name == TITLE


def snapshot_mails(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(mail.sha256 for mail in snapshot.notices)


def test_a_card_that_nobody_looked_at_has_no_tick_whatever_the_shop_has(
    build: Build, snapshot: Snapshot
) -> None:
    work = work_of(snapshot)
    unread = tuple(CardCoverage(card=one.card) for one in work.coverage)

    page = build(snapshot)
    press(page, "8 card(s) that the shop does not have")

    def marks() -> set[str]:
        rows = table(page, "Verdict for each card").rows
        told = [
            tuple(
                rows.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
                for column in (1, 2)
            )
            for row in range(rows.rowCount())
        ]
        return {mark for mark, why in told if why == "The shop does not have it"}

    assert "Not charged" in marks()
    page.show_snapshot(replace(snapshot, card_work=replace(work, coverage=unread)))
    assert marks() == {"Not checked"}
