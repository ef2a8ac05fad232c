from collections.abc import Collection, Mapping

from torimodosu.recovery.mail.signatures.key_server import KeyAnswer, Told


class KnowingKeys:
    """Knows some records by name; is silent about some names, and else knows none."""

    host = "192.0.2.53"

    def __init__(
        self, records: Mapping[str, str], *, silent: Collection[str] = ()
    ) -> None:
        self._records, self._silent = records, silent
        self.asked: list[str] = []

    def ask(self, name: str) -> Told:
        self.asked.append(name)
        if name in self._silent:
            return Told(answer=KeyAnswer.NO_ANSWER)
        if name not in self._records:
            return Told(answer=KeyAnswer.NO_SUCH_NAME)
        return Told(answer=KeyAnswer.RECORD, text=self._records[name])
