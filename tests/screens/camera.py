"""Takes pictures of a real window."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.fakes.keychain import FakeKeychain
from tests.screens.selection import Form, Selection, Setting
from tests.window.scene import SaturdayEvening, opened, ports_on
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.place import Place, View

# They show what is worked out while one looks.
LIVELY: tuple[Place, ...] = (
    *(View.JUDGE, View.ABOUT),
    *(Step.PASSWORD, Step.TWO_STEP, Step.REUSE),
)
SMALLEST, QUICK = 0, 85  # files of full size: a fifth larger, in a tenth of the time
MOMENT, IDLE = 100, 4  # milliseconds, and how many of them


class Camera:
    """Opens windows on a store and saves what they show."""

    def __init__(
        self, app: QApplication, store: Store, out: Path, selection: Selection
    ) -> None:
        self._app, self._store, self._out = app, store, out
        self._selection = selection
        self.keychain = FakeKeychain()

    def shoot(self, scene: str, places: tuple[Place, ...]) -> Iterator[Path]:
        """Save a picture of each page as it is in *scene*, if that is selected.

        Of a page that scrolls there is also one of its whole sheet.
        """
        wanted = self._selection.of(scene, places)
        for setting in self._selection.settings if wanted else ():
            with self.window(setting) as (frame, jobs):
                for place in wanted:
                    self.go_to(frame, place, jobs)
                    number = places.index(place)
                    name = f"{scene}-{number:02}-{place.value}-{setting.name}"
                    yield from self.save(frame, name)

    def settings_of(self, scene: str, state: str) -> Sequence[Setting]:
        """Return the forms in which *state* is wanted as it is in *scene*."""
        is_wanted = self._selection.has(scene, state)
        return self._selection.settings if is_wanted else ()

    def shoot_one(self, setting: Setting, place: Place, name: str) -> Path:
        """Save the picture of one page as *name*."""
        with self.window(setting) as (frame, jobs):
            self.go_to(frame, place, jobs)
            path = self._out / f"{name}.png"
            _in_few_colours(frame.grab().toImage()).save(str(path), quality=SMALLEST)
        return path

    @contextmanager
    def window(self, setting: Setting) -> Iterator[tuple[Frame, JobRunner]]:
        """Open a window in *setting*, and close it at the end."""
        jobs = JobRunner(worker=worker_command(self._store.path.parent))
        appearance = Appearance(self._app, self._store)
        appearance.choose_language(setting.language)
        appearance.choose_theme(setting.theme)
        appearance.choose_text_size(setting.percent)
        ports = ports_on(
            self._store, jobs=jobs, clock=SaturdayEvening(), keychain=self.keychain
        )
        contrast = _contrast(is_strong=setting.form is Form.CONTRAST)
        with contrast, opened(ports, appearance) as frame:
            frame.resize(*setting.size)
            yield frame, jobs
            jobs.shut_down()

    def go_to(self, frame: Frame, place: Place, jobs: JobRunner) -> None:
        """Show *place* and all that is worked out for it."""
        frame.navigation.go_to(place)
        self.settle()
        if place in LIVELY:
            self.rest(jobs)
        self._wait()  # until every row has its height, which takes several rounds

    def save(self, frame: Frame, name: str) -> Iterator[Path]:
        """Save what *frame* shows, and the whole page if it is longer."""
        yield self.save_part(frame, name)
        area = frame.stage.currentWidget()
        if not isinstance(area, QScrollArea):
            return
        page = area.widget()
        if page is not None and page.height() > area.height():
            yield self.save_part(page, f"{name}-whole")

    def save_part(self, part: QWidget, name: str) -> Path:
        """Save what *part* shows, also where it is out of sight."""
        path = self._out / f"{name}.png"
        part.grab().save(str(path), quality=QUICK)
        return path

    def rest(self, jobs: JobRunner) -> None:
        """Wait until nothing has been worked on in the background for a moment."""
        idle = 0
        while idle < IDLE:
            self._wait()
            idle = 0 if jobs.findChildren(Job) else idle + 1
        self.settle()

    def _wait(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(MOMENT, loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Let the window do what it has put off."""
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


@contextmanager
def _contrast(*, is_strong: bool) -> Iterator[None]:
    """Let the system ask for more contrast, as Qt tells it."""
    changed = QGuiApplication.styleHints().accessibility().contrastPreferenceChanged
    if is_strong:
        changed.emit(Qt.ContrastPreference.HighContrast)
    yield
    if is_strong:
        changed.emit(Qt.ContrastPreference.NoPreference)
