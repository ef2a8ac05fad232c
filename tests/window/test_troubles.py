"""Whatever stops the program, the person reads what is safe and what to do."""

import pytest

from torimodosu.frames import JobTrouble
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.window.jobs import JobFailedError
from torimodosu.window.troubles import ending_words, trouble_title, trouble_words


@pytest.mark.parametrize("trouble", JobTrouble)
def test_a_job_that_failed_says_what_to_do(trouble: JobTrouble) -> None:
    error = JobFailedError(trouble, "detail")
    assert trouble_title(error)
    assert trouble_words(error).endswith(".")
    assert "detail" not in trouble_title(error) + trouble_words(error)


@pytest.mark.parametrize(
    ("store", "job"),
    [
        (StoreTrouble.FULL, JobTrouble.DISK_FULL),
        (StoreTrouble.NOT_WRITABLE, JobTrouble.NOT_WRITABLE),
        (StoreTrouble.BUSY, JobTrouble.STORE_BUSY),
        (StoreTrouble.DAMAGED, JobTrouble.STORE_DAMAGED),
        (StoreTrouble.TOO_NEW, JobTrouble.STORE_TOO_NEW),
    ],
)
def test_the_same_trouble_has_the_same_words_in_a_job(
    store: StoreTrouble, job: JobTrouble
) -> None:
    here, there = StoreError(store, ""), JobFailedError(job, "")
    assert trouble_title(here) == trouble_title(there)
    assert trouble_words(here) == trouble_words(there)


def test_endings_say_what_is_safe() -> None:
    assert ending_words(Ending.DONE) == ""
    for ending in set(Ending) - {Ending.DONE}:
        assert "kept" in ending_words(ending)


def test_an_intake_ends_with_the_words_of_its_trouble() -> None:
    full = JobFailedError(JobTrouble.DISK_FULL, "")
    assert ending_words(Ending.DISK_FULL) == trouble_words(full)
    closed = JobFailedError(JobTrouble.NOT_WRITABLE, "")
    assert ending_words(Ending.UNWRITABLE) == trouble_words(closed)
