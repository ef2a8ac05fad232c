"""Estimating many passwords at once, in processes of their own where that pays."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from torimodosu.adapters.word_lists import load_word_lists
from torimodosu.recovery.passwords.audit.ports import Asked

if TYPE_CHECKING:  # what estimates takes longer to load than a first look at passwords
    from torimodosu.adapters.workers import Workers
    from torimodosu.recovery.passwords.estimating import Estimator

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
        self._workers: Workers | None = None

    def prepare(self, count: int) -> None:
        """Start the processes if there will be enough to do for them."""
        if count >= _FEWEST_FOR_PROCESSES:
            self._started().warm_up(_warm, self._words)

    def of(
        self, asked: Sequence[Asked], *, beat: Callable[[], None]
    ) -> Iterator[tuple[str, int]]:
        """Yield each password with its score, the shortest first."""
        ordered = sorted(asked, key=lambda one: len(one.password))
        chunks = [
            _Chunk(self._words, ordered[start : start + _CHUNK])
            for start in range(0, len(ordered), _CHUNK)
        ]
        if len(ordered) < _FEWEST_FOR_PROCESSES:
            return _told(chunks, map(_scores, chunks), beat)
        return _told(chunks, self._started().begun(_scores, chunks, beat), beat)

    def close(self) -> None:
        """End the processes."""
        if self._workers is not None:
            self._workers.close()

    def _started(self) -> "Workers":
        if self._workers is None:
            from torimodosu.adapters.workers import Workers  # noqa: PLC0415

            self._workers = Workers(_PROCESSES)
        return self._workers


class _Chunk(NamedTuple):
    words: Path
    asked: Sequence[Asked]


def _told(
    chunks: Sequence[_Chunk],
    results: Iterable[Sequence[int] | None],
    beat: Callable[[], None],
) -> Iterator[tuple[str, int]]:
    for chunk, scores in zip(chunks, results, strict=True):
        beat()
        # None stands for a chunk that processes died of: it stays unknown.
        passwords = (one.password for one in chunk.asked)
        yield from zip(passwords, scores or (), strict=False)


def _scores(chunk: _Chunk) -> Sequence[int]:
    estimator = _estimator(chunk.words)
    return [
        estimator.score(one.password, own_words=one.own_words) for one in chunk.asked
    ]


def _warm(words: Path) -> None:
    """Load what estimating needs, in a process that does nothing else."""
    _estimator(words).score("")
    # The lists stay: to look for garbage among them takes longer than estimating.
    gc.freeze()


@cache
def _estimator(words: Path) -> "Estimator":
    from torimodosu.recovery.passwords.estimating import Estimator  # noqa: PLC0415

    return Estimator(load_word_lists(words))
