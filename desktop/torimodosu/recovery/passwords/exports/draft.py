"""An export while it is being read."""

from datetime import datetime

from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.login import ExportedLogin


class Draft:
    """Takes in one entry after the other."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._logins: list[ExportedLogin] = []
        self._without: list[int] = []
        self.others: list[int] = []
        self.damaged: list[int] = []

    def add(
        self,
        row: int,
        *,
        site: str,
        username: str,
        password: str,
        modified: datetime | None,
    ) -> None:
        """Take in an entry that may be a login.

        What has no password is one if it says who signs in there, else it is a note.
        """
        if not _is_text(site, username, password):
            self.damaged.append(row)
        elif password:
            login = ExportedLogin(
                site=site,
                username=username,
                password=password,
                modified=modified,
                row=row,
            )
            self._logins.append(login)
        elif username:
            self._without.append(row)
        else:
            self.others.append(row)

    def finished(self) -> ExportRead:
        """Return the whole export.

        Raises:
            ExportError: If there is no login in it.

        """
        if not self._logins and not self._without:
            trouble = ExportTrouble.DAMAGED if self.damaged else ExportTrouble.NO_LOGINS
            raise ExportError(trouble, self._form)
        return ExportRead(
            form=self._form,
            logins=tuple(self._logins),
            without_password=tuple(self._without),
            others=tuple(self.others),
            damaged=tuple(self.damaged),
        )


def _is_text(*parts: str) -> bool:
    """Tell whether UTF-8 has bytes for all: JSON can name half a pair of surrogates."""
    try:
        "".join(parts).encode()
    except UnicodeEncodeError:
        return False
    return True
