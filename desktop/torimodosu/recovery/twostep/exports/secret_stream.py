"""Messages that libsodium has sealed as a stream (secretstream_xchacha20poly1305).

https://doc.libsodium.org/secret-key_cryptography/secretstream tells the form.
"""

import hmac

from Cryptodome.Cipher import ChaCha20
from Cryptodome.Hash import Poly1305

from torimodosu.recovery.twostep.exports.opening import NotOpenedError

_START = 24  # bytes in front of a stream
_MAC = 16
_BLOCK = 64
_WORD = 4
_CONSTANTS = b"expand 32-byte k"


def open_message(key: bytes, start: bytes, sealed: bytes) -> bytes:
    """Return the first message of a stream that begins with *start*.

    Raises:
        NotOpenedError: If the key is another one, or something was changed.

    """
    if len(start) != _START or len(sealed) < 1 + _MAC:
        raise NotOpenedError
    subkey = _hchacha20(key, start[:16])
    nonce = (1).to_bytes(4, "little") + start[16:]
    tag, text, mac = sealed[:1], sealed[1:-_MAC], sealed[-_MAC:]
    # The block of the mac's key, that of the tag, and the text, one after the other.
    stream = ChaCha20.new(key=subkey, nonce=nonce)
    stream.encrypt(bytes(_BLOCK))
    hidden = stream.encrypt(bytes(_BLOCK))
    authenticator = Poly1305.new(key=subkey, cipher=ChaCha20, nonce=nonce)
    authenticator.update(tag + hidden[1:] + text)
    # As many zeros as the first version wrote, by mistake, and all since.
    authenticator.update(bytes(len(text) % _MAC))
    authenticator.update(bytes(8) + (_BLOCK + len(text)).to_bytes(8, "little"))
    if not hmac.compare_digest(authenticator.digest(), mac):
        raise NotOpenedError
    return stream.encrypt(text)


def _hchacha20(key: bytes, given: bytes) -> bytes:
    """Return a key of *key* and 16 bytes (draft-irtf-cfrg-xchacha, section 2.2).

    A block of ChaCha20 is its state after the rounds plus the state before; what was
    before is taken away again. Its counter and nonce are the 16 bytes.
    """
    cipher = ChaCha20.new(key=key, nonce=given[4:])
    cipher.seek(_BLOCK * int.from_bytes(given[:4], "little"))
    block = cipher.encrypt(bytes(_BLOCK))
    first = _without(block[:16], _CONSTANTS)
    return first + _without(block[-16:], given)


def _without(sums: bytes, parts: bytes) -> bytes:
    """Return the words of *sums* less those of *parts*."""
    words = []
    for at in range(0, len(sums), _WORD):
        word = int.from_bytes(sums[at : at + _WORD], "little")
        word -= int.from_bytes(parts[at : at + _WORD], "little")
        words.append((word % 2**32).to_bytes(_WORD, "little"))
    return b"".join(words)
