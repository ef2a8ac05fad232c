"""What the shipped packs tell of the passwords that sites take."""

import random

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.passwords.new_password import random_characters
from torimodosu.recovery.passwords.rules import broken_rules
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
DEMANDING = sorted(
    {
        *CATALOGUE.site_passwords,
        *(s.id for s in CATALOGUE.services.values() if s.password),
    }
)


@pytest.mark.parametrize("site", DEMANDING)
def test_every_site_gets_a_password_that_it_takes(site: str) -> None:
    rules = CATALOGUE.password_rules_at(site)
    assert rules is not None
    chance = random.Random(site)  # noqa: S311 -- the same each time
    for _ in range(20):
        made = random_characters(chance.randrange, rules=rules)
        assert broken_rules(made, rules) == ()


def test_no_site_is_listed_twice() -> None:
    text = (resource("catalogue") / "site_passwords.toml").read_text("utf-8")
    listed = [line for line in text.splitlines() if line.startswith("domains = ")]
    named = [name for line in listed for name in line.split('"')[1::2]]
    assert sorted(named) == sorted(CATALOGUE.site_passwords)


def test_a_service_is_not_told_once_more_in_the_list() -> None:
    own = {service.id for service in CATALOGUE.services.values() if service.password}
    assert own.isdisjoint(CATALOGUE.site_passwords)
