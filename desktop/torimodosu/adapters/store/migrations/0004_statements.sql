-- A card keeps its number while its case is kept; none is given twice.
ALTER TABLE "case" ADD COLUMN cards_given INTEGER NOT NULL DEFAULT 0;

CREATE TABLE numbered_card (
    case_id       INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    issuer        TEXT NOT NULL,
    nickname      TEXT NOT NULL,
    last_four     TEXT NOT NULL CHECK (length(last_four) <= 4),
    is_registered INTEGER NOT NULL DEFAULT 1 CHECK (is_registered IN (0, 1)),
    cycle         INTEGER,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO numbered_card (case_id, number, position, issuer, nickname, last_four)
SELECT case_id, position + 1, position, issuer, nickname, last_four FROM card;

UPDATE "case" SET cards_given =
    (SELECT coalesce(max(number), 0) FROM numbered_card WHERE case_id = "case".id);

DROP TABLE card;

ALTER TABLE numbered_card RENAME TO card;

-- The statement log. What was imported stays as it was read for as long as its case is
-- kept: the triggers refuse every change. Days are ISO 8601, amounts decimals as text,
-- positive for money out.
CREATE TABLE statement (
    id            INTEGER PRIMARY KEY,
    case_id       INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    sha256        TEXT NOT NULL,
    name          TEXT NOT NULL,
    imported_at   TEXT NOT NULL,
    -- The card that was named at the import, 0 for none.
    given_card    INTEGER NOT NULL,
    issuer        TEXT NOT NULL,
    layout        TEXT NOT NULL,
    encoding      TEXT NOT NULL,
    account       TEXT NOT NULL,
    is_open       INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    first_day     TEXT,
    last_day      TEXT,
    bill_date     TEXT,
    -- What most rows have.
    currency      TEXT NOT NULL,
    last_four     TEXT NOT NULL,
    holder        TEXT NOT NULL,
    "rows"        INTEGER NOT NULL,
    printed_total TEXT,
    "sum"         TEXT NOT NULL,
    totals_agree  INTEGER CHECK (totals_agree IN (0, 1)),
    -- JSON: [[row, why]], {doubt: [rows]}, [last four digits in the order of the rows].
    skipped       TEXT NOT NULL,
    doubts        TEXT NOT NULL,
    last_fours    TEXT NOT NULL,
    UNIQUE (case_id, number),
    UNIQUE (case_id, sha256)
) STRICT;

-- The shops of a statement, each once.
CREATE TABLE shop (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    printed   TEXT NOT NULL,
    normal    TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;

-- Where last_four, holder, currency or bill_date is NULL, it is as the statement has it;
-- a bill_date of '' is not known. What else is NULL is not known.
CREATE TABLE charge_row (
    statement        INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position         INTEGER NOT NULL,
    "row"            INTEGER NOT NULL,
    day              TEXT,
    shop             INTEGER NOT NULL,
    amount           TEXT,
    kind             TEXT NOT NULL,
    billed           TEXT,
    last_four        TEXT,
    holder           TEXT,
    currency         TEXT,
    bill_date        TEXT,
    foreign_amount   TEXT,
    foreign_currency TEXT,
    foreign_rate     TEXT,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER statement_stays BEFORE UPDATE ON statement
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement
WHEN EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER shop_stays BEFORE UPDATE ON shop
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER shop_is_kept BEFORE DELETE ON shop
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER charge_row_stays BEFORE UPDATE ON charge_row
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER charge_row_is_kept BEFORE DELETE ON charge_row
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

-- Which card the rows of a statement with these last digits are taken to be of, 0 for
-- none; '' are those without digits, and the statement itself. Derived from statement,
-- cards and what the user says, and worked out anew when these change.
CREATE TABLE card_of_statement (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    last_four TEXT NOT NULL,
    card      INTEGER NOT NULL,
    PRIMARY KEY (statement, last_four)
) STRICT, WITHOUT ROWID;

-- Rows that show a charge which an earlier row has shown; every other row is a charge of
-- its own. Derived, and worked out anew when a statement gets another card.
CREATE TABLE "repeat" (
    statement       INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    first_statement INTEGER NOT NULL,
    first_position  INTEGER NOT NULL,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX repeat_of_row ON "repeat" (first_statement, first_position);

-- Every row in words, to be looked at with any tool.
CREATE VIEW statement_row AS
SELECT
    s.case_id, s.number AS statement, s.name AS file, r."row", s.issuer,
    coalesce(f.card, 0) AS card,
    coalesce(r.last_four, s.last_four) AS last_four,
    coalesce(r.holder, s.holder) AS holder, r.day,
    p.printed AS merchant, p.normal AS merchant_normal, r.amount, r.billed,
    coalesce(r.currency, s.currency) AS currency,
    r.foreign_amount, r.foreign_currency, r.foreign_rate, r.kind,
    nullif(coalesce(r.bill_date, s.bill_date), '') AS bill_date, s.is_open,
    coalesce(t.first_statement, r.statement) AS first_statement,
    coalesce(t.first_position, r.position) AS first_position
FROM charge_row AS r
JOIN statement AS s ON s.id = r.statement
JOIN shop AS p ON p.statement = r.statement AND p.number = r.shop
LEFT JOIN card_of_statement AS f
    ON f.statement = r.statement
    AND f.last_four = coalesce(r.last_four, s.last_four)
LEFT JOIN "repeat" AS t ON t.statement = r.statement AND t.position = r.position;

-- Each charge once, as the newest statement prints it, a closed month before an open.
CREATE VIEW charge AS
SELECT
    case_id, card, day, merchant, amount, currency, kind, billed, bill_date, last_four,
    holder, merchant_normal, foreign_amount, foreign_currency, foreign_rate,
    is_open, sightings, issuer, statement, file, "row"
FROM (
    SELECT
        *,
        count(*) OVER (PARTITION BY first_statement, first_position) AS sightings,
        row_number() OVER (
            PARTITION BY first_statement, first_position
            ORDER BY is_open, statement DESC
        ) AS place
    FROM statement_row
)
WHERE place = 1;

-- The user's words about cards; the newest of each counts, NULL takes it back.
CREATE TABLE card_word (
    id      INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    about   TEXT NOT NULL,
    key     TEXT NOT NULL,
    word    TEXT,
    note    TEXT NOT NULL DEFAULT '',
    at      TEXT NOT NULL
) STRICT;

CREATE INDEX card_word_of_case ON card_word (case_id, about, key);

CREATE TRIGGER card_word_stays BEFORE UPDATE ON card_word
BEGIN SELECT raise(ABORT, 'words are never changed, newer ones count'); END;

CREATE TRIGGER card_word_is_kept BEFORE DELETE ON card_word
WHEN EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id)
BEGIN SELECT raise(ABORT, 'words are never deleted, newer ones count'); END;

-- Derived from the mails, and replaced as a whole when they are read again.
CREATE TABLE card_notice (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- What was worked out from all of this, and what of the journal it had seen.
CREATE TABLE card_work (
    case_id     INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    at          TEXT NOT NULL,
    entry       INTEGER NOT NULL,
    is_outdated INTEGER NOT NULL DEFAULT 0 CHECK (is_outdated IN (0, 1)),
    document    TEXT NOT NULL
) STRICT;

-- How statements of an issuer, or with a header, are read that no layout fits.
CREATE TABLE statement_mapping (
    key      TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
