"""Which character set the bytes of a text are in, whatever is declared.

The order is that of soundness. Escape sequences of ISO-2022 cannot be there by chance.
Neither can a text that is strict UTF-8 with a character of three bytes. Then the
declared charset is believed if the bytes fit it. Last comes plausibility: a text in a
Japanese encoding consists of runs of kana, common kanji and full-width signs, and a
text in another encoding does not when it is read as Japanese.
"""

import re
from dataclasses import dataclass
from functools import cache

from torimodosu.recovery.mail.charset_names import (
    EUC_JP,
    ISO_2022_JP,
    canonical,
    decode_as,
)
from torimodosu.recovery.mail.problem import Problem

_ESCAPES = re.compile(rb"\x1b(?:\$[@AB]|\$\([@-D]|\([IJ])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")
_8_BIT = re.compile(rb"[\x80-\xff]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_7_BIT = {"utf_7", "hz", "iso2022_kr"}
_WIDE = {"utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"}
_SAYS_LITTLE = {"", "ascii", "cp1252"}
_JAPANESE = {"cp932", EUC_JP, "shift_jis_2004", "shift_jisx0213"}
_EAST_ASIAN = {*_JAPANESE, "gb18030", "big5hkscs", "cp950", "cp949", "johab"}

# So many bytes are looked at; more make no difference.
_ENOUGH = 20_000
_MOST = 0.7
# A few broken bytes in a text (a character cut in two, a footer that a list appended)
# do not make it another encoding.
_FEW = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A decoded text and what had to be mended for it."""

    text: str
    problems: tuple[Problem, ...] = ()


@cache
def _natural_runs() -> re.Pattern[str]:
    """Return a pattern for runs of what Japanese text consists of.

    That is kana, Japanese punctuation, full-width signs, the lines and stars that
    divide mails, and the 2,965 kanji of level 1 of JIS X 0208, which are those in use.
    One alone counts only away from Latin letters: among them it is what a curly quote
    of Windows looks like.
    """
    trails = (*range(0x40, 0x7F), *range(0x80, 0xFD))
    codes = (bytes((lead, t)) for lead in range(0x88, 0x98) for t in trails)
    kanji = "".join(c.decode("cp932", "ignore") for c in codes)
    kanji = "".join(c for c in kanji if "\u4e00" <= c <= "\u9fff")
    signs = "\u2026\u203b\u2190-\u27bf\u3000-\u33ff\uff01-\uff5e\uffe5"
    one = f"[{signs}{kanji}]"
    return re.compile(f"{one}{{2,}}+|(?<![A-Za-z]){one}(?![A-Za-z])")


def japanese_share(text: str) -> float:
    """Tell what share (0 to 1) of the non-ASCII signs of *text* is natural Japanese.

    Half-width kana count half: they are in use, but are also what EUC-JP looks like
    when it is read as Shift_JIS.
    """
    foreign = len(_NOT_ASCII.findall(text))
    if not foreign:
        return 0.0
    natural = sum(map(len, _natural_runs().findall(text)))
    return (natural + len(_HALF_WIDTH_KANA.findall(text)) / 2) / foreign


def _fits(raw: bytes, charset: str) -> bool:
    """Tell whether all of *raw*, but for few bytes, has a reading in *charset*."""
    try:
        if charset not in {EUC_JP, ISO_2022_JP}:
            raw.decode(charset)
            return True
    except UnicodeDecodeError:
        pass
    text = decode_as(raw, charset)
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    return bad <= _FEW * len(_NOT_ASCII.findall(text))


def _is_utf_8(raw: bytes, declared: str) -> bool:
    """Tell whether *raw* is UTF-8 beyond doubt.

    Of a text in an East Asian charset two bytes may be UTF-8 by chance, three are not.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return False
    return declared not in _EAST_ASIAN or _THREE_BYTES.search(text) is not None


def _sample(raw: bytes) -> bytes:
    """Return so much of *raw*, from its first byte above 127, as tells its charset."""
    first = _8_BIT.search(raw)
    start = first.start() if first else 0
    return raw[start : start + _ENOUGH]


def _guess(raw: bytes) -> str:
    """Return the charset that 8-bit *raw* is in by its looks, "" if none is plain."""
    if _fits(raw, "utf_8"):
        return "utf_8"
    shares = {
        charset: japanese_share(decode_as(raw, charset))
        for charset in ("cp932", EUC_JP)
        if _fits(raw, charset)
    }
    best = max(shares, key=lambda charset: shares[charset], default="")
    return best if shares.get(best, 0) >= _MOST else ""


def _choose_8_bit(raw: bytes, declared: str) -> str:
    """Return the charset to read *raw* in, which holds bytes above 127."""
    if _is_utf_8(raw, declared):
        return "utf_8"
    sample = _sample(raw)
    if declared in _SAYS_LITTLE:
        return _guess(sample) or "cp1252"
    fits = declared != ISO_2022_JP and _fits(sample, declared)
    if fits and declared in _JAPANESE:
        fits = japanese_share(decode_as(sample, declared)) >= _MOST
    if fits:
        return declared
    # Where nothing at all is UTF-8, a Western sender has named the wrong charset.
    is_western = declared == "utf_8" and not _NOT_ASCII.search(
        sample.decode("utf_8", "ignore")
    )
    return _guess(sample) or ("cp1252" if is_western else declared)


def _choose(raw: bytes, declared: str) -> str:
    """Return the charset to read *raw* in, which is not plain ASCII."""
    if declared in _7_BIT | _WIDE:
        return declared
    if _ESCAPES.search(raw):
        return ISO_2022_JP
    return (declared or "ascii") if raw.isascii() else _choose_8_bit(raw, declared)


def _is_plain(raw: bytes, declared: str) -> bool:
    """Tell whether *raw* reads as ASCII."""
    if declared in _WIDE or not raw.isascii():
        return False
    if declared in _7_BIT:
        return not re.search(rb"[+~\x0e\x1b]", raw)
    return b"\x1b" not in raw and (declared != ISO_2022_JP or b"\x0e" not in raw)


def _problems(declared_name: str, declared: str, used: str) -> tuple[Problem, ...]:
    if not declared_name:
        # UTF-8 in the open needs no declaration nowadays (RFC 6532, RFC 6657).
        return () if used in {"utf_8", "ascii"} else (Problem.CHARSET_MISSING,)
    if not declared:
        return (Problem.CHARSET_UNKNOWN,)
    return () if used == declared else (Problem.CHARSET_WRONG,)


def decode(raw: bytes, declared_name: str = "") -> Reading:
    """Decode *raw*, of which a mail says that it is in *declared_name* ("" nothing).

    Returns the text, U+FFFD in place of bytes without a reading, never a surrogate.
    """
    declared = canonical(declared_name)
    if _is_plain(raw, declared):
        return Reading(text=raw.decode("ascii"))
    used = _choose(raw, declared)
    text = decode_as(raw, used).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    problems = _problems(declared_name.strip(), declared, used)
    if "\N{REPLACEMENT CHARACTER}" in text:
        problems = (*problems, Problem.BYTES_REPLACED)
    return Reading(text=text, problems=problems)
