"""Reading lists of sites out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import HOST
from torimodosu.recovery.catalogue.site_list import SiteKind, SiteList
from torimodosu.recovery.catalogue.source_reading import read_source


def read_site_list(fields: Fields, checked: date) -> SiteList:
    """Return one list of sites; its pack was checked *checked*."""
    return SiteList(
        kind=fields.choice("kind", SiteKind),
        domains=fields.texts("domains", HOST),
        source=read_source(fields, checked),
    )
