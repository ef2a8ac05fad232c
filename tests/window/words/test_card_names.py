import pytest

from tests.window.card_scene import SNAPSHOT
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.resources import resource
from torimodosu.window.words.card_names import CardNames


@pytest.fixture(scope="module")
def names() -> CardNames:
    return CardNames(SNAPSHOT, load_catalogue(resource("catalogue")))


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (2, "Rakuten Card 0935"),
        (3, "買い物 7712"),
        (0, "A card not known yet"),
        (9, "A card not known yet"),
    ],
)
def test_a_card_has_the_name_of_the_person_or_of_its_issuer(
    names: CardNames, number: int, name: str
) -> None:
    assert names.of(number) == name


def test_an_issuer_that_is_not_known_is_named_by_its_id(names: CardNames) -> None:
    assert names.issuer("unheard_of") == "unheard_of"
    assert names.issuer("") == ""
    assert names.numbers == (1, 2, 3, 4)


def test_without_a_case_there_are_no_cards() -> None:
    empty = Snapshot(at=SNAPSHOT.at)
    names = CardNames(empty, load_catalogue(resource("catalogue")))
    assert names.numbers == ()
