"""What dropped files are taken for."""

import pytest

from torimodosu.window.dropped import FileKind, kind_of, sort_files


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mail/Inbox", None),
        ("/mail/order.EML", FileKind.MAIL),
        ("/home/me/202612.csv", FileKind.STATEMENT),
        ("/home/me/Meisai.PDF", FileKind.STATEMENT),
        ("/home/me/may.qfx", FileKind.STATEMENT),
        ("/home/me/list.txt", None),
    ],
)
def test_the_name_of_a_file_tells_what_it_may_be(
    path: str, kind: FileKind | None
) -> None:
    assert kind_of(path) is kind


def test_files_whose_name_tells_nothing_go_to_the_page_in_front() -> None:
    paths = ("/a/Inbox", "/a/1.csv", "/a/2.txt")
    assert sort_files(paths, None) == {
        FileKind.MAIL: ("/a/Inbox", "/a/2.txt"),
        FileKind.STATEMENT: ("/a/1.csv",),
    }
    assert sort_files(paths, FileKind.STATEMENT) == {FileKind.STATEMENT: paths}
    assert sort_files((), FileKind.MAIL) == {}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a/Chrome Passwords.csv", FileKind.PASSWORDS),
        ("/a/vault.kdbx", FileKind.PASSWORDS),
        ("/a/export", FileKind.PASSWORDS),
        ("/a/order.eml", FileKind.MAIL),
        ("/a/Meisai.pdf", FileKind.STATEMENT),
    ],
)
def test_the_page_of_passwords_takes_what_may_be_an_export(
    path: str, kind: FileKind
) -> None:
    assert sort_files((path,), FileKind.PASSWORDS) == {kind: (path,)}


def test_passwords_are_taken_nowhere_else() -> None:
    assert sort_files(("/a/vault.kdbx",), None) == {FileKind.MAIL: ("/a/vault.kdbx",)}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a/screenshot.png", FileKind.TWO_STEP),
        ("/a/aegis.json", FileKind.TWO_STEP),
        ("/a/sheet.pdf", FileKind.TWO_STEP),
        ("/a/order.eml", FileKind.MAIL),
        ("/a/may.qfx", FileKind.STATEMENT),
    ],
)
def test_the_page_of_the_two_step_check_takes_pictures_and_exports(
    path: str, kind: FileKind
) -> None:
    assert sort_files((path,), FileKind.TWO_STEP) == {kind: (path,)}
