import pytest

from torimodosu.recovery.orders.lines import Line, following, read_lines


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("  注文番号：　２５０  ", "注文番号: 250"),
        ("合\u200b計\ufeff", "合計"),
        ("> > 注文合計： ￥ 5", "注文合計: ¥ 5"),
        ("＞　注文合計： ￥ 5", "注文合計: ¥ 5"),
        ("| 注文合計： ￥ 5", "注文合計: ¥ 5"),
        ("|", ""),
        ("*注文合計*", "注文合計"),
        ("*注文合計:* *￥ 5*", "注文合計: ¥ 5"),
        ("* 星 *", "* 星 *"),
        ("6*9*12 cm", "6*9*12 cm"),
        ("合計 1\u202f010,00 €", "合計 1,010,00 €"),
        ("￥1\u00a0010\u00a0000", "¥1,010,000"),
        ("2026/09/04\u00a0480 JPY", "2026/09/04 480 JPY"),
        ("250\u20111234567\u20111234567", "250-1234567-1234567"),
        ("Order #1 <https://www.example.com/x?y=z>", "Order #1"),
        ("https://www.example.com/orders", ""),
        ("ﾌﾟﾗﾓﾃﾞﾙ", "プラモデル"),
        ("http is not an address", "http is not an address"),
    ],
)
def test_folds_what_looks_the_same(printed: str, text: str) -> None:
    assert [line.text for line in read_lines(printed)] == [text]


def test_keeps_names_as_they_are_printed() -> None:
    (line,) = read_lines("   ＴＥＳＴ　テープ　１０ｍｍ  ")
    assert line.printed == "ＴＥＳＴ　テープ　１０ｍｍ"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_takes_every_line_end(end: str) -> None:
    assert [line.text for line in read_lines(f"a{end}b{end}")] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "is_rule"),
    [("=" * 60, True), ("━" * 9, True), ("----", False), ("= 注文 =====", False)],
)
def test_tells_drawn_lines_from_written_ones(text: str, *, is_rule: bool) -> None:
    assert Line(text, text).is_rule is is_rule


def test_finds_the_next_written_line() -> None:
    lines = read_lines("合計\n\n\n1,010 JPY\n")
    assert following(lines, 0) == 3
    assert following(lines, 3) is None


def test_a_name_is_printed_without_marks_for_bold_type() -> None:
    (line,) = read_lines("*試験カップ*")
    assert line.printed == "試験カップ"


def test_lines_that_are_all_paragraphs_stand_together() -> None:
    words = "abcdefghij"
    lines = read_lines("\n\n".join(words) + "\n\n\nk")
    assert "\n".join(line.text for line in lines) == "\n".join(words) + "\n\nk"


def test_paragraphs_of_several_lines_stand_apart() -> None:
    text = "a\nb\n\nc\nd\n\ne\nf\n\ng\nh"
    assert "\n".join(line.text for line in read_lines(text)) == text
