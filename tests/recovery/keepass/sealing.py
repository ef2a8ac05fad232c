"""Files of KeePass as other programs write them, made of an XML document."""

import base64
import gzip
import hashlib
import hmac
from functools import cache

from Cryptodome.Cipher import AES, Salsa20
from Cryptodome.Util.Padding import pad

PASSWORD = "correct horse"  # noqa: S105 -- made up
SEED, VECTOR, STREAM_KEY, FIRST = b"s" * 32, b"v" * 16, b"k" * 32, b"f" * 32
AES_KEY = b"a" * 32
ROUNDS = 70_000  # more than are done in one go


def field(number: int, value: bytes, *, size: int) -> bytes:
    return number.to_bytes(1) + len(value).to_bytes(size, "little") + value


def number(value: int, length: int = 4) -> bytes:
    return value.to_bytes(length, "little")


@cache
def transformed() -> bytes:
    key = hashlib.sha256(hashlib.sha256(PASSWORD.encode()).digest()).digest()
    cipher = AES.new(AES_KEY, AES.MODE_ECB)
    for _ in range(ROUNDS):
        key = cipher.encrypt(key)
    return hashlib.sha256(key).digest()


def hidden(text: str) -> str:
    """Hide the one value of a document of version 3."""
    key = hashlib.sha256(STREAM_KEY).digest()
    stream = Salsa20.new(key=key, nonce=bytes.fromhex("e830094b97205d2a"))
    return base64.b64encode(stream.encrypt(text.encode())).decode()


def version_3(document: str, *, rounds: int = ROUNDS) -> bytes:
    """Return a file of KDBX 3.1; "{hash}" is the place of its header's."""
    cipher = bytes.fromhex("31c1f2e6bf714350be5805216afc5aff")
    fields = {
        2: cipher,
        3: number(1),
        4: SEED,
        5: AES_KEY,
        6: number(rounds, 8),
        7: VECTOR,
        8: STREAM_KEY,
        9: FIRST,
        10: number(2),
        0: b"\r\n\r\n",
    }
    header = bytes.fromhex("03d9a29a67fb4bb501000300")
    header += b"".join(field(n, value, size=2) for n, value in fields.items())
    digest = base64.b64encode(hashlib.sha256(header).digest()).decode()
    packed = gzip.compress(document.replace("{hash}", digest).encode())
    block = number(0) + hashlib.sha256(packed).digest() + number(len(packed)) + packed
    last = number(1) + bytes(32) + number(0)
    key = hashlib.sha256(SEED + transformed()).digest()
    sealing = AES.new(key, AES.MODE_CBC, VECTOR)
    return header + sealing.encrypt(pad(FIRST + block + last, AES.block_size))


def version_4(
    content: bytes,
    *,
    derivation: dict[str, int | bytes] | None = None,
    compressed: bool = False,
) -> bytes:
    """Return a file of KDBX 4.1 with AES for both key and content.

    *content* is what lies inside, with the inner header; another *derivation* is told
    but not carried out.
    """
    told = derivation or {
        "$UUID": bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea"),
        "S": AES_KEY,
        "R": ROUNDS,
    }
    fields = {
        2: bytes.fromhex("31c1f2e6bf714350be5805216afc5aff"),
        3: number(int(compressed)),
        4: SEED,
        7: VECTOR,
        11: dictionary(told),
        12: dictionary({}),
        0: b"",
    }
    header = bytes.fromhex("03d9a29a67fb4bb501000400")
    header += b"".join(field(n, value, size=4) for n, value in fields.items())
    seeded = SEED + transformed()
    key = hashlib.sha256(seeded).digest()
    sealed = AES.new(key, AES.MODE_CBC, VECTOR).encrypt(pad(content, AES.block_size))
    mac_key = hashlib.sha512(seeded + b"\x01").digest()
    parts = [header, hashlib.sha256(header).digest(), mac(mac_key, 2**64 - 1, header)]
    half = len(sealed) // 2
    for at, block in enumerate((sealed[:half], sealed[half:], b"")):
        length = number(len(block))
        parts.append(mac(mac_key, at, number(at, 8) + length + block))
        parts.append(length + block)
    return b"".join(parts)


def inside(document: str) -> bytes:
    """Return the content of a file of version 4 that hides nothing."""
    attached = field(3, b"\0attached", size=4)
    return (
        field(1, number(0), size=4)
        + attached
        + field(0, b"", size=4)
        + document.encode()
    )


def mac(key: bytes, at: int, data: bytes) -> bytes:
    numbered = hashlib.sha512(number(at, 8) + key).digest()
    return hmac.digest(numbered, data, "sha256")


def dictionary(values: dict[str, int | bytes]) -> bytes:
    parts = [number(0x0100, 2)]
    for name, value in values.items():
        written = number(value, 8) if isinstance(value, int) else value
        parts.append(number(0x05 if isinstance(value, int) else 0x42, 1))
        parts.append(number(len(name)) + name.encode())
        parts.append(number(len(written)) + written)
    return b"".join([*parts, b"\0"])
