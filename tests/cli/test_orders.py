from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from tests.cli.mails import ORDER, mail
from tests.cli.running import Commands
from torimodosu.recovery.orders.order import OrderState, Ownership
from torimodosu.recovery.practice.expected import expected

FIELDS = {
    *("order_number", "service", "placed_at", "currency", "total", "gift_card"),
    *("points", "card", "unknown", "state", "items", "shipments", "mails", "certainty"),
}
SHIPMENT_FIELDS = {"date", "total", "gift_card", "points", "card", "card_label"}


def test_an_order_of_a_forged_mail_is_told_and_not_counted(
    torimodosu: Commands, tmp_path: Path
) -> None:
    forged = ORDER.replace("0000001", "0000002").replace("500", "90000")
    bait = mail(forged, sender="Amazon <info@amaz0n.example>", number=2)
    also = mail(ORDER.replace("500", "7"), sender="Amazon <a@amaz0n.example>", number=3)
    for name, raw in (("a", mail()), ("b", bait), ("c", also)):
        (tmp_path / f"{name}.eml").write_bytes(raw)
    done = torimodosu("orders", tmp_path, "--json")
    told = [(row["order_number"], row["not_genuine"]) for row in done.rows]
    assert told == [("250-7777777-0000001", False), ("250-7777777-0000002", True)]
    assert done.rows[0]["total"] == "500"
    assert (done.summary["orders"], done.summary["not_genuine"]) == (1, 1)
    assert done.summary["total"] == {"JPY": "500"}
    assert done.status == 1
    assert "(mail not genuine)" in torimodosu("orders", tmp_path).out


def test_every_order_of_the_practice_incident_is_one_line(
    torimodosu: Commands, practice: Path
) -> None:
    done = torimodosu("orders", practice / "mail", "--json")
    assert done.err == ""
    assert done.status == 1  # two mails have a layout that is not known
    assert all(row.keys() >= FIELDS for row in done.rows)
    by_number = {row["named_number"]: row for row in done.rows}
    for purchase in expected().purchases:
        row = by_number[purchase.number]
        amounts = (row["total"], row["gift_card"], row["points"], row["card"])
        assert [None if one is None else Decimal(one) for one in amounts] == [
            purchase.total,
            purchase.gift_card,
            purchase.points,
            purchase.card,
        ]
        assert row["state"] == purchase.state.value
        if purchase.state is not OrderState.REFUSED:
            assert row["placed_at"] == purchase.placed.isoformat()
    assert {key for row in done.rows for ship in row["shipments"] for key in ship} == (
        SHIPMENT_FIELDS
    )


def test_the_summary_has_the_sums_of_each_currency(
    torimodosu: Commands, practice: Path
) -> None:
    done = torimodosu("orders", practice / "mail", "--json")
    summary = done.summary
    for part in ("total", "gift_card", "points", "card", "unknown"):
        known = [Decimal(row[part]) for row in done.rows if row[part] is not None]
        assert summary[part] == {"JPY": str(sum(known))}
    assert summary["orders"] == len(done.rows)
    assert summary["amount_open"] == 1 + expected().unknown_layouts
    assert summary["first"] == min(row["placed_at"] or "9" for row in done.rows)
    assert summary["last"] == max(row["placed_at"] or "" for row in done.rows)
    burst = summary["burst"]
    assert burst["start"] == expected().first.isoformat()
    assert burst["orders"] == expected().loss.orders
    assert len(summary["covered"]) == 3
    assert summary["not_covered"] == []


