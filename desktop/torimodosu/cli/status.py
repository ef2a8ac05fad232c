"""What a command ends with."""

from enum import IntEnum


class Status(IntEnum):
    """The exit status of the program.

    Attributes:
        DONE: All of it was done.
        ATTENTION: It was done, and something needs a look.
        UNUSABLE: The arguments or the input cannot be used, or the place to write to.
        STOPPED: The user pressed Ctrl-C; every shell has this number for that.

    """

    DONE = 0
    ATTENTION = 1
    UNUSABLE = 2
    STOPPED = 130
