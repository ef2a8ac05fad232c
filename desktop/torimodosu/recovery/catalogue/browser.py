"""A browser, and where it keeps what it remembers."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Names, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A screen of a browser.

    Attributes:
        addresses: Addresses to paste into the address bar, that of the newest version
            first; other programs cannot open them.
        path_ja: The menu entries to it in turn, in the words of the Japanese version.
        path_en: The same in those of the English version.
        source: Where this comes from.

    """

    addresses: tuple[str, ...]
    path_ja: tuple[str, ...]
    path_en: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser; a screen of which nothing is known is None.

    Attributes:
        id: Such as "chrome".
        name: What to call it.
        saved_passwords: Where saved logins are seen and deleted.
        site_data: Where what one site has stored is deleted.
        export: Where saved logins are written to a file.

    """

    id: str
    name: Names
    saved_passwords: Screen | None = None
    site_data: Screen | None = None
    export: Screen | None = None
