"""Three things to know of a password: its length, the leaks, and the time to guess."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.passwords.breach import Breach, BreachState
from torimodosu.recovery.passwords.rules import broken_rules
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import Tone
from torimodosu.window.steps.password.draft import Draft
from torimodosu.window.steps.password.words import (
    broken_words,
    strength_tone,
    time_words,
)
from torimodosu.window.words.password_counts import PasswordCounts

_FINE: tuple[IconName, Tone] = ("proven", "ok")
_LOOK: tuple[IconName, Tone] = ("finding", "attention")
_OPEN: tuple[IconName, Tone] = ("unknown", "unknown")


def checks_row(look: Look, draft: Draft, shop: str) -> QWidget:
    """Return the boxes side by side, for the text of *draft* as it is now."""
    breach = None if draft.judged is None else draft.judged.breach
    boxes = (
        _length_box(look, draft, shop),
        _leak_box(look, breach),
        _time_box(look, draft),
    )
    return Row(look, *boxes, gap=16, below=620).share(1, 1, 1)


def _length_box(look: Look, draft: Draft, shop: str) -> QWidget:
    counts, rules = PasswordCounts(), draft.rules
    words = counts.characters(len(draft.text))
    broken = () if rules is None else broken_rules(draft.text, rules)
    if broken:
        form = QCoreApplication.translate("Password", "{shop}: {fault}")
        return _box(
            look, _LOOK, words, form.format(shop=shop, fault=broken_words(broken[0]))
        )
    if len(draft.text) < draft.target:
        form = QCoreApplication.translate("Password", "Better {count}")
        least = counts.at_least(draft.target)
        return _box(look, _LOOK, words, form.format(count=least))
    return _box(look, _FINE, words, rules_words(draft, shop))


def rules_words(draft: Draft, shop: str) -> str:
    """Return what the shop demands, or that this is not known."""
    rules, counts = draft.rules, PasswordCounts()
    if rules is None or (rules.shortest is None and rules.longest is None):
        form = QCoreApplication.translate("Password", "{shop}: its rules are not known")
        return form.format(shop=shop)
    limits = []
    if rules.shortest is not None:
        limits.append(counts.at_least(rules.shortest))
    if rules.longest is not None:
        limits.append(counts.at_most(rules.longest))
    form = QCoreApplication.translate("Password", "{shop}: {limits}")
    both = QCoreApplication.translate("Password", ", ").join(limits)
    return form.format(shop=shop, limits=both)


def _leak_box(look: Look, breach: Breach | None) -> QWidget:
    if breach is None or breach.state is BreachState.NOT_CHECKED:
        words = QCoreApplication.translate("Password", "Leaks not checked yet")
        small = QCoreApplication.translate("Password", "Compared on this computer only")
        return _box(look, _OPEN, words, small)
    if breach.state is BreachState.FOUND:
        words = QCoreApplication.translate("Password", "On the list of leaks")
        if breach.times:
            words = PasswordCounts().found_in_leaks(breach.times)
        small = QCoreApplication.translate("Password", "Programs try those first")
        return _box(look, _LOOK, words, small)
    words = QCoreApplication.translate("Password", "Not on the list of leaks")
    small = QCoreApplication.translate("Password", "The 100,000 most common ones")
    return _box(look, _FINE, words, small)


def _time_box(look: Look, draft: Draft) -> QWidget:
    judged, score = draft.judged, draft.score
    small = QCoreApplication.translate("Password", "For one graphics card to guess it")
    if judged is None or score is None:
        words = QCoreApplication.translate("Password", "Time not known yet")
        return _box(look, _OPEN, words, small)
    words = time_words(judged.seconds_on_graphics_card)
    is_fine = strength_tone(score) == "ok"
    return _box(look, _FINE if is_fine else _LOOK, _capital(words), small)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _box(look: Look, sign: tuple[IconName, Tone], words: str, small: str) -> QWidget:
    icon, tone = sign
    box = Box(look, "sunken", pad=12, gap=0)
    box.setAccessibleName(f"{words}. {small}")
    box.add(IconLine(look, icon, tone, words, small))
    box.body.addStretch()  # beside a taller one
    return box
