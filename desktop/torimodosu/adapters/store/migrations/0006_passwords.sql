-- What the newest audit of passwords found, one row per case; no password and no digest
-- that could be tried out without the key of this installation, which lies in the
-- keychain. The leaks are the lists it was compared with, as JSON.
CREATE TABLE password_queue (
    case_id           INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    at                TEXT NOT NULL,
    logins            INTEGER NOT NULL,
    are_leaks_checked INTEGER NOT NULL CHECK (are_leaks_checked IN (0, 1)),
    leaks             TEXT NOT NULL,
    is_keyed          INTEGER NOT NULL CHECK (is_keyed IN (0, 1))
) STRICT;

-- Those to change, in the order of their positions. The flaws are codes, as JSON.
CREATE TABLE password_entry (
    case_id     INTEGER NOT NULL
                REFERENCES password_queue (case_id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    key         TEXT NOT NULL,
    site        TEXT NOT NULL,
    username    TEXT NOT NULL,
    at_risk     TEXT NOT NULL,
    flaws       TEXT NOT NULL,
    shares_with INTEGER NOT NULL,
    modified    TEXT,
    page        TEXT NOT NULL,
    digest      TEXT NOT NULL,
    standing    TEXT NOT NULL,
    since       TEXT,
    reason      TEXT NOT NULL,
    until       TEXT,
    PRIMARY KEY (case_id, position),
    UNIQUE (case_id, key)
) STRICT, WITHOUT ROWID;
