"""Taking typed fields out of a data pack and noting every fault on the way."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from torimodosu.recovery.catalogue.fault import Fault
from torimodosu.recovery.catalogue.shape import TEXT, Shape

_E = TypeVar("_E", bound=Enum)
_T = TypeVar("_T")

_SHOWN = 40
_SHOWN_BITS = 64
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")


class Fields:
    """One table of a pack.

    A field that is missing or wrong is noted as a fault and read as a harmless value,
    so that one reading finds all faults; whoever reads throws the result away if there
    are any. A key that nobody asks for is a fault too.
    """

    def __init__(self, table: Mapping[str, object], *, file: str, path: str) -> None:
        self._table = table
        self._file = file
        self._path = path
        self._asked: set[str] = set()
        self._faults: list[Fault] = []
        self._inner: list[Fields] = []

    def faults(self) -> list[Fault]:
        """Return every fault found so far here and below, unknown keys last."""
        unknown = [
            self._fault_at(self._path_of(key), value, "no such key")
            for key, value in self._table.items()
            if key not in self._asked
        ]
        below = [fault for inner in self._inner for fault in inner.faults()]
        return [*self._faults, *below, *unknown]

    def refuse(self, key: str, expected: str) -> None:
        """Note that what stands at *key* is not what was *expected*."""
        found = self._table.get(key)
        self._faults.append(self._fault_at(self._path_of(key), found, expected))

    def text(self, key: str, accepts: Shape = TEXT) -> str:
        """Return the text at *key*; it must be there, not be empty, and fit."""
        value = self._take(key)
        if isinstance(value, str) and accepts.fits(value):
            return value
        self.refuse(key, accepts.name)
        return ""

    def text_or_empty(self, key: str, accepts: Shape = TEXT) -> str:
        """Return the text at *key*, or "" where there is none."""
        return "" if self._take(key) is None else self.text(key, accepts)

    def text_or_none(self, key: str, accepts: Shape) -> str | None:
        """Return the text at *key*, or None where there is none."""
        return None if self._take(key) is None else self.text(key, accepts)

    def texts(self, key: str, accepts: Shape = TEXT) -> tuple[str, ...]:
        """Return the list of texts at *key*, or () where there is none."""
        texts: list[str] = []
        for path, value in self._list(key, f"a list, each of them {accepts.name}"):
            if isinstance(value, str) and accepts.fits(value):
                texts.append(value)
            else:
                self._faults.append(self._fault_at(path, value, accepts.name))
        return tuple(texts)

    def number(self, key: str, *, least: int, most: int) -> int:
        """Return the whole number at *key*, which must be there."""
        value = self._take(key)
        if type(value) is int and least <= value <= most:
            return value
        self.refuse(key, f"a whole number from {least} to {most}")
        return least

    def number_or_none(self, key: str, *, least: int, most: int) -> int | None:
        """Return the whole number at *key*, or None where there is none."""
        if self._take(key) is None:
            return None
        return self.number(key, least=least, most=most)

    def flag(self, key: str) -> bool | None:
        """Return the truth value at *key*, or None where there is none."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(key, "true or false")
        return None

    def day(self, key: str, *, default: date | None = None) -> date:
        """Return the date at *key*; it must be there unless there is a *default*."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.refuse(key, "a date")
        return date.min

    def choice(self, key: str, kind: type[_E]) -> _E:
        """Return the member of *kind* whose value stands at *key*."""
        text = self.text(key, _one_of(kind))
        return kind(text) if text else next(iter(kind))

    def choices(self, key: str, kind: type[_E]) -> tuple[_E, ...]:
        """Return the members of *kind* whose values are listed at *key*."""
        return tuple(kind(text) for text in self.texts(key, _one_of(kind)))

    def one(
        self, key: str, read: "Callable[[Fields], _T]", *, is_needed: bool = False
    ) -> _T | None:
        """Return what *read* makes of the table at *key*, None where there is none."""
        value = self._take(key)
        if value is None and not is_needed:
            return None
        if isinstance(value, Mapping):
            return read(self._below(value, self._path_of(key)))
        self.refuse(key, "a table")
        return None

    def each(self, key: str, read: "Callable[[Fields], _T]") -> tuple[_T, ...]:
        """Return what *read* makes of each table in the list at *key*."""
        made: list[_T] = []
        for path, value in self._list(key, "a list of tables"):
            if isinstance(value, Mapping):
                made.append(read(self._below(value, path)))
            else:
                self._faults.append(self._fault_at(path, value, "a table"))
        return tuple(made)

    def named(
        self, key: str, names: Shape, read: "Callable[[str, Fields], _T]"
    ) -> dict[str, _T]:
        """Return what *read* makes of each table in the table at *key*, by name."""
        value = self._take(key)
        made: dict[str, _T] = {}
        if value is None:
            return made
        if not isinstance(value, Mapping):
            self.refuse(key, "a table of tables")
            return made
        for name, table in value.items():
            path = f"{self._path_of(key)}.{_shown_key(name)}"
            if not names.fits(name):
                expected = f"a name that is {names.name}"
                self._faults.append(self._fault_at(path, name, expected))
            if isinstance(table, Mapping):
                made[name] = read(name, self._below(table, path))
            else:
                self._faults.append(self._fault_at(path, table, "a table"))
        return made

    def _take(self, key: str) -> object:
        self._asked.add(key)
        return self._table.get(key)

    def _list(self, key: str, expected: str) -> Sequence[tuple[str, object]]:
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, list):
            path = self._path_of(key)
            return [(f"{path}[{place}]", item) for place, item in enumerate(value)]
        self.refuse(key, expected)
        return ()

    def _below(self, table: Mapping[str, object], path: str) -> "Fields":
        inner = Fields(table, file=self._file, path=path)
        self._inner.append(inner)
        return inner

    def _path_of(self, key: str) -> str:
        return f"{self._path}.{_shown_key(key)}" if self._path else _shown_key(key)

    def _fault_at(self, path: str, value: object, expected: str) -> Fault:
        return Fault(
            file=self._file, field=path, found=_shown(value), expected=expected
        )


def _shown(value: object) -> str:
    match value:
        case None:
            what = "nothing"
        case bool():
            what = str(value).lower()
        case int() if value.bit_length() > _SHOWN_BITS:
            what = "a huge number"
        case int() | float():
            what = f"the number {value}"
        case str():
            short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
            what = f"the text {short!r}"
        case date():
            what = f"the date {value.isoformat()}"
        case list():
            what = "a list"
        case Mapping():
            what = "a table"
        case _:
            what = f"a {type(value).__name__}"
    return what


def _shown_key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else f'"{key}"'


def _one_of(kind: type[Enum]) -> Shape:
    values = [str(member.value) for member in kind]
    return Shape(name=f"one of {', '.join(values)}", fits=lambda text: text in values)
