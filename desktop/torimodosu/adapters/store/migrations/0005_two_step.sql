-- The accounts of the person's authenticator, without their secrets, which lie in the
-- keychain under the id. They belong to the person, so only the file of the real cases
-- has any; those of practice are marked. One that is leaving is shown no more and waits
-- for its secret to be forgotten.
CREATE TABLE otp_account (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    issuer      TEXT NOT NULL,
    name        TEXT NOT NULL,
    type        TEXT NOT NULL,
    added_at    TEXT NOT NULL,
    is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1)),
    is_leaving  INTEGER NOT NULL DEFAULT 0 CHECK (is_leaving IN (0, 1))
) STRICT;

-- Recovery codes of any service, in the same way: the codes lie in the keychain.
CREATE TABLE recovery_codes (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    issuer      TEXT NOT NULL,
    name        TEXT NOT NULL,
    "count"     INTEGER NOT NULL,
    added_at    TEXT NOT NULL,
    is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1)),
    is_leaving  INTEGER NOT NULL DEFAULT 0 CHECK (is_leaving IN (0, 1))
) STRICT;

-- Which of them are used up, by their place from 0.
CREATE TABLE used_code (
    codes INTEGER NOT NULL REFERENCES recovery_codes (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    at    TEXT NOT NULL,
    PRIMARY KEY (codes, place)
) STRICT, WITHOUT ROWID;

-- How far the two-step check of a case is: the account that makes the codes, what the
-- shop said to them, and the backups.
CREATE TABLE two_step (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    account TEXT NOT NULL
) STRICT;

-- A step is text: a counter may fill 64 bits, the numbers of SQLite have 63.
CREATE TABLE code_try (
    id          INTEGER PRIMARY KEY,
    case_id     INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    at          TEXT NOT NULL,
    account     TEXT NOT NULL,
    step        TEXT NOT NULL,
    is_accepted INTEGER NOT NULL CHECK (is_accepted IN (0, 1))
) STRICT;

CREATE INDEX code_try_of_case ON code_try (case_id);

-- The accounts are the ids, as JSON.
CREATE TABLE backup (
    case_id     INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    form        TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    accounts    TEXT NOT NULL,
    restored_at TEXT,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;

-- What left this computer, kept before it did; also for practice, and after a case was
-- deleted: it has left all the same.
CREATE TABLE sent (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    host    TEXT NOT NULL,
    what    TEXT NOT NULL,
    "count" INTEGER NOT NULL
) STRICT;
