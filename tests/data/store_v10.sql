BEGIN TRANSACTION;
CREATE TABLE account_event (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE backup (
    case_id     INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    form        TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    accounts    TEXT NOT NULL,
    restored_at TEXT,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE "card" (
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
INSERT INTO "card" VALUES(2,1,0,'smbc','青いカード','1234',1,NULL);
INSERT INTO "card" VALUES(2,2,1,'','','',1,NULL);
CREATE TABLE card_notice (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE card_of_statement (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    last_four TEXT NOT NULL,
    card      INTEGER NOT NULL,
    PRIMARY KEY (statement, last_four)
) STRICT, WITHOUT ROWID;
INSERT INTO "card_of_statement" VALUES(1,'',0);
INSERT INTO "card_of_statement" VALUES(2,'',0);
CREATE TABLE card_word (
    id      INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    about   TEXT NOT NULL,
    key     TEXT NOT NULL,
    word    TEXT,
    note    TEXT NOT NULL DEFAULT '',
    at      TEXT NOT NULL
) STRICT;
INSERT INTO "card_word" VALUES(1,1,'match','312345-20260313-0123456789=0000000000000000-0','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(2,1,'match','312345-20260313-0123456789+10001234=0000000000000000-0+0000000000000000-1','rejected','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(3,1,'match','250-1234567-1234567=0000000000000000-1','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(4,1,'match','10001234=0000000000000000-1','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(5,1,'match','10001234=0000000000000000-1',NULL,'','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(6,1,'charge','0000000000000000-0','not_mine','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(7,1,'return','312345-20260313-0123456789:card','said','電話で聞いた','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(8,1,'return','10001234:points','written_off','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(9,1,'return','0000000000000000-0','said','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(10,2,'match','250-1234567-1234567=0000000000000000-0','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(11,2,'match','250-1234567-1234567+10001234=0000000000000000-0+0000000000000000-1','rejected','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(12,2,'match','250-1234567-1234567=0000000000000000-1','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(13,2,'match','10001234=0000000000000000-1','confirmed','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(14,2,'match','10001234=0000000000000000-1',NULL,'','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(15,2,'charge','0000000000000000-0','not_mine','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(16,2,'return','250-1234567-1234567:card','said','電話で聞いた','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(17,2,'return','10001234:points','written_off','','2026-03-13T23:51:00+09:00');
INSERT INTO "card_word" VALUES(18,2,'return','0000000000000000-0','said','','2026-03-13T23:51:00+09:00');
CREATE TABLE card_work (
    case_id     INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    at          TEXT NOT NULL,
    entry       INTEGER NOT NULL,
    is_outdated INTEGER NOT NULL DEFAULT 0 CHECK (is_outdated IN (0, 1)),
    document    TEXT NOT NULL
) STRICT;
INSERT INTO "card_work" VALUES(1,'2026-03-13T23:51:00+09:00',19,0,'{"at": "2026-03-13T23:51:00+09:00", "matching": {"at": "2026-03-13T23:51:00+09:00", "findings": [{"card": 1, "verdict": "certain", "ground": "charged", "matches": ["m"], "amounts": [["JPY", "3400"]], "until": null}], "matches": [], "unexplained_charges": [["0000000000000000-0", "small_test"], ["0000000000000000-1", "small_test"], ["0000000000000000-2", "small_test"]], "unexplained_orders": [], "gave_up": false, "disputed": []}, "charges": {"0000000000000000-0": {"key": "0000000000000000-0", "card": 0, "charge": {"row": 1, "card": "", "holder": "", "date": "2026-03-01", "merchant": "\u5e97", "merchant_normal": "\u5e97", "amount": "3400", "billed": "3400", "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 1, "amount": "3400", "is_open": false}]}, "0000000000000000-1": {"key": "0000000000000000-1", "card": 0, "charge": {"row": 2, "card": "", "holder": "", "date": "2026-03-02", "merchant": "\u5225\u306e\u5e97", "merchant_normal": "\u5225\u306e\u5e97", "amount": null, "billed": null, "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 2, "amount": null, "is_open": false}]}, "0000000000000000-2": {"key": "0000000000000000-2", "card": 0, "charge": {"row": 3, "card": "", "holder": "", "date": null, "merchant": "\u5e97", "merchant_normal": "\u5e97", "amount": "7", "billed": "7", "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 3, "amount": "7", "is_open": false}]}}, "notices": {}, "forged": [], "coverage": [], "returns": [], "watch": {"months": [], "cells": [], "ends_on": "2027-03-31", "was_extended": false}, "deadlines": [], "due": [], "letters": [{"card": 1, "charges": [["2026-03-01", "\u5e97", "3400", "JPY"], [null, "", null, ""]], "orders": ["1"], "total": [["JPY", "3400"]], "first": null, "deadline": null}], "sums": []}');
INSERT INTO "card_work" VALUES(2,'2026-03-13T23:51:00+09:00',16,0,'{"at": "2026-03-13T23:51:00+09:00", "matching": {"at": "2026-03-13T23:51:00+09:00", "findings": [{"card": 1, "verdict": "certain", "ground": "charged", "matches": ["m"], "amounts": [["JPY", "3400"]], "until": null}], "matches": [], "unexplained_charges": [["0000000000000000-0", "small_test"], ["0000000000000000-1", "small_test"], ["0000000000000000-2", "small_test"]], "unexplained_orders": [], "gave_up": false, "disputed": []}, "charges": {"0000000000000000-0": {"key": "0000000000000000-0", "card": 0, "charge": {"row": 1, "card": "", "holder": "", "date": "2026-03-01", "merchant": "\u5e97", "merchant_normal": "\u5e97", "amount": "3400", "billed": "3400", "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 1, "amount": "3400", "is_open": false}]}, "0000000000000000-1": {"key": "0000000000000000-1", "card": 0, "charge": {"row": 2, "card": "", "holder": "", "date": "2026-03-02", "merchant": "\u5225\u306e\u5e97", "merchant_normal": "\u5225\u306e\u5e97", "amount": null, "billed": null, "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 2, "amount": null, "is_open": false}]}, "0000000000000000-2": {"key": "0000000000000000-2", "card": 0, "charge": {"row": 3, "card": "", "holder": "", "date": null, "merchant": "\u5e97", "merchant_normal": "\u5e97", "amount": "7", "billed": "7", "currency": "JPY", "foreign": null, "kind": "purchase", "bill_date": "2026-04-10"}, "sightings": [{"statement": 1, "row": 3, "amount": "7", "is_open": false}]}}, "notices": {}, "forged": [], "coverage": [], "returns": [], "watch": {"months": [], "cells": [], "ends_on": "2027-03-31", "was_extended": false}, "deadlines": [], "due": [], "letters": [{"card": 1, "charges": [["2026-03-01", "\u5e97", "3400", "JPY"], [null, "", null, ""]], "orders": ["1"], "total": [["JPY", "3400"]], "first": null, "deadline": null}], "sums": []}');
CREATE TABLE "case" (
    -- A number is never given twice: the archive of a case lies under it.
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    service     TEXT NOT NULL,
    noticed     TEXT NOT NULL,
    sign_in     TEXT NOT NULL,
    mail_place  TEXT NOT NULL,
    is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1))
, cards_given INTEGER NOT NULL DEFAULT 0, contacts_given INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "case" VALUES(1,'rakuten.co.jp','2026-03-01','not_tried','phone_only',0,0,0);
INSERT INTO "case" VALUES(2,'amazon.co.jp','2026-03-13','no','thunderbird',0,2,0);
CREATE TABLE code_try (
    id          INTEGER PRIMARY KEY,
    case_id     INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    at          TEXT NOT NULL,
    account     TEXT NOT NULL,
    step        TEXT NOT NULL,
    is_accepted INTEGER NOT NULL CHECK (is_accepted IN (0, 1))
) STRICT;
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
CREATE TABLE covered (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    source   BLOB NOT NULL,
    messages INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    newest   TEXT,
    PRIMARY KEY (case_id, source)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "entry" VALUES(1,2,'2026-03-13T23:51:00+09:00','statement_imported','sha256=0000000000000000000000000000000000000000000000000000000000000061 issuer=smbc_card layout=smbc_confirmed rows=3 skipped=0','5764df066b4b0f8a98d403be2fc238053176d5ea07626fe44590a268ee754f04');
INSERT INTO "entry" VALUES(1,3,'2026-03-13T23:50:00+09:00','order_judged','312345-20260313-0123456789 unsure','9b24d35907c55c19a3236cf8e85cd78ce1fd38e72d4aa6f53794f5a40cbb71d1');
INSERT INTO "entry" VALUES(1,4,'2026-03-13T23:50:00+09:00','order_judged','10001234 unsure','1ca95f76fdbe1ccdd9b36e1f2302101487d337f823e0b10f940799cf5114b8a5');
INSERT INTO "entry" VALUES(1,5,'2026-03-13T23:50:00+09:00','order_judged','250-1234567-1234567 unsure','9b1326e233ae4cfc393a2d2eebefc73ef157335379d32f21acff8c7c2d273434');
INSERT INTO "entry" VALUES(1,6,'2026-03-13T23:50:00+09:00','order_judged','mail:abababababababababababababababababababababababababababababababab unsure','df30e22ed09b83e7a38bd7f4f5e5b929f063b114d30c98ee10dfe1ea52a883d7');
INSERT INTO "entry" VALUES(1,7,'2026-03-13T23:51:00+09:00','order_judged','312345-20260313-0123456789 not_mine','b5ca2fba6178e6ed36f46bce69ba3cede462461a1709dcfbdfd7ea834f3bc913');
INSERT INTO "entry" VALUES(1,8,'2026-03-13T23:51:00+09:00','order_judged','10001234 open','43bd301510b21da530f71854f5c1715d7916dc511e22d143f821252fb4e76bca');
INSERT INTO "entry" VALUES(1,9,'2026-03-13T23:51:00+09:00','order_judged','10001234 mine','3276b9b11c81314e5929566f21dce99e52548821db36d9ddcafcf68870c77ea8');
INSERT INTO "entry" VALUES(1,10,'2026-03-13T23:51:00+09:00','order_judged','399999-20260301-0000000001 not_mine','99f2274adeb6df7c989e443d0e87c12ed203e71635c8548f3fc7a4ce30d6918a');
INSERT INTO "entry" VALUES(1,11,'2026-03-13T23:51:00+09:00','match_said','312345-20260313-0123456789=0000000000000000-0 confirmed','4a6d7748ea88f080972d3c17b640e9783643f8fd3f9c2afe1d0f5c3519fd8044');
INSERT INTO "entry" VALUES(1,12,'2026-03-13T23:51:00+09:00','match_said','312345-20260313-0123456789+10001234=0000000000000000-0+0000000000000000-1 rejected','848dc1d893c2b213c439a6dc185310297e50066fbfa2b53c64481fee7a2c7b33');
INSERT INTO "entry" VALUES(1,13,'2026-03-13T23:51:00+09:00','match_said','250-1234567-1234567=0000000000000000-1 confirmed','b823e6aba0606d2d9762f234603d230d7760d30193b5a0a3bb8762eeed15af4f');
INSERT INTO "entry" VALUES(1,14,'2026-03-13T23:51:00+09:00','match_said','10001234=0000000000000000-1 confirmed','6e1ffa2133b982e7cb51939c89cb1dc0c0f7707dbede3ab47e142082ddb341cc');
INSERT INTO "entry" VALUES(1,15,'2026-03-13T23:51:00+09:00','match_said','10001234=0000000000000000-1 open','9461695a910c57b2d6f0b3ee1d62d9b261bdc650ff0450e785877c8c754eff6f');
INSERT INTO "entry" VALUES(1,16,'2026-03-13T23:51:00+09:00','charge_said','0000000000000000-0 not_mine','c5adc1a5a0304f6fb3781a3e1add93dd3e128b78053e2a8e1fd6779347a19f02');
INSERT INTO "entry" VALUES(1,17,'2026-03-13T23:51:00+09:00','return_said','312345-20260313-0123456789:card said','243b1c243c1043dff8e591de35e1aa9692d484dd7aaf2a4e89e09e18416d8c4c');
INSERT INTO "entry" VALUES(1,18,'2026-03-13T23:51:00+09:00','return_said','10001234:points written_off','03b4304e289bff289ac729c8e2686c1e327403defa497552e2fbdfe60e105ded');
INSERT INTO "entry" VALUES(1,19,'2026-03-13T23:51:00+09:00','return_said','0000000000000000-0 said','d7cbc54e4701a55d92e99279473ff3c9f69fd298630fe0647d9b47abb943e7dd');
INSERT INTO "entry" VALUES(2,1,'2026-03-13T23:50:00+09:00','opened','','77d66716e492c1b5473e42445dbefd2900fa1949c4ac4740eb2f83c2b034961b');
INSERT INTO "entry" VALUES(2,2,'2026-03-13T23:51:00+09:00','statement_imported','sha256=0000000000000000000000000000000000000000000000000000000000000061 issuer=smbc_card layout=smbc_confirmed rows=3 skipped=0','5764df066b4b0f8a98d403be2fc238053176d5ea07626fe44590a268ee754f04');
INSERT INTO "entry" VALUES(2,3,'2026-03-13T23:50:00+09:00','order_judged','250-1234567-1234567 unsure','b3cea7c85082ee6581b035115518387739fa332a1b139260e2a30c25ef209297');
INSERT INTO "entry" VALUES(2,4,'2026-03-13T23:50:00+09:00','order_judged','10001234 unsure','4544faed6548cc4d0bdeadd8557d7e2a68ab49acfb50b8a031da57728026df9b');
INSERT INTO "entry" VALUES(2,5,'2026-03-13T23:51:00+09:00','order_judged','250-1234567-1234567 not_mine','fe7ff722ebc2193b2a9208a0c038f7f5afd64428f3131e7a7532ae063dac70c7');
INSERT INTO "entry" VALUES(2,6,'2026-03-13T23:51:00+09:00','order_judged','10001234 open','4d13c90bcbc354f020ef5af08d7de6d2e05c7d8b9931cef0482a596582b41d2d');
INSERT INTO "entry" VALUES(2,7,'2026-03-13T23:51:00+09:00','order_judged','10001234 mine','6b92f80ac0ab724c3d6da00dc1621ddd3b72ab6eabadec891c99e37a380e4672');
INSERT INTO "entry" VALUES(2,8,'2026-03-13T23:51:00+09:00','match_said','250-1234567-1234567=0000000000000000-0 confirmed','f4a642fa150b28d4bd933f8dec1c022f6559bbe1f58314acb436225cdbdb1fbf');
INSERT INTO "entry" VALUES(2,9,'2026-03-13T23:51:00+09:00','match_said','250-1234567-1234567+10001234=0000000000000000-0+0000000000000000-1 rejected','ffe445d882d01db7837d566474fba91f62236d1d88dd9e672cbde2c93ca785d3');
INSERT INTO "entry" VALUES(2,10,'2026-03-13T23:51:00+09:00','match_said','250-1234567-1234567=0000000000000000-1 confirmed','247bf6ae7f67e673f2491989a36f857a6b525735328a6043cea774e2c5c1039b');
INSERT INTO "entry" VALUES(2,11,'2026-03-13T23:51:00+09:00','match_said','10001234=0000000000000000-1 confirmed','25c2f0e744fa2200144e27a49cd6b9bf277e2baeb11414ad36f313101d191104');
INSERT INTO "entry" VALUES(2,12,'2026-03-13T23:51:00+09:00','match_said','10001234=0000000000000000-1 open','5c01e1b852c3523980ee08327244ac1dd62db4c81481dc6712adea0a5f98a6ec');
INSERT INTO "entry" VALUES(2,13,'2026-03-13T23:51:00+09:00','charge_said','0000000000000000-0 not_mine','6538ba95226496aaf9ca5bc2bb315819c0dbb0fa948f7b618312eeb13de3958a');
INSERT INTO "entry" VALUES(2,14,'2026-03-13T23:51:00+09:00','return_said','250-1234567-1234567:card said','9b53beb67c936e0f7fe2face7f6edec37e23975b65416df952398177ba319553');
INSERT INTO "entry" VALUES(2,15,'2026-03-13T23:51:00+09:00','return_said','10001234:points written_off','70a8ee390b36c4bf8cd8c6014176722ec857d6403f42323111efced3c704745c');
INSERT INTO "entry" VALUES(2,16,'2026-03-13T23:51:00+09:00','return_said','0000000000000000-0 said','d53ccf0238a01fe805e8246721e9ad53b697c87df0a6f754097ce1d7ded04e76');
CREATE TABLE look (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    place   TEXT NOT NULL,
    seen    TEXT NOT NULL,
    at      TEXT NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
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
    quoting        TEXT NOT NULL, verdict TEXT,
    UNIQUE (case_id, sha256, source, "offset")
) STRICT;
CREATE TABLE mark (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    step    TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, step)
) STRICT, WITHOUT ROWID;
CREATE TABLE milestone (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    read_at      TEXT,
    orders_at    TEXT,
    orders_packs TEXT,
    sealed_at    TEXT,
    seal         TEXT
) STRICT;
INSERT INTO "milestone" VALUES(1,NULL,'2026-03-13T23:50:00+09:00','2026.11.1 own=',NULL,NULL);
INSERT INTO "milestone" VALUES(2,NULL,'2026-03-13T23:50:00+09:00','2026.11.1 own=',NULL,NULL);
CREATE TABLE not_covered (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    source   BLOB NOT NULL,
    "offset" INTEGER,
    trouble  TEXT NOT NULL
) STRICT;
CREATE TABLE "order" (
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "order" VALUES(1,'10001234',1,'{"order_number": "10001234", "service": "shopping.yahoo.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "2", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "", "is_forged": false, "is_proven": false}');
INSERT INTO "order" VALUES(1,'250-1234567-1234567',2,'{"order_number": "250-1234567-1234567", "service": "amazon.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "3", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "", "is_forged": false, "is_proven": false}');
INSERT INTO "order" VALUES(1,'312345-20260313-0123456789',0,'{"order_number": "312345-20260313-0123456789", "service": "rakuten.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "1", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "", "is_forged": false, "is_proven": false}');
INSERT INTO "order" VALUES(1,'mail:abababababababababababababababababababababababababababababababab',3,'{"order_number": null, "service": "rakuten.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "4", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "abababababababababababababababababababababababababababababababab", "is_forged": false, "is_proven": false}');
INSERT INTO "order" VALUES(2,'10001234',1,'{"order_number": "10001234", "service": "shopping.yahoo.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "2", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "", "is_forged": false, "is_proven": false}');
INSERT INTO "order" VALUES(2,'250-1234567-1234567',0,'{"order_number": "250-1234567-1234567", "service": "amazon.co.jp", "layout": "2025", "placed_at": "2026-03-13T18:50:00+09:00", "currency": "JPY", "total": "5000", "gift_card": "5000", "points": null, "card": "3", "unknown": null, "state": "placed", "items": [], "shipments": [], "refunded": null, "mails": [], "certainty": "confirmed", "doubts": [], "placed_to_the_day": false, "card_label": "", "anchor": "", "is_forged": false, "is_proven": false}');
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
CREATE TABLE password_queue (
    case_id           INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    at                TEXT NOT NULL,
    logins            INTEGER NOT NULL,
    are_leaks_checked INTEGER NOT NULL CHECK (are_leaks_checked IN (0, 1)),
    leaks             TEXT NOT NULL,
    is_keyed          INTEGER NOT NULL CHECK (is_keyed IN (0, 1))
) STRICT;
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
CREATE TABLE reminder_end (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    day     TEXT NOT NULL
) STRICT;
CREATE TABLE reminder_word (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    said    TEXT NOT NULL,
    at      TEXT NOT NULL,
    until   TEXT,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE "repeat" (
    statement       INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    first_statement INTEGER NOT NULL,
    first_position  INTEGER NOT NULL,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE row_block (
    id        INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    cells     TEXT NOT NULL,
    UNIQUE (statement, position)
) STRICT;
INSERT INTO "row_block" VALUES(1,1,0,'{"day":["2026-03-01","2026-03-02",null],"shop":[0, 1, 0],"amount":["3400",null,"7"]}');
INSERT INTO "row_block" VALUES(2,2,0,'{"day":["2026-03-01","2026-03-02",null],"shop":[0, 1, 0],"amount":["3400",null,"7"]}');
CREATE TABLE scan (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    service  TEXT NOT NULL,
    first_at TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;
CREATE TABLE sent (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    host    TEXT NOT NULL,
    what    TEXT NOT NULL,
    "count" INTEGER NOT NULL
) STRICT;
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE shop (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    printed   TEXT NOT NULL,
    normal    TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "shop" VALUES(1,0,'店','店');
INSERT INTO "shop" VALUES(1,1,'別の店','別の店');
INSERT INTO "shop" VALUES(2,0,'店','店');
INSERT INTO "shop" VALUES(2,1,'別の店','別の店');
CREATE TABLE sign_in (
    case_id    INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    reset_said TEXT,
    retry_at   TEXT
) STRICT;
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
    last_fours    TEXT NOT NULL, first_row INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT 'purchase', is_billed INTEGER NOT NULL DEFAULT 0
    CHECK (is_billed IN (0, 1)),
    UNIQUE (case_id, number),
    UNIQUE (case_id, sha256)
) STRICT;
INSERT INTO "statement" VALUES(1,1,1,'0000000000000000000000000000000000000000000000000000000000000061','a','2026-03-13T23:51:00+09:00',0,'smbc_card','smbc_confirmed','cp932','card',0,'2026-03-01','2026-03-02','2026-04-10','JPY','','',3,NULL,'3407',NULL,'[]','{}','[]',1,'purchase',1);
INSERT INTO "statement" VALUES(2,2,1,'0000000000000000000000000000000000000000000000000000000000000061','a','2026-03-13T23:51:00+09:00',0,'smbc_card','smbc_confirmed','cp932','card',0,'2026-03-01','2026-03-02','2026-04-10','JPY','','',3,NULL,'3407',NULL,'[]','{}','[]',1,'purchase',1);
CREATE TABLE statement_mapping (
    key      TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE told (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE trial (
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    trial   TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, trial)
) STRICT, WITHOUT ROWID;
CREATE TABLE two_step (
    case_id INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    account TEXT NOT NULL
) STRICT;
CREATE TABLE used_code (
    codes INTEGER NOT NULL REFERENCES recovery_codes (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    at    TEXT NOT NULL,
    PRIMARY KEY (codes, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE verdict (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    ownership TEXT,
    at        TEXT NOT NULL
) STRICT;
INSERT INTO "verdict" VALUES(1,1,'312345-20260313-0123456789','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(2,1,'10001234','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(3,1,'250-1234567-1234567','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(4,1,'mail:abababababababababababababababababababababababababababababababab','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(5,1,'312345-20260313-0123456789','not_mine','2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(6,1,'10001234',NULL,'2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(7,1,'10001234','mine','2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(8,1,'399999-20260301-0000000001','not_mine','2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(9,2,'250-1234567-1234567','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(10,2,'10001234','unsure','2026-03-13T23:50:00+09:00');
INSERT INTO "verdict" VALUES(11,2,'250-1234567-1234567','not_mine','2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(12,2,'10001234',NULL,'2026-03-13T23:51:00+09:00');
INSERT INTO "verdict" VALUES(13,2,'10001234','mine','2026-03-13T23:51:00+09:00');
CREATE TABLE verification (
    id      INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    at      TEXT NOT NULL,
    faults  INTEGER NOT NULL
) STRICT;
CREATE INDEX not_covered_of_case ON not_covered (case_id, source);
CREATE INDEX verdict_of_case ON verdict (case_id, key);
CREATE INDEX verification_of_case ON verification (case_id);
CREATE INDEX scan_of_case ON scan (case_id, service);
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
CREATE INDEX repeat_of_row ON "repeat" (first_statement, first_position);
CREATE INDEX card_word_of_case ON card_word (case_id, about, key);
CREATE TRIGGER card_word_stays BEFORE UPDATE ON card_word
BEGIN SELECT raise(ABORT, 'words are never changed, newer ones count'); END;
CREATE TRIGGER card_word_is_kept BEFORE DELETE ON card_word
WHEN EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id)
BEGIN SELECT raise(ABORT, 'words are never deleted, newer ones count'); END;
CREATE INDEX code_try_of_case ON code_try (case_id);
CREATE TRIGGER row_block_stays BEFORE UPDATE ON row_block
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;
CREATE TRIGGER row_block_is_kept BEFORE DELETE ON row_block
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement)
BEGIN SELECT raise(ABORT, 'the statement log is append-only'); END;
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('case',2);
COMMIT;
