from dataclasses import replace
from pathlib import Path

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.signin.site import Bond, bond_of, concerns, site_of
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))
HEAD = '[pack]\nformat = 1\nversion = "2026.11.1"\nlast_checked = 2026-11-22\n'


def test_every_kind_in_the_shipped_packs_is_a_kind_of_mail() -> None:
    kinds = {
        rule.kind
        for rules in (
            *(service.subjects for service in SHIPPED.services.values()),
            *(issuer.notices for issuer in SHIPPED.issuers.values()),
        )
        for rule in rules
    }
    assert kinds <= {kind.value for kind in MailKind}


@pytest.mark.parametrize("name", SHIPPED.services)
def test_a_service_writes_from_its_own_domains(name: str) -> None:
    service = SHIPPED.services[name]
    for address in service.sender_addresses:
        assert service in SHIPPED.services_sending_from(address)


@pytest.mark.parametrize("name", SHIPPED.issuers)
def test_an_issuer_writes_from_its_own_domains(name: str) -> None:
    issuer = SHIPPED.issuers[name]
    for address in issuer.sender_addresses:
        assert SHIPPED.issuer_of(address) == issuer


@pytest.mark.parametrize("name", SHIPPED.services)
def test_a_service_refers_only_to_domains_that_are_in_the_packs(name: str) -> None:
    service = SHIPPED.services[name]
    covered = service.two_step.covers if service.two_step else ()
    assert set(covered) <= SHIPPED.services.keys()
    for domain in service.related_login_domains:
        owners = [s.id for s in SHIPPED.services.values() if domain in s.login_domains]
        assert len(owners) == 1, domain


@pytest.mark.parametrize("name", SHIPPED.services)
def test_a_service_signs_in_and_changes_passwords_on_its_own_hosts(name: str) -> None:
    service = SHIPPED.services[name]
    site = site_of(service)
    for host in service.sign_in_hosts:
        assert bond_of(replace(site, sign_in_hosts=()), host) is Bond.OWN_HOST
        assert bond_of(site, f"https://{host}/") is Bond.SIGN_IN_HOST
    for app in service.login_apps:
        assert bond_of(site, f"android://hash==@{app}/") is Bond.APP
    page = service.pages.get("password_change")
    assert page is None or concerns(site, page.url)
    assert SHIPPED.service_signing_in_at(name) is service


def test_a_pack_is_read_from_disk(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text(HEAD, "utf-8")
    (tmp_path / "notes.txt").write_text("no pack", "utf-8")
    assert load_catalogue(tmp_path).services == {}


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="at least one data pack"):
        load_catalogue(tmp_path / "absent")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"[pack", id="no TOML"),
        pytest.param(b'a = "\xff"', id="no UTF-8"),
        pytest.param(b"a = " + b"[" * 5000, id="nested too deeply"),
        pytest.param(b"a = " + b"9" * 5000, id="a number too long"),
    ],
)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "good.toml").write_text(HEAD, "utf-8")
    (tmp_path / "bad.toml").write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.file, fault.expected) == ("bad.toml", "TOML 1.0 in UTF-8")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    assert [fault.file for fault in caught.value.faults] == ["folder.toml"]
