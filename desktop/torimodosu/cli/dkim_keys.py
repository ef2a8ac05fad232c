"""The keys of signers: `--dkim-keys` and `--online`."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.evidence.asking_keys import KeyAsking
from torimodosu.recovery.evidence.signing_keys import published_keys
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.mail.judging.wanted_keys import wanted_keys
from torimodosu.recovery.mail.signatures.key_server import (
    NoKeyServerError,
    PublishedKey,
)
from torimodosu.recovery.mail.signatures.outcome import Keys

_UNKEPT = (
    "what is sent cannot be kept, so nothing was;"
    " name another folder with --data-dir, or leave --online out"
)
_NO_ANSWER = "Nobody answered; try again when the network is there."


def read_dkim_keys(path: Path | None, tools: Tools) -> tuple[PublishedKey, ...]:
    """Return the TXT records in a file by their lower-case names; none without one.

    It may also be the document with keys that lies in a bag.

    Raises:
        UnusableError: If it is no such file.

    """
    if path is None:
        return ()
    raw = tools.file_content(path)
    refusal = f"{path} is no JSON object with a TXT record for each name of a key"
    if isinstance(raw, FileTrouble):
        raise UnusableError(refusal)
    published = published_keys(raw)
    if published:
        return published
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        raise UnusableError(refusal) from None
    if not isinstance(read, dict) or not all(
        isinstance(record, str) and record.isascii() for record in read.values()
    ):
        raise UnusableError(refusal)
    at = tools.clock.now()
    return tuple(
        PublishedKey(name=name.rstrip(".").lower(), text=text, at=at, source=path.name)
        for name, text in read.items()
    )


def asking_online(tools: Tools, *, is_online: bool) -> KeyAsking | None:
    """Return who is asked for keys, None where nobody is to be.

    Raises:
        UnusableError: If nobody can be asked.

    """
    if not is_online:
        return None
    with refusing_unkept():
        return tools.key_asking()


@contextmanager
def refusing_unkept() -> Iterator[None]:
    """Refuse to go on where nobody can be asked, or it can't be kept that they are.

    Raises:
        UnusableError: Then.

    """
    try:
        yield
    except NoKeyServerError:
        message = "this computer knows no name server; leave --online out"
        raise UnusableError(message) from None
    except StoreError:
        raise UnusableError(_UNKEPT) from None


class OnlineKeys:
    """The keys of a file, and those that are looked up for one mail after the other.

    Without *asking* none is. A name is asked for once.
    """

    def __init__(
        self,
        known: tuple[PublishedKey, ...],
        asking: KeyAsking | None,
        hosts: frozenset[str],
    ) -> None:
        self._asking, self._hosts = asking, hosts
        self._known: dict[str, bytes] = {key.name: key.text.encode() for key in known}
        self._unanswered: dict[str, None] = {}
        self._left_out: dict[str, None] = {}

    @property
    def keys(self) -> Keys:
        """Return the look-up in what is known by now."""
        return self._known.get

    def ask_for(self, raw: bytes) -> None:
        """Look up what the signatures of a mail want.

        Raises:
            UnusableError: If it can't be kept what is sent.

        """
        if self._asking is None:
            return
        wanted = wanted_keys(raw, self.keys, self._hosts)
        self._left_out |= dict.fromkeys(wanted.left_out)
        names = [name for name in wanted.names if name not in self._unanswered]
        with refusing_unkept():
            asked = self._asking.ask(names)
        self._known |= {key.name: key.text.encode() for key in asked.keys}
        self._unanswered |= dict.fromkeys(asked.unanswered)

    @property
    def missed(self) -> list[dict[str, str]]:
        """Return what the summary says of keys that nobody told."""
        return missed_keys(self._unanswered)

    @property
    def summary(self) -> dict[str, object]:
        """Return the keys of strangers, who are not to learn that anybody looks."""
        return {} if self._asking is None else {"keys_not_asked": list(self._left_out)}


def missed_keys(unanswered: Iterable[str]) -> list[dict[str, str]]:
    """Return the entries of the summary for keys that nobody told."""
    return [
        {"what": name, "why": "no_answer", "advice": _NO_ANSWER} for name in unanswered
    ]
