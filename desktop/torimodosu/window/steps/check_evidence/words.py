"""What the evidence page calls the faults of an archive."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.tasks import FaultFound

_CHANGED = {"checksum_wrong", "payload_sum_wrong"}
_GONE = {"missing", "not_fetched", "journal_missing", "manifest_missing"}
_ADDED = {"not_listed", "manifest_not_listed"}


def fault_words(fault: FaultFound) -> str:
    """Return what is wrong with a file, and with which."""
    what = _what(fault)
    path = fault.path or QCoreApplication.translate("Faults", "the archive as a whole")
    if fault.entry is not None:
        form = QCoreApplication.translate("Faults", "{path}, entry {entry}")
        path = form.format(path=path, entry=fault.entry)
    return QCoreApplication.translate("Faults", "{what}: {path}").format(
        what=what, path=path
    )


def _what(fault: FaultFound) -> str:
    code = fault.fault
    if code in _CHANGED:
        return QCoreApplication.translate("Faults", "No longer as it was kept")
    if code in _GONE:
        return QCoreApplication.translate("Faults", "No longer there")
    if code in _ADDED:
        return QCoreApplication.translate("Faults", "Put there by somebody else")
    if code == "seal_differs":
        return QCoreApplication.translate("Faults", "Sealed anew by somebody else")
    if fault.entry is not None or code == "stored_journal_changed":
        return QCoreApplication.translate("Faults", "The journal was changed")
    form = QCoreApplication.translate("Faults", "Not as it should be ({code})")
    return form.format(code=code)
