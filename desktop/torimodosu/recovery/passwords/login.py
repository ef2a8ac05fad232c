"""A login as an export of a browser or password manager holds it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedLogin:
    """One login; its password is left out of its repr.

    Attributes:
        site: The address of the site as exported, such as "https://example.com/in",
            or its title where there is no address.
        username: Who signs in there, or "".
        password: The password; never "".
        modified: When it was last changed, or None.
        row: Its number in the file, from 1.

    """

    site: str
    username: str
    password: str = field(repr=False)
    modified: datetime | None = None
    row: int = 0
