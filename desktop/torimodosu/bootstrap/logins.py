"""The login stores of the browsers, as the window watches them."""

from collections.abc import Callable
from dataclasses import dataclass

from torimodosu.adapters.practice_writer import remove_stale_login
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.homes import Home, browsers_of, practice_files_of
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Logins:
    """What the browsers in *home*, or those of practice, have saved."""

    store: Store
    home: Home
    load_catalogue: Callable[[], Catalogue]

    def stamp(self, case: Case) -> str:
        """Return a text that changes whenever a login store may have changed."""
        catalogue = self.load_catalogue()
        browsers = browsers_of(
            case, store=self.store, home=self.home, catalogue=catalogue
        )
        return browsers.stamp()

    def remove_stale(self, case: Case) -> None:
        """Do in the practice profile what the person would do in their browser.

        Raises:
            ValueError: If *case* is a real one: nothing is ever changed there.
            OSError: If the practice profile cannot be written.

        """
        if not case.is_practice:
            message = "only the practice profile may be changed"
            raise ValueError(message)
        remove_stale_login(practice_files_of(self.store))
