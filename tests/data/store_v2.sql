BEGIN TRANSACTION;
CREATE TABLE card (
    case_id   INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    issuer    TEXT NOT NULL,
    nickname  TEXT NOT NULL,
    last_four TEXT NOT NULL CHECK (length(last_four) <= 4),
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "card" VALUES(1,0,'smbc','青いカード','1234');
INSERT INTO "card" VALUES(1,1,'','','');
CREATE TABLE "case" (
    -- A number is never given twice: the archive of a case lies under it.
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    service     TEXT NOT NULL,
    noticed     TEXT NOT NULL,
    sign_in     TEXT NOT NULL,
    mail_place  TEXT NOT NULL,
    is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1))
) STRICT;
INSERT INTO "case" VALUES(1,'amazon.co.jp','2026-03-13','no','thunderbird',0);
CREATE TABLE covered (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    source   BLOB NOT NULL,
    messages INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    newest   TEXT,
    PRIMARY KEY (case_id, source)
) STRICT, WITHOUT ROWID;
INSERT INTO "covered" VALUES(1,X'2F6D61696C2FEDB3BF',10,1099511627776,'2026-03-13T23:50:00+09:00');
CREATE TABLE entry (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL,
    text    TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry" VALUES(1,1,'2026-03-13T23:50:00+09:00','opened','','77d66716e492c1b5473e42445dbefd2900fa1949c4ac4740eb2f83c2b034961b');
INSERT INTO "entry" VALUES(1,2,'2026-03-13T23:51:00+09:00','order_judged','250-1234567-1234567 not_mine','302bc428af4aecc6a7fecdada6f9c00050298bf8e04376473f1dc9c3f7d5b6f4');
INSERT INTO "entry" VALUES(1,3,'2026-03-13T23:51:00+09:00','step_done','shop','0e54c419f482f56650a5d2200a616df417ab114dd8f96a24d9e6751fb9819dfa');
INSERT INTO "entry" VALUES(1,4,'2026-03-13T23:51:00+09:00','bag_verified','faults=0','9d6bc9bd4cb067bf2824b504997da225fe98350f6cb06478de3414ca4056efd6');
CREATE TABLE mail (
    id             INTEGER PRIMARY KEY,
    case_id        INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    sha256         TEXT NOT NULL,
    source         BLOB NOT NULL,
    "offset"       INTEGER NOT NULL,
    length         INTEGER NOT NULL,
    message_id     TEXT NOT NULL,
    date           TEXT,
    moment         REAL,
    sender_name    TEXT NOT NULL,
    sender_address TEXT NOT NULL,
    subject        TEXT NOT NULL,
    service        TEXT NOT NULL,
    kind           TEXT NOT NULL,
    quoting        TEXT NOT NULL,
    UNIQUE (case_id, sha256, source, "offset")
) STRICT;
INSERT INTO "mail" VALUES(1,1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',X'2FE383A1E383BCE383AB2FE58F97E4BFA1E38388E383ACE382A4',1099511627776,12345,'1@example.com','2026-03-13T23:50:00+09:00',1773413400.0,'お店','order@example.com','注文済み: 「本」','amazon.co.jp','order_confirmation','mboxrd');
INSERT INTO "mail" VALUES(2,1,'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',X'2FE383A1E383BCE383AB2FE58F97E4BFA1E38388E383ACE382A4',1099511627776,12345,'1@example.com','2026-03-13T13:51:00+00:00',1773409860.0,'お店','order@example.com','注文済み: 「本」','amazon.co.jp','order_confirmation','mboxrd');
INSERT INTO "mail" VALUES(3,1,'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',X'2FE383A1E383BCE383AB2FE58F97E4BFA1E38388E383ACE382A4',1099511627776,12345,'1@example.com',NULL,NULL,'お店','order@example.com','注文済み: 「本」','amazon.co.jp','other','mboxrd');
CREATE TABLE mark (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    step    TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, step)
) STRICT, WITHOUT ROWID;
INSERT INTO "mark" VALUES(1,'shop','2026-03-13T23:51:00+09:00');
CREATE TABLE milestone (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    read_at      TEXT,
    orders_at    TEXT,
    orders_packs TEXT,
    sealed_at    TEXT,
    seal         TEXT
) STRICT;
INSERT INTO "milestone" VALUES(1,'2026-03-13T23:50:00+09:00','2026-03-13T23:50:00+09:00','2026.11.1','2026-03-13T23:50:00+09:00','0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE not_covered (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    source   BLOB NOT NULL,
    "offset" INTEGER,
    trouble  TEXT NOT NULL
) STRICT;
INSERT INTO "not_covered" VALUES(1,1,X'2F6D61696C2FEDB3BF',7,'truncated');
CREATE TABLE "order" (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "order" VALUES(1,'250-1234567-1234567',0,'{"order_number": "250-1234567-1234567", "service": "amazon.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "1", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": ""}');
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('language','"ja"');
CREATE TABLE verdict (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    ownership TEXT,
    at        TEXT NOT NULL
) STRICT;
INSERT INTO "verdict" VALUES(1,1,'250-1234567-1234567','not_mine','2026-03-13T23:51:00+09:00');
CREATE TABLE verification (
    id      INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    at      TEXT NOT NULL,
    faults  INTEGER NOT NULL
) STRICT;
INSERT INTO "verification" VALUES(1,1,'2026-03-13T23:51:00+09:00',0);
CREATE INDEX not_covered_of_case ON not_covered (case_id, source);
CREATE INDEX verdict_of_case ON verdict (case_id, key);
CREATE INDEX verification_of_case ON verification (case_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('case',2);
COMMIT;
