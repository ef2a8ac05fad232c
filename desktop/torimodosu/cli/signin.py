"""`torimodosu signin scan`: find saved logins that are older than the reset."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from torimodosu.cli.output import Output, Row
from torimodosu.cli.status import Status
from torimodosu.cli.store_troubles import missed_store, no_browser
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.signin.diagnosis import Diagnosis, JudgedLogin
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.looking import look_at_browsers
from torimodosu.recovery.signin.profile import ProfileRead
from torimodosu.recovery.signin.site import LoginSite, site_at, site_of

_COLUMNS = ("browser", "profile", "origin", "username", "modified", "finding", "advice")
_NAME_WITHOUT_DOT = "localhost"


def signin_scan(options: Namespace, tools: Tools, output: Output) -> int:
    """List the saved logins of a service; 0 only where all was read and none is stale.

    1 where a browser may fill in an old password, and where that is not known.
    """
    catalogue = tools.catalogue()
    site = _site(options.service, catalogue)
    home = _present(options.home)
    scan = look_at_browsers(
        tools.browsers(home, catalogue),
        site,
        at=tools.clock.now(),
        progress=output.progress,
    )
    diagnosis = judge(scan, reset_at=options.reset_at)
    here = scan.at.tzinfo
    for judged in diagnosis.logins:
        output.row(_row(judged), modified=_shown(judged.login.modified, here))
    not_covered = _not_covered(diagnosis, home)
    output.summary(
        {**_summary(diagnosis), "not_covered": not_covered},
        columns=_COLUMNS,
        for_programs=("profiles",),
    )
    is_fine = diagnosis.conflict is False and not not_covered
    return Status.DONE if is_fine else Status.ATTENTION


def _site(named: str, catalogue: Catalogue) -> LoginSite:
    """Return what takes the password of the service *named*, known or not.

    Raises:
        UnusableError: If that is no host.

    """
    host = host_of(named)
    service = catalogue.service_signing_in_at(host)
    if service is not None and service.login_domains:
        return site_of(service)
    site = site_at(host)
    if site is None or ("." not in host and host != _NAME_WITHOUT_DOT):
        message = f"{named!r} is no host; write it as in the address, amazon.co.jp"
        raise UnusableError(message)
    return site


def _present(home: Path | None) -> Path | None:
    """Return *home*.

    Raises:
        UnusableError: If it is no folder.

    """
    try:
        is_folder = home is None or home.is_dir()
    except OSError as error:
        message = f"{home} cannot be looked at: {error.strerror}; allow that first"
        raise UnusableError(message) from None
    if not is_folder:
        message = f"{home} is not a folder; name a home folder with --home"
        raise UnusableError(message)
    return home


def _row(judged: JudgedLogin) -> Row:
    profile, login = judged.profile, judged.login
    return {
        "browser": profile.browser,
        "channel": profile.channel,
        "profile": profile.name,
        "folder": profile.folder,
        "store": login.store.value,
        "origin": login.origin,
        "page": login.page or None,
        "username": login.username,
        "created": login.created,
        "modified": login.modified,
        "last_used": login.last_used,
        "last_filled": login.last_filled,
        "times_used": login.times_used,
        "finding": judged.finding.value,
        "advice": [advice.value for advice in judged.advice],
        "filled_first": judged.is_filled_first,
        "why_first": judged.why_first.value if judged.why_first else None,
    }


def _shown(moment: datetime | None, zone: tzinfo | None) -> str:
    """Return *moment* for people: to the minute, as their clocks show it."""
    return "-" if moment is None else f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _summary(diagnosis: Diagnosis) -> dict[str, object]:
    profiles = diagnosis.profiles
    return {
        "service": diagnosis.site.service,
        "reset_at": diagnosis.reset_at,
        "logins": len(diagnosis.logins),
        "stale": len(diagnosis.stale),
        "conflict": diagnosis.conflict,
        "browsers": list(dict.fromkeys(read.profile.browser for read in profiles)),
        "profiles": [_profile(read) for read in profiles],
        "covered": [read.profile.folder for read in profiles if read.stores],
    }


def _profile(read: ProfileRead) -> dict[str, object]:
    profile = read.profile
    return {
        "browser": profile.browser,
        "channel": profile.channel,
        "profile": profile.name,
        "folder": profile.folder,
        "version": profile.version or None,
        "in_use": profile.is_in_use,
        "stores": [store.value for store in read.stores],
        "saves_passwords": read.saves_passwords,
        "sync": read.has_sync,
        "extensions": list(read.extensions),
        "dismissed": [
            {"origin": one.origin, "times": one.times, "at": one.at}
            for one in read.dismissed
        ],
        "site_data": [
            {
                "host": one.host,
                "cookies": one.cookies,
                "names": list(one.names),
                "oldest": one.oldest,
                "newest": one.newest,
            }
            for one in read.site_data
        ],
    }


def _not_covered(
    diagnosis: Diagnosis, home: Path | None
) -> Sequence[Mapping[str, str | None]]:
    missed = [missed_store(one) for one in diagnosis.not_covered]
    if not diagnosis.profiles and not missed:
        return [no_browser(str(home or Path.home()))]
    return missed
