import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from torimodosu.adapters.packs import (
    COMPILED,
    compile_catalogue,
    load_catalogue,
    load_statement_facts,
)
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


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """The shipped packs, not compiled."""
    leave = shutil.ignore_patterns(COMPILED)
    return Path(
        shutil.copytree(resource("catalogue"), tmp_path / "packs", ignore=leave)
    )


def test_compiled_packs_tell_what_the_packs_tell(packs: Path) -> None:
    read = load_catalogue(packs)
    compile_catalogue(packs)
    document = json.loads((packs / COMPILED).read_text("utf-8"))
    # A version that no pack has shows which of both was read.
    document["catalogue"]["version"] = "2001.1.1"
    (packs / COMPILED).write_text(json.dumps(document), "utf-8")
    compiled = load_catalogue(packs)
    assert compiled.version == "2001.1.1"
    assert replace(compiled, version=read.version) == read
    assert read == SHIPPED


def test_what_is_told_of_statements_is_read_without_the_rest(packs: Path) -> None:
    read = load_statement_facts(packs)
    compile_catalogue(packs)
    document = json.loads((packs / COMPILED).read_text("utf-8"))
    del document["catalogue"]
    (packs / COMPILED).write_text(json.dumps(document), "utf-8")
    assert load_statement_facts(packs) == read == SHIPPED.statement_facts
    assert len(read.layouts) == len(SHIPPED.statement_layouts)
    assert {*read.issuers.values()} == {*SHIPPED.issuers}


def test_packs_that_changed_since_are_read_themselves(packs: Path) -> None:
    compile_catalogue(packs)
    (packs / "senders.toml").unlink()
    assert SHIPPED.senders
    assert not load_catalogue(packs).senders


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "null", '{"stamp": 1}', '{"stamp": STAMP}'),
        *('{"stamp": STAMP, "catalogue": 7}', '{"stamp": STAMP, "catalogue": {}}'),
        '{"stamp": STAMP, "catalogue": {"version": 1, "services": {}, "issuers": {}}}',
    ],
)
def test_what_another_version_has_compiled_is_left_alone(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "a.toml").write_text(HEAD, "utf-8")
    compile_catalogue(tmp_path)
    stamp = json.loads((tmp_path / COMPILED).read_text("utf-8"))["stamp"]
    (tmp_path / COMPILED).write_text(content.replace("STAMP", str(stamp)), "utf-8")
    assert load_catalogue(tmp_path).version == "2026.11.1"


def test_packs_with_faults_are_not_compiled(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[pack]\n", "utf-8")
    with pytest.raises(CatalogueError):
        compile_catalogue(tmp_path)
    assert not (tmp_path / COMPILED).exists()
