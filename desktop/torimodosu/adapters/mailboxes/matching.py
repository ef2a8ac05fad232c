"""Telling whether a mail is wanted."""

import re
from collections.abc import Iterable
from datetime import datetime
from unicodedata import normalize

from torimodosu.adapters.mailboxes.charsets import JIS, codec_of, guessed, kanji_of
from torimodosu.adapters.mailboxes.dates import aware
from torimodosu.recovery.mail.search import Wanted

_ASCII = bytes(range(128))
# Case folding makes ASCII letters out of these alone, once NFKC has been applied.
_BECOMES_ASCII = "\u00df\u1e9e\u0130\u01f0\u1e96\u1e97\u1e98\u1e99"
# In these no byte below 128 is a part of another character.
_ASCII_STAYS = ("utf-8", "ascii", "euc_", "iso8859", "cp125", "koi8")
# Declared by programs that do not know what they send.
_OFTEN_WRONG = ("utf-8", "ascii", "cp1252")


class Matcher:
    """Compares mails with what is wanted, after NFKC and case folding.

    Folding all the text of a mailbox would take longer than all the rest. So bytes are
    first looked at for what every wanted text must hold, and only those that have it
    are folded; that loses nothing. (Only a full-width dot or hyphen in a domain that is
    otherwise ASCII goes unseen.)
    """

    def __init__(self, wanted: Wanted) -> None:
        names = {fold(name) for name in wanted.names} - {""}
        domains = {domain.strip(".").casefold() for domain in wanted.domains} - {""}
        self._names = _shortest(names)
        self._domains = _shortest(domains)
        one_of = "|".join(re.escape(domain) for domain in sorted(domains))
        self._domain = re.compile(
            rf"(?<![a-z0-9_-])(?:{one_of})(?![a-z0-9_-]|\.[a-z0-9])"
        )
        needles = [text for text in names | domains if text.isascii()]
        self._ascii = [text.encode() for text in _shortest(needles)]
        self._other = _shortest(
            _longest_run(name) for name in names if not name.isascii()
        )
        self._has_case = any(name != name.upper() for name in self._other)
        # Full-width and other look-alikes of letters may stand among ASCII ones.
        letters = {letter for text in needles for letter in text if letter.isalnum()}
        self._unfolding = [c for c in _BECOMES_ASCII if letters & set(c.casefold())]
        both = "".join(letters) + "".join(letters).upper()
        self._no_letter = bytes(set(range(256)) - set(both.encode()))
        self._since = wanted.since and aware(wanted.since)
        self._until = wanted.until and aware(wanted.until)

    def in_window(self, date: datetime | None) -> bool:
        """Tell whether a mail of *date*, or of none, lies in the wanted time."""
        if date is None:
            return True
        too_early = self._since is not None and date < self._since
        too_late = self._until is not None and date > self._until
        return not (too_early or too_late)

    def in_text(self, text: str) -> bool:
        """Tell whether *text* names what is wanted, or a host at or below it."""
        folded = fold(text)
        if any(name in folded for name in self._names):
            return True
        near = any(domain in folded for domain in self._domains)
        return near and self._domain.search(folded) is not None

    def in_bytes(self, raw: bytes, charset: bytes) -> bool:
        """Tell the same of text in *charset*, which may be declared wrongly."""
        if b"\x1b" in raw and b"\x1b$" in raw:
            return self._in_jis(raw)
        if raw.isascii():
            return self._in_ascii(raw)
        codec = codec_of(charset) or "utf-8"
        if not codec.startswith(_ASCII_STAYS):
            text = raw.decode(codec, "replace")
            return self.in_bytes(text.encode("utf-8", "replace"), b"utf-8")
        if self._in_ascii(raw):
            return True
        rest = raw.translate(None, _ASCII)
        if codec in _OFTEN_WRONG:
            try:
                text = rest.decode()
            except UnicodeDecodeError:
                if self.in_text(guessed(raw)):
                    return True
                text = rest.decode(codec, "replace")
            else:
                codec = "utf-8"
        else:
            text = rest.decode(codec, "replace")
        return self._may_be_in(text) and self.in_text(raw.decode(codec, "replace"))

    def _in_jis(self, raw: bytes) -> bool:
        kanji = kanji_of(raw)
        if kanji is not None and not self._in_ascii(raw) and not self._may_be_in(kanji):
            return False
        return self.in_text(raw.decode(JIS, "replace"))

    def _in_ascii(self, raw: bytes) -> bool:
        lowered = raw.lower()
        for needle in self._ascii:
            if needle in lowered:
                return self.in_text(lowered.decode("ascii", "replace"))
        return False

    def _may_be_in(self, rest: str) -> bool:
        """Tell whether a text of which *rest* is not ASCII must be looked at."""
        text = normalize("NFKC", rest)
        if self._has_case or any(map(text.__contains__, self._unfolding)):
            text = text.casefold()
        if any(map(text.__contains__, self._other)):
            return True
        return bool(text.encode("utf-8", "replace").translate(None, self._no_letter))


def fold(text: str) -> str:
    """Return *text* with differences of width, case and composition taken away."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", text).casefold()


def _shortest(texts: Iterable[str]) -> tuple[str, ...]:
    """Leave out each text that holds another, since it adds nothing to a search."""
    kept: list[str] = []
    for text in sorted(set(texts), key=lambda text: (len(text), text)):
        if not any(shorter in text for shorter in kept):
            kept.append(text)
    return tuple(kept)


def _longest_run(name: str) -> str:
    """Return the longest part of *name* that ASCII has no share in.

    "\u00e9" may be an ASCII "e" with an accent behind it, so it does not count; "" for
    a name without such a part, which every text may hold.
    """
    runs = "".join(
        letter if ord(normalize("NFD", letter)[0]) > max(_ASCII) else " "
        for letter in name
    ).split(" ")
    return max(runs, key=len)
