"""Estimating 10,000 passwords, against zxcvbn as it is, and the worst single ones.

Each side is a whole process; zxcvbn has one core and ours two. Ours also tries what
Japanese people make passwords of. zxcvbn-c is what KeePassXC estimates with, in C.
"""

import ctypes.util
import sys
from functools import partial
from math import isclose
from pathlib import Path

import pytest
from zxcvbn import zxcvbn

from tests.benchmarks import estimated_passwords
from tests.benchmarks.made_up_passwords import made_up_passwords
from tests.benchmarks.pairs import Work, command, measure, say, tell, timed
from torimodosu.adapters.word_lists import load_word_lists
from torimodosu.recovery.passwords.estimating import Estimator
from torimodosu.recovery.passwords.guessing.western import western_guesses
from torimodosu.resources import resource

ROOT = Path(__file__).parents[2]

AGAINST_ZXCVBN = 0.11
AGAINST_ZXCVBN_C = 10.0
# Of the 3 seconds that zxcvbn takes for the worst one.
WORST_SECONDS = 0.15
LISTS_SECONDS = 0.05

ADVERSARIAL = (
    ("4@8({[<369&#!1/|0$5+7%2" * 4)[:72],
    ("4@8({[<369!1|0$5+7%2sakura" * 4)[:72],
    "aA1!" * 18,
    "0123456789" * 7,
    "19991231" * 9,
    "ぁいうえお" * 14,
)


def work(engine: str, passwords: Path) -> Work:
    program = (sys.executable, "-m", estimated_passwords.__name__)
    return command(*program, engine, passwords, folder=ROOT)


@pytest.fixture
def passwords(tmp_path: Path, *, long_form: bool) -> Path:
    path = tmp_path / "passwords"
    made = made_up_passwords(10_000 if long_form else 200)
    path.write_text("\n".join(made), "utf-8")
    return path


def test_many_passwords_against_zxcvbn(passwords: Path, *, long_form: bool) -> None:
    rounds = 3 if long_form else 1
    outcome = measure(work("ours", passwords), work("zxcvbn", passwords), rounds=rounds)
    kept = tell("10,000 passwords / zxcvbn", outcome, limit=AGAINST_ZXCVBN)
    assert kept or not long_form


@pytest.mark.skipif(
    ctypes.util.find_library("zxcvbn") is None, reason="libzxcvbn0 is not installed"
)
def test_many_passwords_against_zxcvbn_in_c(
    passwords: Path, *, long_form: bool
) -> None:
    rounds = 3 if long_form else 1
    peer = work("zxcvbn-c", passwords)
    outcome = measure(work("ours", passwords), peer, rounds=rounds)
    kept = tell("10,000 passwords / zxcvbn-c", outcome, limit=AGAINST_ZXCVBN_C)
    assert kept or not long_form


def test_the_guesses_are_those_of_zxcvbn(*, long_form: bool) -> None:
    made = dict.fromkeys(made_up_passwords(2_000 if long_form else 100))
    for password in (it[:72] for it in made):
        expected = float(zxcvbn(password)["guesses"])
        assert isclose(western_guesses(password), expected, rel_tol=1e-12)


def test_the_worst_passwords_against_zxcvbn(*, long_form: bool) -> None:
    estimator = Estimator(load_word_lists(resource("words")))
    for password in ADVERSARIAL if long_form else ADVERSARIAL[-2:]:
        outcome = measure(
            partial(estimator.estimate, password), partial(zxcvbn, password), rounds=1
        )
        seconds = outcome.ours[0].cpu
        say(f"{password[:12]}…: {seconds * 1e3:.0f} ms, {outcome.ratio:.3g}x zxcvbn")
        assert seconds <= WORST_SECONDS or not long_form


def test_the_lists_are_there_at_once(*, long_form: bool) -> None:
    seconds = timed(lambda: load_word_lists(resource("words"))).cpu
    say(f"loading the lists: {seconds * 1e3:.0f} ms")
    assert seconds <= LISTS_SECONDS or not long_form
