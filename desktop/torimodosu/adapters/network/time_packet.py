"""The packets of SNTP, by which a server tells the time (RFC 4330, RFC 5905)."""

import struct
from dataclasses import dataclass
from datetime import timedelta

from torimodosu.recovery.twostep.clock import NoTimeError, TimeTrouble

# Leap and mode, stratum, poll, precision, root delay, root dispersion, reference, and
# the timestamps reference, originate, receive and transmit (RFC 4330, section 4).
_PACKET = struct.Struct("!BBbbiI4sQQQQ")
_VERSION = 4
_OLDEST_VERSION = 3
_CLIENT, _SERVER = 3, 4
_NOT_SYNCHRONISED = 3
_KISS = 0
_HIGHEST_STRATUM = 15
_SECOND = 1 << 32  # of a timestamp, in 64 bits
_SHORT_SECOND = 1 << 16  # of a delay, in 32 bits
# "a cozy number like one second" (RFC 4330, section 5).
_TOO_FAR_FROM_A_CLOCK = _SHORT_SECOND
_UNIX_EPOCH = 2_208_988_800  # seconds from 1900, where the timestamps begin
_AGES = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: its clock when the question came and when it answered.

    Both are timestamps of 64 bits. `within` is how far its own clock may be off.
    """

    received: int
    sent: int
    within: timedelta


def question(nonce: int) -> bytes:
    """Return a question for the time that tells nothing about who asks.

    All fields are 0 but the version, the mode, and 64 random bits in the place of the
    time of sending, by which the answer is known: a server only copies them, and so
    learns neither the clock nor the system of this computer
    (draft-ietf-ntp-data-minimization, section 4).
    """
    first = _VERSION << 3 | _CLIENT
    return _PACKET.pack(first, 0, 0, 0, 0, 0, bytes(4), 0, 0, 0, nonce)


def read_answer(packet: bytes, nonce: int) -> Answer | None:
    """Return what the server said; None for a packet that does not answer *nonce*.

    Whoever does not see the question cannot guess those 64 bits, so a packet without
    them is from somebody else or late, and to be waited past.

    Raises:
        NoTimeError: If the server sends us away (a kiss of death, RFC 4330, section
            8), or what it says can't be believed (section 5).

    """
    if len(packet) < _PACKET.size:
        return None
    first, stratum, _, _, delay, dispersion, _, _, origin, received, sent = (
        _PACKET.unpack_from(packet)
    )
    leap, version, mode = first >> 6, first >> 3 & 7, first & 7
    if origin != nonce or mode != _SERVER:
        return None
    if stratum == _KISS:
        raise NoTimeError(TimeTrouble.SENT_AWAY)
    is_believable = (
        _OLDEST_VERSION <= version <= _VERSION
        and leap != _NOT_SYNCHRONISED
        and stratum <= _HIGHEST_STRATUM
        and 0 <= delay < _TOO_FAR_FROM_A_CLOCK
        and dispersion < _TOO_FAR_FROM_A_CLOCK
        and received != 0
        and sent != 0
    )
    if not is_believable:
        raise NoTimeError(TimeTrouble.NOT_BELIEVABLE)
    within = timedelta(seconds=(delay / 2 + dispersion) / _SHORT_SECOND)
    return Answer(received=received, sent=sent, within=within)


def timestamp_of(seconds: float) -> int:
    """Return the 64 bits of a time in seconds since 1970."""
    return round((seconds + _UNIX_EPOCH) * _SECOND) % _AGES


def between(later: int, earlier: int) -> timedelta:
    """Return the time from one timestamp to another, at most 68 years to either side.

    The timestamps begin anew in 2036; their difference does not mind (RFC 5905,
    section 6).
    """
    apart = (later - earlier) % _AGES
    if apart >= _AGES // 2:
        apart -= _AGES
    return timedelta(seconds=apart / _SECOND)
