from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.service import Method, Service, TwoStep
from torimodosu.recovery.catalogue.source import Grade, Names, Source


def _service(name: str, *, own: tuple[str, ...], shared: tuple[str, ...]) -> Service:
    return Service(
        id=name,
        name=Names(ja=name, en=name),
        login_domains=(),
        sender_domains=own,
        shared_sender_domains=shared,
        pages={},
    )


CARD = Issuer(
    id="card",
    name=Names(ja="カード", en="Card"),
    sender_domains=("mail.card.example.jp",),
)
CATALOGUE = Catalogue(
    version="2026.11.1",
    services={
        "shop.co.jp": _service(
            "shop.co.jp", own=("shop.co.jp", "shop.jp"), shared=("shop.com",)
        ),
        "shop.com": _service("shop.com", own=("shop.com",), shared=()),
    },
    issuers={"card": CARD},
)


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("order@shop.co.jp", "shop.co.jp"),
        ("shop.jp", "shop.co.jp"),
        ("Order@Shop.CO.JP", "shop.co.jp"),
        (" order@shop.co.jp. ", "shop.co.jp"),
        ("x@bounces.shop.co.jp", "shop.co.jp"),
        ("account@shop.com", "shop.com"),
    ],
)
def test_a_genuine_address_belongs_to_its_service(address: str, service: str) -> None:
    found = CATALOGUE.service_of(address)
    assert found is not None
    assert found.id == service


@pytest.mark.parametrize(
    "address",
    [
        "order@shop.co.jp.example.com",
        "order@xshop.co.jp",
        "order@shop-co.jp",
        "order@shop.co.jp@evil.example",
        "order@co.jp",
        "order@shop．co．jp",
        "order@xn--shp-0na.co.jp",
        "order@shop.co.jp/x",
        "shop.co.jp@evil.example",
        "",
        "@",
        "." * 300,
    ],
)
def test_a_look_alike_belongs_to_nobody(address: str) -> None:
    assert CATALOGUE.service_of(address) is None
    assert CATALOGUE.services_sending_from(address) == ()


@given(st.text())
def test_no_address_is_too_strange(address: str) -> None:
    found = CATALOGUE.service_of(f"{address}@evil.example")
    assert found is None
    assert CATALOGUE.issuer_of(f"{address}@evil.example") is None


def test_the_owner_of_a_shared_domain_comes_first() -> None:
    services = CATALOGUE.services_sending_from("account@shop.com")
    assert [service.id for service in services] == ["shop.com", "shop.co.jp"]


@pytest.mark.parametrize(
    ("address", "issuer"),
    [
        ("info@mail.card.example.jp", CARD),
        ("info@card.example.jp", None),
        ("info@mail.card.example.jp.example.com", None),
    ],
)
def test_an_issuer_is_known_by_its_sender_domain(
    address: str, issuer: Issuer | None
) -> None:
    assert CATALOGUE.issuer_of(address) == issuer


def _signing_in_at(name: str, *hosts: str) -> Service:
    return replace(_service(name, own=(), shared=()), login_domains=hosts)


WAYS_IN = replace(
    CATALOGUE,
    services={
        service.id: service
        for service in (
            _signing_in_at("shop.co.jp", "shop.co.jp"),
            _signing_in_at("mall.portal.jp", "portal.jp"),
            _signing_in_at("bank.portal.jp", "id.bank.portal.jp"),
        )
    },
)


@pytest.mark.parametrize(
    ("host", "service"),
    [
        ("shop.co.jp", "shop.co.jp"),
        ("WWW.shop.co.jp.", "shop.co.jp"),
        ("login.portal.jp", "mall.portal.jp"),
        # An id names its service even below the host of another one.
        ("mall.portal.jp", "mall.portal.jp"),
        ("bank.portal.jp", "bank.portal.jp"),
        ("x.id.bank.portal.jp", "bank.portal.jp"),
    ],
)
def test_the_closest_host_tells_whose_sign_in_it_is(host: str, service: str) -> None:
    found = WAYS_IN.service_signing_in_at(host)
    assert found is not None
    assert found.id == service


@pytest.mark.parametrize("host", ["", "jp", "shop.co.jp.example", "xshop.co.jp"])
def test_other_hosts_are_nobodys_sign_in(host: str) -> None:
    assert WAYS_IN.service_signing_in_at(host) is None


def test_a_setting_that_covers_a_service_is_its_own_where_it_has_none() -> None:
    source = Source(text="a page", grade=Grade.A, last_checked=date(2026, 8, 4))
    two_step = TwoStep(
        methods=(Method.SMS, Method.TOTP),
        needed_first=(Method.SMS,),
        covers=("shop.co.jp",),
        backup_codes=None,
        source=source,
    )
    abroad = replace(CATALOGUE.services["shop.com"], two_step=two_step)
    services = {**CATALOGUE.services, "shop.com": abroad}
    catalogue = replace(CATALOGUE, services=services)
    assert catalogue.two_step_of("shop.com") == two_step
    assert catalogue.two_step_of("shop.co.jp") == two_step
    assert catalogue.two_step_of("elsewhere.example") is None
    own = replace(two_step, methods=(Method.EMAIL,), covers=())
    services["shop.co.jp"] = replace(services["shop.co.jp"], two_step=own)
    assert replace(catalogue, services=services).two_step_of("shop.co.jp") == own
