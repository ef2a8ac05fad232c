"""Reading the data packs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from torimodosu.recovery.catalogue.catalogue import Catalogue, shared_hosts
from torimodosu.recovery.catalogue.fault import CatalogueError, Fault
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.issuer_reading import read_issuer
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.service_reading import read_service
from torimodosu.recovery.catalogue.shape import HOST, IDENTIFIER, VERSION

FORMAT = 1


def read_catalogue(documents: Mapping[str, Mapping[str, object]]) -> Catalogue:
    """Return what *documents*, parsed TOML by file name, tell.

    A document holds the table `pack` (`format`, `version`, `last_checked`), and the
    tables `services` and `issuers`, each by id. A fact without a `last_checked` of its
    own was checked when its pack was.

    Raises:
        CatalogueError: With every fault of every document.

    """
    packs = [_read_pack(file, document) for file, document in documents.items()]
    faults = [fault for pack in packs for fault in pack.faults]
    faults += _told_twice(packs)
    if not packs:
        faults.append(
            Fault(file="", field="", found="no file", expected="at least one data pack")
        )
    if faults:
        raise CatalogueError(faults)
    return Catalogue(
        version=max((pack.version for pack in packs), key=_by_number),
        services=MappingProxyType({k: v for p in packs for k, v in p.services.items()}),
        issuers=MappingProxyType({k: v for p in packs for k, v in p.issuers.items()}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    file: str
    version: str
    services: Mapping[str, Service]
    issuers: Mapping[str, Issuer]
    faults: Sequence[Fault]


def _read_pack(file: str, document: Mapping[str, object]) -> _Pack:
    fields = Fields(document, file=file, path="")
    head = fields.one("pack", _read_head)
    if head is None:
        fields.refuse("pack", "a table with format, version and last_checked")
    version, checked = head or ("", date.min)
    return _Pack(
        file=file,
        version=version,
        services=fields.named(
            "services", HOST, lambda k, v: read_service(k, v, checked)
        ),
        issuers=fields.named(
            "issuers", IDENTIFIER, lambda k, v: read_issuer(k, v, checked)
        ),
        faults=fields.faults(),
    )


def _read_head(fields: Fields) -> tuple[str, date]:
    fields.number("format", least=FORMAT, most=FORMAT)
    return fields.text("version", VERSION), fields.day("last_checked")


def _by_number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _told_twice(packs: Sequence[_Pack]) -> Iterator[Fault]:
    yield from _ids_told_twice(packs)
    for kind, groups in (
        ("services", [(p.file, k, v) for p in packs for k, v in p.services.items()]),
        ("issuers", [(p.file, k, v) for p in packs for k, v in p.issuers.items()]),
    ):
        shared = shared_hosts(entry.sender_domains for _, _, entry in groups)
        for file, name, entry in groups:
            for host in sorted(shared.intersection(entry.sender_domains)):
                yield Fault(
                    file=file,
                    field=f'{kind}."{name}".sender_domains',
                    found=f"{host}, which another of the {kind} claims too",
                    expected="a host in one place only",
                )


def _ids_told_twice(packs: Sequence[_Pack]) -> Iterator[Fault]:
    seen: set[str] = set()
    for pack in packs:
        for name in (*pack.services, *pack.issuers):
            if name in seen:
                yield Fault(
                    file=pack.file,
                    field=f'"{name}"',
                    found="a second one",
                    expected="each id in one place only",
                )
            seen.add(name)
