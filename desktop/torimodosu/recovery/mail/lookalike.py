"""Names and hosts that look like those of a shop to the eye."""

import re
import unicodedata
from functools import lru_cache

# Of the letters that Unicode Technical Standard #39 (confusables.txt) calls alike,
# those that were seen in phishing or lie on a Cyrillic or Greek keyboard. Capitals are
# given apart since some letters are alike in one case only.
_FOREIGN = "АаВЕеЅѕІіЈјКкМмНОоРрСсТтУуХхһԁԛԝӏгΑαΒΕΖΗΙιΚκΜΝνΟοΡρΤτΥΧɑɡıոսօ"
_LATIN = "AaBEeSsIiJjKkMmHOoPpCcTtYyXxhdqwlrAaBEZHIiKkMNvOoPpTtYXagiuno"
_CONFUSABLE = dict(zip(map(ord, _FOREIGN), _LATIN, strict=True))
_DIGITS = str.maketrans("01358", "olesb")
_PAIRS = (("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"))
_SUFFIX = re.compile(r"(?:\.(?:co|ne|or|go|ac|com|net|org))?\.[a-z]{2,}$")
_USUAL_END = re.compile(r"\.(?:com|net|org|[a-z]{2})$")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
# A shorter name has too many ordinary words beside it.
_SHORTEST_TO_MISSPELL = 6
_LONGEST_HOST = 253  # RFC 1035, 2.3.4


def skeleton(text: str) -> str:
    """Return *text* with letters that look alike made the same; case is kept.

    Width and accents go, signs without width go, and Cyrillic and Greek letters that
    look like Latin ones become these (after Unicode Technical Standard #39, 4).
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(
        sign for sign in decomposed if unicodedata.category(sign) not in {"Mn", "Cf"}
    )
    return kept.translate(_CONFUSABLE)


@lru_cache(maxsize=512)
def _name_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for *name* as a word of its own.

    A capital may follow, as in "AmazonPrime", but no more letters of the same word, as
    in "Amazonia", nor the rest of a host, as in "Amazon.it". Japanese needs no blank
    between words.
    """
    bare = re.escape(skeleton(name))
    before = r"(?<![A-Za-z0-9])" if name[:1].isascii() else ""
    after = r"(?!\.?[a-z0-9])(?!(?<=[A-Z])[A-Z])" if name[-1:].isascii() else ""
    return re.compile(f"{before}(?i:{bare}){after}")


def position_of(text: str, name: str) -> int | None:
    """Return where *text*, a `skeleton`, holds *name* as a word, or None."""
    found = _name_pattern(name).search(text)
    return found.start() if found else None


def _suffix(host: str) -> str:
    """Return the end of a host below which names are registered, such as ".co.jp"."""
    found = _SUFFIX.search(host)
    return found[0] if found else ""


def _brand(host: str) -> str:
    """Return the part of a host that is a name: "amazon" of "www.amazon.co.jp"."""
    return host.removesuffix(_suffix(host)).rpartition(".")[2]


def _readable(label: str) -> str:
    """Return a label of a host as a browser may show it (RFC 3492)."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode().decode("punycode")
    except UnicodeError:
        return label


def _one_apart(first: str, second: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped makes them equal."""
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1:
        return False
    start = 0
    while start < len(first) and first[start] == second[start]:
        start += 1
    if len(first) < len(second):
        return first[start:] == second[start + 1 :]
    swapped = first[start : start + 2] == second[start : start + 2][::-1]
    rest = start + (2 if swapped else 1)
    return first[rest:] == second[rest:]


def _spellings(word: str) -> set[str]:
    plain = word.translate(_DIGITS)
    return {word, plain} | {plain.replace(seen, meant) for seen, meant in _PAIRS}


def is_namesake(host: str, genuine: str) -> bool:
    """Tell whether *host* has the bare name of *genuine* below another country's end.

    That is as a rule the same company abroad: "yahoo.com" beside "yahoo.co.jp".
    """
    if len(host) > _LONGEST_HOST:
        return False
    name = _brand(genuine)
    return _brand(host) == name and _suffix(host) != _suffix(genuine)


def imitates(host: str, genuine: str) -> bool:
    """Tell whether the name of the host *genuine*, or one that looks so, is in *host*.

    The bare name below the end of another country ("yahoo.com" beside "yahoo.co.jp") is
    as a rule the same company abroad, and imitates nobody.
    """
    if len(host) > _LONGEST_HOST:
        return False
    name, host = _brand(genuine), host.lower()
    if _brand(host) == name:
        return _suffix(host) == _suffix(genuine) or not _USUAL_END.search(host)
    labels = (_readable(label) for label in host.split(".")[:-1])
    words = _NOT_ALPHANUMERIC.split(skeleton(".".join(labels)).lower())
    for word in words:
        spellings = _spellings(word)
        if name in spellings:
            return True
        long_enough = len(name) >= _SHORTEST_TO_MISSPELL
        if long_enough and any(_one_apart(word, name) for word in spellings):
            return True
    return False
