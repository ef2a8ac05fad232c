"""Address fields: From, To, Cc, Reply-To (RFC 5322, 3.4)."""

import re
from collections.abc import Iterator

from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.mail.words import decode_words, unfold

_TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*+)"?'
    r"|<(?P<angle>[^<>]*+)>?"
    r"|(?P<sign>[(),;:])"
    r"|\\(?P<escaped>.)"
    r'|(?P<text>[^"<(),;:\\]++)'
    r"|(?P<stray>.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ROUTE = re.compile(r"^@[^:]*+:")
_BLANKS = re.compile(r"\s+")
_MOST_ADDRESSES = 1_000


class _Collector:
    """Gathers the words of one address after another."""

    def __init__(self) -> None:
        self.addresses: list[Address] = []
        self._words: list[str] = []
        self._comments: list[str] = []
        self._angle: str | None = None

    def add_word(self, word: str) -> None:
        self._words.append(word)

    def add_comment(self, comment: str) -> None:
        self._comments.append(comment)

    def add_angle(self, angle: str) -> None:
        """Take the address in angle brackets; of several the last that holds an @."""
        if self._angle is not None and "@" not in angle:
            self._words.append(f"<{angle}>")
        else:
            if self._angle:
                self._words.append(f"<{self._angle}>")
            self._angle = _ROUTE.sub("", angle.strip())

    def drop_name(self) -> None:
        """Forget the words so far: they name a group."""
        self._words = []

    def finish(self) -> None:
        """End one address."""
        phrase = _BLANKS.sub(" ", "".join(self._words)).strip()
        comment = " ".join(self._comments).strip()
        if self._angle is not None:
            name = decode_words(phrase) or decode_words(comment)
            self._add(name, self._angle)
        elif "@" in phrase and " " not in phrase:
            self._add(decode_words(comment), phrase)
        elif phrase or comment:
            self._add_unbracketed(decode_words(phrase or comment))
        self._words, self._comments, self._angle = [], [], None

    def _add_unbracketed(self, phrase: str) -> None:
        """Take a phrase without brackets; an address may be one of its words."""
        address = next((word for word in phrase.split() if "@" in word), "")
        inner = re.search(r"<([^<>]*@[^<>]*)>", phrase)
        if inner:
            # The whole address was encoded as one word.
            self._add(phrase[: inner.start()], inner[1])
        elif address:
            self._add(phrase.replace(address, " ", 1), address.strip("<>"))
        else:
            self._add(phrase, "")

    def _add(self, name: str, address: str) -> None:
        clean = _BLANKS.sub(" ", name).strip().strip('"').strip()
        bare = _BLANKS.sub("", decode_words(address))
        if clean or bare:
            self.addresses.append(Address(name=clean, address=bare))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each token, comments put together."""
    depth = 0
    comment: list[str] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup or "stray"
        found = token[kind]
        if kind == "sign" and found == "(":
            comment.append("(" if depth else "")
            depth += 1
        elif kind == "sign" and found == ")" and depth:
            depth -= 1
            comment.append(")" if depth else "")
            if not depth:
                yield "comment", "".join(comment)
                comment = []
        elif depth:
            comment.append(found)
        else:
            yield kind, found
    if comment:
        yield "comment", "".join(comment)


def parse_addresses(raw: bytes, charset: str = "") -> tuple[Address, ...]:
    """Read the addresses of a raw field; raw 8-bit names are probably in *charset*.

    Names are decoded. The members of a group are taken as if they stood alone. What
    holds no address gives one with an empty `address`.
    """
    collector = _Collector()
    for kind, found in _tokens(unfold(raw, charset)):
        if len(collector.addresses) >= _MOST_ADDRESSES:
            break
        match kind, found:
            case "sign", "," | ";":
                collector.finish()
            case "sign", ":":
                collector.drop_name()
            case "comment", _:
                collector.add_comment(found)
            case "angle", _:
                collector.add_angle(found)
            case "quoted", _:
                collector.add_word(_ESCAPED.sub(r"\1", found))
            case _:
                collector.add_word(found)
    collector.finish()
    return tuple(collector.addresses)
