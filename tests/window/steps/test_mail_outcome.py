"""What is said first after mails were read: nothing that is missing stays unsaid."""

from collections.abc import Mapping

import pytest

from tests.window.seen import words_in
from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.outcome import Outcome

CUT = NotCovered(source="INBOX", offset=None, trouble=Trouble.CUT_OFF)
NO_MAIL = NotCovered(source="setup.exe", offset=None, trouble=Trouble.NOT_A_MAIL)
GONE = NotCovered(source="INBOX", offset=7, trouble=Trouble.DELETED)
BROKE_OFF = "The connection broke off. What had come is kept"
BELOW = "Why is told below, under what is covered."
NONE_OF_THE_SHOP = "What was read holds no mail from the shop."


def report_of(*missed: NotCovered, read: int, kept: int, again: int) -> IntakeReport:
    return IntakeReport(
        ending=Ending.DONE,
        manifest=None,
        messages=read,
        kept=kept,
        kinds={},
        again=again,
        same_bytes=0,
        same_message_id=0,
        covered=(Covered(source="Sent", messages=read, size=1),) if read else (),
        not_covered=tuple(one for one in missed if one.offset is None),
        unreadable=tuple(one for one in missed if one.offset is not None),
    )


def told(look: Look, *missed: NotCovered, **counts: int) -> tuple[str, str]:
    """Return the kind of the callout, and its words."""
    numbers: Mapping[str, int] = {"read": 0, "kept": 0, "again": 0} | counts
    callout = Outcome().callout(look, report_of(*missed, **numbers))
    return callout.property("box"), words_in(callout)


@pytest.mark.parametrize(
    ("missed", "counts", "words"),
    [
        (
            (CUT,),
            {"kept": 250},
            ("250 mail(s) were added, and not everything was read", BROKE_OFF),
        ),
        (
            (CUT, NO_MAIL),
            {"read": 9, "kept": 1},
            ("1 mail(s) were added, and not everything was read", BELOW),
        ),
        ((GONE,), {"read": 9, "kept": 1}, ("1 mail(s) were added", "deleted")),
        ((CUT,), {"read": 9}, ("Not everything was read", NONE_OF_THE_SHOP, BROKE_OFF)),
        ((CUT,), {"again": 3}, ("Not everything was read", BROKE_OFF)),
        ((CUT,), {}, ("Not everything was read", BROKE_OFF)),
        ((NO_MAIL,), {}, ("There was no mail in it that could be read", "not a mail")),
    ],
)
def test_what_was_not_read_is_said_beside_what_was(
    look: Look,
    missed: tuple[NotCovered, ...],
    counts: dict[str, int],
    words: tuple[str, ...],
) -> None:
    kind, said = told(look, *missed, **counts)
    assert kind == "attention"
    for each in words:
        assert each in said
    assert "byte for byte" not in said
    assert "another folder" not in said


@pytest.mark.parametrize(
    ("counts", "kind", "words"),
    [
        ({"read": 9, "kept": 2}, "ok", "2 mail(s) were added"),
        ({"read": 9, "again": 2}, "info", "These mails were kept already"),
        ({"read": 9}, "attention", "No mail from the shop was found in it"),
    ],
)
def test_what_was_read_to_its_end_leaves_nothing_to_add(
    look: Look, counts: dict[str, int], kind: str, words: str
) -> None:
    found, said = told(look, **counts)
    assert found == kind
    assert words in said
    assert "not everything" not in said
