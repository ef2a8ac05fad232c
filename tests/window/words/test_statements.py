"""Every way in which a statement is not read, or odd, has words of its own."""

from torimodosu.recovery.statements.statement import Doubt, Refusal, Why
from torimodosu.window.words.statements import (
    doubt_words,
    not_understood_words,
    refusal_words,
)


def test_every_refusal_says_what_to_bring_instead() -> None:
    told = {refusal_words(refusal, "JCB") for refusal in Refusal}
    assert len(told) == len(Refusal)
    assert "This is a statement of JCB." in told


def test_every_doubt_and_every_row_not_understood_is_told_apart() -> None:
    assert len({doubt_words(doubt) for doubt in Doubt}) == len(Doubt)
    assert len({not_understood_words(why) for why in Why}) == len(Why)
