"""Signing made-up mails as a mail server would, apart from the rules of the program."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache

from Cryptodome.Hash import SHA1, SHA256
from Cryptodome.PublicKey import ECC, RSA
from Cryptodome.Signature import eddsa, pkcs1_15
from Cryptodome.Util.number import getPrime, inverse

_SHORTEST_MADE, _EXPONENT = 1024, 65537
DOMAIN, SELECTOR = "shop.example", "s1"
KEY_NAME = f"{SELECTOR}._domainkey.{DOMAIN}"
NAMES = ("from", "to", "subject", "date")
HEADER = (
    b"From: Shop <shop@shop.example>\r\n"
    b"To: someone@example.jp\r\n"
    b"Subject: Your  order\r\n"
    b"Date: Sat, 14 Mar 2026 12:00:00 +0900\r\n"
)
BODY = b"Thank you.\r\nIt  is on its way. \r\n\r\n"


@cache
def rsa_key(bits: int = 1024) -> RSA.RsaKey:
    """Return a secret key; of several with one length always the same."""
    if bits >= _SHORTEST_MADE:
        return RSA.generate(bits)
    first, second = getPrime(bits // 2), getPrime(bits // 2)
    secret = inverse(_EXPONENT, (first - 1) * (second - 1))
    return RSA.construct((first * second, _EXPONENT, secret, first, second))


@cache
def ed25519_key() -> ECC.EccKey:
    """Return a secret key."""
    return ECC.generate(curve="ed25519")


def rsa_record(bits: int = 1024, **other: str) -> bytes:
    """Return the TXT record of `rsa_key`, with *other* tags in front of the key."""
    public = base64.b64encode(rsa_key(bits).public_key().export_key("DER"))
    tags = "".join(f"{name}={value}; " for name, value in other.items())
    return b"v=DKIM1; " + tags.encode() + b"p=" + public


def ed25519_record() -> bytes:
    """Return the TXT record of `ed25519_key`."""
    raw = ed25519_key().public_key().export_key(format="raw")
    return b"v=DKIM1; k=ed25519; p=" + base64.b64encode(raw)


def canonical_header(name: str, value: bytes, form: str) -> bytes:
    """Return a field as RFC 6376, 3.4.1 and 3.4.2, say."""
    if form == "simple":
        return name.encode() + b":" + value
    words = re.sub(rb"[ \t]+", b" ", value.replace(b"\r\n", b"")).strip()
    return name.lower().encode() + b":" + words


def canonical_body(body: bytes, form: str) -> bytes:
    """Return a body as RFC 6376, 3.4.3 and 3.4.4, say."""
    lines = body.split(b"\r\n")
    if form == "relaxed":
        lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return b"" if form == "relaxed" else b"\r\n"
    return b"\r\n".join([*lines, b""])


def split_fields(header: bytes) -> list[tuple[str, bytes]]:
    """Return the fields of a header that has no folds, from top to bottom."""
    pairs = (line.partition(b":") for line in header.split(b"\r\n") if line)
    return [(name.decode(), value) for name, _, value in pairs]


def sign(  # noqa: PLR0913 -- a tag for each
    header: bytes = HEADER,
    body: bytes = BODY,
    *,
    names: Sequence[str] = NAMES,
    forms: str = "relaxed/relaxed",
    algorithm: str = "rsa-sha256",
    bits: int = 1024,
    length: int | None = None,
    tags: Mapping[str, str] | None = None,
    field: str = "DKIM-Signature",
) -> bytes:
    """Return a mail with a signature above its header."""
    header_form, body_form = forms.split("/")
    digest = algorithm.partition("-")[2]
    signed = canonical_body(body, body_form)[:length]
    body_hash = base64.b64encode(hashlib.new(digest, signed).digest()).decode()
    said = {
        **({} if field.startswith("ARC") else {"v": "1"}),
        "a": algorithm,
        "c": forms,
        "d": DOMAIN,
        "s": SELECTOR,
        **({} if length is None else {"l": str(length)}),
        **(tags or {}),
        "h": ":".join(names),
        "bh": body_hash,
    }
    value = "".join(f" {name}={text};" for name, text in said.items()) + " b="
    data = b"".join(
        canonical_header(name, found, header_form) + b"\r\n"
        for name, found in _chosen(header, names)
    )
    data += canonical_header(field, value.encode(), header_form)
    whole = f"{field}:{value}".encode() + signature(data, algorithm, bits)
    return whole + b"\r\n" + header + b"\r\n" + body


def signature(data: bytes, algorithm: str, bits: int = 1024) -> bytes:
    """Return the signature of *data* in base64."""
    key_type, _, digest = algorithm.partition("-")
    if key_type == "ed25519":
        made = eddsa.new(ed25519_key(), "rfc8032").sign(SHA256.new(data).digest())
    else:
        hashed = (SHA256 if digest == "sha256" else SHA1).new(data)
        made = pkcs1_15.new(rsa_key(bits)).sign(hashed)
    return base64.b64encode(made)


def _chosen(header: bytes, names: Sequence[str]) -> list[tuple[str, bytes]]:
    rest = split_fields(header)
    chosen = []
    for name in names:
        places = [at for at, one in enumerate(rest) if one[0].lower() == name]
        if places:
            chosen.append(rest.pop(places[-1]))
    return chosen
