-- The newest word of the user about each reminder, or about all whose key begins so.
CREATE TABLE reminder_word (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    said    TEXT NOT NULL,
    at      TEXT NOT NULL,
    until   TEXT,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;

-- The last day of all reminders of a case, where the user wants one.
CREATE TABLE reminder_end (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    day     TEXT NOT NULL
) STRICT;

-- What was told: whoever adds the row is the one who tells it.
CREATE TABLE told (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;

-- A contact keeps its number; none is given twice.
ALTER TABLE "case" ADD COLUMN contacts_given INTEGER NOT NULL DEFAULT 0;

CREATE TABLE contact (
    case_id     INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    at          TEXT NOT NULL,
    whom        TEXT NOT NULL,
    channel     TEXT NOT NULL,
    card        INTEGER NOT NULL,
    name        TEXT NOT NULL,
    reference   TEXT NOT NULL,
    note        TEXT NOT NULL,
    promised_by TEXT,
    answered_at TEXT,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
