"""Why a secret could not be kept or read, as a part of the page."""

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.keychain import keychain_title, keychain_words


def trouble_part(look: Look, error: Exception, *actions: Button) -> Failure:
    """Return what happened, what is safe, and what can be done."""
    if isinstance(error, KeychainError):
        trouble = error.trouble
        title, words = keychain_title(trouble), keychain_words(trouble)
    else:
        title, words = trouble_title(error), trouble_words(error)
    return Failure(look, title, words, *actions)
