import tomllib

import pytest

from tests.data.packs import CARD, HEAD, SHOP
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.shape import PATTERN


def _faults(text: str) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue({"shop.toml": tomllib.loads(text)})
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "field", "found", "expected"),
    [
        (
            "format = 1",
            "format = 2",
            "pack.format",
            "the number 2",
            "a whole number from 1 to 1",
        ),
        (
            'version = "2026.11.1"',
            'version = "new"',
            "pack.version",
            "the text 'new'",
            "a version such as 2026.11.1",
        ),
        (
            "last_checked = 2026-11-22",
            "last_checked = 2026-11-22T00:00:00",
            "pack.last_checked",
            "the date 2026-11-22T00:00:00",
            "a date",
        ),
        (
            'ja = "店"',
            "ja = 3",
            'services."shop.example".name.ja',
            "the number 3",
            "a text",
        ),
        ('ja = "店", ', "", 'services."shop.example".name.ja', "nothing", "a text"),
        (
            'name = { ja = "店", en = "Shop" }',
            "",
            'services."shop.example".name',
            "nothing",
            "a table",
        ),
        (
            '["mail.shop.example"]',
            '["Mail.Shop.Example"]',
            'services."shop.example".sender_domains[0]',
            "the text 'Mail.Shop.Example'",
            "a host name in lower case",
        ),
        (
            '["mail.shop.example"]',
            '"mail.shop.example"',
            'services."shop.example".sender_domains',
            "the text 'mail.shop.example'",
            "a list, each of them a host name in lower case",
        ),
        (
            "'^Shipped'",
            "'(a|b'",
            'services."shop.example".subjects[0].patterns[1]',
            "the text '(a|b'",
            PATTERN.name,
        ),
        (
            "patterns = ['^発送', '^Shipped']",
            "",
            'services."shop.example".subjects[0].patterns',
            "nothing",
            "at least one pattern",
        ),
        (
            'methods = ["sms", "totp"]',
            'methods = ["sms", "fax"]',
            'services."shop.example".two_step.methods[1]',
            "the text 'fax'",
            "one of sms, call, email, totp, app, device, prompt, security_key, passkey",
        ),
        (
            "+81-11-000-0000",
            "ask me",
            'services."shop.example".contacts[0].target',
            "the text 'ask me'",
            "an https address or a telephone number",
        ),
        (
            'purpose = { ja = "海外から", en = "From abroad" }\n',
            "",
            'services."shop.example".contacts[0].purpose',
            "nothing",
            "a table",
        ),
        (
            'source = "public code"\ngrade = "B"',
            'source = "public code"\ngrade = "D"',
            'services."shop.example".pages.orders.grade',
            "the text 'D'",
            "one of A, A', B, C, S",
        ),
        (
            'source = "public code"',
            'source = "public code"\ncolour = [1]',
            'services."shop.example".pages.orders.colour',
            "a list",
            "no such key",
        ),
        (
            '[services."shop.example".pages.orders]',
            '[services."shop.example".pages."注文"]',
            'services."shop.example".pages."注文"',
            "the text '注文'",
            "a name that is a word of a-z, 0-9 and _",
        ),
        (
            "closing = 31",
            "closing = 32",
            "issuers.card.billing.cycles[0].closing",
            "the number 32",
            "a whole number from 1 to 31",
        ),
        (
            "days = 60",
            "days = true",
            "issuers.card.reporting_limits[0].days",
            "true",
            "a whole number from 1 to 3660",
        ),
        (
            "cycles = [{",
            "cycles = [7, {",
            "issuers.card.billing.cycles[0]",
            "the number 7",
            "a table",
        ),
    ],
)
def test_a_wrong_field_is_named_with_what_stands_there(
    old: str, new: str, field: str, found: str, expected: str
) -> None:
    text = HEAD + SHOP + CARD
    assert old in text
    fault = f"shop.toml: {field}: found {found}, expected {expected}"
    assert _faults(text.replace(old, new)) == [fault]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = (HEAD + SHOP).replace('ja = "店"', "ja = 3").replace('"C"', '"Z"')
    assert len(_faults(text + "extra = 1")) == 3


def test_a_pack_without_a_head_is_refused() -> None:
    assert _faults(SHOP) == ["shop.toml: pack: found nothing, expected a table"]


def test_no_pack_at_all_is_refused() -> None:
    with pytest.raises(CatalogueError, match="found no file"):
        read_catalogue({})
