from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.evidence.ports import Mails
from torimodosu.recovery.mail.kept import KeptMail, Origin, Quoting
from torimodosu.recovery.mail.kind import MailKind

ORDER = KeptMail(
    sha256="a" * 64,
    origin=Origin(source="/メール/受信トレイ", offset=1 << 40, length=12_345),
    message_id="1@example.com",
    date=FRIDAY_NIGHT,
    sender_name="お店",
    sender_address="order@example.com",
    subject="注文済み: 「本」\0",
    service="amazon.co.jp",
    kind=MailKind.ORDER_CONFIRMATION,
    quoting=Quoting.MBOXRD,
)
EARLIER = replace(
    ORDER,
    sha256="b" * 64,
    # Earlier, though its digits are larger.
    date=(FRIDAY_NIGHT - timedelta(hours=1)).astimezone(UTC) + timedelta(minutes=1),
)
UNDATED = replace(ORDER, sha256="c" * 64, date=None, kind=MailKind.OTHER)


class MailsContract:
    """What every list of kept mails must do."""

    @pytest.fixture
    def mails(self) -> Mails:
        raise NotImplementedError

    def test_holds_nothing_at_first(self, mails: Mails) -> None:
        assert list(mails.all()) == []

    def test_mails_are_sorted_by_moment_and_those_without_come_last(
        self, mails: Mails
    ) -> None:
        mails.add([UNDATED, ORDER])
        mails.add([EARLIER])
        mails.add([])
        assert list(mails.all()) == [EARLIER, ORDER, UNDATED]

    def test_a_mail_known_from_the_same_place_adds_nothing(self, mails: Mails) -> None:
        mails.add([ORDER, ORDER])
        mails.add([replace(ORDER, subject="another")])
        assert list(mails.all()) == [ORDER]

    def test_a_mail_from_two_places_is_known_from_both(self, mails: Mails) -> None:
        other = Origin(source="/copy", offset=0, length=12_345)
        mails.add([ORDER, replace(ORDER, origin=other)])
        assert [mail.origin for mail in mails.all()] == [ORDER.origin, other]

    @pytest.mark.parametrize("source", ["/mail/\udcff\udc80", "C:\\\ud800.eml", ""])
    def test_a_path_that_is_no_text_comes_back(self, mails: Mails, source: str) -> None:
        origin = Origin(source=source, offset=0, length=1)
        mails.add([replace(ORDER, origin=origin)])
        assert [mail.origin for mail in mails.all()] == [origin]

    def test_words_that_are_no_text_are_marked(self, mails: Mails) -> None:
        mails.add([replace(ORDER, subject="a\ud800b", sender_name="\udfff")])
        (mail,) = mails.all()
        assert (mail.subject, mail.sender_name) == ("a\ufffdb", "\ufffd")
