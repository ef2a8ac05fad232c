"""Which logins belong to one site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.passwords.audit.logins import sites
from torimodosu.recovery.catalogue.site_list import SiteKind


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.com/in?x=1", "example.com"),
        ("http://login.example.com:8443", "example.com"),
        ("example.com", "example.com"),
        ("https://a.b.example.co.jp/", "example.co.jp"),
        ("https://taro.example.tokyo.jp/", "example.tokyo.jp"),
        ("https://hanako.github.io", "hanako.github.io"),
        ("https://日本.example/", "xn--wgv71a.example"),
        ("https://evil.example@bank.example.net/", "example.net"),
        ("android://hash==@com.example.shop/", "example.com"),
        ("http://192.168.0.1/admin", "192.168.0.1"),
        ("http://localhost:8080", "localhost"),
        ("My Bank", "My Bank"),
        ("Ｍｙ Bank ", "My Bank"),
        ("", ""),
    ],
)
def test_a_site_is_its_registrable_domain(address: str, name: str) -> None:
    assert sites().at(address).name == name


@pytest.mark.parametrize(
    "addresses",
    [
        ("https://www.example.com", "https://shop.example.com/x"),
        ("My Bank", "my bank"),
        ("https://www.amazon.co.jp/", "https://www.amazon.com/ap/signin"),
        (
            "https://www.amazon.co.jp/",
            "android://x@com.amazon.mShop.android.shopping/",
        ),
        ("https://www.rakuten.co.jp", "https://login.account.rakuten.com/"),
        ("https://www.amazon.de/", "https://www.amazon.co.uk/"),
    ],
)
def test_hosts_and_services_that_share_a_login_are_one_site(
    addresses: tuple[str, str],
) -> None:
    first, second = addresses
    assert sites().at(first).key == sites().at(second).key


@pytest.mark.parametrize(
    "addresses",
    [
        ("https://a.example.com", "https://b.example.org"),
        ("https://hanako.github.io", "https://taro.github.io"),
        ("https://amazon.co.jp.example.com", "https://amazon.co.jp"),
        ("https://rakuten.co.jp", "https://www.amazon.co.jp"),
        ("https://www.rakuten-bank.co.jp", "https://www.rakuten.co.jp"),
    ],
)
def test_others_are_not(addresses: tuple[str, str]) -> None:
    first, second = addresses
    assert sites().at(first).key != sites().at(second).key


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (
            "https://login.example.com/in",
            "https://login.example.com/.well-known/change-password",
        ),
        ("android://x@com.example.shop/", ""),
        ("http://192.168.0.1/", ""),
        ("My Bank", ""),
    ],
)
def test_where_a_password_is_changed(address: str, page: str) -> None:
    assert sites().at(address).page == page


def test_the_catalogue_knows_a_better_page() -> None:
    page = sites().at("https://www.rakuten.co.jp/").page
    assert page.startswith("https://")
    assert "well-known" not in page


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("https://accounts.google.com/", {SiteKind.MAILBOX}),
        ("https://login.yahoo.co.jp/", {SiteKind.MAILBOX}),
        ("https://direct.smbc.co.jp/", {SiteKind.MONEY}),
        ("https://example.com/", set()),
        ("google.com.example.net", set()),
    ],
)
def test_some_sites_are_worth_more(address: str, kinds: set[SiteKind]) -> None:
    assert sites().at(address).kinds == kinds


@given(st.text())
def test_any_address_has_a_site(address: str) -> None:
    site = sites().at(address)
    assert site.page == "" or site.page.startswith("https://")