def test_an_order_tells_its_items(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    done = torimodosu("orders", tmp_path, "--json")
    (row,) = done.rows
    assert done.status == 0
    assert row["items"] == [{"title": "鉛筆 12本", "quantity": 1, "price": "500"}]
    assert row["mails"] == [sha256(mail()).hexdigest()]
    assert (row["total"], row["unknown"], row["card"]) == ("500", "500", None)


def test_an_unknown_layout_has_no_number_and_no_amount(
    torimodosu: Commands, tmp_path: Path
) -> None:
    raw = mail("★★ 250-7777777-0000001 ★★ 五百円 ★★\n")
    (tmp_path / "order.eml").write_bytes(raw)
    done = torimodosu("orders", tmp_path, "--json")
    (row,) = done.rows
    assert done.status == 1
    assert (row["order_number"], row["layout"]) == (None, "unknown")
    assert row["named_number"] == "250-7777777-0000001"
    assert row["mails"] == [sha256(raw).hexdigest()]
    assert [row[part] for part in ("total", "unknown", "currency")] == [None] * 3
    assert (done.summary["total"], done.summary["amount_open"]) == ({}, 1)


def test_an_order_of_which_only_the_day_is_known_counts_as_first(
    torimodosu: Commands, tmp_path: Path
) -> None:
    body = "注文日：2026/03/11\n注文番号：250-7777777-0000002\n金額：￥500\n"
    on_hold = mail(body, subject="Amazon.co.jpのご注文について", number=2)
    (tmp_path / "hold.eml").write_bytes(on_hold)
    (tmp_path / "order.eml").write_bytes(mail())
    done = torimodosu("orders", tmp_path, "--json")
    assert [row["placed_at"][:10] for row in done.rows] == ["2026-03-11", "2026-03-13"]
    assert done.summary["first"] == "2026-03-11"
    assert done.summary["last"] == "2026-03-13T15:20:00+09:00"
    assert done.summary["burst"]["orders"] == 1


def test_orders_that_are_listed_as_own_are_marked(
    torimodosu: Commands, practice: Path
) -> None:
    own = [p.number for p in expected().purchases if p.ownership is Ownership.MINE]
    arguments = [part for number in own for part in ("--own", number)]
    done = torimodosu("orders", practice, *arguments, "--json")
    marked = {row["named_number"]: row["ownership"] for row in done.rows}
    assert {number for number, owner in marked.items() if owner == "mine"} == {*own}
    assert {owner for number, owner in marked.items() if number not in own} == {None}
    assert done.summary["own_not_found"] == []


def test_the_table_says_whose_an_order_is_where_own_ones_are_named(
    torimodosu: Commands, tmp_path: Path
) -> None:
    own, other = "250-7777777-0000001", "250-7777777-0000008"
    (tmp_path / "own.eml").write_bytes(mail())
    (tmp_path / "other.eml").write_bytes(mail(number=2).replace(b"0000001", b"0000008"))
    assert "ownership" not in torimodosu("orders", tmp_path).out
    done = torimodosu("orders", tmp_path, "--own", own)
    head, *rows = done.out.splitlines()
    assert head.split()[:2] == ["order_number", "ownership"]
    whose = dict(row.split()[:2] for row in rows[:2])
    assert whose == {own: "mine", other: "-"}


def test_an_own_order_that_is_not_there_needs_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    own = ("--own", "250-7777777-0000009")
    done = torimodosu("orders", tmp_path, *own, "--json")
    assert done.status == 1
    assert done.summary["own_not_found"] == ["250-7777777-0000009"]


def test_no_orders_are_no_sums(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "news.eml").write_bytes(mail("お知らせ", subject="お知らせ"))
    done = torimodosu("orders", tmp_path, "--json")
    assert (done.status, list(done.rows)) == (0, [])
    assert done.summary["orders"] == 0
    assert [done.summary[key] for key in ("first", "last", "burst")] == [None] * 3


def test_people_see_what_was_ordered_and_what_is_not_understood(
    torimodosu: Commands, tmp_path: Path
) -> None:
    unknown = mail("★★", subject="Amazon.co.jpでのご注文 250-7777777-0000002", number=2)
    (tmp_path / "order.eml").write_bytes(mail())
    (tmp_path / "unknown.eml").write_bytes(unknown)
    table = torimodosu("orders", tmp_path).out
    assert "500      placed  鉛筆 12本" in table
    assert "(not understood) 250-7777777-0000002" in table
    assert "total: JPY=500\n" in table
