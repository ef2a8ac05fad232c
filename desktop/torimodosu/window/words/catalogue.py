"""What the catalogue tells, in words."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from torimodosu.recovery.catalogue.limit import Clock, ReportingLimit
from torimodosu.recovery.catalogue.source import Grade, Names, Source
from torimodosu.window.words.dates import full_day_words


def name_words(names: Names) -> str:
    """Return the name in the language of the window."""
    is_japanese = QLocale().language() is QLocale.Language.Japanese
    return names.ja if is_japanese else names.en


def source_words(source: Source) -> str:
    """Return how far a fact can be trusted, and when it was last checked."""
    day = full_day_words(source.last_checked)
    match source.grade:
        case Grade.A | Grade.A_QUOTED:
            return QCoreApplication.translate(
                "Catalogue", "From an official page, last checked on {day}"
            ).format(day=day)
        case Grade.B:
            return QCoreApplication.translate(
                "Catalogue", "Seen in real mails and files, last checked on {day}"
            ).format(day=day)
        case Grade.C | Grade.S:
            return QCoreApplication.translate(
                "Catalogue", "Reported by others, not certain, last checked on {day}"
            ).format(day=day)


class Limits(QObject):
    """Plurals, which only a method of a QObject can translate."""

    def words(self, limit: ReportingLimit) -> str:
        """Return until when a loss has to be reported."""
        days = limit.days
        match limit.clock:
            case Clock.BACK_FROM_REPORT:
                return self.tr("Covers the %n day(s) before you report", "", days)
            case Clock.AFTER_STATEMENT_NOTICE:
                return self.tr("Report within %n day(s) of the statement", "", days)
            case Clock.AFTER_LOSS:
                return self.tr("Report within %n day(s) of the loss", "", days)


def limit_words(limit: ReportingLimit) -> str:
    """Return until when a loss has to be reported."""
    return Limits().words(limit)
