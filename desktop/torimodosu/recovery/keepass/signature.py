"""What the files of KeePass begin with (https://keepass.info/help/kb/kdbx.html).

Apart from reading them, whose ciphers take longer to load than another form to read.
"""

SIGNATURE = bytes.fromhex("03d9a29a67fb4bb5")
SIGNATURE_OF_1 = bytes.fromhex("03d9a29a65fb4bb5")


def is_keepass(raw: bytes) -> bool:
    """Tell whether *raw* begins as a file of KeePass, of whichever version."""
    return raw.startswith((SIGNATURE, SIGNATURE_OF_1))
