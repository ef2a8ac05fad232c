"""Encrypted exports as the programs write them, made of a plain text."""

import base64
import hashlib
import hmac
import json

from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES, ChaCha20
from Cryptodome.Hash import Poly1305
from Cryptodome.Util.Padding import pad

PASSWORD = "correct horse"  # noqa: S105 -- made up
SALT, NONCE = b"s" * 16, b"n" * 12
TAG = 16


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def sealed_by(key: bytes, plain: bytes) -> bytes:
    sealed, tag = AES.new(key, AES.MODE_GCM, nonce=NONCE).encrypt_and_digest(plain)
    return sealed + tag


def argon2id(salt: bytes, *, passes: int, memory: int, lanes: int) -> bytes:
    return hash_secret_raw(
        PASSWORD.encode(), salt, passes, memory, lanes, hash_len=32, type=Type.ID
    )


def aegis(plain: bytes) -> bytes:
    key = hashlib.scrypt(PASSWORD.encode(), salt=SALT, n=1024, r=8, p=1, dklen=32)
    master = bytes(range(32))
    wrapped = sealed_by(key, master)
    sealed = sealed_by(master, plain)
    other = {"type": 2, "key": "00", "key_params": {"nonce": "00", "tag": "00"}}
    slot = {
        "type": 1,
        "key": wrapped[:-TAG].hex(),
        "key_params": {"nonce": NONCE.hex(), "tag": wrapped[-TAG:].hex()},
        "n": 1024,
        "r": 8,
        "p": 1,
        "salt": SALT.hex(),
    }
    params = {"nonce": NONCE.hex(), "tag": sealed[-TAG:].hex()}
    header = {"slots": [other, slot], "params": params}
    vault = {"version": 1, "header": header, "db": b64(sealed[:-TAG])}
    return json.dumps(vault).encode()


def two_fas(services: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), SALT, 10_000, dklen=32)
    sealed = sealed_by(key, services)
    parts = ":".join(map(b64, (sealed, SALT, NONCE)))
    return json.dumps({"services": [], "servicesEncrypted": parts}).encode()


def bitwarden(plain: bytes, *, argon2: bool) -> bytes:
    salt = b64(SALT)
    if argon2:
        hashed = hashlib.sha256(salt.encode()).digest()
        key = argon2id(hashed, passes=2, memory=1024, lanes=1)
        named = {
            "kdfType": 1,
            "kdfIterations": 2,
            "kdfMemory": 1,
            "kdfParallelism": 1,
        }
    else:
        key = hashlib.pbkdf2_hmac(
            "sha256", PASSWORD.encode(), salt.encode(), 1000, dklen=32
        )
        named = {"kdfType": 0, "kdfIterations": 1000}
    enc, mac = (hmac.digest(key, name + b"\x01", "sha256") for name in (b"enc", b"mac"))
    text = AES.new(enc, AES.MODE_CBC, SALT).encrypt(pad(plain, AES.block_size))
    parts = (SALT, text, hmac.digest(mac, SALT + text, "sha256"))
    export = {
        "encrypted": True,
        "passwordProtected": True,
        "salt": salt,
        **named,
        "data": "2." + "|".join(map(b64, parts)),
    }
    return json.dumps(export).encode()


def and_otp(plain: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), SALT[:12], 1234, dklen=32)
    sealed = sealed_by(key, plain)
    return (1234).to_bytes(4) + SALT[:12] + NONCE + sealed


def old_and_otp(plain: bytes) -> bytes:
    key = hashlib.sha256(PASSWORD.encode()).digest()
    return NONCE + sealed_by(key, plain)


def stratum(plain: bytes) -> bytes:
    key = argon2id(SALT, passes=3, memory=2**16, lanes=4)
    sealed = sealed_by(key, plain)
    return b"AUTHENTICATORPRO" + SALT + NONCE + sealed


def old_stratum(plain: bytes) -> bytes:
    salt = SALT + b"salt"
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt, 64_000, dklen=32)
    text = AES.new(key, AES.MODE_CBC, SALT).encrypt(pad(plain, AES.block_size))
    return b"AuthenticatorPro" + salt + SALT + text


def proton(plain: bytes) -> bytes:
    key = argon2id(SALT, passes=2, memory=19 * 1024, lanes=1)
    cipher = AES.new(key, AES.MODE_GCM, nonce=NONCE)
    cipher.update(b"proton.authenticator.export.v1")
    sealed, tag = cipher.encrypt_and_digest(plain)
    export = {"version": 1, "salt": b64(SALT), "content": b64(NONCE + sealed + tag)}
    return json.dumps(export).encode()


