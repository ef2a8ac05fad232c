"""What the data packs tell of the passwords that services and sites take."""

import tomllib

import pytest

from tests.data.packs import HEAD, SHOP
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.service import CharacterClass


def _read(text: str) -> Catalogue:
    return read_catalogue({"shop.toml": tomllib.loads(text)})


DEMANDS = """
[services."shop.example".password]
shortest = 8
longest = 16
required = ["lower", "digit"]
special = "-_."
most_alike = 2
source = "a page"
grade = "A"
"""


def test_what_a_service_demands_of_a_password_is_read_as_written() -> None:
    rules = _read(HEAD + SHOP + DEMANDS).services["shop.example"].password
    assert rules is not None
    assert (rules.shortest, rules.longest, rules.most_alike) == (8, 16, 2)
    assert rules.required == (CharacterClass.LOWER, CharacterClass.DIGIT)
    assert rules.special == "-_."


@pytest.mark.parametrize(
    ("written", "instead", "field"),
    [
        ("longest = 16", "longest = 7", "longest"),
        ("shortest = 8\nlongest = 16", "longest = 3", "longest"),
        ('special = "-_."', 'special = "é"', "special"),
        ('"digit"]\nspecial = "-_."', '"special"]\nspecial = ""', "special"),
        ("most_alike = 2", "most_alike = 0", "most_alike"),
    ],
)
def test_no_password_could_keep_such_rules(
    written: str, instead: str, field: str
) -> None:
    with pytest.raises(CatalogueError) as caught:
        _read(HEAD + SHOP + DEMANDS.replace(written, instead))
    fields = [fault.field for fault in caught.value.faults]
    assert fields == [f'services."shop.example".password.{field}']


SITES = """
[[site_passwords]]
domains = ["card.example", "pay.example"]
longest = 8
special = ""
source = "a list"
grade = "A"

[[site_passwords]]
domains = ["old.card.example"]
longest = 4
source = "a list"
grade = "A"
"""


@pytest.mark.parametrize(
    ("host", "longest"),
    [
        ("card.example", 8),
        ("www.pay.example", 8),
        ("www.old.card.example", 4),
        ("other.example", None),
        ("古い掲示板", None),
        ("", None),
    ],
)
def test_what_a_site_demands_is_known_by_its_closest_domain(
    host: str, longest: int | None
) -> None:
    rules = _read(HEAD + SHOP + SITES).password_rules_at(host)
    assert (None if rules is None else rules.longest) == longest


def test_what_is_known_of_a_service_counts_before_a_list() -> None:
    listed = SITES.replace("pay.example", "shop.example")
    with_own = _read(HEAD + SHOP + DEMANDS + listed).password_rules_at("shop.example")
    assert with_own is not None
    assert with_own.longest == 16
    without = _read(HEAD + SHOP + listed).password_rules_at("shop.example")
    assert without is not None
    assert without.longest == 8
