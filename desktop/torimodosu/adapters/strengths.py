"""Estimating many passwords at once, in processes of their own where that pays."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from torimodosu.adapters.word_lists import load_word_lists
from torimodosu.adapters.workers import Workers
from torimodosu.recovery.passwords.audit.ports import Asked
from torimodosu.recovery.passwords.estimating import Estimator
from torimodosu.recovery.passwords.strength import Strength

_PROCESSES = 2
# Fewer are estimated before another process has even begun.
_FEWEST_FOR_PROCESSES = 500
# Some 20 ms of work, so that progress and cancelling are felt at once.
_CHUNK = 50


class ProcessStrengths:
    """The `Strengths` of the rules, with the word lists in a folder.

    Its processes stay warm until it is closed.
    """

    def __init__(self, words: Path) -> None:
        self._words = words
        self._workers = Workers(_PROCESSES)

    def prepare(self, count: int) -> None:
        """Start the processes if there will be enough to do for them."""
        if count >= _FEWEST_FOR_PROCESSES:
            self._workers.warm_up(_estimator, self._words)

    def of(
        self, asked: Sequence[Asked], *, beat: Callable[[], None]
    ) -> Iterator[tuple[str, Strength]]:
        """Yield each password with its strength, the shortest first."""
        ordered = sorted(asked, key=lambda one: len(one.password))
        chunks = [
            _Chunk(self._words, ordered[start : start + _CHUNK])
            for start in range(0, len(ordered), _CHUNK)
        ]
        if len(ordered) < _FEWEST_FOR_PROCESSES:
            results: Iterator[Sequence[Strength] | None] = map(_estimate, chunks)
        else:
            results = self._workers.results(_estimate, chunks, beat)
        for chunk, strengths in zip(chunks, results, strict=True):
            beat()
            # None stands for a chunk that processes died of: it stays unknown.
            passwords = (one.password for one in chunk.asked)
            yield from zip(passwords, strengths or (), strict=False)

    def close(self) -> None:
        """End the processes."""
        self._workers.close()


class _Chunk(NamedTuple):
    words: Path
    asked: Sequence[Asked]


def _estimate(chunk: _Chunk) -> Sequence[Strength]:
    estimator = _estimator(chunk.words)
    return [
        estimator.estimate(one.password, own_words=one.own_words) for one in chunk.asked
    ]


@cache
def _estimator(words: Path) -> Estimator:
    return Estimator(load_word_lists(words))
