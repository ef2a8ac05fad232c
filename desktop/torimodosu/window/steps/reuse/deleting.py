"""Getting rid of an export, which holds every password in plain text."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.progress import Progress
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.reuse.tools import Tools

# What a program writes when it is asked to export. Anything else, such as the database
# of KeePass, may be the only place where the passwords are.
_EXPORTS = {".csv", ".json", ".xml", ".txt", ".1pux", ".zip"}


class Deleting(QObject):
    """Offers on *page* to delete exports that were read.

    `changed` tells that `parts` are others now.
    """

    changed = Signal()

    def __init__(self, look: Look, page: QWidget, tools: Tools) -> None:
        super().__init__(page)
        self._look, self._page, self._tools = look, page, tools
        self._paths: Sequence[str] = ()
        self._has_failed = False
        self.gone: frozenset[str] = frozenset()

    def forget(self) -> None:
        """Know nothing of the files of before."""
        self.gone, self._has_failed = frozenset(), False

    def parts(self, paths: Sequence[str]) -> Sequence[QWidget]:
        """Return that those of *paths* which are exports should go, until they are."""
        self._paths = [
            path
            for path in paths
            if PurePath(path).suffix.lower() in _EXPORTS and path not in self.gone
        ]
        if not self._paths:
            return [self._deleted()] if self.gone else []
        words = self.tr("Nothing here needs it any more: {files}")
        if self._has_failed:
            words = self.tr("It could not be deleted. Delete it yourself: {files}")
        names = self.tr(", ").join(PurePath(path).name for path in self._paths)
        delete = Button(self._look, self.tr("Delete it"), "secondary", "bin")
        delete.clicked.connect(self._ask)
        title = self.tr("The export holds every password. Delete it now")
        told = words.format(files=names)
        return [Callout(self._look, "attention", title, told, delete)]

    def _deleted(self) -> QWidget:
        words = self.tr(
            "On an SSD, and where a cloud keeps copies, a deleted file may live on for"
            " a while. Empty the bin of the cloud too."
        )
        return Callout(self._look, "ok", self.tr("The export is deleted"), words)

    def _ask(self) -> None:
        question = Question(
            self._look,
            self._page,
            self.tr("Delete the export?"),
            self.tr(
                "Your browser or password manager keeps its passwords. Only the file is"
                " deleted; it cannot be brought back."
            ),
            self.tr("Keep it"),
            self.tr("Delete it"),
        )
        question.answered.connect(self._delete)
        question.open()

    def _delete(self, _answer: int) -> None:
        self._tools.jobs.run(
            partial(_delete, self._tools, tuple(self._paths)),
            on_done=self._take,
            on_failed=self._fail,
        )

    def _take(self, gone: frozenset[str]) -> None:
        self._has_failed = not gone.issuperset(self._paths)
        self.gone |= gone
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        self._has_failed = True
        self.changed.emit()


def _delete(tools: Tools, paths: Sequence[str], _progress: Progress) -> frozenset[str]:
    return frozenset(path for path in paths if tools.delete_file(Path(path)))
