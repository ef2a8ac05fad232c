"""What is said about a clock: by how much it is off, and how it is set."""

from PySide6.QtCore import QCoreApplication, QObject

from torimodosu.recovery.twostep.clock import ClockError, ClockStand, TimeTrouble

_MOST_SECONDS = 120
_MOST_MINUTES = 120
_MINUTE, _HOUR = 60, 3600


class Spans(QObject):
    """How long something is, in the unit in which one would say it."""

    def words(self, seconds: float) -> str:
        """Return how long *seconds* are."""
        if seconds <= _MOST_SECONDS:
            return self.tr("%n second(s)", "", round(seconds))
        minutes = round(seconds / _MINUTE)
        if minutes <= _MOST_MINUTES:
            return self.tr("%n minute(s)", "", minutes)
        return self.tr("%n hour(s)", "", round(seconds / _HOUR))


def stand_words(stand: ClockStand, error: ClockError) -> str:
    """Return what the clock of this computer is."""
    span = Spans().words(abs(error.middle.total_seconds()))
    return _stand_form(stand).format(span=span)


def _stand_form(stand: ClockStand) -> str:
    match stand:
        case ClockStand.FITS:
            return QCoreApplication.translate("Clock", "This clock is right")
        case ClockStand.AHEAD:
            return QCoreApplication.translate("Clock", "This clock is {span} ahead")
        case ClockStand.BEHIND:
            return QCoreApplication.translate("Clock", "This clock is {span} behind")
        case ClockStand.EDGE:
            return QCoreApplication.translate("Clock", "This clock is {span} off")


def meaning_words(stand: ClockStand) -> str:
    """Return what that means for the codes."""
    match stand:
        case ClockStand.FITS:
            return QCoreApplication.translate(
                "Clock", "It agrees well enough, so the refusal has another cause."
            )
        case ClockStand.AHEAD | ClockStand.BEHIND:
            return QCoreApplication.translate(
                "Clock", "That is why the code was refused. Set the clock as below."
            )
        case ClockStand.EDGE:
            return QCoreApplication.translate(
                "Clock", "Some codes are refused then, and others are not."
            )


def setting_words(platform: str) -> str:
    """Return where the clock is set on *platform*, in the words on its screen."""
    match platform:
        case "win32":
            return QCoreApplication.translate(
                "Clock",
                "Settings › Time & language › Date & time: switch on “Set time"
                " automatically”, then press “Sync now”.",
            )
        case "darwin":
            return QCoreApplication.translate(
                "Clock",
                "System Settings › General › Date & Time: switch on “Set time and date"
                " automatically”.",
            )
        case _:
            return QCoreApplication.translate(
                "Clock",
                "Settings › System › Date & Time: switch on “Automatic Date & Time”. Or"
                " in a terminal: timedatectl set-ntp true",
            )


def trouble_words(trouble: TimeTrouble | Exception, host: str) -> str:
    """Return why a server did not tell the time."""
    match trouble:
        case TimeTrouble.NO_SUCH_HOST:
            form = QCoreApplication.translate(
                "Clock", "{host} was not found. Is the network on?"
            )
        case TimeTrouble.NO_ANSWER:
            form = QCoreApplication.translate(
                "Clock",
                "{host} did not answer. Some networks let no such question out.",
            )
        case TimeTrouble.SENT_AWAY:
            form = QCoreApplication.translate(
                "Clock", "{host} asks not to be asked. Take another place."
            )
        case TimeTrouble.NOT_BELIEVABLE:
            form = QCoreApplication.translate(
                "Clock", "{host} does not know the time itself. Take another place."
            )
        case _:
            form = QCoreApplication.translate(
                "Clock",
                "It could not be noted that something is sent, so nothing was sent.",
            )
    return form.format(host=host)
