"""Which backup something was read from: each is proven by itself alone."""

from torimodosu.recovery.twostep.exports.outcome import Form
from torimodosu.recovery.twostep.proof import BackupForm


def is_read_from(backup: BackupForm, read: Form, *, was_locked: bool) -> bool:
    """Tell whether what was *read* in that form can lie on such a *backup*.

    A file that holds the same keys says nothing of whether the paper can be read, and
    the other way round. *was_locked* tells whether a password had to open it. A phone
    shows its codes, and nothing is read from it.
    """
    match backup:
        case BackupForm.SHEET:
            return read in {Form.QR_CODES, Form.TYPED_KEY}
        case BackupForm.ENCRYPTED_FILE:
            return read is Form.KEEPASS and was_locked
        case BackupForm.PLAIN_FILE:
            return read is Form.ADDRESSES
        case BackupForm.PHONE:
            return False
