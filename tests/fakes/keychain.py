from threading import Event

from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble


class FakeKeychain:
    """A keychain in memory; while `trouble` is set it keeps and gives nothing."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.trouble: KeychainTrouble | None = None
        self._asked, self._answers = Event(), Event()
        self._answers.set()

    def hold_back(self, asked: Event, answers: Event) -> None:
        """Set *asked* when it is asked for something, and wait for *answers* then."""
        self._asked, self._answers = asked, answers

    def keep(self, name: str, secret: str) -> None:
        self._require()
        self.secrets[name] = secret

    def read(self, name: str) -> str | None:
        self._require()
        return self.secrets.get(name)

    def forget(self, name: str) -> None:
        self._require()
        self.secrets.pop(name, None)

    def _require(self) -> None:
        self._asked.set()
        self._answers.wait()
        if self.trouble is not None:
            raise KeychainError(self.trouble)
