"""An account of an authenticator."""

from dataclasses import dataclass, field
from enum import Enum


class OtpType(Enum):
    """How the codes follow each other.

    Attributes:
        TOTP: By the time (RFC 6238).
        HOTP: By a counter (RFC 4226).
        STEAM: By the time, in five letters and digits, as Valve does it.

    """

    TOTP = "totp"
    HOTP = "hotp"
    STEAM = "steam"


class Algorithm(Enum):
    """The hash function of the HMAC."""

    SHA1 = "SHA1"
    SHA256 = "SHA256"
    SHA512 = "SHA512"


USUAL_DIGITS = 6
USUAL_PERIOD = 30
STEAM_DIGITS = 5


class Problem(Enum):
    """Why something is no account that codes can be made for."""

    NOT_OTPAUTH = "not_otpauth"
    UNKNOWN_TYPE = "unknown_type"
    NO_SECRET = "no_secret"  # noqa: S105 -- a problem
    BAD_SECRET = "bad_secret"  # noqa: S105 -- a problem
    BAD_ALGORITHM = "bad_algorithm"
    BAD_DIGITS = "bad_digits"
    BAD_PERIOD = "bad_period"
    BAD_COUNTER = "bad_counter"
    NO_COUNTER = "no_counter"
    TOO_LONG = "too_long"
    DAMAGED = "damaged"


class NotAnAccountError(ValueError):
    """Something is no account; its text never holds any of it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class OtpAccount:
    """One account; its secret is left out of its repr.

    Attributes:
        type: How its codes follow each other.
        issuer: Whose account it is, such as "Amazon", or "".
        name: The name of the account there, such as a mail address, or "".
        secret: What the codes are made from.
        algorithm: The hash function.
        digits: How long a code is.
        period: For how many seconds a code is good; 0 for HOTP.
        counter: The number of the next code; 0 for the others.

    Raises:
        NotAnAccountError: If no codes can be made of these.

    """

    type: OtpType
    issuer: str
    name: str
    secret: bytes = field(repr=False)
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = USUAL_DIGITS
    period: int = USUAL_PERIOD
    counter: int = 0

    def __post_init__(self) -> None:
        """Refuse what RFC 4226 (section 5.3) and RFC 6238 (section 4) rule out.

        Its six digits at least are not asked of Steam; nine are the most that its
        truncated 31 bits fill.
        """
        if not self.secret:
            raise NotAnAccountError(Problem.NO_SECRET)
        fewest = STEAM_DIGITS if self.type is OtpType.STEAM else USUAL_DIGITS
        if not fewest <= self.digits <= _MOST_DIGITS:
            raise NotAnAccountError(Problem.BAD_DIGITS)
        shortest = 0 if self.type is OtpType.HOTP else 1
        if not shortest <= self.period <= _LONGEST_PERIOD:
            raise NotAnAccountError(Problem.BAD_PERIOD)
        if not 0 <= self.counter < _COUNTERS:
            raise NotAnAccountError(Problem.BAD_COUNTER)

    @property
    def is_short(self) -> bool:
        """Whether the secret is shorter than the 128 bits that RFC 4226 asks for.

        The shop has chosen it, and nobody else can make it longer (section 4, R6).
        """
        return len(self.secret) < _ENOUGH_BYTES


_MOST_DIGITS = 9
_LONGEST_PERIOD = 86400  # seconds; a code of a day is odd enough
_COUNTERS = 2**64
_ENOUGH_BYTES = 16
