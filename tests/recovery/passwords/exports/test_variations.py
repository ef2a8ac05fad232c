"""What a person reads the same in another form holds the same logins."""

import csv
import io
import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from torimodosu.recovery.passwords.exports.reading import read_export

# Columns that managers write, each in a way of its own.
COLUMNS = (
    {"site": "url", "user": "username", "password": "password", "note": "note"},
    {"site": "URL", "user": "Username", "password": "Password", "note": "Notes"},
    {"site": "login_uri", "user": "login_username", "password": "login_password"},
    {"site": "Web Site", "user": "Login Name", "password": "Password"},
    {"site": "サイト", "user": "ユーザー名", "password": "パスワード", "note": "メモ"},
)
cells = st.text(alphabet="ab,;\"' \t太郎表\n\\", min_size=1, max_size=8).filter(
    str.strip
)
logins = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4)
ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le")


@given(logins, st.sampled_from(COLUMNS), st.data())
@settings(max_examples=150)
def test_a_table_holds_the_same_in_every_way_of_writing_it(
    held: list[tuple[str, str, str]], names: dict[str, str], data: st.DataObject
) -> None:
    order = data.draw(st.permutations([*names, "extra"]))
    loud = data.draw(st.sampled_from((str, str.upper, str.lower, lambda n: f" {n} ")))
    delimiter = data.draw(st.sampled_from(",;\t|"))
    line_end = data.draw(st.sampled_from(("\r\n", "\n")))
    output = io.StringIO(newline="")
    writer = csv.writer(
        output,
        delimiter=delimiter,
        quoting=csv.QUOTE_ALL if data.draw(st.booleans()) else csv.QUOTE_MINIMAL,
        lineterminator=line_end,
    )
    writer.writerow(loud(names.get(column, column)) for column in order)
    for site, user, password in held:
        row = {"site": f"https://{site}", "user": user, "password": password}
        writer.writerow(row.get(column, "") for column in order)
        output.write(data.draw(st.sampled_from(("", line_end))))
    text = output.getvalue()
    read = read_export(text.encode(data.draw(st.sampled_from(ENCODINGS))))
    assert [(one.site, one.username, one.password) for one in read.logins] == [
        (f"https://{site}".strip(), user.strip(), password)
        for site, user, password in held
    ]
    assert (read.damaged, read.without_password, read.others) == ((), (), ())


@given(logins, st.sampled_from(ENCODINGS), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_a_document_holds_the_same_in_every_order_of_its_fields(
    held: list[tuple[str, str, str]], encoding: str, chance: Random
) -> None:
    def shuffled(fields: dict[str, object]) -> dict[str, object]:
        names = [*fields, "unheard"]
        chance.shuffle(names)
        return {name: fields.get(name) for name in names}

    items = [
        shuffled(
            {
                "type": chance.choice((1, None)),
                "name": "A",
                "favorite": None,
                "login": shuffled(
                    {"uris": [{"uri": site}], "username": user, "password": password}
                ),
            }
        )
        for site, user, password in held
    ]
    export = shuffled({"encrypted": False, "folders": [], "items": items})
    written = json.dumps(export, ensure_ascii=chance.choice((True, False)))
    read = read_export(written.encode(encoding))
    assert [(one.site, one.username, one.password) for one in read.logins] == [
        (site.strip(), user.strip(), password) for site, user, password in held
    ]
