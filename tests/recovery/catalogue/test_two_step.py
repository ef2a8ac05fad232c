import tomllib

from tests.data.packs import HEAD, SHOP
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.service import Method

SECOND_FACTORS = """
[services."shop.example".two_step]
methods = ["sms", "totp"]
needed_first = ["sms"]
covers = ["shop.example"]
backup_codes = false
trusted_devices = true
set_up = ["開始する", "認証アプリ"]
reset = ["リセット"]
source = "a page"
grade = "A"
"""


def test_the_second_factors_of_a_service_are_read_as_written() -> None:
    shop = SHOP.partition('[services."shop.example".two_step]')[0]
    pack = tomllib.loads(HEAD + shop + SECOND_FACTORS)
    service = read_catalogue({"shop.toml": pack}).services["shop.example"]
    two_step = service.two_step
    assert two_step is not None
    assert two_step.needed_first == (Method.SMS,)
    assert two_step.covers == ("shop.example",)
    assert (two_step.backup_codes, two_step.trusted_devices) == (False, True)
    assert two_step.set_up == ("開始する", "認証アプリ")
    assert two_step.reset == ("リセット",)
