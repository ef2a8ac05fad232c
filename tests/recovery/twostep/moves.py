"""Migration codes of Google Authenticator, written field by field."""

import base64
from urllib.parse import quote


def varint(number: int) -> bytes:
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*groups, number])


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def message(fields: dict[int, int | bytes]) -> bytes:
    return b"".join(field(number, value) for number, value in fields.items())


def uri(*accounts: bytes, **numbers: int) -> str:
    body = b"".join(field(1, account) for account in accounts)
    places = {"version": 2, "size": 3, "index": 4, "batch": 5}
    body += b"".join(field(places[name], value) for name, value in numbers.items())
    data = quote(base64.b64encode(body), safe="")
    return f"otpauth-migration://offline?data={data}"
