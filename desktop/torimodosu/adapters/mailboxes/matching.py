"""Telling whether a mail is wanted."""

import re
from datetime import datetime
from unicodedata import is_normalized, normalize

from torimodosu.adapters.mailboxes.charsets import JIS, codec_of, guessed, kanji_of
from torimodosu.adapters.mailboxes.dates import aware
from torimodosu.adapters.mailboxes.folding import fold, nfkc, turning_into
from torimodosu.adapters.mailboxes.needles import Anchors, Hosts, Names, shortest
from torimodosu.recovery.mail.search import Wanted

_ASCII = bytes(range(128))
# Case folding makes ASCII letters out of these alone, once NFKC has been applied.
_BECOMES_ASCII = "\u00df\u1e9e\u0130\u01f0\u1e96\u1e97\u1e98\u1e99"
# In these no byte below 128 is a part of another character.
_ASCII_STAYS = ("utf-8", "ascii", "euc_", "iso8859", "cp125", "koi8")
# Declared by programs that do not know what they send.
_OFTEN_WRONG = ("utf-8", "ascii", "cp1252")
_TELLING = 3  # letters
_DIGITS = re.compile("[0-9]+")


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
        self._names = Names(sorted(names, key=len))
        self._hosts = Hosts(shortest(domains))
        # Digits are often full-width, so a word is looked for by what is none.
        words = shortest(map(_anchor, filter(str.isascii, names | domains)))
        self._words = Anchors([word.encode() for word in words])
        self._others = shortest(
            _longest_run(name) for name in names if not name.isascii()
        )
        letters = {letter for word in words for letter in word if letter.isalnum()}
        self._folding = turning_into([*letters, *self._others])
        other_letters = {c for name in names for c in name if not c.isascii()}
        self._has_case = any(c != c.upper() for c in other_letters)
        self._unfolding = [c for c in _BECOMES_ASCII if letters & set(c.casefold())]
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
        folded = self._folded(text)
        return self._names.are_in(folded) or self._hosts.are_in(folded)

    def in_headline(self, text: str) -> bool:
        """Tell the same of a sender or a subject, where words are also run together."""
        folded = self._folded(text)
        return self._names.begin_in(folded) or self._hosts.are_in(folded)

    def in_bytes(self, raw: bytes, charset: bytes) -> bool:
        """Tell the same of text in *charset*, which may be declared wrongly."""
        if b"\x1b" in raw and b"\x1b$" in raw:
            return self._in_jis(raw)
        if raw.isascii():
            return self._may_be_in_ascii(raw) and self.in_text(raw.decode())
        codec = codec_of(charset) or "utf-8"
        if not codec.startswith(_ASCII_STAYS):
            text = raw.decode(codec, "replace")
            return self.in_bytes(text.encode("utf-8", "replace"), b"utf-8")
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
        may_be_in = self._may_be_in_ascii(raw) or self._may_be_in(text)
        return may_be_in and self.in_text(raw.decode(codec, "replace"))

    def _in_jis(self, raw: bytes) -> bool:
        kanji = kanji_of(raw)
        if kanji is not None and not (
            self._may_be_in_ascii(raw) or self._may_be_in(kanji)
        ):
            return False
        return self.in_text(raw.decode(JIS, "replace"))

    def _may_be_in_ascii(self, raw: bytes) -> bool:
        """Tell whether a text must be looked at for a word that stands in *raw*."""
        return self._words.are_in(raw.lower())

    def _may_be_in(self, rest: str) -> bool:
        """Tell whether a text must be looked at, of which *rest* is not ASCII.

        Full-width letters and their like may stand among ASCII ones.
        """
        if not is_normalized("NFKC", rest) and self._folding.search(rest):
            return True
        if any(map(rest.__contains__, self._unfolding)):
            return True
        text = fold(rest) if self._has_case else rest
        return any(map(text.__contains__, self._others))

    def _folded(self, text: str) -> str:
        """Return *text* folded as far as it matters; `casefold` is slow."""
        if text.isascii():
            return text.lower()
        text = nfkc(text)
        if self._has_case or any(map(text.__contains__, _BECOMES_ASCII)):
            return text.casefold()
        return text.encode("utf-8", "replace").lower().decode()


def _anchor(word: str) -> str:
    """Return a part of *word* without digits, all of it if none is telling."""
    part = max(_DIGITS.split(word), key=_telling)
    return part if _telling(part) >= _TELLING else word


def _telling(part: str) -> int:
    """Return how many letters of *part* say more than ".jp" does."""
    host, dot, label = part.rpartition(".")
    return len(host if dot else label)


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
