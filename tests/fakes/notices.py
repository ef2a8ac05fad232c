from torimodosu.recovery.reminders.notices import Answer, Answered, NoticeWords


class FakeNotices:
    """A desktop in memory, on which the test is the person.

    With `is_there` it says at once that a notice is shown or not; None leaves that to
    the test.
    """

    def __init__(self) -> None:
        self.is_there: bool | None = True
        self.shown: list[NoticeWords] = []
        self.is_closed = False
        self._answered: Answered | None = None

    def show(self, words: NoticeWords, answered: Answered) -> None:
        self._answered = answered
        self.shown.append(words)
        if self.is_there is not None:
            self.answer(Answer.SHOWN if self.is_there else Answer.UNSHOWN)

    def answer(self, answer: Answer, token: str = "") -> None:
        """Answer about the newest notice."""
        assert self._answered is not None
        self._answered(answer, token)

    def close(self) -> None:
        self.is_closed = True
