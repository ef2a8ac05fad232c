import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.code_text import (
    LONGEST_TEXT,
    MOST_CODES,
    recovery_codes_in,
)

LONG = "8f14e45f-ceea-467a-9575-c1a2b3c4d5e6"
TWO_COLUMNS = """SAVE YOUR BACKUP CODES
Keep these backup codes somewhere safe but accessible.

 1. 4830 5834\t\t 6. 2938 3920
 2. 1111 2222\t\t 7. 3333 4444

(taro@example.com)
* You can only use each backup code once.
* These codes were generated on: 2026-11-20
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ()),
        ("12345678", ("12345678",)),
        ("１２３４５６７８", ("12345678",)),
        ("abcde-fghij\nklmno-12345\n", ("abcde-fghij", "klmno-12345")),
        ("abcde12345, fghij67890", ("abcde12345", "fghij67890")),
        ("abcde12345、fghij67890", ("abcde12345", "fghij67890")),
        ("1) a1b2c3d4\n2) abcdefgh\n3) Note", ("a1b2c3d4", "abcdefgh")),
        ("☐ a1b2-c3d4\n☑ e5f6-a7b8", ("a1b2-c3d4", "e5f6-a7b8")),
        ("- a1b2c3\n- a1b2c3", ("a1b2c3",)),
        ("R12345", ("R12345",)),
        ("ABCDE-FGHIJ-KLMNO-PQRST-UVWXY", ("ABCDE-FGHIJ-KLMNO-PQRST-UVWXY",)),
        (
            "ab12 cd34 ef56 gh78 ij90 kl12 mn34 op56",
            ("ab12 cd34 ef56 gh78 ij90 kl12 mn34 op56",),
        ),
        (LONG, (LONG,)),
        (
            TWO_COLUMNS,
            ("4830 5834", "2938 3920", "1111 2222", "3333 4444"),
        ),
        ("Page 1 of 2", ()),
        ("2026-11-20", ()),
        ("recovery codes", ()),
        ("12345", ()),
        ("a b c d e f", ()),
        ("1" * 65, ()),
    ],
)
def test_codes_are_found_as_services_write_them(
    text: str, codes: tuple[str, ...]
) -> None:
    read = recovery_codes_in(text)
    assert read is not None
    assert read.codes == codes


def test_what_is_no_code_is_shown_and_not_dropped() -> None:
    read = recovery_codes_in(TWO_COLUMNS)
    assert read is not None
    assert read.left_out == (
        "SAVE YOUR BACKUP CODES",
        "Keep these backup codes somewhere safe but accessible.",
        "(taro@example.com)",
        "You can only use each backup code once.",
        "These codes were generated on: 2026-11-20",
    )


def test_codes_never_show_in_a_repr() -> None:
    assert "12345678" not in repr(recovery_codes_in("12345678"))


def test_too_many_are_left_out_and_shown() -> None:
    read = recovery_codes_in("\n".join(f"{number:08}" for number in range(101)))
    assert read is not None
    assert (len(read.codes), read.left_out) == (MOST_CODES, ("00000100",))


def test_a_book_is_no_list_of_codes() -> None:
    assert recovery_codes_in("x" * LONGEST_TEXT) is not None
    assert recovery_codes_in("x" * (LONGEST_TEXT + 1)) is None


@given(text=st.text(max_size=300))
def test_whatever_is_pasted_no_code_holds_a_line_break(text: str) -> None:
    read = recovery_codes_in(text)
    assert read is not None
    assert not [code for code in read.codes if code.splitlines() != [code]]


codes = st.from_regex(r"[0-9a-z]{4}-[0-9a-z]{4}", fullmatch=True)


@given(written=st.lists(codes, unique=True, max_size=16))
def test_a_plain_list_is_read_whole(written: list[str]) -> None:
    read = recovery_codes_in("\n".join(written))
    assert read is not None
    assert (read.codes, read.left_out) == (tuple(written), ())
