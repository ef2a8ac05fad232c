-- The month of payment that rows print, as YYYY-MM: in the statement that of most rows,
-- NULL where none prints one. Files that were read before keep it unknown.
ALTER TABLE statement ADD COLUMN bill_month TEXT;

DROP VIEW charge;
DROP VIEW statement_row;
DROP VIEW charge_row;

-- Each row by itself. Where last_four, holder, currency, bill_date, bill_month or kind is
-- NULL, it is as the statement has it; a bill_date or bill_month of '' is not known. Where
-- "row" is NULL, it is as far behind the first_row of the statement as the position.
-- Where billed is NULL, it is the amount if the statement is_billed; where it is '' or the
-- statement is not, it is not known. What else is NULL is not known.
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
    json_extract(b.cells, '$.bill_month[' || e.key || ']') AS bill_month,
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
    nullif(coalesce(r.bill_date, s.bill_date), '') AS bill_date,
    nullif(coalesce(r.bill_month, s.bill_month), '') AS bill_month, s.is_open,
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
    case_id, card, day, merchant, amount, currency, kind, billed, bill_date, bill_month,
    last_four, holder, merchant_normal, foreign_amount, foreign_currency, foreign_rate,
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
