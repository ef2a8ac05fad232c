"""Finding an account by a few letters of its names."""

import unicodedata
from collections.abc import Iterable

from torimodosu.recovery.twostep.kept import KeptAccount

# Hiragana stand as far before their katakana in Unicode, ぁ before ァ and so on.
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def find_accounts(
    accounts: Iterable[KeptAccount], words: str
) -> tuple[KeptAccount, ...]:
    """Return those of *accounts* that have every one of *words* in their names.

    Width, case, and hiragana or katakana make no difference; "" finds all.
    """
    wanted = _fold(words).split()
    return tuple(
        account
        for account in accounts
        if all(word in _fold(f"{account.issuer} {account.name}") for word in wanted)
    )


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded.translate(_TO_KATAKANA)
