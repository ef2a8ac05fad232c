"""Exports that are documents."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.exports.documents import read_document
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.exports.reading import read_export, read_exports

SPRING = datetime(2020, 3, 1, tzinfo=UTC)
SECONDS = 1_583_020_800
LOGIN = {
    "uris": [{"uri": ""}, {"uri": "https://a.example/"}],
    "username": "hanako",
    "password": " p ",
}
BITWARDEN = {
    "encrypted": False,
    "items": [
        {
            "type": 1,
            "name": "A",
            "login": LOGIN,
            "creationDate": "2020-03-01T00:00:00Z",
        },
        {"type": 2, "name": "note", "notes": "words"},
        {"type": 3, "name": "card", "card": {"number": "4111"}},
        {"type": 1, "name": "B", "login": {"username": "hanako", "password": None}},
        {"type": 1, "name": "C", "login": None},
    ],
}
ONE_PASSWORD_ITEM = {
    "createdAt": 1,
    "categoryUuid": "001",
    "details": {
        "loginFields": [
            {"designation": "username", "value": "hanako"},
            {"designation": "password", "value": " p "},
            {"designation": "", "value": "other"},
        ],
        "passwordHistory": [{"value": "old", "time": SECONDS}, {"time": 5}],
    },
    "overview": {"url": "https://a.example/", "title": "A"},
}
ONE_PASSWORD = {"accounts": [{"vaults": [{"items": [ONE_PASSWORD_ITEM]}]}]}
WRAPPED = {"accounts": [{"vaults": [{"items": [{"item": ONE_PASSWORD_ITEM}]}]}]}
PROTON = {
    "encrypted": False,
    "vaults": {
        "x": {
            "items": [
                {
                    "state": 1,
                    "modifyTime": SECONDS,
                    "data": {
                        "type": "login",
                        "metadata": {"name": "A"},
                        "content": {
                            "itemEmail": "mail@mail.example",
                            "itemUsername": "hanako",
                            "password": " p ",
                            "urls": ["https://a.example/"],
                        },
                    },
                },
                {"state": 2, "data": {"type": "login", "content": {"password": "p"}}},
                {"state": 1, "data": {"type": "note", "content": {}}},
            ]
        }
    },
}
DASHLANE = {
    "AUTHENTIFIANT": [
        {
            "domain": "https://a.example/",
            "login": "hanako",
            "password": " p ",
            "modificationDatetime": str(SECONDS),
        }
    ]
}


def read(document: object) -> ExportRead:
    return read_export(json.dumps(document).encode())


@pytest.mark.parametrize(
    ("document", "form"),
    [
        (BITWARDEN, Form.BITWARDEN),
        (ONE_PASSWORD, Form.ONEPASSWORD),
        (WRAPPED, Form.ONEPASSWORD),
        (PROTON, Form.PROTON),
        (DASHLANE, Form.DASHLANE),
    ],
)
def test_the_logins_of_a_document_are_read(document: object, form: Form) -> None:
    export = read(document)
    assert export.form is form
    (login,) = export.logins
    told = (login.site, login.username, login.password, login.modified)
    assert told == ("https://a.example/", "hanako", " p ", SPRING)


def test_what_is_no_login_is_told_apart() -> None:
    export = read(BITWARDEN)
    assert (export.others, export.without_password) == ((2, 3, 5), (4,))


def test_what_was_thrown_away_is_no_login() -> None:
    assert read(PROTON).others == (2, 3)


@pytest.mark.parametrize(
    ("document", "trouble"),
    [
        ({"encrypted": True, "items": []}, ExportTrouble.ENCRYPTED),
        (
            {"encrypted": True, "encKeyValidation_DO_NOT_EDIT": "2.", "data": "2."},
            ExportTrouble.ENCRYPTED,
        ),
        ({"encrypted": True, "vaults": {}}, ExportTrouble.ENCRYPTED),
        ({"logins": [{"encryptedPassword": "x"}]}, ExportTrouble.ENCRYPTED),
        ({"items": []}, ExportTrouble.NO_LOGINS),
        ({"vaults": {}}, ExportTrouble.NO_LOGINS),
        ({"orders": []}, ExportTrouble.NOT_AN_EXPORT),
        ([], ExportTrouble.NOT_AN_EXPORT),
    ],
)
def test_what_is_not_read_says_why(document: object, trouble: ExportTrouble) -> None:
    with pytest.raises(ExportError) as caught:
        read(document)
    assert caught.value.trouble is trouble


def test_half_a_character_costs_its_entry_alone() -> None:
    document = {
        "items": [
            {"login": {"username": "\ud800", "password": "p"}},
            {"login": {"username": "hanako", "password": "p"}},
        ]
    }
    export = read(document)
    assert (len(export.logins), export.damaged) == (1, (1,))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("items", "login", "uris", "uri", "vaults", "accounts", "data"),
                    *("content", "urls", "details", "loginFields", "password", "value"),
                    *(
                        "passwordHistory",
                        "time",
                        "type",
                        "AUTHENTIFIANT",
                        "designation",
                    ),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(ANYTHING)
def test_any_document_gives_logins_or_a_trouble(document: object) -> None:
    try:
        export = read_document(document)
    except ExportError:
        return
    assert export.logins or export.without_password


def test_the_parts_of_a_pack_are_one_export() -> None:
    parts = [
        b"title,note\nA,words\n",
        b"title,url,username,password\nA,https://a.example,hanako,p\n",
        b"title,url,username,password\nB,https://b.example,hanako,p\n",
    ]
    assert [login.site for login in read_exports(parts).logins] == [
        "https://a.example",
        "https://b.example",
    ]


@pytest.mark.parametrize(
    ("parts", "trouble"),
    [
        ([], ExportTrouble.NOT_AN_EXPORT),
        ([b""], ExportTrouble.EMPTY),
        ([b"\x89PNG\r\n\x1a\n"], ExportTrouble.PICTURE),
        ([b"", b"a,b\n"], ExportTrouble.NOT_AN_EXPORT),
        ([b"", b"-----BEGIN PGP MESSAGE-----"], ExportTrouble.ENCRYPTED),
        ([b"a,b\n", b'{"encrypted": true, "vaults": {}}'], ExportTrouble.ENCRYPTED),
    ],
)
def test_a_pack_without_logins_says_what_is_most_telling(
    parts: list[bytes], trouble: ExportTrouble
) -> None:
    with pytest.raises(ExportError) as caught:
        read_exports(parts)
    assert caught.value.trouble is trouble
