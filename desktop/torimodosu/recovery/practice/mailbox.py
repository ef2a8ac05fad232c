"""Where the mails of the practice incident lie."""

from torimodosu.recovery.practice.account_mails import account_mails
from torimodosu.recovery.practice.card_mails import card_mails
from torimodosu.recovery.practice.everyday_mails import everyday_mails
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.forged_mails import forged_mails
from torimodosu.recovery.practice.later_mails import later_mails
from torimodosu.recovery.practice.letter import Letter
from torimodosu.recovery.practice.order_mails import order_mails
from torimodosu.recovery.practice.senders import RAKUTEN_CARD
from torimodosu.recovery.practice.writing import write_mail, write_mbox

_SAVED_ALONE = "0101019a-hold@us-west-2.amazonses.com"
_SAVED_TWICE = "0101019a-250-0118562-3500012@us-west-2.amazonses.com"
# Copies of mails that lie in the mbox too.
COPIES = 2


def all_letters() -> tuple[Letter, ...]:
    """Return every mail once, oldest first."""
    letters = (
        *everyday_mails(),
        *order_mails(),
        *later_mails(),
        *account_mails(),
        *card_mails(),
        *forged_mails(),
    )
    return tuple(sorted(letters, key=lambda letter: letter.sent))


def mailbox_files() -> tuple[PracticeFile, ...]:
    """Return a mailbox as Gmail hands it out, two saved mails, and a small Maildir."""
    letters = all_letters()
    on_phone = [letter for letter in letters if letter.sender == RAKUTEN_CARD]
    exported = [letter for letter in letters if letter.sender != RAKUTEN_CARD]
    by_id = {letter.message_id: letter for letter in letters}
    return (
        PracticeFile(
            path="mail/takeout/all-mail.mbox",
            content=write_mbox(exported),
            told="メール（Gmailのエクスポート） / mails as exported from Gmail",
        ),
        PracticeFile(
            path="mail/saved/hold.eml",
            content=write_mail(by_id[_SAVED_ALONE]),
            told="同じメールの写し / a copy of a mail that is in the mbox too",
        ),
        PracticeFile(
            path="mail/saved/order.eml",
            content=write_mail(by_id[_SAVED_TWICE], with_labels=True),
            told="同じメールの写し / the same, byte for byte",
        ),
        *(
            PracticeFile(
                path=f"mail/phone/{folder}/17952{place:05}.practice",
                content=write_mail(letter),
                told="メール（Maildir） / a mail in a Maildir",
            )
            for place, (folder, letter) in enumerate(
                zip(("cur", "new"), on_phone, strict=True)
            )
        ),
    )
