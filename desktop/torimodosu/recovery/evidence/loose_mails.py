"""What is known of mails that belong to no case."""

from collections.abc import Sequence

from torimodosu.recovery.mail.kept import KeptMail, Origin


class LooseMails:
    """Kept mails in memory. Implements `recovery.evidence.ports.Mails`."""

    def __init__(self) -> None:
        self._mails: dict[tuple[str, Origin], KeptMail] = {}

    def add(self, mails: Sequence[KeptMail]) -> None:
        """Keep *mails*; a mail that is known by its SHA-256 and origin adds nothing."""
        for mail in mails:
            self._mails.setdefault((mail.sha256, mail.origin), mail)

    def all(self) -> Sequence[KeptMail]:
        """Return every kept mail, by date, those without one last."""
        return sorted(self._mails.values(), key=_moment)


def _moment(mail: KeptMail) -> tuple[bool, float]:
    return mail.date is None, 0.0 if mail.date is None else mail.date.timestamp()
