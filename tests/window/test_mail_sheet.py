from pytestqt.qtbot import QtBot

from tests.fakes.kept_mails import kept, raw_mail
from tests.recovery.mail.judging.letters import STRANGER, judged, letter
from tests.window.seen import words_in
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.kit.look import Look
from torimodosu.window.mail_sheet import mail_sheet

SHOP = Names(ja="お店", en="The shop")


def shown(raw: bytes) -> ShownMail:
    """Return a mail as the window gets it."""
    judgement = judged(raw)
    return ShownMail(
        kept=kept(raw_mail(1)),
        message=read_message(raw),
        judgement=judgement,
        claims=SHOP,
    )


def test_a_forged_mail_is_told_with_every_reason(qtbot: QtBot, look: Look) -> None:
    raw = letter(received=(STRANGER,), fields=("X-Mailer: Qkns 8",))
    sheet = mail_sheet(look, shown(raw))
    qtbot.addWidget(sheet)
    words = words_in(sheet)
    assert "This mail is not from The shop" in words
    assert "185.2.3.4" in words
    assert "Qkns 8" in words


def test_what_would_settle_it_is_told(qtbot: QtBot, look: Look) -> None:
    sheet = mail_sheet(look, shown(letter()))
    qtbot.addWidget(sheet)
    words = words_in(sheet)
    assert "It cannot be told whether this mail is from The shop" in words
    assert "Type the address of the shop yourself" in words


def test_a_mail_that_claims_nobody_is_shown_without_a_verdict(
    qtbot: QtBot, look: Look
) -> None:
    raw = letter("やあ", sender="hana@friend.example", subject="やあ")
    mail = ShownMail(
        kept=kept(raw_mail(1)), message=read_message(raw), judgement=judged(raw)
    )
    sheet = mail_sheet(look, mail)
    qtbot.addWidget(sheet)
    assert "be told" not in words_in(sheet)


def test_what_has_no_blanks_makes_no_page_wider(qtbot: QtBot, look: Look) -> None:
    host = f"{'a' * 60}.{'b' * 60}.bjvsm.example"
    target = f"https://{host}/{'x' * 2000}"
    raw = letter(
        f'<p><a href="{target}">https://www.amazon.co.jp/</a></p>',
        html=True,
        sender=f"Amazon <info@{host}>",
        subject=f"Amazon.co.jp {'w' * 400}",
    )
    sheet = mail_sheet(look, shown(raw))
    qtbot.addWidget(sheet)
    assert host in words_in(sheet)
    assert target in words_in(sheet)
    assert sheet.minimumSizeHint().width() < 700
