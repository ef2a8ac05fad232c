import pytest

from torimodosu.frames import JobTrouble
from torimodosu.recovery.case.ports import (
    CaseDeletedError,
    StoreError,
    StoreTrouble,
)
from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError
from torimodosu.worker.failures import trouble_of


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (StoreError(StoreTrouble.FULL, ""), JobTrouble.DISK_FULL),
        (StoreError(StoreTrouble.NOT_WRITABLE, ""), JobTrouble.NOT_WRITABLE),
        (StoreError(StoreTrouble.BUSY, ""), JobTrouble.STORE_BUSY),
        (StoreError(StoreTrouble.DAMAGED, ""), JobTrouble.STORE_DAMAGED),
        (StoreError(StoreTrouble.TOO_NEW, ""), JobTrouble.STORE_TOO_NEW),
        (CaseDeletedError(1), JobTrouble.CASE_DELETED),
        (ArchiveFullError(), JobTrouble.DISK_FULL),
        (ArchiveUnwritableError(), JobTrouble.NOT_WRITABLE),
        (KeyError("x"), JobTrouble.MISTAKE),
    ],
)
def test_every_error_has_its_trouble(error: Exception, trouble: JobTrouble) -> None:
    assert trouble_of(error) is trouble
