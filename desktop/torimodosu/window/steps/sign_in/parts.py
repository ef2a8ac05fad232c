"""The cards of the page, put together for each stand of the sign-in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.diagnosis import Diagnosis, JudgedLogin
from torimodosu.recovery.signin.trial import Outcome, Trial
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.steps.sign_in.causes import CausesCard
from torimodosu.window.steps.sign_in.coverage import CoverageCard
from torimodosu.window.steps.sign_in.events import EventsCard, ForgedCard
from torimodosu.window.steps.sign_in.guard_words import guard_words
from torimodosu.window.steps.sign_in.proof import (
    Seen,
    conflict_panel,
    fixed_panel,
    is_refused_since,
    moments_card,
)
from torimodosu.window.steps.sign_in.removal import RemovalCard, Surroundings
from torimodosu.window.steps.sign_in.reset import ResetCard
from torimodosu.window.steps.sign_in.said import said_card
from torimodosu.window.steps.sign_in.saved import SavedCard
from torimodosu.window.steps.sign_in.sight import Sight, Stand
from torimodosu.window.steps.sign_in.trials import TrialsCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the cards show: the snapshot, and what is seen of it."""

    snapshot: Snapshot
    sight: Sight


class Parts(QObject):
    """Makes the cards anew, keeps what is unfolded in them and what is noted there.

    `changed` tells that they have to be made anew, `mail_asked` the SHA-256 of a mail,
    `place_chosen` a Step, and `opening_asked` a browser and the address that it is to
    open.
    """

    changed = Signal()
    mail_asked = Signal(object)
    place_chosen = Signal(object)
    opening_asked = Signal(str, str)

    def __init__(self, look: Look, catalogue: Catalogue, notes: SignInNotes) -> None:
        super().__init__()
        self._look, self._catalogue, self._notes = look, catalogue, notes
        self._tried: Collection[Trial] = ()
        self._trial: Trial | None = None
        self._is_reset_open = self._cannot_open = False
        self._typed: datetime | None = None

    def fold(self, tried: Collection[Trial]) -> None:
        """Leave only the first trial unfolded that is not among *tried*."""
        self._trial = next((trial for trial in Trial if trial not in tried), None)
        self._is_reset_open, self._typed = False, None

    def give_up_opening(self) -> None:
        """Offer only the address to copy: the browser could not be started."""
        self._cannot_open = True
        self.changed.emit()

    def before_a_look(self, scene: Scene) -> Sequence[QWidget]:
        """Return what to try, and by which moment everything is measured."""
        return [
            *self._guard(scene),
            self._trials(scene),
            self._reset(scene),
            *guide_sheets(self._look, Step.SIGN_IN),
        ]

    def conflict(self, scene: Scene, diagnosis: Diagnosis) -> Sequence[QWidget]:
        """Return the old entry, how to remove it, and what will prove its end."""
        look, now = self._look, scene.snapshot.at
        first = diagnosis.stale[0]
        seen = Seen(diagnosis=diagnosis, tried=scene.snapshot.tried, now=now)
        coverage = CoverageCard(look, self._catalogue, diagnosis, now=now)
        known = Box(look, "plain", pad=0, gap=16).add(coverage, self._reset(scene))
        known.body.setStretch(0, 1)
        removal = self._removal(scene, diagnosis, first)
        how = Row(look, removal, known, below=640).share(3, 2)
        return [
            moments_card(look, self._catalogue, first, seen),
            conflict_panel(look, self._catalogue, seen),
            how,
            *self._saved(scene, diagnosis),
        ]

    def fixed(self, scene: Scene, diagnosis: Diagnosis) -> Sequence[QWidget]:
        """Return what is proven or said, and what only the person can see."""
        snapshot = scene.snapshot
        seen = Seen(diagnosis=diagnosis, tried=snapshot.tried, now=snapshot.at)
        is_waiting = snapshot.retry_at is not None
        is_out = is_waiting or is_refused_since(seen)
        further = [self._causes(scene)] if is_out else []
        panel: QWidget = said_card(self._look, snapshot)
        if scene.sight.stand is Stand.FIXED:
            panel = fixed_panel(self._look, seen, since=snapshot.stale_seen_at)
        return [
            panel,
            *further,
            self._trials(scene),
            CoverageCard(self._look, self._catalogue, diagnosis, now=snapshot.at),
        ]

    def causes(self, scene: Scene) -> Sequence[QWidget]:
        """Return every cause, what to try, and what all of that goes by."""
        snapshot, diagnosis = scene.snapshot, scene.sight.diagnosis
        causes = [self._causes(scene), self._trials(scene), self._reset(scene)]
        events = self._events(scene)
        guide = guide_sheets(self._look, Step.SIGN_IN)
        if diagnosis is None:
            return [*self._guard(scene), *causes, *events, *guide]
        coverage = CoverageCard(self._look, self._catalogue, diagnosis, now=snapshot.at)
        saved = self._saved(scene, diagnosis)
        if diagnosis.conflict is None:
            # What keeps it from being settled is the first thing to look at.
            return [
                *(*self._guard(scene), coverage, *saved),
                *(*causes, *events, *guide),
            ]
        return [*self._guard(scene), *causes, *events, *saved, coverage, *guide]

    def _events(self, scene: Scene) -> list[QWidget]:
        look, snapshot = self._look, scene.snapshot
        cards: list[EventsCard | ForgedCard] = []
        if snapshot.events:
            cards.append(EventsCard(look, snapshot.events, now=snapshot.at))
        if snapshot.forged_events:
            cards.append(ForgedCard(look, snapshot.forged_events, now=snapshot.at))
        for card in cards:
            card.mail_asked.connect(self.mail_asked)
        return [*cards]

    def _causes(self, scene: Scene) -> QWidget:
        snapshot = scene.snapshot
        causes = CausesCard(
            self._look, scene.sight.causes, now=snapshot.at, retry_at=snapshot.retry_at
        )
        causes.place_chosen.connect(self.place_chosen)
        causes.retry_chosen.connect(self._notes.remind)
        return causes

    def _removal(
        self, scene: Scene, diagnosis: Diagnosis, judged: JudgedLogin
    ) -> QWidget:
        profiles = [
            read.profile
            for read in diagnosis.profiles
            if read.profile.browser == judged.profile.browser
        ]
        around = Surroundings(
            now=scene.snapshot.at,
            is_one_of_several=len(profiles) > 1,
            can_open=not self._cannot_open,
        )
        card = RemovalCard(self._look, self._catalogue, judged, around)
        card.opening_asked.connect(self.opening_asked)
        case = scene.snapshot.case
        if case is not None and case.is_practice:
            card.add(self._practice())
        return card

    def _practice(self) -> QWidget:
        """Return what stands for the browser where the incident is made up."""
        look = self._look
        words = self.tr(
            "This is the practice incident, so your own browsers do not hold the entry."
            " Press here to do what you would do there."
        )
        button = Button(look, self.tr("Remove it in the practice"), "secondary", "bin")
        button.clicked.connect(self._notes.remove_practice_login)
        box = Box(look, "sunken", pad=12, gap=8)
        return box.add(Text(look, words, "small"), Wrapped(look, button))

    def _saved(self, scene: Scene, diagnosis: Diagnosis) -> list[QWidget]:
        if not diagnosis.logins:
            return []
        now = scene.snapshot.at
        return [SavedCard(self._look, self._catalogue, diagnosis, now=now)]

    def _guard(self, scene: Scene) -> list[QWidget]:
        words = guard_words(scene.sight.guard)
        if words is None:
            return []
        return [Callout(self._look, "attention", words.title, words.why)]

    def _trials(self, scene: Scene) -> Box:
        self._tried = scene.snapshot.tried.keys()
        card = TrialsCard(self._look, scene.snapshot.tried, shown=self._trial)
        card.opened.connect(self._unfold_trial)
        card.noted.connect(self._note_trial)
        return card

    def _reset(self, scene: Scene) -> Box:
        card = ResetCard(
            self._look,
            scene.sight.reset,
            now=scene.snapshot.at,
            is_open=self._is_reset_open,
            typed=self._typed,
        )
        card.mail_asked.connect(self.mail_asked)
        card.unfolded.connect(self._unfold_reset)
        card.typed.connect(self._keep_typed)
        card.corrected.connect(self._correct_reset)
        return card

    def _unfold_trial(self, trial: Trial | None) -> None:
        self._trial = trial
        self.changed.emit()

    def _note_trial(self, trial: Trial, outcome: Outcome | None) -> None:
        if outcome is not None:
            rest = (t for t in Trial if t is not trial and t not in self._tried)
            self._trial = next(rest, None)
        self._notes.note_trial(trial, outcome)

    def _unfold_reset(self, is_open: bool) -> None:  # noqa: FBT001 -- a signal calls it
        self._is_reset_open, self._typed = is_open, None
        self.changed.emit()

    def _keep_typed(self, moment: datetime) -> None:
        self._typed = moment

    def _correct_reset(self, moment: datetime | None) -> None:
        self._is_reset_open, self._typed = False, None
        self._notes.correct_reset(moment)
