"""The page that leads through everything an intruder may have left behind."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.recovery.signin.checklist import Place, Seen
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ChoiceButton
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.take_back.first import good_to_know
from torimodosu.window.steps.take_back.line import PlaceLine
from torimodosu.window.steps.take_back.places import (
    IN_TURN,
    PLACES_OF,
    Group,
    page_of,
)
from torimodosu.window.steps.take_back.sheet import PlaceSheet
from torimodosu.window.steps.take_back.words import group_icon, group_title
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class TakeBackPage(Page):
    """Shows the places in their groups, one of them open, and keeps each result."""

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        catalogue: Catalogue,
        notes: SignInNotes,
    ) -> None:
        super().__init__(look, snapshot)
        self._catalogue, self._notes = catalogue, notes
        self._open = self._first_open()
        self._written: dict[Place, str] = {}
        self._leads_on = False

    def heading(self) -> Heading:
        """Say how many places are looked at."""
        return Heading(
            phase=phase_name(Phase.GET_BACK_IN),
            title=self._title(),
            why=self.tr(
                "Open each place yourself and note what you see. If one cannot be"
                " found, the shop may only have changed its pages."
            ),
            minutes=minutes_words(MINUTES[Step.TAKE_BACK]),
            hand=at_hand_list(AT_HAND[Step.TAKE_BACK]),
        )

    def help_words(self) -> str:
        """Say what the results mean, and what is kept."""
        return self.tr(
            "Open the place in the shop, then press what you saw. It is noted with the"
            " time, as said by you. You can change it at any time."
        )

    def parts(self) -> Sequence[QWidget]:
        """Return the groups; without a case there is nothing to note it in."""
        if self.snapshot.case is None:
            go = Button(self.look, self.tr("Answer five questions"), "secondary")
            go.clicked.connect(self._ask)
            title = self.tr("The places will be here")
            words = self.tr("Which they are depends on the service.")
            return [Empty(self.look, "search", title, words, go)]
        early = [] if is_done(Step.SIGN_IN, self.snapshot) else [self._too_early()]
        groups = (self._group(group) for group in Group)
        first, *later = good_to_know(self.look, self._service())
        return [*early, first, *groups, *later]

    def buttons(self) -> Buttons:
        """Lead on once every place has its result."""
        if self.snapshot.case is None:
            return Buttons()
        missing = len(IN_TURN) - len(self.snapshot.looked)
        why = self.tr("%n place(s) have no result yet", "", missing) if missing else ""
        following = Action(
            words=self.tr("Next"), run=self._go_on, icon="arrow", held_back=why
        )
        return Buttons(primary=following)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show new results; a place of another case is not left open."""
        is_same = snapshot.case == self.snapshot.case
        self.snapshot = snapshot
        if not is_same:
            self._written.clear()
            self._open = self._first_open()
        self.rebuild()
        if self._leads_on:
            self._leads_on = False
            self._focus_answers()

    def _title(self) -> str:
        done = sum(place in self.snapshot.looked for place in IN_TURN)
        if done == len(IN_TURN):
            return self.tr("You have looked everywhere")
        if done:
            form = self.tr("%n of {all} places looked at", "", done)
            return form.format(all=len(IN_TURN))
        return self.tr("See what was left behind")

    def _too_early(self) -> QWidget:
        go = Button(self.look, self.tr("Why sign-in fails"), "secondary", "arrow")
        go.clicked.connect(self._go_to_sign_in)
        return Callout(
            self.look,
            "info",
            self.tr("This is for when you are in"),
            self.tr("The mailbox can be looked at even now."),
            go,
        )

    def _service(self) -> Service | None:
        case, known = self.snapshot.case, self._catalogue.services
        return None if case is None else known.get(case.answers.service)

    def _group(self, group: Group) -> QWidget:
        card = Box(self.look, gap=4)
        places = PLACES_OF[group]
        done = sum(place in self.snapshot.looked for place in places)
        count = self.tr("{done} of {all}").format(done=done, all=len(places))
        head = Row(
            self.look,
            Icon(self.look, group_icon(group), "accent", 22),
            Text(self.look, group_title(group), "heading"),
            Text(self.look, count, "small", "muted", wrap=False),
            gap=8,
        )
        card.add(head.share(0, 1, 0))
        for number, place in enumerate(places):
            if number:
                card.add(divider())
            card.add(self._place(place))
        return card

    def _place(self, place: Place) -> QWidget:
        looked = self.snapshot.looked.get(place)
        if place is not self._open:
            line = PlaceLine(self.look, place, looked)
            line.opened.connect(self._unfold)
            return line
        kept = "" if looked is None else looked.note
        sheet = PlaceSheet(
            self.look,
            place,
            page_of(self._service(), place),
            year=self.snapshot.at.year,
            note=self._written.get(place, kept),
        )
        if looked is not None:
            sheet.show_result(looked.seen)
        sheet.chosen.connect(self._note)
        sheet.taken_back.connect(self._take_back)
        sheet.typed.connect(self._write)
        sheet.noted.connect(self._keep_note)
        return sheet

    def _first_open(self) -> Place | None:
        looked = self.snapshot.looked
        return next((place for place in IN_TURN if place not in looked), None)

    def _unfold(self, place: Place) -> None:
        self._open = place
        self.rebuild()
        self._focus_answers()

    def _focus_answers(self) -> None:
        """Go on at the place that is open now, so that keys alone suffice."""
        sheet = self.findChildren(PlaceSheet)[-1:]
        for button in (b for s in sheet for b in s.findChildren(ChoiceButton)[:1]):
            button.setFocus()

    def _note(self, seen: Seen) -> None:
        place = self._open
        if place is None:
            return
        looked = self.snapshot.looked
        kept = looked[place].note if place in looked else ""
        note = self._written.pop(place, kept)
        after = (*IN_TURN[IN_TURN.index(place) + 1 :], *IN_TURN)
        others = (p for p in after if p is not place and p not in looked)
        self._open, self._leads_on = next(others, None), True
        self._notes.note_look(place, seen, note)

    def _take_back(self) -> None:
        if self._open is not None:
            self._written.pop(self._open, None)
            self._notes.note_look(self._open, None, "")

    def _write(self, note: str) -> None:
        if self._open is not None:
            self._written[self._open] = note

    def _keep_note(self) -> None:
        """Keep a note that was changed after its result was given."""
        place = self._open
        looked = None if place is None else self.snapshot.looked.get(place)
        if place is None or looked is None or place not in self._written:
            return
        note = self._written.pop(place)
        if note != looked.note:
            self._notes.note_look(place, looked.seen, note)

    def _ask(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)

    def _go_to_sign_in(self) -> None:
        self.place_chosen.emit(Step.SIGN_IN)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.PASSWORD)
