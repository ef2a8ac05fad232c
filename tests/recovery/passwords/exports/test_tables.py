"""Exports that are tables, whoever wrote them and whatever is wrong with them."""

from datetime import UTC, datetime

import pytest

from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.exports.reading import read_export

CHROME = "name,url,username,password,note\n"
ROW = "shop,https://shop.example/,hanako,correct horse,\n"


def read(text: str, encoding: str = "utf-8") -> ExportRead:
    return read_export(text.encode(encoding))


def passwords(export: ExportRead) -> list[str]:
    return [login.password for login in export.logins]


@pytest.mark.parametrize(
    ("form", "header", "row"),
    [
        (Form.CHROME, "name,url,username,password,note", "A,https://a.example/,u,p,"),
        (
            Form.FIREFOX,
            (
                "url,username,password,httpRealm,formActionOrigin,guid,timeCreated,"
                "timeLastUsed,timePasswordChanged"
            ),
            "https://a.example/,u,p,,https://a.example,{1},1,1,1",
        ),
        (
            Form.APPLE,
            "Title,URL,Username,Password,Notes,OTPAuth",
            "A,https://a.example/,u,p,,",
        ),
        (
            Form.BITWARDEN,
            (
                "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,"
                "login_password,login_totp"
            ),
            ",,login,A,,,0,https://a.example/,u,p,",
        ),
        (
            Form.ONEPASSWORD,
            "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes",
            "A,https://a.example/,u,p,,false,false,,",
        ),
        (
            Form.KEEPASSXC,
            "Group,Title,Username,Password,URL,Notes,TOTP,Icon,Last Modified,Created",
            "Root,A,u,p,https://a.example/,,,0,2024-05-06T07:08:09Z,",
        ),
        (
            Form.KEEPASS,
            "Account,Login Name,Password,Web Site,Comments",
            "A,u,p,https://a.example/,",
        ),
        (
            Form.LASTPASS,
            "url,username,password,totp,extra,name,grouping,fav",
            "https://a.example/,u,p,,,A,,0",
        ),
        (
            Form.NORDPASS,
            (
                "name,url,additional_urls,username,password,note,cardholdername,"
                "cardnumber,cvc,pin,expirydate,zipcode,folder,full_name,phone_number,email,"
                "address1,address2,city,country,state,type"
            ),
            "A,https://a.example/,,u,p,,,,,,,,,,,,,,,,,password",
        ),
        (
            Form.DASHLANE,
            "username,username2,username3,title,password,note,url,category,otpUrl",
            "u,,,A,p,,https://a.example/,,",
        ),
        (
            Form.PROTON,
            "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault",
            "login,A,https://a.example/,,u,p,,,1700000000,1700000000,Personal",
        ),
        (Form.OTHER, "サイト,ユーザー名,パスワード", "https://a.example/,u,p"),
        (Form.OTHER, "Website;User name;Password", "https://a.example/;u;p"),
        (Form.OTHER, "sep=;\nWebsite;User name;Password", "https://a.example/;u;p"),
        (Form.OTHER, "Website|User name|Password", "https://a.example/|u|p"),
        (Form.OTHER, "サイト名,URL,ID,パスワード", "A,https://a.example/,u,p"),
        (
            Form.OTHER,
            "Entry Type,Label,Username,Password,Site URL",
            "Password,A,u,p,https://a.example/",
        ),
        (
            Form.OTHER,
            "Display_Name,Login_Username,Login_Password,Login_URLs",
            "A,u,p,https://a.example/",
        ),
        (
            Form.OTHER,
            "Titel,Webseite,Benutzername,Kennwort",
            "A,https://a.example/,u,p",
        ),
    ],
)
def test_columns_are_known_by_their_names(form: Form, header: str, row: str) -> None:
    export = read(f"{header}\n{row}\n")
    assert export.form is form
    (login,) = export.logins
    told = (login.site, login.username, login.password)
    assert told == ("https://a.example/", "u", "p")


def test_the_order_of_the_columns_does_not_matter() -> None:
    export = read("password,note,url,name,username\np,,https://a.example,A,u\n")
    assert export.form is Form.CHROME
    assert (export.logins[0].username, export.logins[0].password) == ("u", "p")


def test_what_has_no_address_is_known_by_its_title() -> None:
    assert read(CHROME + "My bank,,u,p,\n").logins[0].site == "My bank"


def test_an_address_of_mail_stands_for_a_missing_user_name() -> None:
    export = read("name,url,email,username,password\nA,,a@mail.example,,p\n")
    assert export.logins[0].username == "a@mail.example"


def test_a_row_is_numbered_as_a_spreadsheet_does() -> None:
    export = read(CHROME + 'a,,u,p,"two\nlines"\n\n' + ROW)
    assert [login.row for login in export.logins] == [2, 4]


