"""Reading a browser out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.browser import (
    Browser,
    FolderBase,
    ProfileFolder,
    ProfileFormat,
    ProfilePlaces,
    Screen,
)
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import (
    FILE_NAME,
    IDENTIFIER,
    INTERNAL_ADDRESS,
    RELATIVE_PATH,
)
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.catalogue.source_reading import read_names, read_source

_HOST_PLACE = "{host}"


def read_browser(name: str, fields: Fields, checked: date) -> Browser:
    """Return the browser whose id is *name*; *checked* is the date of its pack."""

    def read_screen(table: Fields) -> Screen:
        return Screen(
            addresses=table.texts("addresses", INTERNAL_ADDRESS),
            path_ja=table.texts("path_ja"),
            path_en=table.texts("path_en"),
            source=read_source(table, checked),
        )

    filter_address = fields.text_or_empty("filter_address", INTERNAL_ADDRESS)
    if filter_address and _HOST_PLACE not in filter_address:
        fields.refuse("filter_address", f"an address with {_HOST_PLACE} in it")
    return Browser(
        id=name,
        name=read_names(fields, "name"),
        saved_passwords=fields.one("saved_passwords", read_screen),
        delete_button=fields.one("delete_button", _read_label),
        filter_address=filter_address,
        site_data=fields.one("site_data", read_screen),
        export=fields.one("export", read_screen),
        profiles=fields.one("profiles", lambda table: _read_places(table, checked)),
    )


def _read_label(fields: Fields) -> Names:
    return Names(ja=fields.text("ja"), en=fields.text("en"))


def _read_places(fields: Fields, checked: date) -> ProfilePlaces:
    groups = fields.each("folders", _read_folders)
    if not any(groups):
        fields.refuse("folders", "at least one folder")
    return ProfilePlaces(
        format=fields.choice("format", ProfileFormat),
        folders=tuple(folder for group in groups for folder in group),
        login_files=fields.texts("login_files", FILE_NAME),
        source=read_source(fields, checked),
    )


def _read_folders(fields: Fields) -> tuple[ProfileFolder, ...]:
    channel = fields.text_or_empty("channel", IDENTIFIER)
    return tuple(
        ProfileFolder(base=base, path=path, channel=channel)
        for base in FolderBase
        for path in fields.texts(base.value, RELATIVE_PATH)
    )
