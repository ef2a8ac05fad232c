"""Encrypted exports as the programs write them, made of a plain text."""

import base64
import hashlib
import hmac
import json

from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES
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
