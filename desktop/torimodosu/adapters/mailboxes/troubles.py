"""Why a file could not be read, told by the error of the system."""

from torimodosu.recovery.mail.search import NotCovered, Trouble


def not_covered(
    source: str, error: Exception | Trouble, offset: int | None = None
) -> NotCovered:
    """Return the finding for what went wrong with *source*."""
    trouble = error if isinstance(error, Trouble) else _trouble_of(error)
    return NotCovered(source=source, offset=offset, trouble=trouble)


def _trouble_of(error: Exception) -> Trouble:
    match error:
        case PermissionError():
            return Trouble.NO_PERMISSION
        # A name with a NUL is a ValueError, and names nothing.
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return Trouble.NOT_FOUND
        case _:
            return Trouble.UNREADABLE
