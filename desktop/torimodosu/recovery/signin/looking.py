"""Look at everything that the browsers have saved for one service."""

from datetime import datetime
from functools import partial

from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.ports import Browsers
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import LoginSite, concerns


def look_at_browsers(
    browsers: Browsers, site: LoginSite, *, at: datetime, progress: Progress
) -> SignInScan:
    """Return what the *browsers* have saved for *site*, and what could not be read.

    *at* is the present moment.

    Raises:
        Cancelled: If *progress* says so.

    """
    profiles: list[ProfileRead] = []
    not_covered: list[StoreNotCovered] = []
    for finding in browsers.read(partial(concerns, site), progress):
        match finding:
            case ProfileRead():
                profiles.append(finding)
            case StoreNotCovered():
                not_covered.append(finding)
    return SignInScan(
        at=at, site=site, profiles=tuple(profiles), not_covered=tuple(not_covered)
    )
