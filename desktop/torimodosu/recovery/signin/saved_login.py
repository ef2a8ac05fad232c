"""What a browser tells of a saved login without giving its secret away."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class LoginStore(Enum):
    """Where a browser keeps a login: on this device, or in the account it syncs."""

    DEVICE = "device"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLogin:
    """One entry of a browser's list of saved passwords; never the password.

    Attributes:
        entry: Names the entry within its store for as long as it exists, so that its
            removal can be seen.
        store: Which list of the profile it stands in.
        origin: What it is matched by, such as "https://www.amazon.co.jp", or
            "android://…@com.amazon.mShop.android.shopping/".
        page: The path of the page whose form it was saved from, such as "/ap/signin";
            "" where the browser does not keep that.
        username: "" where it was saved without one, None where the browser encrypts
            the names too, as Firefox does.
        created: None for every time that the browser does not give.
        modified: When the password itself was last changed.
        last_used: When it was last sent to the site.
        last_filled: When it was last put into a form.
        times_used: How often it was sent; None where the browser does not count.
        is_never_save: Whether it is no login but the mark "never save for this site".

    """

    entry: str
    store: LoginStore
    origin: str
    page: str = ""
    username: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    last_used: datetime | None = None
    last_filled: datetime | None = None
    times_used: int | None = None
    is_never_save: bool = False

    @property
    def dated(self) -> datetime | None:
        """When its password was last changed, or else when it was created."""
        return self.modified or self.created
