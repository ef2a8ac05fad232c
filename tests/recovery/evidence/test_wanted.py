from datetime import UTC, datetime

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.evidence.wanted import wanted_for

SHOP = Service(
    id="shop.example",
    name=Names(ja="店", en="Shop"),
    login_domains=("Login.Shop.example",),
    sender_domains=("mail.shop.example",),
    shared_sender_domains=("sister.example",),
    sender_addresses=("order@old.example",),
    mail_names=("店", "Shop"),
    pages={},
)
OTHER = Service(
    id="other.example",
    name=Names(ja="別", en="Other"),
    login_domains=("other.example",),
    pages={},
)
CARD = Issuer(
    id="card",
    name=Names(ja="カード", en="Card"),
    sender_domains=("card.example",),
    sender_addresses=("use@notice.example",),
)
CATALOGUE = Catalogue(
    version="1", services={SHOP.id: SHOP, OTHER.id: OTHER}, issuers={CARD.id: CARD}
)


def test_a_mail_is_wanted_from_the_service_about_it_or_from_any_card_issuer() -> None:
    wanted = wanted_for(CATALOGUE, [SHOP.id])
    assert wanted.domains == (
        "card.example",
        "login.shop.example",
        "mail.shop.example",
        "notice.example",
        "old.example",
        "sister.example",
    )
    assert wanted.names == ("Shop", "店")
    assert (wanted.since, wanted.until) == (None, None)


def test_a_service_that_the_catalogue_lacks_is_a_domain() -> None:
    wanted = wanted_for(CATALOGUE, ["New.example", OTHER.id])
    assert "new.example" in wanted.domains
    assert "other.example" in wanted.domains
    assert "mail.shop.example" not in wanted.domains


def test_the_time_is_passed_on() -> None:
    since, until = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
    wanted = wanted_for(CATALOGUE, [SHOP.id], since, until)
    assert (wanted.since, wanted.until) == (since, until)
