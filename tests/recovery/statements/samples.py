"""Made-up statements, one in each layout that the program knows."""

from tests.recovery.statements.bank_samples import BANK_SAMPLES
from tests.recovery.statements.header_samples import HEADER_SAMPLES
from tests.recovery.statements.plain_samples import PLAIN_SAMPLES
from tests.recovery.statements.rakuten_smbc_samples import (
    RAKUTEN_SAMPLES,
    SMBC_SAMPLES,
)

SAMPLES = (
    *(*RAKUTEN_SAMPLES, *SMBC_SAMPLES, *HEADER_SAMPLES),
    *(*PLAIN_SAMPLES, *BANK_SAMPLES),
)
