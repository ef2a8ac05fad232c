-- The rows of a statement are kept many together: they are written in less than half of
-- the time, read in a quarter, and take less room.
DROP VIEW charge;
DROP VIEW statement_row;

-- `cells` has the columns of the rows from `position` on, each as an array in JSON:
-- {"day": ["2026-03-01"], "shop": [0], "amount": ["3400"]}. A column that is missing is
-- NULL in all of them.
CREATE TABLE row_block (
    id        INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    cells     TEXT NOT NULL,
    UNIQUE (statement, position)
) STRICT;

-- A patch leaves out what it has no value for.
INSERT INTO row_block (statement, position, cells)
SELECT statement, position, json_patch('{}', json_object(
    'row', json("row"),
    'day', json(day),
    'shop', json(shop),
    'amount', json(amount),
    'kind', json(kind),
    'billed', json(billed),
    'last_four', json(last_four),
    'holder', json(holder),
    'currency', json(currency),
    'bill_date', json(bill_date),
    'foreign_amount', json(foreign_amount),
    'foreign_currency', json(foreign_currency),
    'foreign_rate', json(foreign_rate)
))
FROM (
    SELECT
        statement, position,
        CASE WHEN count("row") OVER block
            THEN json_group_array("row") OVER block END AS "row",
        CASE WHEN count(day) OVER block
            THEN json_group_array(day) OVER block END AS day,
        CASE WHEN count(shop) OVER block
            THEN json_group_array(shop) OVER block END AS shop,
        CASE WHEN count(amount) OVER block
            THEN json_group_array(amount) OVER block END AS amount,
        CASE WHEN count(kind) OVER block
            THEN json_group_array(kind) OVER block END AS kind,
        CASE WHEN count(billed) OVER block
            THEN json_group_array(billed) OVER block END AS billed,
        CASE WHEN count(last_four) OVER block
            THEN json_group_array(last_four) OVER block END AS last_four,
        CASE WHEN count(holder) OVER block
            THEN json_group_array(holder) OVER block END AS holder,
        CASE WHEN count(currency) OVER block
            THEN json_group_array(currency) OVER block END AS currency,
        CASE WHEN count(bill_date) OVER block
            THEN json_group_array(bill_date) OVER block END AS bill_date,
        CASE WHEN count(foreign_amount) OVER block
            THEN json_group_array(foreign_amount) OVER block END AS foreign_amount,
        CASE WHEN count(foreign_currency) OVER block
            THEN json_group_array(foreign_currency) OVER block END AS foreign_currency,
        CASE WHEN count(foreign_rate) OVER block
            THEN json_group_array(foreign_rate) OVER block END AS foreign_rate
    FROM charge_row
    WINDOW block AS (
        PARTITION BY statement, position / 64 ORDER BY position
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
WHERE position % 64 = 0;

DROP TABLE charge_row;

CREATE TRIGGER row_block_stays BEFORE UPDATE ON row_block
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

CREATE TRIGGER row_block_is_kept BEFORE DELETE ON row_block
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;

-- Each row by itself. Where last_four, holder, currency, bill_date or kind is NULL, it is
-- as the statement has it; a bill_date of '' is not known. Where "row" is NULL, it is as
-- far behind the first_row of the statement as the position. Where billed is NULL, it is
-- the amount if the statement is_billed; where it is '' or the statement is not, it is
-- not known. What else is NULL is not known.
CREATE VIEW charge_row AS
SELECT
    b.statement, b.position + e.key AS position,
    json_extract(b.cells, '$.row[' || e.key || ']') AS "row",
    json_extract(b.cells, '$.day[' || e.key || ']') AS day,
    e.value AS shop,
    json_extract(b.cells, '$.amount[' || e.key || ']') AS amount,
    json_extract(b.cells, '$.kind[' || e.key || ']') AS kind,
    json_extract(b.cells, '$.billed[' || e.key || ']') AS billed,
    json_extract(b.cells, '$.last_four[' || e.key || ']') AS last_four,
    json_extract(b.cells, '$.holder[' || e.key || ']') AS holder,
    json_extract(b.cells, '$.currency[' || e.key || ']') AS currency,
    json_extract(b.cells, '$.bill_date[' || e.key || ']') AS bill_date,
    json_extract(b.cells, '$.foreign_amount[' || e.key || ']') AS foreign_amount,
    json_extract(b.cells, '$.foreign_currency[' || e.key || ']') AS foreign_currency,
    json_extract(b.cells, '$.foreign_rate[' || e.key || ']') AS foreign_rate
FROM row_block AS b CROSS JOIN json_each(b.cells, '$.shop') AS e;

-- Every row in words, to be looked at with any tool. The rows come first (CROSS JOIN):
-- else SQLite would look through all of them for each shop.
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
CROSS JOIN statement AS s ON s.id = r.statement
CROSS JOIN shop AS p ON p.statement = r.statement AND p.number = r.shop
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
