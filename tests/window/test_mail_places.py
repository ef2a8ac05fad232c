from torimodosu.recovery.case.case import MailPlace
from torimodosu.window.mail_places import mail_place_name


def test_places_of_mail_are_told_apart() -> None:
    names = [mail_place_name(place) for place in MailPlace]
    assert all(names)
    assert len(set(names)) == len(names)
