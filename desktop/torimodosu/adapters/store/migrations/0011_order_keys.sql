-- The key of an order names its shop: two shops may give the same number. Amazon's
-- numbers are the same in all of its shops and stay bare keys. What the user said moves
-- to the new key with its time; the journal says it in the words of then.
CREATE TABLE renamed (
    case_id INTEGER NOT NULL,
    old     TEXT NOT NULL,
    new     TEXT NOT NULL,
    PRIMARY KEY (case_id, old)
) STRICT, WITHOUT ROWID;

INSERT INTO renamed (case_id, old, new)
SELECT case_id, key, service || ':' || key
FROM (
    SELECT
        case_id, key,
        CASE WHEN json_valid(document)
            THEN json_extract(document, '$.service') END AS service
    FROM "order"
)
WHERE key NOT LIKE 'mail:%' AND service NOT LIKE 'amazon.%';

-- Verdicts are kept while no mail tells of their order: it was of the shop of the case.
INSERT INTO renamed (case_id, old, new)
SELECT DISTINCT v.case_id, v.key, c.service || ':' || v.key
FROM verdict AS v
JOIN "case" AS c ON c.id = v.case_id
WHERE v.key NOT LIKE 'mail:%' AND c.service NOT LIKE 'amazon.%'
AND NOT EXISTS (
    SELECT 1 FROM "order" AS o WHERE o.case_id = v.case_id AND o.key = v.key
);

UPDATE "order" SET key = r.new
FROM renamed AS r
WHERE r.case_id = "order".case_id AND r.old = "order".key;

UPDATE verdict SET key = r.new
FROM renamed AS r
WHERE r.case_id = verdict.case_id AND r.old = verdict.key;

DROP TRIGGER card_word_stays;

-- Of money that must come back: the key of the order, and what it was paid with.
UPDATE card_word SET key = r.new || substr(card_word.key, length(r.old) + 1)
FROM renamed AS r
WHERE card_word.about = 'return' AND r.case_id = card_word.case_id
AND card_word.key IN (
    r.old || ':gift_card', r.old || ':points', r.old || ':card', r.old || ':unknown'
);

-- Of a match: the keys of its orders, joined by "+", then "=" and its charges.
UPDATE card_word SET key = m.new
FROM (
    SELECT w.id, group_concat(w.new, '+') OVER orders || w.charges AS new, w.place
    FROM (
        SELECT
            said.id, said.charges, part.key AS place, coalesce(r.new, part.value) AS new
        FROM (
            SELECT
                id, case_id, substr(key, instr(key, '=')) AS charges,
                json_quote(substr(key, 1, instr(key, '=') - 1)) AS quoted
            FROM card_word
            WHERE about = 'match' AND instr(key, '=')
        ) AS said
        JOIN json_each('[' || replace(said.quoted, '+', '","') || ']') AS part
        LEFT JOIN renamed AS r
            ON r.case_id = said.case_id AND r.old = part.value
    ) AS w
    WINDOW orders AS (
        PARTITION BY w.id ORDER BY w.place
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
) AS m
WHERE m.id = card_word.id AND m.place = 0;

CREATE TRIGGER card_word_stays BEFORE UPDATE ON card_word
BEGIN SELECT raise(ABORT, 'words are never changed, newer ones count'); END;

-- Of two orders with one number only one was kept: the mails are read again, and the
-- cards worked on anew.
UPDATE milestone SET orders_packs = NULL
WHERE case_id IN (SELECT case_id FROM renamed);

UPDATE card_work SET is_outdated = 1
WHERE case_id IN (SELECT case_id FROM renamed);

DROP TABLE renamed;
