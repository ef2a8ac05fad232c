"""What the evidence page says of each harm: what happened, and what to do."""

from PySide6.QtCore import QObject

from torimodosu.recovery.evidence.harm import Harm, HarmFound


class HarmWords(QObject):
    """Says what happened to the archive in *folder*; plurals need a QObject."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def title(self, found: HarmFound) -> str:  # noqa: C901, PLR0912 -- one for each
        """Return what happened."""
        number = found.number
        match found.harm:
            case Harm.GONE:
                return self.tr("The folder with the evidence is not there")
            case Harm.OF_ANOTHER_CASE:
                return self.tr("The evidence of another case lies there")
            case Harm.MAIL_CHANGED:
                return self.tr("%n mail(s) are not what was kept any more", "", number)
            case Harm.MAIL_MISSING:
                return self.tr("%n kept mail(s) are not there any more", "", number)
            case Harm.UNREADABLE:
                return self.tr("%n file(s) cannot be read", "", number)
            case Harm.ADDED:
                return self.tr("%n file(s) are not part of the evidence", "", number)
            case Harm.ADDED_BY_SYSTEM:
                return self.tr("Your computer put %n file(s) there", "", number)
            case Harm.NOT_SEALED:
                return self.tr("%n kept mail(s) are in no list yet", "", number)
            case Harm.LIST_CHANGED:
                return self.tr("A list in it is not as it was written")
            case Harm.SEALED_OTHERWISE:
                return self.tr("It was not sealed here last")
            case Harm.JOURNAL_CHANGED:
                return self.tr("The record in it is not as it was written")
            case Harm.STORED_JOURNAL_CHANGED:
                return self.tr("The record of this program was changed")
            case Harm.STAMP_INVALID:
                return self.tr("A time stamp does not fit the evidence")

    def advice(self, found: HarmFound) -> str:
        """Return what that means, what to do, and the names of the first files."""
        return "\n".join(filter(None, (self._advice(found.harm), self._files(found))))

    def _advice(self, harm: Harm) -> str:
        match harm:
            case Harm.GONE | Harm.OF_ANOTHER_CASE | Harm.UNREADABLE:
                return self._advice_on_place(harm)
            case Harm.MAIL_CHANGED | Harm.MAIL_MISSING | Harm.NOT_SEALED:
                return self._advice_on_mails(harm)
            case Harm.ADDED:
                return self.tr(
                    "The kept mails are as they were. Move these files to another"
                    " folder, then check again."
                )
            case Harm.ADDED_BY_SYSTEM:
                return self.tr(
                    "Computers write them when a folder is looked at. They do no harm:"
                    " delete them, then check again."
                )
            case _:
                return self._advice_on_writing(harm)

    def _advice_on_place(self, harm: Harm) -> str:
        match harm:
            case Harm.GONE:
                form = self.tr(
                    "Its place is {folder}. If you moved it, put it back. If it is on"
                    " a stick or an outside disk, plug that in. Then check again. If it"
                    " is lost, read your mail once more: what is still in your mailbox"
                    " is kept anew."
                )
            case Harm.OF_ANOTHER_CASE:
                form = self.tr(
                    "None of your kept mails is in {folder}. Put the right folder back"
                    " there, then check again. If you no longer have it, move this one"
                    " away and read your mail once more."
                )
            case _:
                form = self.tr(
                    "Nobody knows whether they are as they were. If they are on a stick"
                    " or an outside disk, plug it in anew and check again. If it stays"
                    " so, the disk may be failing: copy the evidence to another place."
                )
        return form.replace("{folder}", self._folder)

    def _advice_on_mails(self, harm: Harm) -> str:
        match harm:
            case Harm.MAIL_CHANGED:
                return self.tr(
                    "These prove nothing as they are now; the others do. Read your"
                    " mail once more: what is still in your mailbox is kept anew. A"
                    " copy that you made before may have them, too."
                )
            case Harm.MAIL_MISSING:
                return self.tr(
                    "Somebody deleted them, or the folder is an older copy. Read your"
                    " mail once more: what is still in your mailbox is kept anew. A"
                    " copy that you made before may have them, too."
                )
            case _:
                return self.tr(
                    "Reading was cut off. Nothing is lost: read the same files once"
                    " more."
                )

    def _advice_on_writing(self, harm: Harm) -> str:
        match harm:
            case Harm.LIST_CHANGED:
                return self.tr(
                    "That changes no mail. Read your mail once more: all lists are then"
                    " written anew."
                )
            case Harm.SEALED_OTHERWISE:
                return self.tr(
                    "Every kept mail is there as it was. The folder may be an older"
                    " copy, or somebody wrote its lists anew. Read your mail once more:"
                    " then it is sealed again."
                )
            case Harm.JOURNAL_CHANGED:
                return self.tr(
                    "That changes no mail. Read your mail once more: the record is then"
                    " written anew from what this program remembers."
                )
            case Harm.STORED_JOURNAL_CHANGED:
                return self.tr(
                    "That changes no mail. A copy of the evidence that you made before"
                    " has the record as it was: keep it well, and say so when you hand"
                    " the evidence over."
                )
            case _:
                return self.tr(
                    "That changes no mail, but the stamp proves no moment any more. Say"
                    " so when you hand the evidence over."
                )

    def _files(self, found: HarmFound) -> str:
        more = found.number - len(found.examples)
        names = "\n".join(found.examples)
        if not names or not more:
            return names
        form = self.tr("{files}\nand %n more", "", more)
        return form.replace("{files}", names)
