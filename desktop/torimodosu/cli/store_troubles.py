"""What of the browsers could not be read, in words."""

from collections.abc import Mapping

from torimodosu.recovery.signin.profile import StoreNotCovered, StorePart, StoreTrouble

# What happened, and what to do about it.
SENTENCES: Mapping[StoreTrouble, str] = {
    StoreTrouble.NO_PERMISSION: "It may not be read; allow that, or copy it first.",
    StoreTrouble.LOCKED: "The browser holds it; close the browser, then try again.",
    StoreTrouble.DAMAGED: "It is damaged; look in the browser what it has saved.",
    StoreTrouble.HALF_WRITTEN: (
        "It is not written to its end; close the browser, then try again."
    ),
    StoreTrouble.EMPTY: "There is nothing in it; look in the browser itself.",
    StoreTrouble.UNKNOWN_SCHEMA: (
        "Its layout is not known here; look in the browser itself as well."
    ),
    StoreTrouble.POINTS_ELSEWHERE: (
        "It leads to another place, which is not followed; name that with --home."
    ),
    StoreTrouble.TOO_LARGE: "It is too large to read; look in the browser itself.",
    StoreTrouble.ENCRYPTED: "It is encrypted, and nothing is decrypted here.",
    StoreTrouble.NEEDS_EXPORT: (
        "This browser tells it to nobody; look there, or export the list to a file."
    ),
}
_USER_NAMES = "The browser encrypts the user names; look there whose an entry is."
_NO_BROWSER = "No browser was found below it; name another home folder with --home."


def missed_store(missed: StoreNotCovered) -> dict[str, str | None]:
    """Return the entry of the summary for what was not read."""
    return {
        "what": missed.path,
        "why": missed.trouble.value,
        "browser": missed.browser,
        "profile": missed.profile or None,
        "part": missed.part.value,
        "advice": _advice(missed),
    }


def no_browser(home: str) -> dict[str, str | None]:
    """Return the entry of the summary for a *home* folder without any browser."""
    return {"what": home, "why": "no_browser", "advice": _NO_BROWSER}


def _advice(missed: StoreNotCovered) -> str:
    if missed.part is StorePart.USER_NAMES:
        return _USER_NAMES
    return SENTENCES[missed.trouble]
