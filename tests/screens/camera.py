"""Pictures of every page, in both languages, light and dark, and at 200 %."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.fakes.keychain import FakeKeychain
from tests.window.scene import (
    SaturdayEvening,
    call_card_company,
    look_at_logins,
    look_through_passwords,
    opened,
    ports_on,
    practice_store,
    read_statements,
    remove_stale_login,
    set_up_two_step,
    sort_orders,
    type_codes,
)
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language, Theme
from torimodosu.window.frame import MINIMUM_SIZE, Frame
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.place import Place, View
from torimodosu.window.shell import USUAL_SIZE

PLACES: tuple[Place, ...] = (*View, *Step)
# They show what is worked out while one looks.
LIVELY: tuple[Place, ...] = (
    *(View.JUDGE, View.ABOUT),
    *(Step.PASSWORD, Step.TWO_STEP, Step.REUSE),
)
SMALLEST = 0  # of the file, which takes the longest to write
MOMENT, IDLE = 100, 4  # milliseconds, and how many of them
# What the README shows.
SHOWN: tuple[tuple[str, Place, Theme], ...] = (
    ("overview", View.OVERVIEW, Theme.LIGHT),
    ("orders", Step.SORT_ORDERS, Theme.LIGHT),
    ("cards", Step.WHICH_CARD, Theme.DARK),
)
ABOUT_CARDS: tuple[Place, ...] = (Step.WHICH_CARD, Step.SCHEDULE, Step.STATEMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a window is shown."""

    language: Language
    theme: Theme = Theme.LIGHT
    percent: int = 100
    size: tuple[int, int] = USUAL_SIZE

    @property
    def name(self) -> str:
        scale = "" if self.percent == 100 else f"-{self.percent}"
        small = "" if self.size == USUAL_SIZE else "-small"
        return f"{self.language.value}-{self.theme.value}{scale}{small}"


LANGUAGES = (Language.JAPANESE, Language.ENGLISH)
SETTINGS = (
    *(
        Setting(language=language, theme=theme, percent=percent)
        for percent in (100, 200)
        for theme in (Theme.LIGHT, Theme.DARK)
        for language in LANGUAGES
    ),
    *(Setting(language=language, size=MINIMUM_SIZE) for language in LANGUAGES),
)


