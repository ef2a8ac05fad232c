from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FRIDAY_NIGHT
from tests.window.scene import shipped_catalogue
from tests.window.seen import words_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.statement_task import FileRead, StatementsRead
from torimodosu.recovery.statements.statement import Refusal
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.statement_results import StatementResults, stopped_note
from torimodosu.window.words.card_names import CardNames

REFUSED = FileRead(path="/home/taro/meisai.csv", refused=Refusal.WEB_PAGE)
READ = FileRead(path="/home/taro/202612.csv", statement=1, new_charges=3)
KNOWN = FileRead(path="/home/taro/202611.csv", statement=2, was_known=True)


@pytest.mark.parametrize(
    ("files", "title"),
    [
        ((READ, KNOWN), "Read just now: 3 new charge(s)"),
        ((REFUSED, READ), "Read just now: 3 new charge(s)"),
        ((KNOWN, REFUSED), "Read just now: 0 new charge(s)"),
        ((REFUSED,), "1 file(s) could not be read"),
        ((REFUSED, REFUSED), "2 file(s) could not be read"),
    ],
)
def test_the_title_says_that_nothing_was_read_only_where_nothing_was(
    qtbot: QtBot, look: Look, files: tuple[FileRead, ...], title: str
) -> None:
    names = CardNames(Snapshot(at=FRIDAY_NIGHT), shipped_catalogue())
    results = StatementResults(look, StatementsRead(files=files), names)
    qtbot.addWidget(results)
    assert words_in(results).startswith(title)


@pytest.mark.parametrize("file", [READ, KNOWN])
def test_a_file_of_an_open_month_says_that_another_one_is_needed(
    qtbot: QtBot, look: Look, file: FileRead
) -> None:
    names = CardNames(Snapshot(at=FRIDAY_NIGHT), shipped_catalogue())
    read = StatementsRead(files=(replace(file, is_open=True),))
    results = StatementResults(look, read, names)
    qtbot.addWidget(results)
    said = words_in(results)
    assert "not final" in said
    assert "again" in said
    assert ("3 new charge(s)  ·" in said) is not file.was_known
    assert ("The same file as before" in said) is file.was_known


def test_who_stopped_a_reading_hears_what_is_kept(qtbot: QtBot, look: Look) -> None:
    note = stopped_note(look)
    qtbot.addWidget(note)
    said = words_in(note)
    assert "You stopped the reading" in said
    assert "What was read until then is kept." in said


def test_of_many_files_each_is_reached(qtbot: QtBot, look: Look) -> None:
    files = tuple(
        FileRead(path=f"/home/taro/{number}.csv", refused=Refusal.EMPTY)
        for number in range(20)
    )
    names = CardNames(Snapshot(at=FRIDAY_NIGHT), shipped_catalogue())
    results = StatementResults(look, StatementsRead(files=(*files, READ)), names)
    qtbot.addWidget(results)
    assert "19.csv" not in words_in(results)
    (more,) = [
        button
        for button in results.findChildren(Button)
        if button.accessibleName() == "Show 9 more"
    ]
    more.click()
    assert all(f"{number}.csv" in words_in(results) for number in range(20))
    with qtbot.waitSignal(results.opened) as opened:
        (see,) = [
            button
            for button in results.findChildren(Button)
            if button.accessibleName() == "See it: 202612.csv"
        ]
        see.click()
    assert opened.args == [READ.statement]
