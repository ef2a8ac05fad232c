"""Changing a mail so that it is a mail no more, or a very odd one."""

from collections.abc import Callable, Sequence
from random import Random

# What readers of mail look for, and what has broken readers before.
TOKENS = (
    *(b"\n", b"\r", b"\r\n", b"\n\n", b"\r\n\r\n", b"\0", b"\xff", b"\x80", b"\x1b$B"),
    *(b"\x1b(B", b"\x1b(I", b"\x1b(J", b"\x0e", b"\x0f", b"\xef\xbb\xbf", b"=?", b"?="),
    *(b"=?UTF-8?B?", b"=?ISO-2022-JP?Q?", b"=", b"==", b"=\n", b"=3D", b"%", b"''"),
    *(b"<", b">", b"</", b"<!--", b"-->", b"<table>", b"<td>", b"<p hidden>", b"&#"),
    *(b"&#x110000;", b"&#" + b"9" * 5_000 + b";", b"<pre>", b"<style>", b'"', b"'"),
    *(b"(", b")", b"[", b":", b";", b",", b"@", b"\\", b"--", b"\n--b\n", b"\n--b--\n"),
    *(b"\nContent-Type: message/rfc822\n\n", b"\nContent-Type: text/html\n"),
    *(
        b"\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
        b"\nFrom: ",
        b"\n>From ",
    ),
    *(b"\nContent-Transfer-Encoding: base64\n", b"; charset=utf-7", b"; charset=x"),
    *(b"; charset=utf-16", b"; charset=hz-gb-2312", b"; charset=iso-2022-kr"),
    *(b"; name*0*=", b"; filename*1=", b"\nDate: ", b"\nSubject: ", b"\nTo: "),
    *("注文番号".encode(), "合計".encode(), "￥".encode(), b" JPY\n", b"999999999999"),
    *("小計：".encode(), b"250-1111111-2222222", b"\x78\x9f\x3e\x22", b" " * 3_000),
)
CHARSETS = (
    *(b"utf-8", b"iso-2022-jp", b"shift_jis", b"euc-jp", b"gb2312", b"us-ascii"),
    *(b"iso-8859-1", b"utf-7", b"utf-16", b"big5", b"euc-kr", b"koi8-r", b"unknown"),
)
ENCODINGS = (b"base64", b"quoted-printable", b"8bit", b"7bit", b"binary", b"x-uuencode")

Mutation = Callable[[bytearray, Random, Sequence[bytes]], None]


def _span(raw: bytearray, random: Random, most: int = 400) -> slice:
    start = random.randrange(len(raw) + 1)
    return slice(start, start + random.randrange(most))


def _flip(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    for _ in range(random.randrange(1, 20)):
        if raw:
            raw[random.randrange(len(raw))] = random.randrange(256)


def _delete(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    del raw[_span(raw, random)]


def _cut(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    del raw[random.randrange(len(raw) + 1) :]


def _insert(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    at = random.randrange(len(raw) + 1)
    raw[at:at] = random.choice(TOKENS)


def _repeat(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    at = random.randrange(len(raw) + 1)
    piece = random.choice((bytes(raw[_span(raw, random, 60)]), random.choice(TOKENS)))
    times = random.choice((2, 10, 100, 2_000))
    raw[at:at] = (piece * times)[:60_000]


def _splice(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    other = random.choice(seeds)
    start = random.randrange(len(other) + 1)
    raw[_span(raw, random)] = other[start : start + random.randrange(3_000)]


def _swap(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    lines = bytes(raw).split(b"\n")
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    raw[:] = b"\n".join(lines)


def _rename(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    names = random.choice((CHARSETS, ENCODINGS))
    found = [name for name in names if name in raw.lower()]
    if found:
        at = raw.lower().find(random.choice(found))
        end = next((i for i in range(at, len(raw)) if raw[i] in b'\r\n;"?'), len(raw))
        raw[at:end] = random.choice(names)


def _change_line_ends(raw: bytearray, random: Random, seeds: Sequence[bytes]) -> None:
    del seeds
    plain = bytes(raw).replace(b"\r\n", b"\n")
    raw[:] = plain.replace(b"\n", random.choice((b"\r\n", b"\r", b"\r\r\n", b"\n")))


MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _flip, _delete, _cut, _insert, _insert, _insert, _repeat, _splice),
    *(_swap, _rename, _rename, _change_line_ends),
)


def mutate(seeds: Sequence[bytes], random: Random) -> bytes:
    """Return one of *seeds* after some changes drawn from *random*."""
    raw = bytearray(random.choice(seeds))
    for _ in range(random.randrange(1, 6)):
        random.choice(MUTATIONS)(raw, random, seeds)
    return bytes(raw)
