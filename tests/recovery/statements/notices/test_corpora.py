"""What phishing says of cards is taken for no use of one."""

import pytest

from tests.recovery.mail.test_corpora_kinds import corpus
from tests.recovery.statements.notices.mails import SHIPPED
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.statements.notices.reading import read_card_notices


@pytest.mark.parametrize("name", ["jp-phish-lists", "phishing_pot"])
def test_no_phishing_mail_tells_a_use_of_a_card(name: str) -> None:
    read, claimed = [], 0
    for path in sorted(corpus(name).rglob("*.eml")):
        message = read_message(path.read_bytes())
        issuer = SHIPPED.issuers.get(classify(message, SHIPPED).issuer)
        if issuer is None:
            continue
        claimed += 1
        # Whatever its subject speaks of.
        if read_card_notices(
            message, mail="a" * 64, issuer=issuer, kind=MailKind.CARD_USAGE
        ):
            read.append(path.name)
    assert read == []
    assert claimed or name != "jp-phish-lists"
