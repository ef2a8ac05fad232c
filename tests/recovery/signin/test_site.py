import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.signin.site import (
    Bond,
    LoginSite,
    bond_of,
    concerns,
    site_at,
)

SITE = LoginSite(
    service="amazon.co.jp",
    hosts=("amazon.co.jp",),
    related_hosts=("amazon.com",),
    apps=("com.amazon.mShop.android.shopping",),
    sign_in_hosts=("www.amazon.co.jp",),
)
APP = "com.amazon.mShop.android.shopping"


@pytest.mark.parametrize(
    ("origin", "bond"),
    [
        ("https://www.amazon.co.jp", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp/", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp/ap/signin?x=1#y", Bond.SIGN_IN_HOST),
        ("https://WWW.Amazon.CO.JP", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp:443/", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp:8443", Bond.SIGN_IN_HOST),
        ("http://www.amazon.co.jp", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp.", Bond.SIGN_IN_HOST),
        ("https://taro@www.amazon.co.jp/", Bond.SIGN_IN_HOST),
        ("https://www.amazon.co.jp^userContextId=2", Bond.SIGN_IN_HOST),
        ("https://ｗｗｗ．ａｍａｚｏｎ．ｃｏ．ｊｐ", Bond.SIGN_IN_HOST),
        ("https://www。amazon。co。jp", Bond.SIGN_IN_HOST),
        ("www.amazon.co.jp", Bond.SIGN_IN_HOST),
        (" https://www.amazon.co.jp ", Bond.SIGN_IN_HOST),
        ("https://amazon.co.jp", Bond.OWN_HOST),
        ("https://sellercentral.amazon.co.jp", Bond.OWN_HOST),
        (".amazon.co.jp", Bond.OWN_HOST),
        ("https://www.amazon.com", Bond.RELATED_HOST),
        ("https://amazon.com", Bond.RELATED_HOST),
        (f"android://a1B2-_==@{APP}/", Bond.APP),
        (f"android://a1B2-_==@{APP}", Bond.APP),
    ],
)
def test_what_takes_the_password_of_the_account_concerns_it(
    origin: str, bond: Bond
) -> None:
    assert bond_of(SITE, origin) is bond
    assert concerns(SITE, origin)


@pytest.mark.parametrize(
    "origin",
    [
        "https://amazon.co.jp.example.com",
        "https://www.amazon.co.jp.evil.example",
        "https://notamazon.co.jp",
        "https://arnazon.co.jp",
        "https://amazon-co.jp",
        "https://amazon.co",
        "https://co.jp",
        "https://amazon.co.jp@evil.example/",
        "https://evil.example/https://www.amazon.co.jp",
        "https://evil.example\\@www.amazon.co.jp",
        "https://evil.example#www.amazon.co.jp",
        "https://evil.example?www.amazon.co.jp",
        "https://evil.example／.amazon.co.jp",
        # The first letter is Cyrillic; browsers keep such a host as "xn--…".
        "https://аmazon.co.jp",
        "https://xn--mazon-3ve.co.jp",
        "https://amazon.cо.jp",
        "https://amazon.com.example",
        "android://a1B2==@com.amazon.mShop.android.shopping.evil/",
        "android://a1B2==@evil.com.amazon.mShop.android.shopping/",
        "android://a1B2==@COM.AMAZON.MSHOP.ANDROID.SHOPPING/",
        "android://a1B2==@amazon.co.jp/",
        f"https://x@{APP}/",
        # Another site vouches for this one: there is no password in it.
        "federation://www.amazon.co.jp/accounts.google.com",
        "chrome-extension://amazon.co.jp/",
        "moz-proxy://amazon.co.jp:8080",
        "file:///amazon.co.jp",
        "https://[::1]:8080",
        "https://",
        "://amazon.co.jp",
        "",
        ".",
        "amazon co jp",
        "amazon..co.jp",
    ],
)
def test_a_look_alike_does_not_concern_it(origin: str) -> None:
    assert bond_of(SITE, origin) is None
    assert not concerns(SITE, origin)


@given(st.text())
@example("https://" + "a." * 3000 + "amazon.co.jp")
@example("x" * 300 + ".amazon.co.jp")
@example("android://@/")
@example("https://" + "店" * 64 + ".jp")
@example("https://" + "店" * 200000)
@example("店。。jp")
def test_whatever_a_browser_has_kept_can_be_asked_about(origin: str) -> None:
    host = host_of(origin)
    assert host == host_of(host)
    assert len(host) <= 253
    assert concerns(SITE, origin) in (True, False)


@given(st.from_regex(r"[a-z0-9-]{1,9}(\.[a-z0-9-]{1,9}){0,3}", fullmatch=True))
def test_only_a_whole_label_in_front_belongs_to_a_host(prefix: str) -> None:
    assert concerns(SITE, f"https://{prefix}.amazon.co.jp")
    assert not concerns(SITE, f"https://{prefix}amazon.co.jp")
    assert not concerns(SITE, f"https://amazon.co.jp.{prefix}")


@pytest.mark.parametrize(
    ("named", "hosts"),
    [
        ("github.com", ("github.com",)),
        ("www.example.jp", ("example.jp",)),
        ("https://Example.jp:8080/login", ("example.jp",)),
        ("localhost:8080", ("localhost",)),
        ("127.0.0.1", ("127.0.0.1",)),
        ("https://お店.example/", ("xn--t8jz70l.example",)),
    ],
)
def test_a_service_that_the_catalogue_lacks_has_a_site(
    named: str, hosts: tuple[str, ...]
) -> None:
    site = site_at(named)
    assert site is not None
    assert site.hosts == hosts


@pytest.mark.parametrize("named", ["", "two words", "ftp://example.jp", "."])
def test_what_is_no_host_has_no_site(named: str) -> None:
    site = site_at(named)
    assert site is None
