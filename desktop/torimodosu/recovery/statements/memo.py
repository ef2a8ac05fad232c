"""Cells that repeat are understood once."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Memo(dict[str, _T]):
    """What *read* makes of a text, asked once for each text of one file."""

    def __init__(self, read: Callable[[str], _T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> _T:
        """Read *text* and keep the result."""
        value = self[text] = self._read(text)
        return value
