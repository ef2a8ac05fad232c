"""What a name server tells of a key (RFC 6376, 3.6.2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol


class KeyAnswer(Enum):
    """What came of asking for a key; the values lie in archives.

    Attributes:
        RECORD: There is a text at the name.
        NO_SUCH_NAME: The domain says that there is no such name.
        NO_TEXT: There is the name, without a text.
        NO_ANSWER: Nobody answered, or nobody who knows; the key may be there.

    """

    RECORD = "record"
    NO_SUCH_NAME = "no_such_name"
    NO_TEXT = "no_text"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The answer of a name server; `text` is "" without a record."""

    answer: KeyAnswer
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedKey:
    """What was published at the name of a key.

    Attributes:
        name: Such as "s1._domainkey.example.com".
        text: The TXT record; "" where there is none.
        at: When it was looked up.
        source: Who told: a name server, or a file.
        answer: What came of asking; never that nobody answered.

    """

    name: str
    text: str
    at: datetime
    source: str
    answer: KeyAnswer = KeyAnswer.RECORD


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedKeys:
    """The names of keys that are not known here.

    Attributes:
        names: Those that may be asked for.
        left_out: Those of domains that are not to learn that anybody looks.

    """

    names: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class KeyServer(Protocol):
    """The name server that is asked."""

    @property
    def host(self) -> str:
        """Return its address, as the person is told it."""
        ...

    def ask(self, name: str) -> Told:
        """Return what is published at *name*."""
        ...


class NoKeyServerError(Exception):
    """The computer knows no name server."""
