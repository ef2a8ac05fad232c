import tomllib
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data.packs import BROWSER, CARD, HEAD, SHOP
from torimodosu.recovery.catalogue.browser import (
    FolderBase,
    ProfileFolder,
    ProfileFormat,
)
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.issuer import BillingCycle
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.service import Method
from torimodosu.recovery.catalogue.source import Grade, Names, Source


def _read(text: str) -> Catalogue:
    return read_catalogue({"shop.toml": tomllib.loads(text)})


ACCOUNT_MAILS = """
[[services."shop.example".account_mails]]
event = "address_changed"
kinds = ["account_changed", "other"]
patterns = ['アドレスを変更', 'changed the address']
old_address = ['from ([^ ]{3,99}) to']
source = "a sample"
grade = "B"
"""


def test_what_words_mean_for_the_account_is_read_as_written() -> None:
    (rule,) = _read(HEAD + SHOP + ACCOUNT_MAILS).services["shop.example"].account_mails
    assert (rule.event, rule.kinds) == (
        *("address_changed", ("account_changed", "other")),
    )
    assert rule.patterns == ("アドレスを変更", "changed the address")
    assert rule.old_address == ("from ([^ ]{3,99}) to",)
    assert (rule.new_address, rule.source.grade) == ((), Grade.B)


@pytest.mark.parametrize(
    ("written", "instead", "field"),
    [
        ('kinds = ["account_changed", "other"]', "kinds = []", "kinds"),
        ("patterns = ['アドレスを変更', 'changed the address']", "", "patterns"),
        ("'changed the address'", "'(a+)+'", "patterns[1]"),
        ("([^ ]{3,99})", "[^ ]{3,99}", "old_address[0]"),
        ("([^ ]{3,99})", "([^ ]{3,9})(x)", "old_address[0]"),
        ('"address_changed"', '"Address changed"', "event"),
    ],
)
def test_a_fault_in_it_is_found(written: str, instead: str, field: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        _read(HEAD + SHOP + ACCOUNT_MAILS.replace(written, instead))
    fields = [fault.field for fault in caught.value.faults]
    assert f'services."shop.example".account_mails[0].{field}' in fields


def test_a_service_is_read_as_written() -> None:
    catalogue = _read(HEAD + SHOP)
    shop = catalogue.services["shop.example"]
    assert catalogue.version == "2026.11.1"
    assert (shop.id, shop.name) == ("shop.example", Names(ja="店", en="Shop"))
    assert [(r.kind, r.pattern, r.senders) for r in shop.subjects] == [
        ("shipment", "^発送", ("order-update",)),
        ("shipment", "^Shipped", ("order-update",)),
    ]
    assert shop.two_step is not None
    assert shop.two_step.methods == (Method.SMS, Method.TOTP)
    assert shop.two_step.backup_codes is None
    assert shop.contacts[0].target == "+81-11-000-0000"
    assert shop.contacts[0].needs_sign_in is None
    assert shop.contacts[0].purpose == Names(ja="海外から", en="From abroad")
    assert shop.pages["orders"].url == "https://shop.example/orders?year={year}"


def test_an_issuer_is_read_as_written() -> None:
    card = _read(HEAD + CARD).issuers["card"]
    assert card.billing is not None
    assert card.billing.cycles == (
        BillingCycle(closing=31, payment=27, months_later=1),
    )
    assert [(limit.days, limit.clock) for limit in card.reporting_limits] == [
        (60, Clock.BACK_FROM_REPORT)
    ]
    assert card.desk is None


def test_a_browser_is_read_as_written() -> None:
    fox = _read(HEAD + BROWSER).browsers["fox"]
    assert fox.saved_passwords is not None
    assert fox.saved_passwords.addresses == ("about:logins",)
    assert fox.saved_passwords.path_ja == ("設定",)
    assert fox.saved_passwords.path_en == ()
    assert (fox.site_data, fox.export) == (None, None)


def test_where_a_browser_keeps_its_profiles_is_read_as_written() -> None:
    fox = _read(HEAD + BROWSER).browsers["fox"]
    assert fox.delete_button == Names(ja="削除", en="Remove")
    assert fox.filter_address == "about:logins?filter={host}"
    assert fox.profiles is not None
    assert fox.profiles.format is ProfileFormat.FIREFOX
    assert fox.profiles.login_files == ("dens.db",)
    assert fox.profiles.folders == (
        ProfileFolder(base=FolderBase.HOME, path=".fox"),
        ProfileFolder(base=FolderBase.HOME, path="snap/fox/*/.fox"),
        ProfileFolder(base=FolderBase.CONFIG, path="fox"),
        ProfileFolder(
            base=FolderBase.LOCAL_APP_DATA, path="Fox Beta/User Data", channel="beta"
        ),
    )


def test_a_password_manager_is_read_as_written() -> None:
    safe = _read(HEAD + BROWSER).password_managers["safe"]
    assert safe.name == "Safe"
    assert safe.extension_ids == (
        "aaaabbbbccccddddeeeeffffgggghhhh",
        "safe@safe.example",
    )


OFFICE = """
[[offices]]
name = { ja = "窓口", en = "Desk" }
target = "#9110"
source = "its page"
grade = "A"
"""


def test_an_office_is_read_as_written() -> None:
    (office,) = _read(HEAD + OFFICE).offices
    assert (office.name.ja, office.name.en) == ("窓口", "Desk")
    assert office.target == "#9110"
    assert office.source.text == "its page"


@pytest.mark.parametrize("target", ["", "9110 or so", "http://desk.example/"])
def test_an_office_is_reached_by_a_number_or_an_https_address(target: str) -> None:
    with pytest.raises(CatalogueError, match="offices"):
        _read(HEAD + OFFICE.replace("#9110", target))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('".fox"', '"../fox"'),
        ('".fox"', '"/fox"'),
        ('".fox"', '"C:/fox"'),
        ('".fox"', '"a//b"'),
        ('"dens.db"', '"dens/db"'),
        ("?filter={host}", "?filter="),
        ('format = "firefox"', 'format = "netscape"'),
        ('"safe@safe.example"', '"safe"'),
        ('["aaaabbbbccccddddeeeeffffgggghhhh", "safe@safe.example"]', "[]"),
    ],
)
def test_what_would_lead_astray_is_refused(good: str, bad: str) -> None:
    text = HEAD + BROWSER
    assert good in text
    with pytest.raises(CatalogueError):
        _read(text.replace(good, bad))


