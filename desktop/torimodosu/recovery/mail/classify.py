"""Which service a mail claims to come from, and what kind of mail it is.

This is about what a mail says of itself. None of it proves anything: sender, subject
and words can be forged, and those who forge copy them from genuine mails. Whether a
mail is genuine is another question, which needs this one answered first.

A mail claims to come from a party of the catalogue, in this order, if

1. its subject names the party and is one that was only ever seen in phishing for it;
2. its sender's name names the party, and its address is of no sister of that name;
3. its sender's address is of the party, or looks like it;
4. it forwards a mail that claims so;
5. its subject begins with the party's name in brackets, as Japanese firms do it, or
   names the party and speaks of something that the party writes about, and the mail is
   no answer in a conversation;
6. it has neither sender nor subject, and its text names the party beside one of its
   order numbers, or at the very beginning of what is plainly a mail of its kind.

So a mail that mentions a shop in passing claims nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.forwarded import forwarded_mail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.lookalike import imitates, position_of, skeleton
from torimodosu.recovery.mail.message import Message

_KINDS: Mapping[str, MailKind] = {kind.value: kind for kind in MailKind}
# What lists, filters and companies put in front of a subject.
_TAG = (
    r"(?:\s*+(?:\[[^\]]{1,40}\]|\*{2,5}\s?+[a-z]{4,12}+\s?+\*{2,5}"
    r"|[{【](?:spam|迷惑|社外|外部|external)[^}】]{0,10}[}】]))"
)
_PREFIX = re.compile(
    rf"(?:{_TAG}|\s*+(?:re|fwd?|fw|aw|wg|tr|rv|sv|転送|返信)\s?:)++\s*+",
    re.IGNORECASE,
)
_ANSWER = re.compile(rf"{_TAG}*+\s*+(?:re|aw|sv|返信)\s?:", re.IGNORECASE)
# What a shop writes about and a friend hardly does; a mail that also wants something
# opened is no chat.
_YOUR_ACCOUNT = re.compile(
    r"account|アカウント|注文|\border|サインイン|ログイン|sign.?in|log.?in|お支払|payment"
    r"|会員|konto|cuenta|compte|conta\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:[＜<][^＞>]{1,20}[＞>]|【重要[^】]{0,20}】)?\s?【([^】]{2,30})】"
)
# Such as "株式会社".
_MOST_BESIDE_NAME = 5
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_FIRST_LINES = 12
_BEGINNING = 4_000
# People see less of a subject or a name.
_LONGEST_LINE = 1_000
_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """What a mail claims to be.

    Attributes:
        service: Id of the service that it claims to come from, "" where it claims none.
        issuer: Id of the card issuer that it claims to come from, or "".
        sender: Id of another firm that it claims to come from, or "".
        kind: What it is about; OTHER where no rule of the catalogue fits.
        forwarded: The mail that claims so, where this one only forwards it.

    """

    service: str = ""
    issuer: str = ""
    sender: str = ""
    kind: MailKind = MailKind.OTHER
    forwarded: Message | None = field(default=None, compare=False, repr=False)


_Party = Service | Issuer


class _Letter:
    """A message with its texts folded for comparing."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.address = message.sender.address.lower()
        self.subject = fold(message.subject[:_LONGEST_LINE])
        self.is_answer = _ANSWER.match(self.subject) is not None

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """What rules for subjects may look at; the first lines where it has none."""
        if self.subject:
            bare = _PREFIX.sub("", self.subject, count=1)
            return (self.subject, bare) if bare != self.subject else (self.subject,)
        lines = self.message.text[:_BEGINNING].split("\n")
        return tuple(line for line in map(fold, lines) if line)[:_FIRST_LINES]

    @cached_property
    def body(self) -> str:
        """The text, and the HTML where it says something else."""
        text, html = self.message.text, self.message.html_text
        return fold(text) if html in text else fold(f"{text}\n{html}")

    @cached_property
    def wants_something_opened(self) -> bool:
        """Whether there is a link or a file in the mail."""
        message = self.message
        if message.links or message.attachments:
            return True
        return _WEB_ADDRESS.search(message.text) is not None


def _names(party: _Party) -> tuple[str, ...]:
    ids = (party.id,) if isinstance(party, Service) else ()
    return (*ids, *party.mail_names)


def _named(text: str, parties: Iterable[_Party]) -> list[_Party]:
    """Return which of *parties* the text names, the first named first.

    Where one name is part of another ("Amazon" of "Amazon.com"), only the longer counts
    unless the shorter also stands elsewhere.
    """
    shown = skeleton(text)
    spans: list[tuple[int, int, int, _Party]] = []
    for number, party in enumerate(parties):
        for name in _names(party):
            start = position_of(shown, name)
            if start is not None:
                spans.append((start, -len(name), number, party))
    found: list[_Party] = []
    reach = -1
    for start, length, _, party in sorted(spans, key=lambda span: span[:3]):
        if start >= reach:
            reach = start - length
            if party not in found:
                found.append(party)
    return found


def _kind(letter: _Letter, party: _Party) -> MailKind | None:
    """Return the kind by the rules of *party*, or None if none fits."""
    rules = party.subjects if isinstance(party, Service) else party.notices
    for subject in letter.subjects:
        for rule in rules:
            if rule.fits(subject=subject, sender=letter.address, body=letter.body):
                return _KINDS.get(rule.kind)
    return None


