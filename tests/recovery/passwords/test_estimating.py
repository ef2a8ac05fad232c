"""How strong passwords are, with the shipped lists."""

import json
from pathlib import Path

import pytest

from torimodosu.adapters.word_lists import load_passphrase_words, load_word_lists
from torimodosu.recovery.passwords.estimating import Estimator
from torimodosu.recovery.passwords.strength import Weakness
from torimodosu.recovery.passwords.word_lists import WordLists
from torimodosu.resources import resource

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


@pytest.fixture(scope="module")
def estimator() -> Estimator:
    return Estimator(load_word_lists(resource("words")))


@pytest.mark.parametrize(
    "password",
    [
        "ohayougozaimasu",
        "ohayogozaimasu",
        "arigatougozaimasu",
        "arigatougozaimashita",
        "kimetsunoyaiba",
        "kimetunoyaiba",
        "yoroshikuonegaishimasu",
        "tonarinototoro",
        "shingekinokyojin",
        "otsukaresamadeshita",
        "tanjoubiomedetou",
        "akemashiteomedetougozaimasu",
        "kakikukeko",
        "itadakimasu",
        "daisukidayo",
        "ganbarimasu",
        "Sakura",
        "SAKURA",
        "t@k@hir0",
        "arukas",
        "sakurasakura",
        "takahiro1985",
        "おはようございます",
        "サクラ",
        "1qaz2wsx",
        "asdfghjkl;:]",
        "S600401",
        "h07.05.12",
        "heisei7nen",
        "R8",
        "19850401",
        "150-0001",
    ],
)
def test_what_japan_makes_passwords_of_is_weak(
    estimator: Estimator, password: str
) -> None:
    assert estimator.estimate(password).score <= 1


@pytest.mark.parametrize(
    "password",
    [
        "xK9#mQ2vL7pW",
        "hW4kz0PtQmY8sLd2",
        "aozora-kabocha-usagi-mizuumi-tegami",
        "kabe yasai mado egao hito",
        "correct horse battery staple orbit",
        "KabeYasaiMadoEgaoHito",
    ],
)
def test_what_is_long_and_random_stays_strong(
    estimator: Estimator, password: str
) -> None:
    strength = estimator.estimate(password)
    assert (strength.score, strength.weaknesses) == (4, ())


@pytest.mark.parametrize(
    ("password", "worst"),
    [
        ("", Weakness.EMPTY),
        ("password", Weakness.COMMON),
        ("P4$$w0rd", Weakness.NEARLY_COMMON),
        ("password?", Weakness.NEARLY_COMMON),
        ("blackboard", Weakness.WORD),
        ("kimochi", Weakness.JAPANESE_WORD),
        ("takahiro", Weakness.NAME),
        ("19850401", Weakness.DATE),
        ("s60.04.01", Weakness.ERA_DATE),
        ("yuiopkjhgf", Weakness.KEYBOARD),
        ("xKxKxKxK", Weakness.REPEAT),
        ("defghij", Weakness.SEQUENCE),
        ("090-4826-7193", Weakness.PHONE_NUMBER),
        ("486-7193", Weakness.POSTCODE),
        ("q#7", Weakness.TOO_SHORT),
    ],
)
def test_the_worst_weakness_comes_first(
    estimator: Estimator, password: str, worst: Weakness
) -> None:
    assert estimator.estimate(password).weaknesses[0] is worst


def test_the_length_is_said_where_more_would_mend_it(estimator: Estimator) -> None:
    assert Weakness.TOO_SHORT in estimator.estimate("sakura2020").weaknesses
    assert Weakness.TOO_SHORT not in estimator.estimate("xK9#mQ2vL7pW").weaknesses


@pytest.mark.parametrize(
    "password", ["kurumizawa", "awazimuruk", "KURUMISAWA", "kurum1zawa", "クルミザワ"]
)
def test_the_words_of_the_person_are_tried_first(
    estimator: Estimator, password: str
) -> None:
    own = ["kurumizawa@example.com", "kurumisawa", "くるみざわ"]
    known = estimator.estimate(password, own_words=own)
    assert known.weaknesses[0] is Weakness.OWN_WORD
    assert known.guesses_log10 < 2 < estimator.estimate(password).guesses_log10


def test_what_is_typed_on_keys_with_kana_is_found(estimator: Estimator) -> None:
    # The keys for おはようございます.
    assert estimator.estimate("6f94b@x@ejr").score <= 1


def test_letters_of_full_width_make_nothing_stronger(estimator: Estimator) -> None:
    wide = estimator.estimate("Ｐａｓｓｗｏｒｄ１２３！")
    assert wide == estimator.estimate("Password123!")
    assert wide.score == estimator.score("Ｐａｓｓｗｏｒｄ１２３！") < 3


@pytest.mark.parametrize(
    "password",
    ["a" * 5_000, "みどり" * 1_000, "\ud800x\udfff", "\0\n\t", "👨‍👩‍👧", "İ" * 80],
)
def test_any_text_is_estimated(estimator: Estimator, password: str) -> None:
    assert estimator.estimate(password).guesses_log10 >= 0


def test_what_comes_behind_a_strong_beginning_is_not_looked_at() -> None:
    estimator = Estimator(WordLists())
    beginning = "xK9#mQ2vL7pW" * 6
    longer = estimator.estimate(beginning + "password")
    assert longer == estimator.estimate(beginning)


def test_every_phrase_of_five_words_is_strong(estimator: Estimator) -> None:
    for words in load_passphrase_words(resource("words")).values():
        weakest = " ".join(sorted(words, key=len)[:5])
        assert estimator.estimate(weakest).score == 4


def test_the_common_passwords_of_japan_are_weak(estimator: Estimator) -> None:
    path = CORPORA / "jp-common-passwords" / "list.tsv"
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/jp-common-passwords")
    rows = path.read_text("utf-8").splitlines()[1:]
    passwords = [row.split("\t")[0] for row in rows]
    assert passwords
    assert [it for it in passwords if estimator.estimate(it).score > 1] == []


def test_the_scores_are_near_those_of_zxcvbn_ts(estimator: Estimator) -> None:
    path = CORPORA / "zxcvbn-ts" / "password_expected.json"
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/zxcvbn-ts")
    for row in json.loads(path.read_text("utf-8")):
        score = estimator.estimate(row["password"]).score
        assert abs(score - row["score"]) <= 1
