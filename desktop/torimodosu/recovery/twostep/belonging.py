"""Whose account of the authenticator it is."""

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.twostep.kept import KeptAccount

_SHORTEST = 3  # letters; anything shorter stands within too many names


def belongs_to(account: KeptAccount, service: Service) -> bool | None:
    """Tell whether *account* is one of *service*, by the issuer that the shop wrote.

    None where it wrote none: only the person knows then.
    """
    issuer = account.issuer.strip().casefold()
    if not issuer:
        return None
    names = (service.name.ja, service.name.en, *service.mail_names, *_hosts(service))
    return any(_is_alike(issuer, name.casefold()) for name in names)


def _hosts(service: Service) -> tuple[str, ...]:
    return (service.id, *service.login_domains)


def _is_alike(issuer: str, name: str) -> bool:
    shorter = min(issuer, name, key=len)
    return len(shorter) >= _SHORTEST and (issuer in name or name in issuer)
