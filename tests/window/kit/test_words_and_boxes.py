import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import Verdict
from torimodosu.window.kit.blocks import Callout, Fact, IconLine, StepLine, section
from torimodosu.window.kit.boxes import Box, Row, chip_of, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.flow import Flow
from torimodosu.window.kit.header import Header, Heading
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark, sign_of, words_of
from torimodosu.window.kit.phrases import WORD_JOINER
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.kit.text import Icon, Money, Prose, Text
from torimodosu.window.kit.tokens import DARK, LIGHT, Tokens

STATES = (
    *(*Certainty, *Ownership, *StepState, *Mark),
    *(*Verdict, *MonthState, *ReturnState),
)


@pytest.mark.parametrize(
    "words", ["<b>not bold</b>", "a & b < c", "it's", "二行\nです"]
)
@pytest.mark.parametrize("wrap", [True, False])
def test_words_are_never_taken_for_html(
    qtbot: QtBot, look: Look, words: str, *, wrap: bool
) -> None:
    text = Text(look, words, wrap=wrap)
    qtbot.addWidget(text)
    assert text.accessibleName() == words
    if wrap:
        assert "<b>" not in text.text()
        shown = QTextDocumentFragment.fromHtml(text.text()).toPlainText()
        assert shown.replace(WORD_JOINER, "") == words
    else:
        assert text.textFormat() is Qt.TextFormat.PlainText


def test_stars_make_words_of_a_guide_bold(qtbot: QtBot, look: Look) -> None:
    prose = Prose(look, "まず**止める**こと")
    qtbot.addWidget(prose)
    assert "<b>止める</b>" in prose.text().replace(WORD_JOINER, "")
    assert prose.accessibleName() == "まず止めること"


def test_money_stands_right_in_figures_of_one_width(qtbot: QtBot, look: Look) -> None:
    del look
    money = Money("99,400円")
    qtbot.addWidget(money)
    assert money.alignment() & Qt.AlignmentFlag.AlignRight
    assert money.font().featureTags()


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_shape_and_a_word(look: Look, state: Certainty) -> None:
    icon, tone = sign_of(state)
    assert not look.pixmap(icon, tone).isNull()
    assert words_of(state)


@pytest.mark.parametrize("kind", [Certainty, Ownership, StepState, Verdict, MonthState])
def test_states_of_one_kind_differ_in_shape(kind: type[Certainty]) -> None:
    assert len({sign_of(state).icon for state in kind}) == len(kind)


def test_money_that_came_back_is_told_from_money_that_is_said_to() -> None:
    back = {sign_of(state).icon for state in ReturnState if state.is_closed}
    waited_for = {sign_of(state).icon for state in ReturnState if not state.is_closed}
    assert not back & waited_for
    assert sign_of(ReturnState.SAID) != sign_of(ReturnState.CREDITED)


def test_a_chip_says_its_state(qtbot: QtBot, look: Look) -> None:
    chip = chip_of(look, Ownership.NOT_MINE)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Not mine"


def ink(label: QLabel) -> str:
    """Return the strongest colour of an icon."""
    image = label.pixmap().toImage()
    pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    return max(pixels, key=lambda pixel: pixel.alpha()).name().upper()


def test_icons_follow_the_theme(qtbot: QtBot, look: Look) -> None:
    icon = Icon(look, "close", "text")
    qtbot.addWidget(icon)
    assert ink(icon) == LIGHT["text"]
    look.use(Tokens(colours=DARK, scale=1.0))
    assert ink(icon) == DARK["text"]


def test_a_new_scale_is_told_apart_from_a_new_theme(qtbot: QtBot, look: Look) -> None:
    with qtbot.waitSignal(look.rescaled), qtbot.assertNotEmitted(look.recoloured):
        look.use(Tokens(colours=DARK, scale=1.5))
    with qtbot.assertNotEmitted(look.rescaled), qtbot.waitSignal(look.recoloured):
        look.use(Tokens(colours=LIGHT, scale=1.5))
    with qtbot.assertNotEmitted(look.rescaled), qtbot.assertNotEmitted(look.recoloured):
        look.use(Tokens(colours=LIGHT, scale=1.5))


def test_an_icon_is_drawn_once_for_each_colour(look: Look) -> None:
    first = look.pixmap("key", "accent").cacheKey()
    assert look.pixmap("key", "accent").cacheKey() == first
    assert look.pixmap("key", "muted").cacheKey() != first


