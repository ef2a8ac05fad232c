"""Why a file of KeePass is not read."""

from enum import Enum


class KeePassProblem(Enum):
    """What is wrong with a file.

    Attributes:
        NOT_KEEPASS: It is no file of KeePass.
        OTHER_VERSION: It is of KeePass 1, or of a version that is not known here.
        OTHER_CIPHER: It is encrypted in a way that is not read here, such as Twofish.
        WRONG_KEY: The password does not open it: it is another one, or the file asks
            for a key file as well.
        TOO_MUCH_WORK: Its key asks for more memory or time than is given here.
        TOO_LARGE: It is larger than any file of logins.
        DAMAGED: It has been changed or cut off.

    """

    NOT_KEEPASS = "not_keepass"
    OTHER_VERSION = "other_version"
    OTHER_CIPHER = "other_cipher"
    WRONG_KEY = "wrong_key"
    TOO_MUCH_WORK = "too_much_work"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"


class KeePassError(ValueError):
    """A file is not read; the text never holds any of its content."""

    def __init__(self, problem: KeePassProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem
