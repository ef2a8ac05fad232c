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
    found = at(value, *keys)
    return found if isinstance(found, str) else ""