@pytest.mark.parametrize(
    "password",
    [
        *('a"b', "a,b", "a\nb", "a\r\nb", " a ", "パスワード", '"', ",", "é́", "a\\b"),
        *("=1+1", "a" * 5000, "\t", "🔑"),
    ],
)
def test_a_password_comes_back_as_it_was(password: str) -> None:
    quoted = password.replace('"', '""')
    export = read(f'{CHROME}a,https://a.example,u,"{quoted}",\n{ROW}')
    assert passwords(export) == [password, "correct horse"]


def test_keepass_itself_writes_quotes_with_a_backslash() -> None:
    header = '"Account","Login Name","Password","Web Site","Comments"\n'
    export = read(header + r'"A","u","a\"b\\c","https://a.example",""' + "\n")
    assert passwords(export) == [r"a\"b\\c".replace(r"\"", '"').replace(r"\\", "\\")]


def test_what_has_no_password_is_told_apart() -> None:
    export = read(f"{CHROME}a,https://a.example,u,,\nnote,,,,words\n\n{ROW}")
    assert passwords(export) == ["correct horse"]
    assert (export.without_password, export.others) == ((2,), (3,))


@pytest.mark.parametrize("kind", ["note", "card", "identity", "Secure Note"])
def test_a_row_of_another_type_is_no_login(kind: str) -> None:
    header = "type,name,url,username,password\n"
    export = read(f"{header}{kind},a,,u,p\nlogin,b,,u,p\n")
    assert ([login.site for login in export.logins], export.others) == (["b"], (2,))


def test_a_note_of_lastpass_is_no_login() -> None:
    header = "url,username,password,totp,extra,name,grouping,fav\n"
    export = read(f"{header}http://sn,,,,words,A,,0\nhttps://a.example,u,p,,,A,,0\n")
    assert (len(export.logins), export.others) == (1, (2,))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("1583020800000", datetime(2020, 3, 1, tzinfo=UTC)),
        ("1583020800", datetime(2020, 3, 1, tzinfo=UTC)),
        ("13227494400000000", datetime(2020, 3, 1, tzinfo=UTC)),
        ("1583020800000000", datetime(2020, 3, 1, tzinfo=UTC)),
        ("2020-03-01T00:00:00Z", datetime(2020, 3, 1, tzinfo=UTC)),
        ("2020-03-01 00:00:00", datetime(2020, 3, 1, tzinfo=UTC)),
        ("0", None),
        ("last week", None),
        ("", None),
        ("9" * 30, None),
        ("9" * 300, None),
    ],
)
def test_when_it_was_changed_is_read(written: str, moment: datetime | None) -> None:
    export = read(f"url,username,password,Last Modified\na.example,u,p,{written}\n")
    assert export.logins[0].modified == moment


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_the_encodings_of_spreadsheets_are_read(encoding: str) -> None:
    export = read(f"{CHROME}店,https://a.example,花子,ひみつの言葉,\n", encoding)
    assert (export.logins[0].username, passwords(export)) == ("花子", ["ひみつの言葉"])


def test_each_line_may_have_its_own_encoding() -> None:
    first = f"{CHROME}店,https://a.example,花子,ひみつ,\n".encode()
    second = "店,https://b.example,花子,ことば,\n".encode("cp932")
    assert passwords(read_export(first + second)) == ["ひみつ", "ことば"]


def test_a_row_in_no_encoding_is_told_and_the_rest_is_read() -> None:
    raw = CHROME.encode() + b"a,,u,\xff\xfe\xfa,\n" + ROW.encode()
    export = read_export(raw)
    assert (passwords(export), export.damaged) == (["correct horse"], (2,))


def test_a_quote_that_is_not_closed_costs_its_row_alone() -> None:
    export = read(f'{CHROME}a,,u,"open,\n{ROW}{ROW}')
    assert passwords(export) == ["correct horse"] * 2
    assert export.damaged == (2,)


def test_a_row_with_too_many_cells_is_told() -> None:
    export = read(f"{CHROME}a,,u,one,two,three\n{ROW}")
    assert (passwords(export), export.damaged) == (["correct horse"], (2,))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", ExportTrouble.EMPTY),
        ("\ufeff\n\n\n", ExportTrouble.EMPTY),
        ("date,amount,shop\n2026-01-01,100,A\n", ExportTrouble.NOT_AN_EXPORT),
        ("password\nsecret\n", ExportTrouble.NOT_AN_EXPORT),
        ("{not json", ExportTrouble.NOT_AN_EXPORT),
        ("[" * 100_000, ExportTrouble.NOT_AN_EXPORT),
        (CHROME, ExportTrouble.NO_LOGINS),
        (f'{CHROME}a,,u,"open', ExportTrouble.DAMAGED),
        ("-----BEGIN PGP MESSAGE-----\n\nhQ\n", ExportTrouble.ENCRYPTED),
    ],
)
def test_what_is_no_export_says_why(text: str, trouble: ExportTrouble) -> None:
    with pytest.raises(ExportError) as caught:
        read(text)
    assert caught.value.trouble is trouble


def test_an_export_is_not_told_in_errors_and_not_shown() -> None:
    export = read(CHROME + ROW)
    assert "correct horse" not in repr(export)
