"""Reading names, sources and subject rules, which all parts of a pack have."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.limit import Clock, ReportingLimit
from torimodosu.recovery.catalogue.shape import IDENTIFIER, LOCAL_PART, PATTERN
from torimodosu.recovery.catalogue.source import Grade, Names, Source
from torimodosu.recovery.catalogue.subject import SubjectPattern

_LONGEST_LIMIT = 3660


def read_names(fields: Fields, key: str) -> Names:
    """Return the names at *key*, which must be there in both languages."""
    names = fields.one(key, read_both, is_needed=True)
    return names or Names(ja="", en="")


def read_both(fields: Fields) -> Names:
    """Return the names in *fields*, in both languages."""
    return Names(ja=fields.text("ja"), en=fields.text("en"))


def read_source(fields: Fields, checked: date) -> Source:
    """Return where the facts of a table come from; their pack was checked *checked*."""
    return Source(
        text=fields.text("source"),
        grade=fields.choice("grade", Grade),
        last_checked=fields.day("last_checked", default=checked),
    )


def read_subjects(
    fields: Fields, key: str, checked: date
) -> tuple[SubjectPattern, ...]:
    """Return the rules at *key*, one for each pattern, in their order."""
    groups = fields.each(key, lambda table: _read_subject_group(table, checked))
    return tuple(rule for group in groups for rule in group)


def _read_subject_group(fields: Fields, checked: date) -> tuple[SubjectPattern, ...]:
    kind = fields.text("kind", IDENTIFIER)
    senders = fields.texts("senders", LOCAL_PART)
    body_words = fields.texts("body_words")
    source = read_source(fields, checked)
    patterns = fields.texts("patterns", PATTERN)
    if not patterns:
        fields.refuse("patterns", "at least one pattern")
    return tuple(
        SubjectPattern(
            kind=kind,
            pattern=pattern,
            senders=senders,
            body_words=body_words,
            source=source,
        )
        for pattern in patterns
    )


def read_limits(fields: Fields, checked: date) -> tuple[ReportingLimit, ...]:
    """Return the reporting limits of a table."""
    return fields.each(
        "reporting_limits",
        lambda table: ReportingLimit(
            days=table.number("days", least=1, most=_LONGEST_LIMIT),
            clock=table.choice("clock", Clock),
            source=read_source(table, checked),
        ),
    )
