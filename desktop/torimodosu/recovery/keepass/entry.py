"""An entry of a file of KeePass."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; what its fields hold is left out of its repr.

    Attributes:
        fields: Its fields by name, such as "Title", "UserName", "Password", "URL",
            "Notes", and those that the person or a program added, such as "otp".
        modified: When it was last changed, or None.
        groups: The names of the groups around it, the outermost first.
        id: Its id in hexadecimal digits, or "".

    """

    fields: Mapping[str, str] = field(repr=False)
    modified: datetime | None = None
    groups: tuple[str, ...] = ()
    id: str = ""

    @property
    def title(self) -> str:
        """Return its title, or ""."""
        return self.fields.get("Title", "")

    @property
    def username(self) -> str:
        """Return its user name, or ""."""
        return self.fields.get("UserName", "")

    @property
    def password(self) -> str:
        """Return its password, or ""."""
        return self.fields.get("Password", "")

    @property
    def url(self) -> str:
        """Return the address of its site, or ""."""
        return self.fields.get("URL", "")
