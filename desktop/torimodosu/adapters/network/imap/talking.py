"""What may go wrong while a server is talked to."""

from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError


class CutOffError(Exception):
    """The connection broke off; the argument is the kind of error."""


class RefusedError(Exception):
    """The server does not do what it was asked for, or answers what nobody can read."""


@contextmanager
def talking() -> Iterator[None]:
    """Turn what the libraries raise into `CutOffError` and `RefusedError`.

    What they do not understand in an answer, they raise as whatever went wrong.
    """
    try:
        yield
    except (IMAPClientAbortError, OSError) as error:
        raise CutOffError(type(error).__name__) from None
    except IMAPClientError as error:
        raise RefusedError(type(error).__name__) from None
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError) as odd:
        raise RefusedError(type(odd).__name__) from None