def ente(plain: bytes) -> bytes:
    key = argon2id(SALT, passes=1, memory=1024, lanes=1)
    start = SALT + b"nonce..."
    named = {"memLimit": 2**20, "opsLimit": 1, "salt": b64(SALT)}
    export = {
        "version": 1,
        "kdfParams": named,
        "encryptedData": b64(secret_stream(key, start, plain)),
        "encryptionNonce": b64(start),
    }
    return json.dumps(export).encode()


def secret_stream(key: bytes, start: bytes, plain: bytes) -> bytes:
    """Seal one last message as libsodium does."""
    subkey, nonce = hchacha20(key, start[:16]), b"\1\0\0\0" + start[16:]
    stream = ChaCha20.new(key=subkey, nonce=nonce)
    stream.encrypt(bytes(64))
    tag = stream.encrypt(b"\3" + bytes(63))
    text = stream.encrypt(plain)
    mac = Poly1305.new(key=subkey, cipher=ChaCha20, nonce=nonce)
    lengths = bytes(8) + (64 + len(text)).to_bytes(8, "little")
    mac.update(tag + text + bytes(len(text) % 16) + lengths)
    return tag[:1] + text + mac.digest()


def hchacha20(key: bytes, given: bytes) -> bytes:
    """Go the rounds of ChaCha20 as RFC 8439 tells them."""
    start = b"expand 32-byte k" + key + given
    words = [int.from_bytes(start[at : at + 4], "little") for at in range(0, 64, 4)]
    for _ in range(10):
        for at in range(4):
            quarter_round(words, at, at + 4, at + 8, at + 12)
        for at in range(4):
            places = (4 + (at + 1) % 4, 8 + (at + 2) % 4, 12 + (at + 3) % 4)
            quarter_round(words, at, *places)
    kept = [*words[:4], *words[12:]]
    return b"".join(word.to_bytes(4, "little") for word in kept)


def quarter_round(words: list[int], a: int, b: int, c: int, d: int) -> None:
    for into, other, turned, bits in (
        *((a, b, d, 16), (c, d, b, 12)),
        *((a, b, d, 8), (c, d, b, 7)),
    ):
        words[into] = (words[into] + words[other]) % 2**32
        mixed = words[turned] ^ words[into]
        words[turned] = (mixed << bits | mixed >> 32 - bits) % 2**32


def signed(data: bytes) -> list[int]:
    """Return bytes as Java has them."""
    return [byte - 256 if byte > 127 else byte for byte in data]


def free_otp_two(token: str, secret: bytes, *, hash_: str = "sha512") -> bytes:
    """Seal one token; the secret is kept apart from the rest."""
    key = hashlib.pbkdf2_hmac(hash_, PASSWORD.encode(), SALT, 1000, dklen=32)
    master = bytes(range(32))
    name = {"sha512": "SHA512", "sha1": "SHA1"}.get(hash_, hash_)
    texts = {
        "id-token": token,
        "masterKey": json.dumps(
            {
                "mAlgorithm": f"PBKDF2withHmac{name}",
                "mEncryptedKey": java_sealed(key, master, "AES"),
                "mIterations": 1000,
                "mSalt": signed(SALT),
            }
        ),
        "id": json.dumps({"key": json.dumps(java_sealed(master, secret, "HmacSHA1"))}),
    }
    return java_map(texts)


def java_sealed(key: bytes, plain: bytes, told: str) -> dict[str, object]:
    cipher = AES.new(key, AES.MODE_GCM, nonce=NONCE)
    cipher.update(told.encode())
    sealed, tag = cipher.encrypt_and_digest(plain)
    parameters = bytes((48, 17, 4, 12)) + NONCE + bytes((2, 1, 16))
    return {
        "mCipher": "AES/GCM/NoPadding",
        "mCipherText": signed(sealed + tag),
        "mParameters": signed(parameters),
        "mToken": told,
    }


def java_map(texts: dict[str, str]) -> bytes:
    head = b"\xac\xed\0\x05sr\0\x11java.util.HashMap" + bytes(20) + b"xp?@\0\0"
    counts = b"w\x08" + (16).to_bytes(4) + len(texts).to_bytes(4)
    written = [part.encode() for pair in texts.items() for part in pair]
    strings = [b"t" + len(text).to_bytes(2) + text for text in written]
    return head + counts + b"".join(strings) + b"x"
