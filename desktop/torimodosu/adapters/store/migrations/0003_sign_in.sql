-- Derived from the mails, and replaced as a whole when they are read again.
CREATE TABLE account_event (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- Looks at the browsers. Those that showed the same entries have one row: the newest of
-- them, and when the first was. The highest id is the newest of all. None holds a
-- password or the value of a cookie.
CREATE TABLE scan (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    service  TEXT NOT NULL,
    first_at TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX scan_of_case ON scan (case_id, service);

CREATE TABLE sign_in (
    case_id    INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    reset_said TEXT,
    retry_at   TEXT
) STRICT;

CREATE TABLE trial (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    trial   TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, trial)
) STRICT, WITHOUT ROWID;

CREATE TABLE look (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    place   TEXT NOT NULL,
    seen    TEXT NOT NULL,
    at      TEXT NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
