from dataclasses import replace
from datetime import timedelta

from tests.fakes.kept_mails import EVENING, kept, raw_mail
from torimodosu.recovery.evidence.loose_mails import LooseMails


def test_mails_come_by_date_those_without_one_last() -> None:
    mails = LooseMails()
    late = replace(kept(raw_mail(1)), date=EVENING + timedelta(hours=1))
    early = kept(raw_mail(2))
    undated = replace(kept(raw_mail(3)), date=None)
    mails.add([undated, late])
    mails.add([early])
    assert mails.all() == [early, late, undated]


def test_a_mail_from_the_same_place_is_kept_once() -> None:
    mails = LooseMails()
    mail = kept(raw_mail(1))
    mails.add([mail, replace(mail, subject="later"), kept(raw_mail(1), source="copy")])
    assert [kept.subject for kept in mails.all()] == [mail.subject, mail.subject]
