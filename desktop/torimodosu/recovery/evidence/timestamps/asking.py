"""Asking for a time stamp: what leaves this computer is kept before it does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.evidence.timestamps.question import Question, write_question
from torimodosu.recovery.evidence.timestamps.stamp import (
    Stamp,
    StampError,
    StampFault,
    check_stamp,
)


class NoAnswer(Enum):
    """Why an authority did not answer.

    Attributes:
        NOBODY: No such host, or it said nothing in time.
        NOT_TRUSTED: Its certificate for the web is none that this computer trusts.
        NO_STAMP: It answered, but not with a stamp.

    """

    NOBODY = "no_answer"
    NOT_TRUSTED = "certificate_not_trusted"
    NO_STAMP = "not_an_authority"


class NoAnswerError(Exception):
    """An authority did not answer; `why` tells."""

    def __init__(self, why: NoAnswer) -> None:
        super().__init__(why.value)
        self.why = why


class Authority(Protocol):
    """Who stamps."""

    @property
    def host(self) -> str:
        """Return whom the question goes to."""
        ...

    def ask(self, question: bytes) -> bytes:
        """Send a question and return the answer (RFC 3161, 3.4).

        Raises:
            NoAnswerError: If there is none.

        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What came of asking: a stamp with question and answer, or why there is none."""

    question: bytes = b""
    answer: bytes = b""
    stamp: Stamp | None = None
    trouble: NoAnswer | StampFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StampAsking:
    """Who is asked for a stamp.

    Attributes:
        authority: Who stamps.
        clock: Tells when they were asked.
        before: Keeps that they are asked; raises where it can't.
        nonce: Gives a number that nobody can guess.

    """

    authority: Authority
    clock: Clock
    before: Callable[[Sent], None]
    nonce: Callable[[], int]

    def sent(self) -> Sent:
        """Return what is sent: a hash, which tells nothing about the mails."""
        return Sent(
            at=self.clock.now(), host=self.authority.host, what=SentWhat.STAMP_HASH
        )

    def ask(self, sha256: str) -> Stamped:
        """Return a stamp for what has that hash in hexadecimal, checked."""
        digest, nonce = bytes.fromhex(sha256), self.nonce()
        question = write_question(Question(digest=digest, nonce=nonce))
        try:
            answer = self.authority.ask(question)
            stamp = check_stamp(answer, digest, nonce)
        except NoAnswerError as error:
            return Stamped(trouble=error.why)
        except StampError as error:
            return Stamped(trouble=error.fault)
        return Stamped(question=question, answer=answer, stamp=stamp)
