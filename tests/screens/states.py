"""What pages show after something was done there, and what stands over them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu

from tests.recovery.mail.judging.letters import letter, signed_by
from tests.screens.camera import Camera
from tests.screens.hand import Hand, dialogs
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.place import Place, View

FORGED = letter(
    "アカウントを確認してください。\n",
    sender="Amazon.co.jp <info@bjvsm.example>",
    fields=("Reply-To: desk@henshin.example",),
)
SIGNED = signed_by(
    "amazon.co.jp", letter(), names=("from", "to", "subject", "date")
).decode()
UNKNOWN = b"Dog,Cat\nWuff,Miau\n"

Act = Callable[[Hand, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Something to be done on a page, and then looked at.

    Attributes:
        place: Where it is done.
        act: Does it, with files in a folder.
        scene: What happened before.

    """

    place: Place
    act: Act
    scene: str = "way"


def presses(*words: str) -> Act:
    """Return what presses one button after the other."""

    def act(hand: Hand, _folder: Path) -> None:
        for each in words:
            hand.press(each)
            hand.rest()

    return act


def brings(name: str, content: bytes) -> Act:
    """Return what brings a file to the page."""

    def act(hand: Hand, folder: Path) -> None:
        path = folder / name
        path.write_bytes(content)
        hand.frame.navigation.take_files((str(path),))
        hand.rest()

    return act


def pastes(text: str) -> Act:
    """Return what hands the page for mails a source."""

    def act(hand: Hand, _folder: Path) -> None:
        hand.press("Paste its source")
        hand.paste(text)
        hand.press("Check this mail")
        hand.rest()

    return act


def types_password(text: str, *, goes_on: bool = False) -> Act:
    """Return what types a new password, and says that it was changed."""

    def act(hand: Hand, _folder: Path) -> None:
        hand.write(text, "new-password")
        hand.rest()
        if goes_on:
            hand.run_primary()

    return act


def fails(trouble: StoreTrouble) -> Act:
    """Return what tells that nothing can be kept."""
    return lambda hand, _folder: hand.frame.show_trouble(StoreError(trouble, ""))


def pops_up(build: Callable[[Hand], QMenu]) -> Act:
    """Return what opens a menu."""

    def act(hand: Hand, _folder: Path) -> None:
        menu = build(hand)
        menu.setParent(hand.frame, menu.windowFlags())
        menu.popup(hand.frame.mapToGlobal(QPoint(40, 60)))
        hand.rest()

    return act


def _inner_menu(number: int) -> Act:
    """Return what opens one of the menus inside the menu."""

    def build(hand: Hand) -> QMenu:
        whole = hand.frame.menu.build()
        inner = whole.actions()[number].menu()
        if not isinstance(inner, QMenu):
            raise TypeError(inner)
        whole.setParent(hand.frame, whole.windowFlags())
        return inner

    return pops_up(build)


def _mistype_cards(hand: Hand, _folder: Path) -> None:
    hand.press("Add a card")
    fields = ("**** **** **** 1234", "4980 1234")
    for number, text in enumerate(fields):
        hand.write(text, number)


def _ask_for_a_file(hand: Hand, folder: Path) -> None:
    dialog = QFileDialog(hand.frame, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    hand.rest()


def _open_codes(hand: Hand, _folder: Path) -> None:
    hand.frame.codes.open()
    hand.rest()


def _open_codes_menu(hand: Hand, folder: Path) -> None:
    _open_codes(hand, folder)
    hand.frame.codes.open_menu()
    hand.rest()


STATES: dict[str, State] = {
    "practise_anew": State(place=View.WELCOME, act=presses("Practise first")),
    "delete_case": State(place=View.WELCOME, act=presses("Delete {case}")),
    "cards_mistyped": State(place=Step.QUESTIONS, act=_mistype_cards),
    "trouble": State(place=View.OVERVIEW, act=fails(StoreTrouble.FULL)),
    "help": State(
        place=View.OVERVIEW, act=lambda hand, _folder: hand.frame.show_help()
    ),
    "menu": State(
        place=View.OVERVIEW, act=pops_up(lambda hand: hand.frame.menu.build())
    ),
    "menu_language": State(place=View.OVERVIEW, act=_inner_menu(0)),
    "menu_size": State(place=View.OVERVIEW, act=_inner_menu(2)),
    "codes": State(place=View.OVERVIEW, act=_open_codes),
    "codes_menu": State(place=View.OVERVIEW, act=_open_codes_menu),
    "file_dialog": State(place=Step.READ_MAIL, act=_ask_for_a_file),
    "provider": State(
        place=Step.READ_MAIL, act=presses("open-provider"), scene="begun"
    ),
    "unknown_mail": State(place=Step.READ_MAIL, act=brings("animals.csv", UNKNOWN)),
    "unknown_file": State(place=Step.STATEMENTS, act=brings("animals.csv", UNKNOWN)),
    "forged": State(place=View.JUDGE, act=brings("strange.eml", FORGED)),
    "no_mail": State(place=View.JUDGE, act=pastes("Dear customer, please confirm")),
    "no_key": State(place=View.JUDGE, act=pastes(SIGNED)),
    "weak": State(place=Step.PASSWORD, act=types_password("umi")),
    "weak_question": State(
        place=Step.PASSWORD, act=types_password("umi", goes_on=True)
    ),
    "strong": State(place=Step.PASSWORD, act=types_password("kirei na umi to sora 7")),
    "shop": State(place=Step.TWO_STEP, act=presses("Open the practice shop")),
    "contact": State(
        place=View.CONTACTS,
        act=lambda hand, _folder: hand.run_primary(),
    ),
    "delete_everything": State(place=View.EVERYTHING, act=presses("Delete everything")),
}


def shoot_states(camera: Camera, scene: str, folder: Path) -> Iterator[Path]:
    """Save a picture of each state that is wanted, and of what stands over it."""
    folder.mkdir(exist_ok=True)
    for name, state in STATES.items():
        if state.scene != scene:
            continue
        for setting in camera.settings_of(scene, name):
            with camera.window(setting) as (frame, jobs):
                camera.go_to(frame, state.place, jobs)
                state.act(Hand(camera, frame, jobs), folder)
                title = f"{scene}-{name}-{setting.name}"
                yield from camera.save(frame, title)
                for number, dialog in enumerate(list(dialogs())):
                    yield camera.save_part(dialog, f"{title}-over{number or ''}")
                    dialog.close()
