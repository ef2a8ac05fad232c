"""Password managers that live in a browser as an extension."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordManager:
    """An extension that fills in passwords of its own.

    Attributes:
        id: Such as "bitwarden".
        name: Its brand, which is the same in every language.
        extension_ids: Its ids in the stores of all browsers.
        source: Where this comes from.

    """

    id: str
    name: str
    extension_ids: tuple[str, ...]
    source: Source