def _is_phishing_subject(letter: _Letter, party: _Party) -> bool:
    patterns = party.phishing_subjects if isinstance(party, Service) else ()
    return any(
        re.search(pattern, subject, re.IGNORECASE)
        for pattern in patterns
        for subject in letter.subjects
    )


def _looking_like(host: str, parties: Iterable[_Party]) -> list[_Party]:
    """Return whose hosts *host* resembles; those whose whole host is in it first."""
    found = [
        party
        for party in parties
        if any(imitates(host, domain) for domain in party.sender_domains)
    ]
    return sorted(found, key=lambda party: party.id not in host)


def _by_sender(letter: _Letter, catalogue: Catalogue) -> list[_Party]:
    """Return whom the sender of the mail claims to be."""
    parties = catalogue.parties()
    genuine: list[_Party] = list(catalogue.services_sending_from(letter.address))
    issuer = catalogue.issuer_of(letter.address)
    sender = catalogue.sender_of(letter.address)
    genuine += [party for party in (issuer, sender) if party is not None]
    named = _named(letter.message.sender.name[:_LONGEST_LINE], parties)
    if genuine and (
        not named
        or any(
            party in genuine or _is_named_as(letter, party, genuine) for party in named
        )
    ):
        # Sister services share addresses; the subject may say which one writes.
        said = _named(letter.subject, genuine)
        return sorted(genuine, key=lambda party: party not in said)
    host = letter.address.rpartition("@")[2]
    return named or _looking_like(host, parties)


def _is_named_as(letter: _Letter, party: _Party, genuine: Iterable[_Party]) -> bool:
    """Tell whether *party* is named only as *genuine* ones are as well: "Amazon"."""
    shown = skeleton(letter.message.sender.name[:_LONGEST_LINE])
    theirs = " ".join(name for one in genuine for name in _names(one)).casefold()
    found = (n for n in _names(party) if position_of(shown, n) is not None)
    return all(name.casefold() in theirs for name in found)


def _by_subject(letter: _Letter, catalogue: Catalogue) -> list[_Party]:
    """Return whom the subject claims to come from."""
    if letter.is_answer:
        return []
    named = _named(letter.subject, catalogue.parties())
    speaks_of_account = _YOUR_ACCOUNT.search(skeleton(letter.subject)) is not None
    return [
        party
        for party in named
        if _kind(letter, party)
        or _is_heading(letter, party)
        or (speaks_of_account and letter.wants_something_opened)
    ]


def _is_heading(letter: _Letter, party: _Party) -> bool:
    """Tell whether the subject begins with the name of *party* in brackets."""
    found = _HEADING.match(letter.subjects[-1])
    heading = skeleton("".join(found[1].split())).lower() if found else ""
    names = (skeleton("".join(name.split())).lower() for name in _names(party))
    return any(
        name in heading and len(heading) <= len(name) + _MOST_BESIDE_NAME
        for name in names
    )


def _by_text(letter: _Letter, catalogue: Catalogue) -> list[_Party]:
    """Return whom a text without sender and subject claims to come from."""
    beginning = fold(letter.message.text[:_BEGINNING])
    early = _named("\n".join(letter.subjects), catalogue.services.values())
    return [
        party
        for party in _named(beginning, catalogue.services.values())
        if isinstance(party, Service)
        and (
            any(re.search(number, beginning) for number in party.order_numbers)
            or (party in early and _kind(letter, party))
        )
    ]


def _claimed(letter: _Letter, catalogue: Catalogue) -> list[_Party]:
    """Return whom the mail itself claims to come from, most plainly claimed first."""
    if not letter.subject and not letter.address:
        return _by_text(letter, catalogue)
    warned = [
        service
        for service in _named(letter.subject, catalogue.services.values())
        if _is_phishing_subject(letter, service)
    ]
    return warned or _by_sender(letter, catalogue)


def _judge(letter: _Letter, parties: list[_Party], catalogue: Catalogue) -> Classified:
    """Return the kind by the first of *parties* that has a rule for the mail."""
    kinds = ((party, _kind(letter, party)) for party in parties)
    party, kind = next(((p, k) for p, k in kinds if k), (parties[0], MailKind.OTHER))
    if isinstance(party, Issuer):
        return Classified(issuer=party.id, kind=kind)
    if party.id in catalogue.senders:
        return Classified(sender=party.id)
    return Classified(service=party.id, kind=kind)


def classify(message: Message, catalogue: Catalogue) -> Classified:
    """Tell whom *message* claims to come from and what it is about."""
    return _classify(message, catalogue, depth=0)


def _classify(message: Message, catalogue: Catalogue, *, depth: int) -> Classified:
    letter = _Letter(message)
    parties = _claimed(letter, catalogue)
    inner = forwarded_mail(message) if not parties and depth < _DEEPEST else None
    if inner is not None:
        found = _classify(inner, catalogue, depth=depth + 1)
        if found.service or found.issuer or found.sender:
            return replace(found, forwarded=found.forwarded or inner)
    parties = parties or _by_subject(letter, catalogue)
    return _judge(letter, parties, catalogue) if parties else Classified()
