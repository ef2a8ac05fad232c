"""Asking for the keys of signers: what leaves this computer is kept before it does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.evidence.ports import Archive
from torimodosu.recovery.mail.judging.wanted_keys import all_wanted, wanted_keys
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import unquote_from
from torimodosu.recovery.mail.signatures.key_server import (
    KeyAnswer,
    KeyServer,
    PublishedKey,
    WantedKeys,
)
from torimodosu.recovery.mail.signatures.outcome import Keys
from torimodosu.recovery.progress import Progress

# A network that is not there is silent each time, for some seconds.
_MOST_SILENCES = 3
MOST_NAMES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedKeys:
    """What came of asking.

    Attributes:
        keys: What was published, also that nothing was.
        unanswered: The names for which nobody answered, or that were not asked for
            since nobody did.

    """

    keys: tuple[PublishedKey, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAsking:
    """Who is asked for keys; `before` keeps that it is, and raises where it can't."""

    server: KeyServer
    clock: Clock
    before: Callable[[Sent], None]

    def question(self, names: Sequence[str]) -> Sent:
        """Return what is sent to ask for *names*."""
        return Sent(
            at=self.clock.now(),
            host=self.server.host,
            what=SentWhat.KEY_NAMES,
            count=len(names[:MOST_NAMES]),
        )

    def ask(self, names: Sequence[str], progress: Progress | None = None) -> AskedKeys:
        """Return what is published at *names*; at most `MOST_NAMES` are asked for.

        Raises:
            StoreError: If it can't be kept what is sent. Then nothing was.
            Cancelled: If the user wishes so.

        """
        if not names:
            return AskedKeys()
        self.before(self.question(names))
        keys: list[PublishedKey] = []
        unanswered: list[str] = []
        silences = 0
        for number, name in enumerate(names):
            if progress is not None:
                progress.report(number, len(names))
            if silences < _MOST_SILENCES and number < MOST_NAMES:
                told = self.server.ask(name)
                if told.answer is not KeyAnswer.NO_ANSWER:
                    silences = 0
                    keys.append(
                        PublishedKey(
                            name=name,
                            text=told.text,
                            at=self.clock.now(),
                            source=self.server.host,
                            answer=told.answer,
                        )
                    )
                    continue
                silences += 1
            unanswered.append(name)
        return AskedKeys(keys=tuple(keys), unanswered=tuple(unanswered))


def keys_wanted_by(
    mails: Iterable[KeptMail], archive: Archive, keys: Keys, hosts: frozenset[str]
) -> WantedKeys:
    """Return which keys the archived *mails* want beside *keys*.

    A mail that is no longer there as it was kept wants none.
    """
    quotings = {mail.sha256: mail.quoting for mail in mails}
    parts = []
    for sha256, quoting in quotings.items():
        try:
            raw = unquote_from(archive.read(sha256), quoting)
        except KeyError:
            continue
        parts.append(wanted_keys(raw, keys, hosts))
    return all_wanted(parts)
