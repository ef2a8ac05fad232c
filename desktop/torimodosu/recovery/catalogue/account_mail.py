"""Which words of a mail mean what for the account."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMailRule:
    """What the mails of a service say when something happened to the account.

    A pattern is a regular expression, searched whatever the case in one folded
    sentence at a time, without blanks between Japanese characters;
    `recovery.catalogue.pattern` says what it may hold.

    Attributes:
        event: A value of `recovery.mail.account_event.AccountEventKind`.
        kinds: The kinds of mail that the rule looks at, values of
            `recovery.mail.kind.MailKind`.
        patterns: One of them in a sentence means the event.
        old_address: Each has one group: the former address, in the same sentence.
        new_address: The new one likewise.
        source: Where the words come from.

    """

    event: str
    kinds: tuple[str, ...]
    patterns: tuple[str, ...]
    old_address: tuple[str, ...] = ()
    new_address: tuple[str, ...] = ()
    source: Source
