import threading

import pytest

from torimodosu.adapters.archive.in_pairs import in_pairs


def test_what_comes_of_each_is_told_in_their_order() -> None:
    done, error = in_pairs(str, range(1000))
    assert done == [(number, str(number)) for number in range(1000)]
    assert error is None


@pytest.mark.parametrize("number", [0, 1])
def test_fewer_than_two_need_no_other_thread(number: int) -> None:
    done, _ = in_pairs(lambda _: threading.get_ident(), range(number))
    assert done == [(0, threading.get_ident())][:number]


def test_two_are_done_at_the_same_time() -> None:
    meeting = threading.Barrier(2)
    _, error = in_pairs(lambda _: meeting.wait(timeout=60), range(2))
    assert error is None


def test_an_error_ends_it_and_what_was_done_is_told() -> None:
    second_is_done = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            assert second_is_done.wait(timeout=60)
            raise OSError
        if number > 1:
            second_is_done.set()
        return number

    done, error = in_pairs(work, range(1000))
    assert done[:2] == [(1, 1), (2, 2)]
    assert isinstance(error, OSError)


def test_what_nobody_expected_is_raised() -> None:
    def work(number: int) -> int:
        return 1 // (number - 700)

    with pytest.raises(ZeroDivisionError):
        in_pairs(work, range(1000))
