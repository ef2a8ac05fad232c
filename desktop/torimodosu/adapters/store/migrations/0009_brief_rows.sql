-- More of what most rows of a statement have stands there once: large statements are
-- written in less time, and take less room.
ALTER TABLE statement ADD COLUMN first_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN kind TEXT NOT NULL DEFAULT 'purchase';
ALTER TABLE statement ADD COLUMN is_billed INTEGER NOT NULL DEFAULT 0
    CHECK (is_billed IN (0, 1));

DROP VIEW charge;
DROP VIEW statement_row;

-- Where last_four, holder, currency, bill_date or kind is NULL, it is as the statement
-- has it; a bill_date of '' is not known. Where "row" is NULL, it is as far behind the
-- first_row of the statement as the position. Where billed is NULL, it is the amount if
-- the statement is_billed; where it is '' or the statement is not, it is not known. What
-- else is NULL is not known.
CREATE TABLE brief_row (
    statement        INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position         INTEGER NOT NULL,
    "row"            INTEGER,
    day              TEXT,
    shop             INTEGER NOT NULL,
    amount           TEXT,
    kind             TEXT,
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

INSERT INTO brief_row (
    statement, position, "row", day, shop, amount, kind, billed, last_four, holder,
    currency, bill_date, foreign_amount, foreign_currency, foreign_rate
)
SELECT
    statement, position, "row", day, shop, amount, kind, billed, last_four, holder,
    currency, bill_date, foreign_amount, foreign_currency, foreign_rate
FROM charge_row;

DROP TABLE charge_row;

ALTER TABLE brief_row RENAME TO charge_row;

CREATE TRIGGER charge_row_stays BEFORE UPDATE ON charge_row
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER charge_row_is_kept BEFORE DELETE ON charge_row
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

-- Every row in words, to be looked at with any tool.
CREATE VIEW statement_row AS
SELECT
    s.case_id, s.number AS statement, s.name AS file,
    coalesce(r."row", s.first_row + r.position) AS "row", s.issuer,
    coalesce(f.card, 0) AS card,
    coalesce(r.last_four, s.last_four) AS last_four,
    coalesce(r.holder, s.holder) AS holder, r.day,
    p.printed AS merchant, p.normal AS merchant_normal, r.amount,
    nullif(coalesce(r.billed, CASE WHEN s.is_billed THEN r.amount END), '') AS billed,
    coalesce(r.currency, s.currency) AS currency,
    r.foreign_amount, r.foreign_currency, r.foreign_rate,
    coalesce(r.kind, s.kind) AS kind,
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