def test_a_button_says_why_it_cannot_be_pressed(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Next", "primary", "arrow")
    qtbot.addWidget(button)
    button.hold_back("Reading has not finished")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription()
    button.hold_back("")
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_button_keeps_its_words_for_a_screen_reader(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Save & close", "secondary", "archive")
    qtbot.addWidget(button)
    assert "Save && close" in button.text()
    assert button.accessibleName() == "Save & close"
    button.show_icon_only("close")
    assert button.text() == ""
    assert button.toolTip() == "Save & close"


def test_the_focus_of_a_filled_button_is_a_ring_inside(
    qtbot: QtBot, look: Look
) -> None:
    button = Button(look, "Next", "primary")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without


def test_a_row_stacks_where_it_is_narrow(qtbot: QtBot, look: Look) -> None:
    row = Row(look, Text(look, "a"), Text(look, "b"), below=300)
    qtbot.addWidget(row)
    for width, way in ((299, "TopToBottom"), (300, "LeftToRight")):
        QApplication.sendEvent(row, QResizeEvent(QSize(width, 50), row.size()))
        assert row.line.direction() is QBoxLayout.Direction[way]
    assert row.minimumSizeHint().width() < 300


def test_parts_flow_into_lines(qtbot: QtBot, look: Look) -> None:
    del look
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=10)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 50
    assert flow.heightForWidth(50) == 80
    assert flow.sizeHint() == QSize(320, 20)
    assert flow.minimumSize() == QSize(100, 20)
    assert flow.itemAt(3) is None
    assert flow.takeAt(2) is not None
    assert flow.takeAt(2) is None
    assert flow.count() == 2


def test_parts_stand_in_the_middle_of_their_line(qtbot: QtBot, look: Look) -> None:
    del look
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=10)
    tall, small = QWidget(), QWidget()
    tall.setFixedSize(100, 44)
    small.setFixedSize(50, 28)
    flow.addWidget(tall)
    flow.addWidget(small)
    flow.setGeometry(QRect(0, 0, 300, 44))
    assert (tall.y(), small.y(), small.x()) == (0, 8, 110)


def test_a_box_becomes_another(qtbot: QtBot, look: Look) -> None:
    box = Box(look).add(divider(), section(look, "Title", Button(look, "More", "link")))
    qtbot.addWidget(box)
    box.turn("over")
    assert box.property("box") == "over"


def test_blocks_are_named_by_what_they_say(qtbot: QtBot, look: Look) -> None:
    blocks = (
        (Callout(look, "danger", "Now", "Call.", Button(look, "How")), "Now Call."),
        (Empty(look, "folder", "Nothing", "Bring it."), "Nothing Bring it."),
        (Failure(look, "Cut", "Kept.", Button(look, "Again")), "Cut Kept."),
        (Header(look, Heading(phase="P", title="T", why="W", hand="H")), "T"),
    )
    for block, name in blocks:
        qtbot.addWidget(block)
        assert block.accessibleName() == name


def test_a_fact_leads_to_where_it_comes_from(qtbot: QtBot, look: Look) -> None:
    fact = Fact(look, "14 orders", "14 mails", Certainty.CONFIRMED, leads_to="there")
    qtbot.addWidget(fact)
    button = fact.findChildren(Button)[0]
    assert button.accessibleName() == "See: 14 orders"
    with qtbot.waitSignal(fact.opened, check_params_cb=lambda to: to == "there"):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    plain = Fact(look, "14 orders", "14 mails", Certainty.CONFIRMED)
    qtbot.addWidget(plain)
    assert plain.findChildren(Button) == []


@pytest.mark.parametrize("icon", ["key", "lock"])
def test_lines_show_their_words(qtbot: QtBot, look: Look, icon: IconName) -> None:
    lines = (
        IconLine(look, icon, "ok", "Done"),
        IconLine(look, icon, "ok", "Done", "today"),
        StepLine(look, 1, "Done", "today", Button(look, "Go")),
    )
    for line in lines:
        qtbot.addWidget(line)
        assert "Done" in [text.accessibleName() for text in line.findChildren(Text)]


@pytest.mark.parametrize(("width", "is_below"), [(700, False), (200, True)])
def test_what_to_press_goes_below_the_words_where_there_is_no_room(
    qtbot: QtBot, look: Look, width: int, *, is_below: bool
) -> None:
    words = "A firm publishes the keys that its mail is signed with"
    button = Button(look, "Ask the name server")
    line = IconLine(look, "info", "accent", words, "", button)
    qtbot.addWidget(line)
    line.resize(width, 200)
    with qtbot.waitExposed(line):
        line.show()
    text = line.findChildren(Text)[0]
    bottom = text.mapTo(line, text.rect().bottomLeft()).y()
    qtbot.waitUntil(
        lambda: (button.mapTo(line, button.rect().topLeft()).y() > bottom) is is_below
    )
