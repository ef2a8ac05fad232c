"""Values of the rules as plain data, which JSON can hold, and back.

Plain data crosses the pipe between window and worker and lies in the store: unlike
pickled objects it cannot run anything when it is read.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Writer = Callable[[Any], object]
Reader = Callable[[Any], Any]


class NotPlainError(Exception):
    """Plain data does not describe a value of the wanted type."""


def to_plain(value: object) -> object:
    """Return *value* as dicts, lists, strings, numbers, booleans and None.

    Takes dataclasses, enums, dates, decimals, and sequences, sets and mappings of
    these.
    """
    return _writer_of(cast(Hashable, type(value)))(value)


def from_plain(kind: type[T], plain: object) -> T:
    """Return the value of type *kind* that *plain* describes.

    A field that *plain* leaves out takes its default, so that what an older program
    wrote can be read.

    Raises:
        NotPlainError: If *plain* does not describe one.

    """
    try:
        value: T = _reader_of(cast(Hashable, kind))(plain)
    except (AttributeError, InvalidOperation, TypeError, ValueError) as error:
        message = f"not a {kind.__name__}: {error}"
        raise NotPlainError(message) from error
    except KeyError as error:
        message = f"a {kind.__name__} has no field {error}"
        raise NotPlainError(message) from error
    return value


@cache
def _writer_of(kind: Any) -> Writer:  # noqa: ANN401 -- any class at all
    for kinds, writer in _WRITERS:
        if issubclass(kind, kinds):
            return writer
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        return partial(_write_dataclass, names)
    message = f"{kind.__name__} has no plain form"
    raise TypeError(message)


def _write_itself(value: object) -> object:
    return value


def _write_enum(value: Enum) -> object:
    return value.value


def _write_date(value: date) -> str:
    return value.isoformat()


def _write_sequence(value: tuple[object, ...]) -> list[object]:
    return [to_plain(each) for each in value]


def _write_set(value: frozenset[object]) -> list[object]:
    """Write a set in an order that is always the same."""
    return sorted((to_plain(each) for each in value), key=repr)


def _write_mapping(value: Mapping[object, object]) -> dict[object, object]:
    return {to_plain(key): to_plain(each) for key, each in value.items()}


def _write_dataclass(names: tuple[str, ...], value: object) -> dict[str, object]:
    return {name: to_plain(getattr(value, name)) for name in names}


_WRITERS: tuple[tuple[type | tuple[type, ...], Writer], ...] = (
    (Enum, _write_enum),
    ((str, int, float, NoneType), _write_itself),
    (date, _write_date),
    (Decimal, str),
    (Mapping, _write_mapping),
    ((tuple, list), _write_sequence),
    (frozenset, _write_set),
)


@cache
def _reader_of(kind: Any) -> Reader:  # noqa: ANN401 -- `X | None` is no type
    origin, parts = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return partial(_read_optional, _reader_of(_only_of(kind)))
    if origin is tuple and parts[-1] is not Ellipsis:
        return partial(_read_parts, tuple(_reader_of(part) for part in parts))
    if origin is tuple:
        return partial(_read_tuple, _reader_of(parts[0]))
    if origin is frozenset:
        return partial(_read_set, _reader_of(parts[0]))
    if origin is not None:
        return partial(_read_mapping, _reader_of(parts[0]), _reader_of(parts[1]))
    return _reader_of_class(kind)


def _reader_of_class(kind: Any) -> Reader:  # noqa: ANN401 -- only classes of ours
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = {field.name: _reader_of(hints[field.name]) for field in fields(kind)}
        return partial(_read_dataclass, cast(Callable[..., object], kind), readers)
    if issubclass(kind, date):
        return partial(_read_text, kind.fromisoformat)
    if issubclass(kind, Decimal):
        return partial(_read_text, kind)
    if issubclass(kind, Enum):
        return partial(kind)
    return partial(_read_simple, kind)


def _only_of(union: UnionType) -> object:
    (only,) = (part for part in get_args(union) if part is not NoneType)
    return only


def _read_optional(read: Reader, plain: object) -> object:
    return None if plain is None else read(plain)


def _read_tuple(read: Reader, plain: object) -> tuple[object, ...]:
    return tuple([read(each) for each in _read_simple(list, plain)])


def _read_set(read: Reader, plain: object) -> frozenset[object]:
    return frozenset(_read_tuple(read, plain))


def _read_parts(readers: tuple[Reader, ...], plain: object) -> tuple[object, ...]:
    values = _read_simple(list, plain)
    return tuple([read(each) for read, each in zip(readers, values, strict=True)])


def _read_mapping(
    read_key: Reader, read_value: Reader, plain: object
) -> dict[object, object]:
    items = _read_simple(dict, plain).items()
    return {read_key(key): read_value(value) for key, value in items}


def _read_dataclass(
    kind: Callable[..., object], readers: Mapping[str, Reader], plain: object
) -> object:
    items = _read_simple(dict, plain).items()
    return kind(**{name: readers[name](value) for name, value in items})


def _read_text(parse: Callable[[str], object], plain: object) -> object:
    return parse(_read_simple(str, plain))


def _read_simple(kind: type[T], plain: object) -> T:
    # Not isinstance: True is an int for Python.
    if type(plain) is not kind:
        message = f"{plain!r:.80} is no {kind.__name__}"
        raise TypeError(message)
    return plain
