"""The practice incident: a made-up account that was broken into on a Friday evening.

Everything is fixed, so that it is the same bytes every time; every person, address and
host is made up but for the sender domains of the shop and the card issuers.
"""

from collections.abc import Iterator

from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.practice.browsers import browser_files
from torimodosu.recovery.practice.cards import CARDS
from torimodosu.recovery.practice.files import PracticeDatabase, PracticeFile
from torimodosu.recovery.practice.later_statements import later_files
from torimodosu.recovery.practice.letter import in_japan
from torimodosu.recovery.practice.mailbox import mailbox_files
from torimodosu.recovery.practice.shop_mail import SHOP
from torimodosu.recovery.practice.statements import statement_files
from torimodosu.recovery.practice.two_step import two_step_files

MAIL_FOLDER = "mail"
ANSWERS = Answers(
    service=SHOP,
    noticed=in_japan(20, 19, 8).date(),
    sign_in=SignIn.NO,
    mail_place=MailPlace.GMAIL,
    cards=CARDS,
)
_NOTICE = """これは練習用の作り話です。人も住所も実在しません。
This is a made-up incident for practice. No person and no address in it is real.
"""


def practice_files() -> Iterator[PracticeFile | PracticeDatabase]:
    """Yield every file of the incident; the mails lie below `MAIL_FOLDER`."""
    yield PracticeFile(
        path="README.txt",
        content=_NOTICE.encode(),
        told="練習用であることの説明 / says that this is for practice",
    )
    yield from mailbox_files()
    yield from browser_files()
    yield from statement_files()
    yield from later_files()
    yield from two_step_files()
