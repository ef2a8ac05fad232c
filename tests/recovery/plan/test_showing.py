from pathlib import Path

from tests.fakes.kept_mails import found, kept, raw_mail
from torimodosu.adapters.archive import BagArchive
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.plan.mail_view import ShowMails
from torimodosu.recovery.plan.showing import show_mails

FIRST, SECOND = raw_mail(1), raw_mail(2)
CASE = Case(
    number=1,
    answers=Answers(
        service="amazon.co.jp",
        noticed=kept(FIRST).date.date(),  # type: ignore[union-attr]
        sign_in=SignIn.NO,
        mail_place=MailPlace.FILES,
    ),
)


def test_mails_are_shown_in_the_order_of_asking(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    names = [archive.keep(found(raw)) for raw in (FIRST, SECOND)]
    request = ShowMails(case=CASE, mails=(names[1], "0" * 64, names[0]))
    shown = show_mails(request, archive=archive, kept=[kept(FIRST), kept(SECOND)])
    assert shown.asked == request.mails
    subjects = [mail.message.subject for mail in shown.mails if mail.message]
    assert subjects == ["Amazon.co.jp order 2", "Amazon.co.jp order 1"]


def test_a_mail_that_was_changed_is_shown_without_words(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    name = archive.keep(found(FIRST))
    (tmp_path / "bag" / "data" / "mails" / f"{name}.eml").write_bytes(b"forged")
    request = ShowMails(case=CASE, mails=(name,))
    (mail,) = show_mails(request, archive=archive, kept=[kept(FIRST)]).mails
    assert mail.message is None
    assert mail.kept.sha256 == name
