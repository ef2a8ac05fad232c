"""What the diagnosis of a failing sign-in needs from the outside world."""

from collections.abc import Callable, Iterator
from typing import Protocol

from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered

BrowserFinding = ProfileRead | StoreNotCovered


class Browsers(Protocol):
    """The browsers of the person who uses this computer."""

    def read(
        self, concerns: Callable[[str], bool], progress: Progress
    ) -> Iterator[BrowserFinding]:
        """Yield what each profile tells of the hosts and apps that *concerns* accepts.

        *concerns* is asked with an origin ("https://www.amazon.co.jp",
        "android://…@package/") or a bare host. Passwords are never read, nothing is
        written beside a profile. Raises nothing but `Cancelled`: trouble is yielded.
        Reports profiles done of profiles in all.
        """
        ...

    def stamp(self) -> str:
        """Return a text that changes whenever a login store may have changed.

        Cheap enough to be asked every half second: it reads no store.
        """
        ...
