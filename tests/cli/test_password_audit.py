"""`password audit`: exports in, what is wrong with their passwords out."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Commands, Done, Json

HEADER = "name,url,username,password,note\n"
REUSED = "hanako-1985"
STRONG = "tulip-orbit-canyon-violin-ember"
EXPORT = f"""\
{HEADER}\
a,https://www.a.example/in,hanako,{REUSED},
a,https://login.a.example/,hanako,{REUSED},
b,https://b.example/,,{REUSED},
c,https://c.example/,hanako,{REUSED}!,
d,https://d.example/,hanako,123456,
e,https://e.example/,hanako,{STRONG},
f,https://f.example/,hanako,,
note,,,,words
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "passwords.csv"
    path.write_text(EXPORT, "utf-8")
    return path


def groups(done: Done, kind: str) -> list[list[str]]:
    return [
        [entry["site"] for entry in row["entries"]]
        for row in done.rows
        if row["group"] == kind
    ]


def missed(done: Done) -> list[Json]:
    entries: list[Json] = done.summary["not_covered"]
    return entries


def test_the_same_password_at_two_sites_is_one_group(
    torimodosu: Commands, export: Path
) -> None:
    done = torimodosu("password", "audit", export, "--json")
    assert (done.status, done.err) == (1, "")
    # The hosts of one site are one.
    assert groups(done, "reused") == [["a.example", "b.example"]]
    assert done.rows[0]["severity"] == "high"
    assert done.rows[0]["entries"][0] == {
        "site": "a.example",
        "username": "hanako",
        "modified": None,
        "address": "https://www.a.example/in",
    }
    assert done.rows[0]["entries"][1]["username"] is None


# Tells what is loaded, in the order in which all is told.
LOADING = """
import sys
from torimodosu.__main__ import main

class Finder:
    def find_spec(self, name, *_):
        print(name, file=sys.stderr, flush=True)

sys.meta_path.insert(0, Finder())
main()
"""


def test_what_each_login_tells_waits_for_nothing_that_comes_later(export: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOADING, "password", "audit", "--json", export],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = done.stdout.decode().splitlines()
    told = next(n for n, line in enumerate(lines) if line.startswith('{"group"'))
    assert "zxcvbn" in lines[told:]
    ciphers, estimating = {"argon2", "Cryptodome"}, {"zxcvbn", "multiprocessing"}
    assert not (ciphers | estimating) & set(lines[:told])


def test_each_flaw_has_its_groups(torimodosu: Commands, export: Path) -> None:
    done = torimodosu("password", "audit", export, "--json")
    assert groups(done, "variant") == [["a.example", "b.example", "c.example"]]
    assert groups(done, "short") == [["d.example"]]
    assert groups(done, "breached") == [["d.example"]]
    assert "d.example" in [site for group in groups(done, "weak") for site in group]
    assert not any("e.example" in str(row) for row in done.rows)
    assert done.summary["groups"] == len(done.rows)
    assert sum(done.summary["groups_of"].values()) == len(done.rows)


def test_logins_are_counted_and_notes_are_not(
    torimodosu: Commands, export: Path
) -> None:
    summary = torimodosu("password", "audit", export, "--json").summary
    assert (summary["entries"], summary["without_password"]) == (7, 1)
    assert summary["covered"] == [str(export)]
    assert summary["not_covered"] == []
    assert summary["seconds"] >= 0


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_password_is_ever_told(
    torimodosu: Commands, export: Path, form: tuple[str, ...]
) -> None:
    done = torimodosu("password", "audit", export, *form)
    for password in (REUSED, STRONG, "123456"):
        assert password not in done.out + done.err
        digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest()
        assert digest not in (done.out + done.err).lower()


def test_people_read_a_table(torimodosu: Commands, export: Path) -> None:
    done = torimodosu("password", "audit", export)
    first, second, *_ = done.out.splitlines()
    assert first.split() == ["group", "severity", "entries"]
    assert second.split(maxsplit=2)[2] == "a.example (hanako), b.example"


