"""What the window needs from whoever opens it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from torimodosu.recovery.case.ports import Cases, Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.ports import Marks, Snapshots
from torimodosu.window.jobs import JobRunner

Setting = str | int | bool | None


class Settings(Protocol):
    """What the user set for the program; raises `StoreError`."""

    @property
    def settings(self) -> Mapping[str, Setting]:
        """Return every setting by its name."""
        ...

    def set(self, name: str, value: Setting) -> None:
        """Keep *value* as the setting *name*."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The outside world of the window.

    Attributes:
        load_catalogue: Reads the data packs; called once, off the first paint.

    """

    cases: Cases
    snapshots: Snapshots
    marks: Marks
    settings: Settings
    clock: Clock
    jobs: JobRunner
    load_catalogue: Callable[[], Catalogue]
