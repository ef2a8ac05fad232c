"""What a text of a data pack must look like."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from torimodosu.recovery.catalogue.pattern import is_safe_pattern

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+{_LABEL}"
_NAME = r"(?!\.{1,2}(?:/|$))[^/\\:\x00-\x1f]+"
_LOCAL = r"[a-z0-9][a-z0-9._+-]{0,63}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What to call such a text, and whether a text is one."""

    name: str
    fits: Callable[[str], bool]


def _written_as(name: str, pattern: str) -> Shape:
    compiled = re.compile(pattern, re.ASCII)
    return Shape(name=name, fits=lambda text: compiled.fullmatch(text) is not None)


TEXT = Shape(name="a text", fits=lambda text: bool(text.strip()) and text.isprintable())
PATTERN = Shape(
    name="a pattern that compiles, is in NFKC, matches no empty text, repeats only "
    "single characters, and those within bounds",
    fits=is_safe_pattern,
)
HOST = _written_as("a host name in lower case", _HOST)
ADDRESS = _written_as("a mail address in lower case", f"{_LOCAL}@{_HOST}")
LOCAL_PART = _written_as("the part of a mail address before the @", _LOCAL)
WEB_ADDRESS = _written_as("an https address", rf"https://{_HOST}(?:/[!-~]*)?")
INTERNAL_ADDRESS = _written_as("an address within a browser", r"[a-z]+:[!-~]+")
FILE_NAME = _written_as("the name of a file", _NAME)
RELATIVE_PATH = _written_as("a path that leads downwards", rf"{_NAME}(?:/{_NAME})*")
EXTENSION_ID = _written_as(
    "the id of an extension",
    r"[a-p]{32}|\{[0-9a-f-]{36}\}|[A-Za-z0-9._-]+@[A-Za-z0-9._-]+",
)
PHONE = _written_as("a telephone number", r"[#+]?[0-9](?:[0-9-]*[0-9])?")
CONTACT = Shape(
    name=f"{WEB_ADDRESS.name} or {PHONE.name}",
    fits=lambda text: WEB_ADDRESS.fits(text) or PHONE.fits(text),
)
CURRENCY = _written_as("a currency code such as JPY", r"[A-Z]{3}")
VERSION = _written_as(
    "a version such as 2026.11.1", r"[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,4}"
)
SPECIAL = _written_as("special characters of ASCII, or none", r"[!-/:-@\[-`{-~]*")
APP = _written_as(
    "the id of an Android app", r"[a-zA-Z][a-zA-Z0-9_]*(?:\.[a-zA-Z][a-zA-Z0-9_]*)+"
)
IDENTIFIER = _written_as("a word of a-z, 0-9 and _", r"[a-z][a-z0-9_]*")