def test_passwords_without_a_flaw_need_no_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "good.csv"
    path.write_text(f"{HEADER}e,https://e.example/,hanako,{STRONG},\n", "utf-8")
    done = torimodosu("password", "audit", path, "--json")
    assert (done.status, done.rows) == (0, [])


def test_an_old_password_tells_its_age(torimodosu: Commands, tmp_path: Path) -> None:
    path = tmp_path / "firefox.csv"
    path.write_text(
        "url,username,password,timePasswordChanged\n"
        f"https://e.example,hanako,{STRONG},1262304000000\n",
        "utf-8",
    )
    (row,) = torimodosu("password", "audit", path, "--json").rows
    assert (row["group"], row["severity"]) == ("old", "low")
    assert row["entries"][0]["modified"] == "2010-01-01T00:00:00+00:00"


def test_logins_of_several_exports_are_compared(
    torimodosu: Commands, export: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text(f"{HEADER}g,https://g.example/,hanako,{STRONG},\n", "utf-8")
    done = torimodosu("password", "audit", export, other, "--json")
    assert ["e.example", "g.example"] in groups(done, "reused")
    assert done.summary["covered"] == [str(export), str(other)]


def test_a_list_of_leaked_passwords_is_compared_with(
    torimodosu: Commands, export: Path, tmp_path: Path
) -> None:
    leaked = tmp_path / "leaked.txt"
    digests = [
        hashlib.sha1(word.encode(), usedforsecurity=False).hexdigest().upper()
        for word in (STRONG, "somebody else's")
    ]
    leaked.write_text("".join(f"{one}:7\r\n" for one in sorted(digests)))
    done = torimodosu("password", "audit", export, "--breached", leaked, "--json")
    assert groups(done, "breached") == [["d.example", "e.example"]]
    assert len(done.summary["leaks"]) == 2


def test_what_is_no_list_of_leaked_passwords_is_said(
    torimodosu: Commands, export: Path
) -> None:
    done = torimodosu("password", "audit", export, "--breached", export, "--json")
    (one,) = missed(done)
    assert (one["what"], one["why"]) == (str(export), "not_a_list")
    assert len(done.summary["leaks"]) == 1


def test_an_export_that_cannot_be_read_is_said_and_the_rest_is_read(
    torimodosu: Commands, export: Path, tmp_path: Path
) -> None:
    sealed = tmp_path / "sealed.json"
    sealed.write_text('{"encrypted": true, "encKeyValidation_DO_NOT_EDIT": "2.x"}')
    done = torimodosu("password", "audit", sealed, export, "--json")
    assert done.status == 1
    (one,) = missed(done)
    assert (one["what"], one["why"]) == (str(sealed), "encrypted")
    assert "export it again" in one["advice"]
    assert done.summary["covered"] == [str(export)]


def test_rows_that_cannot_be_read_are_said(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"{HEADER}a,,u,one,two,three\nb,,u,{STRONG},\n", "utf-8")
    done = torimodosu("password", "audit", path, "--json")
    (one,) = missed(done)
    assert one["why"] == "damaged_rows"
    assert "(2)" in one["advice"]
    assert (done.status, done.summary["entries"]) == (1, 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"date,amount\n1,2\n", "no export of passwords"),
        (b"", "It is empty; export the passwords again."),
        (b"\x89PNG\r\n\x1a\n", "It is a picture"),
        (HEADER.encode(), "no login"),
        (b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5", "encrypted"),
        (b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\0\0\4\0", "--password-stdin"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_what_is_no_export_ends_with_one_sentence(
    torimodosu: Commands, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "export"
    path.write_bytes(content)
    done = torimodosu("password", "audit", path, "--json")
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_missing_file_is_said(torimodosu: Commands, tmp_path: Path) -> None:
    done = torimodosu("password", "audit", tmp_path / "none.csv")
    assert (done.status, "is not there" in done.err) == (2, True)


def test_the_password_of_a_sealed_export_comes_from_standard_input(
    torimodosu: Commands, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    done = torimodosu("password", "audit", export, "--password-stdin")
    assert (done.status, "standard input is empty" in done.err) == (2, True)
