"""Encrypted exports as the programs write them, made of a plain text."""

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.padding import PKCS7

PASSWORD = "correct horse"  # noqa: S105 -- made up
SALT, NONCE = b"s" * 16, b"n" * 12
TAG = 16


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def aegis(plain: bytes) -> bytes:
    key = hashlib.scrypt(PASSWORD.encode(), salt=SALT, n=1024, r=8, p=1, dklen=32)
    master = bytes(range(32))
    wrapped = AESGCM(key).encrypt(NONCE, master, None)
    sealed = AESGCM(master).encrypt(NONCE, plain, None)
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
    sealed = AESGCM(key).encrypt(NONCE, services, None)
    parts = ":".join(map(b64, (sealed, SALT, NONCE)))
    return json.dumps({"services": [], "servicesEncrypted": parts}).encode()


def bitwarden(plain: bytes, *, argon2: bool) -> bytes:
    salt = b64(SALT)
    if argon2:
        key = Argon2id(
            salt=hashlib.sha256(salt.encode()).digest(),
            length=32,
            iterations=2,
            lanes=1,
            memory_cost=1024,
        ).derive(PASSWORD.encode())
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
    enc, mac = (
        HKDFExpand(algorithm=SHA256(), length=32, info=name).derive(key)
        for name in (b"enc", b"mac")
    )
    padder = PKCS7(128).padder()
    padded = padder.update(plain) + padder.finalize()
    encryptor = Cipher(AES(enc), CBC(SALT)).encryptor()
    text = encryptor.update(padded) + encryptor.finalize()
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
    sealed = AESGCM(key).encrypt(NONCE, plain, None)
    return (1234).to_bytes(4) + SALT[:12] + NONCE + sealed


def old_and_otp(plain: bytes) -> bytes:
    key = hashlib.sha256(PASSWORD.encode()).digest()
    return NONCE + AESGCM(key).encrypt(NONCE, plain, None)


def stratum(plain: bytes) -> bytes:
    key = Argon2id(
        salt=SALT, length=32, iterations=3, lanes=4, memory_cost=2**16
    ).derive(PASSWORD.encode())
    sealed = AESGCM(key).encrypt(NONCE, plain, None)
    return b"AUTHENTICATORPRO" + SALT + NONCE + sealed
