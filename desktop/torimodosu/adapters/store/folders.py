"""The folders of cases, beside the store file: each holds what the case archives."""

import re
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

_DELETED = ".deleted"
_OURS = re.compile(rf"[0-9]+(?:{re.escape(_DELETED)})?")


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders named by the numbers of cases.

    A folder leaves in two steps, so that a killed program neither loses the archive
    of a case that is still kept nor leaves behind that of a deleted one: `set_aside`
    before the case is forgotten; `give_back` and `remove` afterwards and at every
    start.
    """

    root: Path

    def of(self, number: int) -> Path:
        """Return the folder of the case with this *number*; it need not exist."""
        return self.root / str(number)

    def made(self) -> Sequence[Path]:
        """Return the folders of cases that are there, also those that are set aside.

        Whoever keeps everything below a folder of theirs may have others beside them.
        """
        there = self.root.iterdir() if self.root.is_dir() else ()
        return [path for path in there if _OURS.fullmatch(path.name)]

    def set_aside(self, number: int) -> None:
        """Rename the folder, to be given back or removed."""
        folder = self.of(number)
        if folder.exists():
            folder.rename(folder.with_name(f"{number}{_DELETED}"))

    def give_back(self, kept: Collection[int]) -> None:
        """Give the folders of *kept* cases, which were set aside, their names back."""
        for aside in self._aside():
            number = int(aside.name.removesuffix(_DELETED))
            if number in kept:
                aside.rename(self.of(number))

    def remove(self) -> None:
        """Remove the folders that are still set aside."""
        for aside in self._aside():
            shutil.rmtree(aside)

    def _aside(self) -> Sequence[Path]:
        return [path for path in self.made() if path.name.endswith(_DELETED)]
