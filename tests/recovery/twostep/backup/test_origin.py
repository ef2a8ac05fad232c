import pytest

from torimodosu.recovery.twostep.backup.origin import is_read_from
from torimodosu.recovery.twostep.exports.outcome import Form
from torimodosu.recovery.twostep.proof import BackupForm

PROVING = {
    (BackupForm.SHEET, Form.QR_CODES, False),
    (BackupForm.SHEET, Form.QR_CODES, True),
    (BackupForm.SHEET, Form.TYPED_KEY, False),
    (BackupForm.SHEET, Form.TYPED_KEY, True),
    (BackupForm.ENCRYPTED_FILE, Form.KEEPASS, True),
    (BackupForm.PLAIN_FILE, Form.ADDRESSES, False),
    (BackupForm.PLAIN_FILE, Form.ADDRESSES, True),
}


@pytest.mark.parametrize("was_locked", [False, True])
@pytest.mark.parametrize("read", Form)
@pytest.mark.parametrize("backup", BackupForm)
def test_each_backup_is_proven_by_itself_alone(
    backup: BackupForm, read: Form, *, was_locked: bool
) -> None:
    is_proof = (backup, read, was_locked) in PROVING
    assert is_read_from(backup, read, was_locked=was_locked) is is_proof
