"""Reading a browser out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.browser import Browser, Screen
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import INTERNAL_ADDRESS
from torimodosu.recovery.catalogue.source_reading import read_names, read_source


def read_browser(name: str, fields: Fields, checked: date) -> Browser:
    """Return the browser whose id is *name*; *checked* is the date of its pack."""

    def read_screen(table: Fields) -> Screen:
        return Screen(
            addresses=table.texts("addresses", INTERNAL_ADDRESS),
            path_ja=table.texts("path_ja"),
            path_en=table.texts("path_en"),
            source=read_source(table, checked),
        )

    return Browser(
        id=name,
        name=read_names(fields, "name"),
        saved_passwords=fields.one("saved_passwords", read_screen),
        site_data=fields.one("site_data", read_screen),
        export=fields.one("export", read_screen),
    )
