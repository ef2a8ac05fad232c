"""Reading the data packs."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from torimodosu.recovery.catalogue.browser_reading import read_browser
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError, Fault
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.issuer_reading import read_issuer
from torimodosu.recovery.catalogue.mail_provider_reading import read_mail_provider
from torimodosu.recovery.catalogue.office_reading import read_office
from torimodosu.recovery.catalogue.pack import Pack, contradictions
from torimodosu.recovery.catalogue.password_manager_reading import (
    read_password_manager,
)
from torimodosu.recovery.catalogue.service_reading import read_service
from torimodosu.recovery.catalogue.shape import (
    HOST,
    IDENTIFIER,
    VERSION,
    Shape,
)
from torimodosu.recovery.catalogue.site_list_reading import read_site_list
from torimodosu.recovery.catalogue.site_passwords_reading import read_site_passwords
from torimodosu.recovery.catalogue.statement_layout_reading import read_layout
from torimodosu.recovery.catalogue.statement_words import StatementWords
from torimodosu.recovery.catalogue.statement_words_reading import read_words

FORMAT = 1

_T = TypeVar("_T")
_Read = Callable[[str, Fields, date], _T]


def read_catalogue(documents: Mapping[str, Mapping[str, object]]) -> Catalogue:
    """Return what *documents*, parsed TOML by file name, tell.

    A document holds the table `pack` (`format`, `version`, `last_checked`), the tables
    `services`, `issuers`, `senders`, `browsers`, `password_managers`,
    `statement_layouts` and `mail_providers`, each by id, the lists `site_lists`,
    `site_passwords` and `offices`, and in one of them the table `statement_words`.
    A fact without a `last_checked` of its own was checked when its pack was.

    Raises:
        CatalogueError: With every fault of every document.

    """
    packs = [_read_pack(file, document) for file, document in documents.items()]
    faults = [fault for pack in packs for fault in pack.faults]
    faults += contradictions(packs)
    if not packs:
        faults.append(
            Fault(file="", field="", found="no file", expected="at least one data pack")
        )
    if faults:
        raise CatalogueError(faults)
    return Catalogue(
        version=max((pack.version for pack in packs), key=_by_number),
        services=_joined(*(pack.services for pack in packs)),
        issuers=_joined(*(pack.issuers for pack in packs)),
        senders=_joined(*(pack.senders for pack in packs)),
        browsers=_joined(*(pack.browsers for pack in packs)),
        password_managers=_joined(*(pack.password_managers for pack in packs)),
        site_lists=tuple(one for pack in packs for one in pack.site_lists),
        site_passwords=_joined(*(pack.site_passwords for pack in packs)),
        statement_layouts=_joined(*(pack.statement_layouts for pack in packs)),
        statement_words=_words_of(packs),
        mail_providers=_joined(*(pack.mail_providers for pack in packs)),
        offices=tuple(one for pack in packs for one in pack.offices),
    )


def _read_pack(file: str, document: Mapping[str, object]) -> Pack:
    fields = Fields(document, file=file, path="")
    version, checked = fields.one("pack", _read_head, is_needed=True) or ("", date.min)

    def table(key: str, ids: Shape, read: _Read[_T]) -> Mapping[str, _T]:
        return fields.named(key, ids, lambda name, one: read(name, one, checked))

    return Pack(
        file=file,
        version=version,
        services=table("services", HOST, read_service),
        issuers=table("issuers", IDENTIFIER, read_issuer),
        senders=table("senders", HOST, read_service),
        browsers=table("browsers", IDENTIFIER, read_browser),
        password_managers=table("password_managers", IDENTIFIER, read_password_manager),
        site_lists=fields.each("site_lists", lambda one: read_site_list(one, checked)),
        site_passwords=read_site_passwords(fields, checked),
        statement_layouts=table("statement_layouts", IDENTIFIER, read_layout),
        statement_words=fields.one(
            "statement_words", lambda one: read_words(one, checked)
        ),
        mail_providers=table("mail_providers", IDENTIFIER, read_mail_provider),
        offices=fields.each("offices", lambda one: read_office(one, checked)),
        faults=fields.faults(),
    )


def _read_head(fields: Fields) -> tuple[str, date]:
    fields.number("format", least=FORMAT, most=FORMAT)
    return fields.text("version", VERSION), fields.day("last_checked")


def _words_of(packs: Iterable[Pack]) -> StatementWords:
    given = (pack.statement_words for pack in packs if pack.statement_words)
    return next(given, StatementWords())


def _by_number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _joined(*tables: Mapping[str, _T]) -> Mapping[str, _T]:
    return MappingProxyType({k: v for table in tables for k, v in table.items()})
