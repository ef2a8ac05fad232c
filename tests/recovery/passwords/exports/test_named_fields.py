"""Exports of programs that nobody has described here."""

import json
from collections.abc import Sequence

import pytest

from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
)
from torimodosu.recovery.passwords.exports.reading import read_export

SITE = "https://a.example/"
LOGIN = {"url": SITE, "username": "hanako", "password": "p"}


def read(document: object) -> ExportRead:
    return read_export(json.dumps(document).encode())


def told(export: ExportRead) -> Sequence[tuple[str, str, str]]:
    return [(one.site, one.username, one.password) for one in export.logins]


ENPASS_FIELDS = [
    {"label": "Username", "type": "username", "value": ""},
    {"label": "E-mail", "type": "email", "value": "hanako"},
    {"label": "Password", "type": "password", "value": "p"},
    {"label": "Website", "type": "url", "value": SITE},
]
DOCUMENTS = {
    "a list": [{"label": "A", "otp": {}, "tags": [], **LOGIN}],
    "accounts": {"accounts": [{"domain": SITE, "email": "hanako", "password": "p"}]},
    "records": {"records": [{"title": "A", "login_url": SITE, **LOGIN}]},
    "logins": {"logins": [LOGIN]},
    "by their ids": {"x": {"id": 7, **LOGIN}},
    "fields": {"folders": [], "items": [{"title": "A", "fields": ENPASS_FIELDS}]},
    "a part": {"items": [{"name": "A", "uri": SITE, "secret": LOGIN}]},
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_login_is_known_by_the_names_of_its_fields(document: object) -> None:
    assert told(read(document)) == [(SITE, "hanako", "p")]


def test_each_login_counts_wherever_it_stands() -> None:
    other = LOGIN | {"username": "jiro"}
    document = {"groups": [{"entries": [LOGIN]}, {"groups": {"x": other, "y": LOGIN}}]}
    users = [user for _, user, _ in told(read(document))]
    assert users == ["hanako", "jiro", "hanako"]


def test_a_file_of_onepassword_has_a_document_in_each_line() -> None:
    fields = [
        {"designation": "username", "name": "user[login]", "value": "hanako"},
        {"designation": "password", "name": "user[password]", "value": "p"},
    ]
    login = {
        "typeName": "webforms.WebForm",
        "title": "A",
        "location": SITE,
        "secureContents": {"fields": fields, "notesPlain": "x"},
    }
    note = {"typeName": "securenotes.SecureNote", "title": "B"}
    lines = [part for one in (login, note) for part in (json.dumps(one), "***5642***")]
    assert told(read_export("\n".join(lines).encode())) == [(SITE, "hanako", "p")]


XML = {
    "elements": (
        "<passwordsafe><entry id='1'><title>A</title><username>hanako</username>"
        f"<password><![CDATA[p]]></password><url>{SITE}</url></entry></passwordsafe>"
    ),
    "other names": (
        "<FPM><PasswordList><PasswordItem><title>A</title><user>hanako</user>"
        f"<url>{SITE}</url><password>p</password></PasswordItem></PasswordList></FPM>"
    ),
    "fields by their id": (
        "<revelationdata><entry type='folder'><name>F</name><entry type='website'>"
        f"<name>A</name><field id='generic-url'>{SITE}</field>"
        "<field id='generic-username'>hanako</field>"
        "<field id='generic-password'>p</field></entry></entry></revelationdata>"
    ),
    "fields by their type": (
        "<database><card title='A' id='3'><field name='Login' type='login'>hanako"
        "</field><field name='Password' type='password'>p</field>"
        f"<field name='Website' type='website'>{SITE}</field></card></database>"
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", XML.values(), ids=XML)
def test_a_login_in_xml_is_known_by_the_names_of_its_elements(
    text: str, encoding: str
) -> None:
    head = "<?xml version='1.0' encoding='UTF-8'?>\n"
    assert told(read_export((head + text).encode(encoding))) == [(SITE, "hanako", "p")]


PAIRS = (
    f'"A","Username","hanako","Password","p","URL","{SITE}","words"\n'
    '"B","Number","4111","Holder","x","words"\n'
)
LINES = (
    "Secret Name,Description,Secret URL,Notes,SecretData\n"
    f'A,,{SITE},,"SecretType:Web Account\nUser Name:hanako\nPassword:p"\n'
    'B,,,words,"SecretType:File\nx:y"\n'
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (f'"Title","Field","Value","Field","Value",......,"Note"\n{PAIRS}', 3),
        (PAIRS, 2),
        (LINES, 3),
    ],
    ids=["pairs", "pairs alone", "lines of a cell"],
)
def test_a_row_that_names_its_cells_itself_is_read(text: str, other: int) -> None:
    export = read_export(text.encode())
    assert told(export) == [(SITE, "hanako", "p")]
    assert export.others == (other,)


def test_no_entity_of_a_file_is_read() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x><url>a</url><password>&a;'
    with pytest.raises(ExportError) as caught:
        read_export(f"{bomb}</password></x>".encode())
    assert caught.value.trouble in (
        ExportTrouble.NOT_AN_EXPORT,
        ExportTrouble.DAMAGED,
    )


@pytest.mark.parametrize(
    ("document", "trouble"),
    [
        ({"items": [{"type": 2, "name": "note"}]}, ExportTrouble.NO_LOGINS),
        ({"logins": []}, ExportTrouble.ENCRYPTED),
        ({"logins": [{"encryptedPassword": "x"}]}, ExportTrouble.ENCRYPTED),
        ({"password": "p"}, ExportTrouble.NOT_AN_EXPORT),
        ([1, None, "x"], ExportTrouble.NOT_AN_EXPORT),
    ],
)
def test_what_holds_no_login_says_so(document: object, trouble: ExportTrouble) -> None:
    with pytest.raises(ExportError) as caught:
        read(document)
    assert caught.value.trouble is trouble
