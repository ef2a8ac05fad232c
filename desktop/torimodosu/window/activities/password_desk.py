"""Making and weighing passwords, off the GUI thread; none is kept here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.passwords.new_password import (
    MisfitError,
    random_characters,
    random_words,
)
from torimodosu.recovery.passwords.weighing import Weighed
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.lock_ports import LockPorts

_PAUSE = 150  # milliseconds without another key


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a password is made: of words of a language, "" is of characters.

    `count` is how many words, or characters.
    """

    language: str
    count: int


class PasswordDesk(QObject):
    """Makes a password, and weighs the newest one that was typed.

    `made` tells a password, `weighed` the Weighed of the newest that was asked for,
    and `failed` that neither is possible, as with files that are missing.
    """

    made = Signal(str)
    weighed = Signal(object)
    failed = Signal(Exception)

    def __init__(self, jobs: JobRunner, lock: LockPorts) -> None:
        super().__init__()
        self._jobs, self._lock = jobs, lock
        self._wanted: tuple[str, Sequence[str]] | None = None
        self._job: Job | None = None
        self._making: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._weigh)

    def make(self, recipe: Recipe, rules: PasswordRules | None) -> None:
        """Make a password; of characters where the words would not fit.

        Asked again before that, it makes only the one that was asked for last.
        """
        self._make_none()
        self._making = self._jobs.run(
            partial(_make, self._lock, recipe, rules),
            on_done=self._tell_made,
            on_failed=self._fail,
        )

    def weigh(self, password: str, own_words: Sequence[str]) -> None:
        """Weigh *password* once nothing else was typed for a moment."""
        self._wanted = password, own_words
        self._pause.start()

    def forget(self) -> None:
        """Make and weigh nothing any more."""
        self._make_none()
        self._pause.stop()
        self._wanted = None

    def _weigh(self) -> None:
        # One at a time: whoever holds a key down wants the last one only.
        if self._job is None and self._wanted is not None:
            password, own_words = self._wanted
            self._wanted = None
            self._job = self._jobs.run(
                partial(_weigh, self._lock, password, own_words),
                on_done=self._tell_weighed,
                on_failed=self._fail_to_weigh,
            )

    def _make_none(self) -> None:
        if self._making is not None:
            self._making.drop()
            self._making = None

    def _tell_made(self, password: str) -> None:
        self._making = None
        self.made.emit(password)

    def _tell_weighed(self, weighed: Weighed) -> None:
        self._job = None
        if self._wanted is None:
            self.weighed.emit(weighed)
        elif not self._pause.isActive():
            self._weigh()

    def _fail_to_weigh(self, error: Exception) -> None:
        self._job = None
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _make(
    lock: LockPorts,
    recipe: Recipe,
    rules: PasswordRules | None,
    _progress: Progress,
) -> str:
    if recipe.language:
        words = lock.passphrase_words()[recipe.language]
        try:
            return random_words(lock.choose, words, count=recipe.count, rules=rules)
        except MisfitError:
            return random_characters(lock.choose, rules=rules)
    try:
        return random_characters(lock.choose, length=recipe.count, rules=rules)
    except MisfitError:
        return random_characters(lock.choose, rules=rules)


def _weigh(
    lock: LockPorts, password: str, own_words: Sequence[str], _progress: Progress
) -> Weighed:
    return lock.weigh_password(password, own_words)
