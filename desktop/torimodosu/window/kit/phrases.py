"""Where words may be broken into lines.

In Japanese, Qt breaks between any two letters. Readers expect a break where a phrase
begins, as `word-break: auto-phrase` of CSS Text Level 4 has it. In English, no short
word is left alone on the last line.
"""

import re
from collections.abc import Iterator, Sequence

from torimodosu.window.kit.phrase_scores import phrase_scores

WORD_JOINER = "\u2060"
FIRM_BLANK = "\u00a0"

_KANA, _KATAKANA, _KANJI = "ぁ-ゖ", "ァ-ヺー", "一-龯々"
_JAPANESE = f"[{_KANA}{_KATAKANA}{_KANJI}]"
_HAS_JAPANESE = re.compile(_JAPANESE)
# Behind a comma and around blanks; between letters that are not Japanese, Qt decides.
_MAY_BREAK = re.compile(
    r"(?<=[\s\u200b。、！？…：；・])|(?=[\s\u200b])|(?<=[!-~])(?=[!-~])"
)
# Two kanji are one word but for these adverbs; so are two katakana.
_WITHIN_WORD = re.compile(
    f"(?<=[{_KATAKANA}])(?=[{_KATAKANA}])"
    f"|(?<=[{_KANJI}])(?<!一度|全部|直接|突然)(?=[{_KANJI}])"
    # A day stays with its day of the week.
    "|(?<=日)(?=（[日月火水木金土]）)"
)
# Words that the model takes for two, and that this program uses.
_WORD = re.compile(
    r"はい(?=[、。]|$)|か月|手がかり|明る[いさ]|急が[せな]|当てはま|や[めり]|のこり"
    r"|でたらめ|ひとつひと|食い違|役に立|間に合|ちがい|ありがとうござ|ずつ|だけ"
    r"|かもしれ|ません|でき|なく(?=[てな])|にくく"
)
_ALWAYS, _NEVER = 1 << 30, -(1 << 30)
# What is longer would make a narrow column wide.
_LONGEST, _SHORTEST = 12, 3
_JOINT = re.compile(rf"(?<={_JAPANESE})(?=\S)|(?<=\S)(?={_JAPANESE})")
_SIGN_BETWEEN = re.compile(" (?=[›→] )")
# Before the short last word of a paragraph that has others before it.
_LAST_BLANK = re.compile(r"(?<=.{24}) (?=\S{1,9}$)", re.MULTILINE)


def keep_phrases(words: str) -> str:
    """Return *words* with signs that nobody sees where no line may be broken.

    A word in katakana or in kanji is kept whole, however long it is.
    """
    kept = words
    if _HAS_JAPANESE.search(words):
        kept = "".join(_JOINT.sub(WORD_JOINER, part) for part in _parts(words))
    return _SIGN_BETWEEN.sub(FIRM_BLANK, _LAST_BLANK.sub(FIRM_BLANK, kept))


def _parts(words: str) -> Iterator[str]:
    """Yield *words* in parts between which lines may be broken."""
    chances = _chances(words)
    start = 0
    for place, chance in enumerate(chances, 1):
        if chance > 0:
            yield from _shortened(words[start:place], chances[start : place - 1])
            start = place
    yield from _shortened(words[start:], chances[start:])


def _chances(words: str) -> Sequence[int]:
    """Return for each place between letters what speaks for a break, over 0 for one."""
    chances = [*phrase_scores(words)]
    for found in _WITHIN_WORD.finditer(words):
        chances[found.start() - 1] = _NEVER
    for found in _WORD.finditer(words):
        for place in range(found.start() + 1, found.end()):
            chances[place - 1] = _NEVER
    for found in _MAY_BREAK.finditer(words, 1, len(words) - 1):
        chances[found.start() - 1] = _ALWAYS
    return chances


def _shortened(part: str, chances: Sequence[int]) -> Iterator[str]:
    """Yield *part* in parts that are not too long, each as long as may be chosen."""
    start, last = 0, len(part) - _SHORTEST
    while len(part) - start > _LONGEST:
        near = range(start + _SHORTEST, min(start + _LONGEST, last) + 1)
        far = (place for place in range(near.stop, last + 1))
        best = max(near, key=lambda place: chances[place - 1])
        if chances[best - 1] == _NEVER:
            best = next((place for place in far if chances[place - 1] > _NEVER), 0)
        if not best:
            break
        yield part[start:best]
        start = best
    yield part[start:]
