import json
from pathlib import Path

import pytest

from tests.cli.running import Commands
from tests.recovery.mail.judging.letters import STRANGER, letter, signed_by
from tests.recovery.mail.signatures.signing import rsa_record

NAMES = ("from", "to", "subject", "date")
FORGED = letter(sender="Amazon <info@bjvsm.example>")


def test_each_mail_is_one_line_with_its_verdict(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "keys.json").write_text(
        json.dumps({"s1._domainkey.amazon.co.jp.": rsa_record().decode()})
    )
    mails = tmp_path / "mails"
    mails.mkdir()
    signed = signed_by("amazon.co.jp", letter(), names=NAMES)
    for name, raw in (("a", signed), ("b", FORGED), ("c", letter())):
        (mails / f"{name}.eml").write_bytes(raw)
    done = torimodosu(
        *("mail", "judge", mails, "--dkim-keys", tmp_path / "keys.json"),
        *("--at", "2026-03-21T00:00+09:00", "--json"),
    )
    assert (done.status, done.err) == (1, "")
    assert [row["verdict"] for row in done.rows] == [
        *("genuine", "not_genuine", "cannot_tell"),
    ]
    assert {row["claims"] for row in done.rows} == {"amazon.co.jp"}
    first = done.rows[0]
    assert first["reasons"][0] == {
        "code": "signed_by_sender",
        "weighs": "for",
        "detail": "a signature of amazon.co.jp fits the mail",
    }
    assert 0 <= first["confidence"] <= 1
    assert done.rows[2]["would_settle"] == ["message_centre"]
    counts = {key: done.summary[key] for key in ("genuine", "not_genuine")}
    assert counts == {"genuine": 1, "not_genuine": 1}
    assert done.summary["covered"] == [str(mails)]


def test_what_the_mails_tell_about_each_other_is_a_reason(
    torimodosu: Commands, tmp_path: Path
) -> None:
    order = "注文番号 250-1234567-7654321\n"
    keys = {"s1._domainkey.amazon.co.jp.": rsa_record().decode()}
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    mails = tmp_path / "mails"
    mails.mkdir()
    (mails / "a.eml").write_bytes(letter(order))
    (mails / "b.eml").write_bytes(signed_by("amazon.co.jp", letter(order), names=NAMES))
    done = torimodosu(
        *("mail", "judge", mails, "--dkim-keys", tmp_path / "keys.json"),
        *("--at", "2026-03-21T00:00+09:00", "--json"),
    )
    plain, proven = done.rows
    assert (plain["verdict"], proven["verdict"]) == ("cannot_tell", "genuine")
    assert plain["reasons"][-1] == {
        "code": "order_proven",
        "weighs": "for",
        "detail": "the order number 250-1234567-7654321 also stands in a genuine mail",
    }
    assert plain["would_settle"][-1] == "proven_mail"


def test_the_own_server_is_believed_where_it_is_named(
    torimodosu: Commands, tmp_path: Path
) -> None:
    field = "Authentication-Results: MX.mine.example; dmarc=pass"
    path = tmp_path / "a.eml"
    path.write_bytes(letter(fields=(field,)))
    told = torimodosu("mail", "judge", path, "--trust", "mx.Mine.example", "--json")
    (row,) = told.rows
    assert (row["verdict"], told.status) == ("genuine", 0)


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["people", "programs"])
def test_the_flag_is_named_by_which_a_mail_could_be_told(
    torimodosu: Commands, tmp_path: Path, form: list[str]
) -> None:
    field = "Authentication-Results: mx.mine.example; dmarc=pass"
    path = tmp_path / "a.eml"
    path.write_bytes(letter(fields=(field,)))
    hint = "--trust mx.mine.example"
    assert hint in torimodosu("mail", "judge", path, *form).out
    told = torimodosu("mail", "judge", path, "--trust", "mx.mine.example", *form)
    assert "judge again" not in told.out


def test_every_mail_of_an_mbox_is_judged(torimodosu: Commands, tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    friend = letter("やあ", sender="hana@friend.example", subject="やあ")
    path.write_bytes(
        b"".join(
            b"From x Sat Mar 14 12:00:00 2026\n" + raw.replace(b"\r\n", b"\n") + b"\n"
            for raw in (FORGED, friend)
        )
    )
    told = torimodosu("mail", "judge", path, "--json")
    assert [row["claims"] for row in told.rows] == ["amazon.co.jp", None]
    assert told.rows[1]["offset"] > 0


def test_the_table_tells_the_first_reason(torimodosu: Commands, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(letter(received=(STRANGER,), fields=("X-Mailer: Qkns 8",)))
    done = torimodosu("mail", "judge", path)
    assert "185.2.3.4 called itself mail.amazon.co.jp" in done.out


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"a": 1}', "no", "[" * 100_000, r'{"s1": "\ud800"}'],
    ids=range(6),
)
def test_a_file_that_holds_no_keys_is_refused(
    torimodosu: Commands, tmp_path: Path, content: str
) -> None:
    path, keys = tmp_path / "a.eml", tmp_path / "keys.json"
    path.write_bytes(letter())
    keys.write_text(content)
    done = torimodosu("mail", "judge", path, "--dkim-keys", keys)
    assert done.status == 2
    assert "TXT record" in done.err
    assert done.out == ""
