from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.bodies import texts
from torimodosu.adapters.mailboxes.buffers import STRIDE, find
from torimodosu.adapters.mailboxes.headers import split

FEW_LETTERS = st.lists(st.sampled_from([b"a", b"b", b"ab"])).map(b"".join)
PLACES = st.integers(min_value=0, max_value=40)


@given(FEW_LETTERS, FEW_LETTERS, PLACES, PLACES, st.integers(1, 9))
def test_looking_in_steps_finds_what_looking_at_once_does(
    buffer: bytes, text: bytes, start: int, end: int, stride: int
) -> None:
    found = find(buffer, text, start, end, stride=stride)
    assert found == buffer.find(text, start, end)


class Watched(bytes):
    """A buffer that tells how much of it was to be looked through at once."""

    longest = 0

    def find(self, text: object, start: object = 0, end: object = None) -> int:
        assert isinstance(text, bytes)
        assert isinstance(start, int)
        assert isinstance(end, int)
        self.longest = max(self.longest, end - start)
        return super().find(text, start, end)


def test_a_mail_of_many_parts_is_looked_through_in_steps() -> None:
    header = b"Content-Type: multipart/mixed; boundary=b\n\n"
    gap = b" " * 8 * STRIDE
    mail = Watched(header + gap + b"\n--b\n\nfirst\n--b" + gap + b"\n\nsecond\n--b--\n")
    read = [raw for raw, _ in texts(mail, *split(mail, 0, len(mail)), len(mail))]
    assert [raw.strip() for raw in read] == [b"first", b"second"]
    assert mail.longest < 2 * STRIDE
