"""Estimating many passwords, with and without processes for that."""

import multiprocessing
from collections.abc import Iterator, Sequence

import pytest

from torimodosu.adapters.strengths import ProcessStrengths
from torimodosu.adapters.word_lists import load_word_lists
from torimodosu.recovery.passwords.audit.ports import Asked
from torimodosu.recovery.passwords.estimating import Estimator
from torimodosu.recovery.progress import Cancelled
from torimodosu.resources import resource

FEW, MANY = 60, 600


@pytest.fixture
def strengths() -> Iterator[ProcessStrengths]:
    started = ProcessStrengths(resource("words"))
    yield started
    started.close()
    assert multiprocessing.active_children() == []


def asked(count: int) -> Sequence[Asked]:
    """Return short made-up passwords, some of which are words of their owner."""
    return [
        Asked(f"hanako{n}" if n % 3 else f"x{n * 7919 % 10**6}", ("hanako",))
        for n in range(count)
    ]


def nothing() -> None:
    """Do not stop."""


@pytest.mark.parametrize("count", [0, 1, FEW, MANY])
def test_each_password_has_the_score_that_one_estimate_gives(
    strengths: ProcessStrengths, count: int
) -> None:
    estimator = Estimator(load_word_lists(resource("words")))
    strengths.prepare(count)
    told = dict(strengths.of(asked(count), beat=nothing))
    assert told == {
        one.password: estimator.estimate(one.password, own_words=one.own_words).score
        for one in asked(count)
    }


def test_the_shortest_come_first(strengths: ProcessStrengths) -> None:
    lengths = [len(password) for password, _ in strengths.of(asked(FEW), beat=nothing)]
    assert lengths == sorted(lengths)


def test_processes_start_only_where_they_pay(strengths: ProcessStrengths) -> None:
    strengths.prepare(FEW)
    assert [*strengths.of(asked(FEW), beat=nothing)]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("count", [FEW, MANY])
def test_it_stops_when_it_must(strengths: ProcessStrengths, count: int) -> None:
    beats: list[None] = []

    def stop() -> None:
        beats.append(None)
        if len(beats) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(strengths.of(asked(count), beat=stop))
