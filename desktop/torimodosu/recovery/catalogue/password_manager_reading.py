"""Reading a password manager out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.password_manager import PasswordManager
from torimodosu.recovery.catalogue.shape import EXTENSION_ID
from torimodosu.recovery.catalogue.source_reading import read_source


def read_password_manager(name: str, fields: Fields, checked: date) -> PasswordManager:
    """Return the one whose id is *name*; *checked* is the date of its pack."""
    ids = fields.texts("extension_ids", EXTENSION_ID)
    if not ids:
        fields.refuse("extension_ids", f"at least one, each {EXTENSION_ID.name}")
    return PasswordManager(
        id=name,
        name=fields.text("name"),
        extension_ids=ids,
        source=read_source(fields, checked),
    )
