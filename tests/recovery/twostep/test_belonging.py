from datetime import UTC, datetime

import pytest

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.belonging import belongs_to
from torimodosu.recovery.twostep.kept import KeptAccount

SHOP = Service(
    id="amazon.co.jp",
    name=Names(ja="Amazon.co.jp", en="Amazon.co.jp"),
    login_domains=("amazon.co.jp",),
    mail_names=("Amazon", "アマゾン"),
    pages={},
)


def account(issuer: str) -> KeptAccount:
    return KeptAccount(
        id="1",
        issuer=issuer,
        name="taro@amazon.example",
        type=OtpType.TOTP,
        added_at=datetime(2026, 11, 22, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("issuer", "belongs"),
    [
        ("Amazon", True),
        ("amazon.co.jp", True),
        ("AMAZON JP", True),
        ("アマゾン", True),
        (" Amazon ", True),
        ("Google", False),
        ("jp", False),
        ("", None),
        ("  ", None),
    ],
)
def test_an_account_belongs_to_the_shop_that_its_issuer_names(
    issuer: str,
    belongs: bool | None,  # noqa: FBT001 -- what is expected
) -> None:
    assert belongs_to(account(issuer), SHOP) is belongs
