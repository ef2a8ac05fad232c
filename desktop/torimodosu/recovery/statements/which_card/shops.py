"""Which charges are of the shop, by the names that statements print."""

from collections.abc import Callable, Iterable, Mapping

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.statements.merchant import normal_merchant

_NONE: frozenset[str] = frozenset()
_Fits = Callable[[str, str], bool]


class Shops:
    """The shops whose orders are looked for."""

    def __init__(self, services: Mapping[str, Service], wanted: Iterable[str]) -> None:
        chosen = [services[name] for name in set(wanted) if name in services]
        self._names = _folded({one.id: one.statement_names for one in chosen})
        self._words = _folded({one.id: one.mail_names for one in chosen})
        self._without_orders = tuple(
            normal_merchant(name) for one in chosen for name in one.charges_without_mail
        )
        self._known: dict[str, frozenset[str]] = {}

    def services_of(self, merchant: str) -> frozenset[str]:
        """Return the ids of the shops that may print *merchant*, a folded name.

        It begins with one of the names of the shop. Where no shop has such a name, one
        counts whose mails call it by a name that *merchant* holds.
        """
        known = self._known.get(merchant)
        if known is None:
            known = _owners(merchant, self._names, str.startswith)
            known = known or _owners(merchant, self._words, str.__contains__)
            self._known[merchant] = known
        return known

    def mails_orders(self, merchant: str) -> bool:
        """Tell whether the shop mails an order for what it prints as *merchant*."""
        return not merchant.startswith(self._without_orders)


def _folded(names: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (normal_merchant(name), owner) for owner, told in names.items() for name in told
    )


def _owners(
    merchant: str, names: Iterable[tuple[str, str]], fits: _Fits
) -> frozenset[str]:
    if not merchant:
        return _NONE
    return frozenset(owner for name, owner in names if fits(merchant, name))
