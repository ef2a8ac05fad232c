import tomllib

import pytest

from tests.data.packs import HEAD
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.site_list import SiteKind
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.resources import resource

LIST = """
[[site_lists]]
kind = "mailbox"
domains = ["mail.example", "pay.example"]
source = "a page"
grade = "C"

[[site_lists]]
kind = "money"
domains = ["pay.example"]
source = "a page"
grade = "C"
"""


def test_a_site_may_be_of_several_kinds() -> None:
    catalogue = read_catalogue({"sites.toml": tomllib.loads(HEAD + LIST)})
    assert catalogue.kinds_of_site("mail.example") == {SiteKind.MAILBOX}
    assert catalogue.kinds_of_site("pay.example") == {SiteKind.MAILBOX, SiteKind.MONEY}
    assert catalogue.kinds_of_site("shop.example") == frozenset()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (LIST.replace('"mailbox"', '"mail"'), "site_lists[0].kind"),
        (LIST.replace('"mail.example"', '"no host"'), "site_lists[0].domains[0]"),
        (LIST.replace('grade = "C"', "", 1), "site_lists[0].grade"),
    ],
)
def test_what_is_wrong_in_a_list_is_named(wrong: str, field: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue({"sites.toml": tomllib.loads(HEAD + wrong)})
    assert [fault.field for fault in caught.value.faults] == [field]


def test_the_shipped_lists_hold_registrable_domains_once() -> None:
    catalogue = load_catalogue(resource("catalogue"))
    sites = Sites(catalogue)
    for one in catalogue.site_lists:
        assert len(set(one.domains)) == len(one.domains)
        for domain in one.domains:
            assert sites.domain_of(domain) == domain
