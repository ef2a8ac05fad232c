"""The folders of cases, beside the store file: each holds what the case archives."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

_DELETED = ".deleted"


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders named by the numbers of cases.

    A folder leaves in two steps, so that a killed program neither loses the archive
    of a case that is still kept nor leaves behind that of a deleted one: `set_aside`
    before the case is forgotten, `tidy` afterwards and at every start.
    """

    root: Path

    def of(self, number: int) -> Path:
        """Return the folder of the case with this *number*; it need not exist."""
        return self.root / str(number)

    def set_aside(self, number: int) -> None:
        """Rename the folder, so that `tidy` decides what becomes of it."""
        folder = self.of(number)
        if folder.exists():
            folder.rename(folder.with_name(f"{number}{_DELETED}"))

    def tidy(self, kept: Collection[int]) -> None:
        """Remove the folders set aside, but give back those of *kept* cases."""
        if not self.root.is_dir():
            return
        for aside in self.root.glob(f"*{_DELETED}"):
            number = int(aside.name.removesuffix(_DELETED))
            if number in kept:
                aside.rename(self.of(number))
            else:
                shutil.rmtree(aside)
