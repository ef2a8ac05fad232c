"""What makes a password weak, and what it was looked for in, in words."""

from collections.abc import Mapping, Sequence

from torimodosu.recovery.passwords.queue import LeakList
from torimodosu.recovery.passwords.strength import Weakness

LISTS: Mapping[LeakList, str] = {
    LeakList.SHIPPED: "the 100,000 passwords found most often in leaks",
    LeakList.FILE: "the given file of leaked passwords",
}
_WORDS: Mapping[Weakness, str] = {
    Weakness.EMPTY: "it is empty",
    Weakness.TOO_SHORT: "it is short",
    Weakness.COMMON: "many people use it",
    Weakness.NEARLY_COMMON: "it is nearly one that many people use",
    Weakness.WORD: "it is mostly one word",
    Weakness.JAPANESE_WORD: "it is a Japanese word or phrase",
    Weakness.NAME: "there is a name in it",
    Weakness.OWN_WORD: "a word of its owner is in it",
    Weakness.DATE: "there is a day or a year in it",
    Weakness.ERA_DATE: "there is a Japanese year in it",
    Weakness.KEYBOARD: "its keys lie in a row on the keyboard",
    Weakness.REPEAT: "it repeats itself",
    Weakness.SEQUENCE: "it counts up or down",
    Weakness.PHONE_NUMBER: "it is like a phone number",
    Weakness.POSTCODE: "it is like a postcode",
}


def told(weaknesses: Sequence[Weakness]) -> str:
    """Say what *weaknesses* make a password weak."""
    return "; ".join(_WORDS[weakness] for weakness in weaknesses)
