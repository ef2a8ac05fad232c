from itertools import pairwise

import pytest
from PySide6.QtCore import QTextBoundaryFinder

from torimodosu.window.kit.phrases import FIRM_BLANK, WORD_JOINER, keep_phrases


def parts_of(words: str) -> list[str]:
    """Return *words* in the parts between which Qt may break a line."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    ends = list(iter(finder.toNextBoundary, -1))
    parts = (words[start:end] for start, end in pairwise([0, *ends]))
    return [part.replace(WORD_JOINER, "") for part in parts]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("パスワードを変える", ["パスワードを", "変える"]),
        ("先にお店へご連絡", ["先に", "お店へ", "ご連絡"]),
        ("カードは下4桁だけです", ["カードは", "下4桁だけです"]),
        ("あと3か月です", ["あと", "3か月です"]),
        ("問い合わせを取り消します", ["問い合わせを", "取り消します"]),
        ("つながっているか見る", ["つながっているか", "見る"]),
        ("メール会社のもの", ["メール会社の", "もの"]),
        ("もう一度試す", ["もう", "一度", "試す"]),
        ("QRコードが届く", ["QRコードが", "届く"]),
        ("店「本店」と話す", ["店", "「本店」と", "話す"]),
        ("後で、見る", ["後で、", "見る"]),
        ("そのexample.jpへ行く", ["その", "example.jpへ", "行く"]),
        ("店は 12 件", ["店は ", "12 ", "件"]),
    ],
)
def test_lines_are_broken_where_a_phrase_begins(words: str, parts: list[str]) -> None:
    assert parts_of(keep_phrases(words)) == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("12月25日（金）に", ["12月25日（金）に"]),
        ("はい、待っています", ["はい、", "待っています"]),
        ("合言葉を変える", ["合言葉を", "変える"]),
        ("暗号化されている", ["暗号化されている"]),
        ("クレジットカードセンターへ行く", ["クレジットカードセンターへ", "行く"]),
    ],
)
def test_what_the_model_would_part_is_kept_whole(words: str, parts: list[str]) -> None:
    assert parts_of(keep_phrases(words)) == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("変わっているかもしれません", ["変わっている", "かもしれません"]),
        ("ああああああああああああああああああああああああああああああ", []),
    ],
)
def test_a_phrase_too_long_for_a_column_is_broken(words: str, parts: list[str]) -> None:
    found = parts_of(keep_phrases(words))
    assert all(3 <= len(part) <= 12 for part in found)
    assert found == parts or not parts


@pytest.mark.parametrize("words", ["", "One step", "USB 2.0", "99,400円", "…。、"])
def test_nothing_is_seen_of_it(words: str) -> None:
    assert keep_phrases(words).replace(WORD_JOINER, "") == words


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("It goes on where you were, tomorrow or later on", f"later{FIRM_BLANK}on"),
        ("Account › Settings", f"Account{FIRM_BLANK}› Settings"),
        ("It goes on where you were: unbelievable", "were: unbelievable"),
        ("Where you were", "you were"),
        ("The first of the two lines is\nlong enough", "is\nlong enough"),
    ],
)
def test_no_short_word_is_left_alone_on_the_last_line(words: str, end: str) -> None:
    assert keep_phrases(words).endswith(end)
