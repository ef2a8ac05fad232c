"""Unpacking the RTF in which Outlook keeps texts ([MS-OXRTFCP])."""

import struct

_HEADER = struct.Struct("<IIII")  # section 2.1.3.1: sizes, kind and checksum
_PACKED = b"LZFu"
_PLAIN = b"MELA"
_WINDOW = 4096
_SHORTEST = 2
# What the window holds to begin with (section 2.1.2.1).
_BEGINNING = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern "
    rb"\fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0"
    b"\\green0\\blue0\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpack_rtf(raw: bytes, most: int) -> bytes:
    """Return at most *most* bytes of the RTF that *raw* holds, b"" where it is none.

    Of damaged bytes, what can be unpacked. Never raises.
    """
    if len(raw) < _HEADER.size:
        return b""
    _, size, _, _ = _HEADER.unpack_from(raw)
    kind, content = raw[8:12], raw[_HEADER.size :]
    most = min(size, most)
    if kind == _PLAIN:
        return content[:most]
    return _unpacked(content, most) if kind == _PACKED else b""


def _unpacked(raw: bytes, most: int) -> bytes:
    """Undo a compression whose back references point into a window (section 2.2)."""
    found = bytearray(_BEGINNING)
    end = len(found) + most
    position = 0
    while position < len(raw) and len(found) < end:
        control = raw[position]
        position += 1
        for bit in range(8):
            if not control >> bit & 1:
                found += raw[position : position + 1]
                position += 1
                continue
            pair = raw[position : position + 2]
            position += 2
            place, length = int.from_bytes(pair) >> 4, (pair or b"\0")[-1] & 15
            if len(pair) < _SHORTEST or place == len(found) % _WINDOW:
                return bytes(found[len(_BEGINNING) : end])
            _repeat(found, place, length + _SHORTEST)
    return bytes(found[len(_BEGINNING) : end])


def _repeat(found: bytearray, place: int, length: int) -> None:
    """Append what stands at *place* of the window; it may reach into what it appends.

    A place that nothing was written to yet holds a blank.
    """
    written = len(found)
    start = written - (written - place) % _WINDOW
    for offset in range(start, start + length):
        found.append(found[offset] if offset >= 0 else 0x20)
