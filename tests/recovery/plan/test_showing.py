from pathlib import Path

from tests.fakes.kept_mails import found, kept, raw_mail
from tests.recovery.mail.judging.letters import NOW, catalogue, letter
from torimodosu.adapters.archive import BagArchive
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.mail_view import ShowMails
from torimodosu.recovery.plan.showing import MailDesk, show_mails

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


def desk(archive: BagArchive) -> MailDesk:
    """Return what mails are looked at with, without any key."""
    outside = Outside(keys=lambda _name: None, trusted=frozenset(), at=NOW)
    return MailDesk(archive=archive, catalogue=catalogue(), outside=outside)


def test_a_mail_is_shown_with_whether_it_is_genuine(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    ((_, name),) = archive.keep(found(FIRST))
    request = ShowMails(case=CASE, mails=(name,))
    (mail,) = show_mails(request, desk(archive), [kept(FIRST)]).mails
    assert mail.judgement is not None
    assert mail.judgement.verdict is Verdict.CANNOT_TELL
    assert mail.claims == catalogue().services[mail.judgement.claims].name


def test_mails_are_shown_in_the_order_of_asking(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    names = [name for _, name in archive.keep(found(FIRST), found(SECOND))]
    request = ShowMails(case=CASE, mails=(names[1], "0" * 64, names[0]))
    shown = show_mails(request, desk(archive), [kept(FIRST), kept(SECOND)])
    assert shown.asked == request.mails
    subjects = [mail.message.subject for mail in shown.mails if mail.message]
    assert subjects == ["Amazon.co.jp order 2", "Amazon.co.jp order 1"]


def test_a_mail_that_was_changed_is_shown_without_words(tmp_path: Path) -> None:
    archive = BagArchive(tmp_path / "bag")
    ((_, name),) = archive.keep(found(FIRST))
    (tmp_path / "bag" / "data" / "mails" / f"{name}.eml").write_bytes(b"forged")
    request = ShowMails(case=CASE, mails=(name,))
    (mail,) = show_mails(request, desk(archive), [kept(FIRST)]).mails
    assert mail.message is None
    assert mail.kept.sha256 == name


def test_a_flood_of_words_and_links_is_cut(tmp_path: Path) -> None:
    links = "".join(f'<a href="https://x.example/{n}">y</a>' for n in range(2_000))
    raw = letter(f"{links}<p>{'z' * 1_500_000}</p>", html=True)
    archive = BagArchive(tmp_path / "bag")
    ((_, name),) = archive.keep(found(raw))
    request = ShowMails(case=CASE, mails=(name,))
    (mail,) = show_mails(request, desk(archive), [kept(raw)]).mails
    assert mail.message is not None
    assert len(mail.message.text) == 200_000
    assert len(mail.message.links) == 500
