"""Why a file that the user named was not read, whatever is in it."""

from enum import Enum


class FileTrouble(Enum):
    """What kept the bytes of a file from being read; the values are codes."""

    TOO_LARGE = "too_large"
    NO_PERMISSION = "no_permission"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
