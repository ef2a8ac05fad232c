"""Asking a time stamp authority over HTTP (RFC 3161, 3.4)."""

import ssl
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from torimodosu.recovery.evidence.timestamps.asking import NoAnswer, NoAnswerError

PATIENCE = 20.0  # seconds
_LONGEST_ANSWER = 2**20  # bytes; one with several certificates has some 6,000
_HEADERS = {
    "Content-Type": "application/timestamp-query",
    "Accept": "application/timestamp-reply",
    # Which computer and version it is stays here.
    "User-Agent": "Torimodosu",
}


class HttpAuthority:
    """The authority at an address of the web; it is followed nowhere else."""

    def __init__(
        self,
        address: str,
        *,
        context: ssl.SSLContext | None = None,
        patience: float = PATIENCE,
    ) -> None:
        parts = urlsplit(address)
        self.host = parts.hostname or ""
        self._port = parts.port
        self._is_secure = parts.scheme == "https"
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._context = context
        self._patience = patience

    def ask(self, question: bytes) -> bytes:
        """Send a question and return the answer.

        Raises:
            NoAnswerError: If there is none.

        """
        connection = self._connection()
        try:
            connection.request("POST", self._path, body=question, headers=_HEADERS)
            response = connection.getresponse()
            answer = response.read(_LONGEST_ANSWER + 1)
        except ssl.SSLCertVerificationError:
            raise NoAnswerError(NoAnswer.NOT_TRUSTED) from None
        except (OSError, HTTPException, UnicodeError):
            raise NoAnswerError(NoAnswer.NOBODY) from None
        finally:
            connection.close()
        if response.status != HTTPStatus.OK or len(answer) > _LONGEST_ANSWER:
            raise NoAnswerError(NoAnswer.NO_STAMP)
        return answer

    def _connection(self) -> HTTPConnection:
        if not self._is_secure:
            return HTTPConnection(self.host, self._port, timeout=self._patience)
        context = self._context or ssl.create_default_context()
        return HTTPSConnection(
            self.host, self._port, timeout=self._patience, context=context
        )