class Camera:
    """Opens windows on a store and saves what they show."""

    def __init__(self, app: QApplication, store: Store, out: Path) -> None:
        self._app, self._store, self._out = app, store, out
        self.keychain = FakeKeychain()

    def shoot(
        self, setting: Setting, places: tuple[Place, ...], prefix: str = ""
    ) -> Iterator[Path]:
        """Save a picture of each page, and one of its end where it scrolls."""
        with self._window(setting) as (frame, jobs):
            for number, place in enumerate(places):
                self._go_to(frame, place, jobs)
                name = f"{prefix}{number:02}-{place.value}-{setting.name}"
                yield self._save(frame, name)
                area = frame.stage.currentWidget()
                if isinstance(area, QScrollArea) and area.verticalScrollBar().maximum():
                    area.verticalScrollBar().setValue(1 << 20)
                    self._settle()
                    yield self._save(frame, f"{name}-end")

    def shoot_one(self, setting: Setting, place: Place, name: str) -> Path:
        """Save the picture of one page as *name*."""
        with self._window(setting) as (frame, jobs):
            self._go_to(frame, place, jobs)
            path = self._out / f"{name}.png"
            _in_few_colours(frame.grab().toImage()).save(str(path), quality=SMALLEST)
        return path

    @contextmanager
    def _window(self, setting: Setting) -> Iterator[tuple[Frame, JobRunner]]:
        jobs = JobRunner(worker=worker_command(self._store.path.parent))
        appearance = Appearance(self._app, self._store)
        appearance.choose_language(setting.language)
        appearance.choose_theme(setting.theme)
        appearance.choose_text_size(setting.percent)
        ports = ports_on(
            self._store, jobs=jobs, clock=SaturdayEvening(), keychain=self.keychain
        )
        with opened(ports, appearance) as frame:
            frame.resize(*setting.size)
            yield frame, jobs
            jobs.shut_down()

    def _go_to(self, frame: Frame, place: Place, jobs: JobRunner) -> None:
        frame.navigation.go_to(place)
        self._settle()
        if place in LIVELY:
            self._rest(jobs)

    def _save(self, frame: Frame, name: str) -> Path:
        path = self._out / f"{name}.png"
        frame.grab().save(str(path), quality=SMALLEST)
        return path

    def _rest(self, jobs: JobRunner) -> None:
        """Wait until nothing has been worked on in the background for a moment."""
        loop, idle = QEventLoop(), 0
        while idle < IDLE:
            QTimer.singleShot(MOMENT, loop.quit)
            loop.exec()
            idle = 0 if jobs.findChildren(Job) else idle + 1
        self._settle()

    def _settle(self) -> None:
        for _ in range(4):
            self._app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _in_few_colours(picture: QImage) -> QImage:
    """Return *picture* in its 256 most frequent colours, which makes a third of it."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    colours = [colour for colour, _ in Counter(pixels).most_common(256)]
    nearest = Qt.ImageConversionFlag.ThresholdDither
    return picture.convertToFormat(QImage.Format.Format_Indexed8, colours, nearest)


def take_all(app: QApplication, scratch: Path, out: Path) -> Iterator[Path]:
    """Save every picture below *out*: with no case, and with the practice incident."""
    out.mkdir(parents=True, exist_ok=True)
    (scratch / "empty").mkdir()
    empty = Camera(app, Store.at(scratch / "empty" / "cases.sqlite"), out)
    for setting in SETTINGS:
        yield from empty.shoot(setting, (View.WELCOME, Step.QUESTIONS), "new-")
    store = practice_store(scratch)
    case = store.all()[0]
    fresh = Camera(app, store, out)
    first = replace(SETTINGS[0])
    yield from fresh.shoot(first, (View.OVERVIEW, Step.SORT_ORDERS), "unsorted-")
    now = SaturdayEvening().now()
    sort_orders(store, case, at=now)
    call_card_company(store, case, at=now)
    for setting in SETTINGS:
        yield from fresh.shoot(setting, PLACES)
    read_statements(store, case)
    for setting in SETTINGS:
        yield from fresh.shoot(setting, ABOUT_CARDS, "cards-")
    look_at_logins(store, case)
    for setting in SETTINGS:
        yield from fresh.shoot(setting, (Step.SIGN_IN,), "conflict-")
    remove_stale_login(store, case)
    look_at_logins(store, case)
    for setting in SETTINGS:
        yield from fresh.shoot(setting, (Step.SIGN_IN, Step.TAKE_BACK), "fixed-")
    look_through_passwords(store, case)
    for setting in SETTINGS:
        yield from fresh.shoot(setting, (Step.REUSE,), "queue-")
    yield from _two_step(fresh, store, case)


def _two_step(camera: Camera, store: Store, case: Case) -> Iterator[Path]:
    """Save the page with its first code, refused, and with the backup ahead."""
    kept = set_up_two_step(store, case, camera.keychain)
    now = SaturdayEvening().now()
    for name, said in (
        ("code", ()),
        ("refused", (False,)),
        ("second", (True,)),
        ("backup", (True, True)),
    ):
        store.lock_records.forget_tries(case, at=now)
        type_codes(store, case, kept, *said)
        for setting in SETTINGS:
            yield from camera.shoot(setting, (Step.TWO_STEP,), f"{name}-")


def take_for_readme(app: QApplication, scratch: Path, out: Path) -> Iterator[Path]:
    """Save the pictures that the README shows below *out*."""
    out.mkdir(parents=True, exist_ok=True)
    store = practice_store(scratch)
    case = store.all()[0]
    now = SaturdayEvening().now()
    sort_orders(store, case, at=now)
    call_card_company(store, case, at=now)
    read_statements(store, case)
    camera = Camera(app, store, out)
    for language in LANGUAGES:
        for name, place, theme in SHOWN:
            setting = Setting(language=language, theme=theme)
            yield camera.shoot_one(setting, place, f"{name}-{language.value}")
