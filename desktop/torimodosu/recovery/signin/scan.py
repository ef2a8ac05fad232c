"""One look at everything that the browsers have saved for a service."""

from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered
from torimodosu.recovery.signin.site import LoginSite


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInScan:
    """What one look at the browsers gave; it is judged anew whenever it is shown."""

    at: datetime
    site: LoginSite
    profiles: tuple[ProfileRead, ...]
    not_covered: tuple[StoreNotCovered, ...]
