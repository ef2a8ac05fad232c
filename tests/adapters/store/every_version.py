"""Files of every version of the store, made as programs of then made them."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note
from torimodosu.adapters.store.migrate import migrate, shipped_scripts
from torimodosu.recovery.case.journal import Entry, Kind

NEWEST = shipped_scripts()[-1].version
FORMER = range(1, NEWEST)
WORDS = "誰も知らない"

# What each version brought, behind the first and the last version of that form.
_ROWS = """
1:99 INSERT INTO "case" (id, service, noticed, sign_in, mail_place, is_practice)
     VALUES (1, 'amazon.co.jp', '2026-03-13', 'no', 'files', 0);
1:3  INSERT INTO card VALUES (1, 0, 'jcb', '青いカード', '1234');
4:99 INSERT INTO card (case_id, number, position, issuer, nickname, last_four)
     VALUES (1, 1, 0, 'jcb', '青いカード', '1234');
1:99 INSERT INTO verdict (case_id, key, ownership, at)
     VALUES (1, '250-1234567-1234567', 'not_mine', '2026-03-13T23:50:00+09:00');
1:99 INSERT INTO mail (case_id, sha256, source, "offset", length, message_id,
     sender_name, sender_address, subject, service, kind, quoting)
     VALUES (1, 'aa', x'61', 0, 9, '', '', '', '', 'amazon.co.jp', 'other', 'none');
2:99 INSERT INTO setting VALUES ('language', '"ja"');
3:99 INSERT INTO look VALUES
     (1, 'gift_balance', 'clean', '2026-03-13T23:50:00+09:00', '');
4:99 INSERT INTO statement (id, case_id, number, sha256, name, imported_at, given_card,
     issuer, layout, encoding, account, is_open, currency, last_four, holder, "rows",
     "sum", skipped, doubts, last_fours, bill_date)
     VALUES (1, 1, 1, 'a1', 'a.csv', '2026-03-14T10:00:00+09:00', 0, 'jcb', 'jcb_web',
     'cp932', 'card', 0, 'JPY', '', '', 2, '10', '[]', '{}', '[]', '2026-04-10');
4:99 INSERT INTO shop VALUES (1, 0, '店', '店');
4:99 INSERT INTO card_of_statement VALUES (1, '', 1);
4:9  INSERT INTO charge_row (statement, position, "row", day, shop, amount, kind)
     VALUES (1, 0, 3, '2026-03-01', 0, '3400', 'purchase'),
     (1, 1, 4, '2026-03-02', 0, '-5', 'refund');
10:99 INSERT INTO row_block (statement, position, cells) VALUES (1, 0,
     '{"row":[3,4],"day":["2026-03-01","2026-03-02"],"shop":[0,0],'
     || '"amount":["3400","-5"],"kind":["purchase","refund"]}');
4:99 INSERT INTO card_word (case_id, about, key, word, note, at) VALUES
     (1, 'match', '250-1234567-1234567=00000000000000a1-0', 'confirmed', '',
     '2026-03-14T10:00:00+09:00'),
     (1, 'return', '250-1234567-1234567:card', 'said', '誰も知らない',
     '2026-03-14T10:00:00+09:00');
5:99 INSERT INTO sent VALUES
     (1, '2026-03-14T10:00:00+09:00', 'a.example', 'time_question', 1);
7:99 INSERT INTO reminder_end VALUES (1, '2027-03-13');
"""


def _statements(version: int) -> str:
    wanted, takes = [], False
    for line in _ROWS.strip().splitlines():
        if line[0].isdigit():
            first, last = map(int, line.split()[0].split(":"))
            takes = first <= version <= last
        wanted += [line.lstrip("0123456789: ")] if takes else []
    return "\n".join(wanted)


def make(path: Path, version: int) -> Path:
    """Make a store of *version* at *path*, with something of all that it could keep."""
    migrate(path, [one for one in shipped_scripts() if one.version <= version])
    with closing(connect(path)) as connection:
        connection.executescript(_statements(version))
    with Database(path).write() as connection:
        note(connection, 1, Entry(at=FRIDAY_NIGHT, kind=Kind.NOTE, text=WORDS))
    return path