def test_a_fact_was_checked_when_its_pack_was_unless_it_says_otherwise() -> None:
    shop = _read(HEAD + SHOP).services["shop.example"]
    assert shop.subjects[0].source == Source(
        text="a sample", grade=Grade.B, last_checked=date(2026, 7, 31)
    )
    assert shop.contacts[0].source.last_checked == date(2026, 11, 22)


def test_the_newest_version_counts() -> None:
    old = tomllib.loads(HEAD.replace("2026.11.1", "2026.9.12"))
    assert read_catalogue({"a": tomllib.loads(HEAD), "b": old}).version == "2026.11.1"


def test_an_id_in_two_files_is_refused() -> None:
    document = tomllib.loads(HEAD + CARD)
    with pytest.raises(CatalogueError, match=r'^b: "card": found a second one'):
        read_catalogue({"a": document, "b": document})


@pytest.mark.parametrize("host", ["mail.shop.example", "x.mail.shop.example"])
def test_a_sender_domain_of_two_services_is_refused(host: str) -> None:
    other = f"""
[services."other.example"]
name = {{ ja = "他", en = "Other" }}
sender_domains = ["{host}"]
"""
    with pytest.raises(CatalogueError, match=f"found {host}, where"):
        read_catalogue(
            {"a": tomllib.loads(HEAD + SHOP), "b": tomllib.loads(HEAD + other)}
        )


_scalars = st.one_of(
    st.text(max_size=9),
    st.integers(),
    st.just(10**200),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.just(datetime(2026, 11, 20, tzinfo=UTC)),
    st.just(time(1, 2)),
)
_keys = st.one_of(
    st.text(max_size=5),
    st.sampled_from(
        [
            "pack",
            "services",
            "issuers",
            "name",
            "ja",
            "en",
            "format",
            "version",
            "last_checked",
            "subjects",
            "kind",
            "patterns",
            "senders",
            "source",
            "grade",
            "pages",
            "url",
            "contacts",
            "target",
            "billing",
            "browsers",
            "cycles",
            "closing",
            "desk",
            "phone",
            "two_step",
            "methods",
            "shop.example",
            "card",
        ]
    ),
)
_values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(_keys, _values))
def test_anything_that_toml_can_say_is_a_catalogue_or_a_catalogue_error(
    document: dict[str, object],
) -> None:
    try:
        assert isinstance(read_catalogue({"any": document}), Catalogue)
    except CatalogueError as error:
        faults = error.faults
        assert {fault.file for fault in faults} == {"any"}
