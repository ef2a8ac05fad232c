"""The page that tells whether a mail is from whom it claims to be from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.mail_saving import MailSaving
from torimodosu.window.dropped import FileKind
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Buttons, Page
from torimodosu.window.steps.judge.bringing import Bringing
from torimodosu.window.steps.judge.kept_list import KeptList
from torimodosu.window.steps.judge.key_asking import KeyAsking
from torimodosu.window.steps.judge.loose_list import LooseList, note_on_source
from torimodosu.window.steps.judge.one_mail import OneMail
from torimodosu.window.steps.judge.opening import Opening
from torimodosu.window.steps.judge.servers import ServerCard
from torimodosu.window.steps.judge.tools import Tools

_MOST_SERVERS = 2


class JudgePage(Page):
    """Takes a mail, judges it, and lists the verdicts on the mails of the case.

    `server_answered` tells the entries of a mail server, and whether it is the person's
    own.
    """

    takes = FileKind.MAIL
    needs_case = False
    server_answered = Signal(str, bool)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        saving = MailSaving(tools.jobs, tools.write_file)
        self._one = OneMail(look, saving)
        self._asking = KeyAsking(look, tools)
        self._opening = Opening(self._one, tools)
        for part in (saving, self._one, self._asking, self._opening):
            part.setParent(self)
        self._is_pasting, self._draft = False, ""
        self._choice: Verdict | None = None
        self._bringing: Bringing | None = None
        tools.kept.changed.connect(self._follow_kept)
        tools.keys.changed.connect(self.rebuild)
        self._opening.changed.connect(self._show_another)
        self._opening.renewed.connect(self.rebuild)
        saving.changed.connect(self._show_another)
        self._one.step_chosen.connect(self.place_chosen)

    def heading(self) -> Heading:
        """Return the verdict on the open mail, or what is known of all."""
        title = self._one.title() if self._one.is_open else self._title()
        return Heading(
            phase=self.tr("Is this mail genuine?"),
            title=title,
            why=self.tr(
                "Mails are read here, on this computer. Nothing in them is loaded,"
                " opened or sent."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show one mail with its reasons; else where to bring one, and all verdicts."""
        self._bringing = None
        if not self._one.is_open:
            return [self._bring(), *self._loose(), *self._kept()]
        has_case = self.snapshot.case is not None
        asking, is_kept = self._asking, self._opening.is_kept
        is_asked = self._one.wants_server and not is_kept
        servers = self._noted_servers() if is_asked else []
        parts = self._one.parts(has_case=has_case, asking=servers)
        if not self._one.wants_key:
            return parts
        ask = asking.for_case if is_kept else asking.for_loose
        return [*parts, *ask(self.snapshot.case)]

    def buttons(self) -> Buttons:
        """Lead back from a mail; else there is nothing to press."""
        return self._one.buttons() if self._one.is_open else Buttons()

    def help_words(self) -> str:
        """Say what the three verdicts rest on."""
        return self.tr(
            "A mail is genuine only where its signature, or your own mail provider,"
            " proves who sent it. It is not genuine where something in it cannot be"
            " explained otherwise. All else cannot be told from the mail alone."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Judge the mails of the case where that was not done yet."""
        if snapshot.case != self.snapshot.case and self._opening.is_kept:
            self._choice = None
            self._opening.close()
        super().show_snapshot(snapshot)
        self._tools.kept.look(snapshot)

    def take_files(self, paths: Sequence[str]) -> None:
        """Judge the mails that were dropped."""
        self._opening.await_loose()
        self._tools.loose.judge_files(paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show that the files may be let go."""
        if self._bringing is not None:
            self._bringing.zone.welcome(is_over=is_over)

    def _title(self) -> str:
        mails = self._tools.kept.mails.values()
        bad = sum(mail.judgement.verdict is Verdict.NOT_GENUINE for mail in mails)
        if self.snapshot.case is None or self._tools.kept.result is None:
            return self.tr("Is this mail genuine?")
        if bad:
            return self.tr("%n of your mails is/are not genuine", "", bad)
        return self.tr("None of your mails is known to be forged")

    def _bring(self) -> QWidget:
        part = Bringing(
            self.look,
            is_pasting=self._is_pasting,
            draft=self._draft,
            note=note_on_source(self.look, self._tools.loose),
        )
        part.files_brought.connect(self.take_files)
        part.source_brought.connect(self._judge_pasted)
        part.pasting_changed.connect(self._show_field)
        part.typed.connect(self._keep_draft)
        self._bringing = part
        return part

    def _loose(self) -> list[QWidget]:
        loose = self._tools.loose
        has_ended = loose.result is not None or loose.error is not None
        if not (loose.is_running or has_ended or loose.mails):
            return []
        card = LooseList(self.look, loose)
        card.opened.connect(self._opening.open_loose)
        asking = self._asking.for_loose(self.snapshot.case)
        return [card, *self._noted_servers(), *asking]

    def _noted_servers(self) -> list[QWidget]:
        """Ask about the servers whose word would settle mails that were brought."""
        asking = [
            ServerCard(self.look, server)
            for server in self._tools.loose.servers[:_MOST_SERVERS]
        ]
        for one in asking:
            one.answered.connect(self._answer_loose)
        return [*asking]

    def _answer_loose(self, trusted: str, is_own: bool) -> None:  # noqa: FBT001 -- a signal
        self._tools.loose.answer(trusted, is_own=is_own)

    def _kept(self) -> list[QWidget]:
        if not any(self.snapshot.kept.values()):
            return []
        kept = self._tools.kept
        card = KeptList(self.look, kept, self._choice)
        card.opened.connect(self._open_kept)
        card.chosen.connect(self._choose)
        servers = () if kept.result is None else kept.result.servers[:_MOST_SERVERS]
        asking = [ServerCard(self.look, server) for server in servers]
        for one in asking:
            one.answered.connect(self.server_answered)
        return [*asking, card, *self._asking.for_case(self.snapshot.case)]

    def _judge_pasted(self, source: str) -> None:
        self._opening.await_loose()
        self._tools.loose.judge_pasted(source)

    def _follow_kept(self) -> None:
        """Show the newest verdicts, and look anew where the mails were sealed anew."""
        kept = self._tools.kept
        if not kept.is_running:
            kept.look(self.snapshot)
            self._opening.renew()
        self.rebuild()

    def _open_kept(self, sha256: str) -> None:
        if self.snapshot.case is not None:
            self._opening.open_kept(self.snapshot.case, sha256)

    def _show_another(self) -> None:
        """Show another mail, or the list, from its top."""
        if self._one.is_open:
            self._is_pasting = False
        self.rebuild()
        self.go_to_top()

    def _choose(self, choice: Verdict | None) -> None:
        self._choice = choice
        self.rebuild()

    def _show_field(self, is_pasting: bool) -> None:  # noqa: FBT001 -- a signal calls it
        self._is_pasting = is_pasting
        self.rebuild()

    def _keep_draft(self, draft: str) -> None:
        self._draft = draft
