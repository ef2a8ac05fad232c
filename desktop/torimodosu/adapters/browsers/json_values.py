"""Taking values out of the JSON of a browser, which may hold anything anywhere."""

from collections.abc import Mapping


def at(value: object, *keys: str) -> object:
    """Return what stands below *keys* in *value*, or None where there is nothing."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def table_at(value: object, *keys: str) -> Mapping[str, object]:
    """Return the object below *keys* in *value*, or an empty one."""
    found = at(value, *keys)
    return found if isinstance(found, dict) else {}


def text_at(value: object, *keys: str) -> str:
    """Return the text below *keys* in *value*, or ""."""
    return as_text(at(value, *keys))


def as_text(value: object) -> str:
    """Return *value* as text that can be written anywhere, or "" if it is none.

    JSON can name halves of characters.
    """
    if not isinstance(value, str):
        return ""
    return value.encode(errors="replace").decode()
