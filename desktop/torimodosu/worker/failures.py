"""Which trouble an error of the rules stands for."""

from torimodosu.frames import JobTrouble
from torimodosu.recovery.case.ports import CaseDeletedError, StoreError, StoreTrouble
from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError


def trouble_of(error: Exception) -> JobTrouble:
    """Return what to tell the user of *error*; a mistake of ours where unforeseen."""
    match error:
        case StoreError(trouble=trouble):
            return _of_store(trouble)
        case CaseDeletedError():
            return JobTrouble.CASE_DELETED
        case ArchiveFullError():
            return JobTrouble.DISK_FULL
        case ArchiveUnwritableError():
            return JobTrouble.NOT_WRITABLE
        case _:
            return JobTrouble.MISTAKE


def _of_store(trouble: StoreTrouble) -> JobTrouble:
    match trouble:
        case StoreTrouble.FULL:
            return JobTrouble.DISK_FULL
        case StoreTrouble.NOT_WRITABLE:
            return JobTrouble.NOT_WRITABLE
        case StoreTrouble.BUSY:
            return JobTrouble.STORE_BUSY
        case StoreTrouble.DAMAGED:
            return JobTrouble.STORE_DAMAGED
        case StoreTrouble.TOO_NEW:
            return JobTrouble.STORE_TOO_NEW
