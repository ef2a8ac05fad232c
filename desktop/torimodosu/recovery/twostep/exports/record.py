"""JSON objects of strangers, whose fields may be missing or of any type."""

from collections.abc import Iterator, Mapping

from torimodosu.recovery.twostep.account import NotAnAccountError, Problem

_LONGEST_NUMBER = 20  # characters


class Record:
    """One object; what is not there, or is of another type, reads as empty."""

    def __init__(self, value: object) -> None:
        self._fields: Mapping[str, object] = value if isinstance(value, dict) else {}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a field *name*, whatever it holds."""
        return name in self._fields

    def text(self, *names: str) -> str:
        """Return the first of these fields that holds a text, without blanks around."""
        for name in names:
            value = self._fields.get(name)
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    def number(self, name: str, usual: int, problem: Problem) -> int:
        """Return a whole number, *usual* where there is none.

        Some programs write it as a text, or with a point.

        Raises:
            NotAnAccountError: With *problem*, if it is something else.

        """
        value = self._fields.get(name)
        if isinstance(value, str) and len(value) <= _LONGEST_NUMBER:
            text = value.strip()
            value = int(text) if text.isascii() and text.isdigit() else text or None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if value is None:
            return usual
        if isinstance(value, bool) or not isinstance(value, int):
            raise NotAnAccountError(problem)
        return value

    def is_true(self, name: str) -> bool:
        """Tell whether a field says yes."""
        return self._fields.get(name) is True

    def record(self, name: str) -> "Record":
        """Return the object in a field."""
        return Record(self._fields.get(name))

    def records(self, name: str) -> Iterator["Record"]:
        """Yield the objects in a list."""
        yield from map(Record, self.items(name))

    def items(self, name: str) -> list[object]:
        """Return the list in a field."""
        value = self._fields.get(name)
        return value if isinstance(value, list) else []

    def values(self) -> Iterator["Record"]:
        """Yield the objects in all fields."""
        yield from map(Record, self._fields.values())
