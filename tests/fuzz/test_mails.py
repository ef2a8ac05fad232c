"""No mutated mail gets an exception out of the readers."""

import pytest

from tests.fuzz.mails import main, mutant, outcomes, reader
from tests.fuzz.seeds import CORPORA, seeds

SHORT, LONG = 300, 100_000


def test_no_exception_gets_out_of_the_readers(*, long_form: bool) -> None:
    mails = seeds()
    count = LONG if long_form else SHORT
    found = list(outcomes(range(count), mails, reader()))
    assert len(found) == count
    assert [outcome.error for outcome in found if outcome.error] == []


def test_a_mutant_can_be_made_again() -> None:
    mails = seeds()
    assert mutant(7, mails) == mutant(7, mails)
    assert len({mutant(number, mails) for number in range(50)}) > 40


def test_an_exception_is_reported() -> None:
    found = list(outcomes(range(1), [b"x"], lambda raw: raw[9_999_999]))
    assert "IndexError" in found[0].error


def test_the_program_tells_the_slowest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "3"]) == 0
    assert "3 mutants, 0 exceptions" in capsys.readouterr().out


@pytest.mark.skipif(
    not CORPORA.is_dir(), reason="corpora not present: ../shared/corpora"
)
def test_mails_of_other_people_are_among_the_seeds() -> None:
    assert len(seeds()) > 100
