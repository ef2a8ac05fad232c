import pytest

from torimodosu.recovery.orders.lines import read_lines
from torimodosu.recovery.orders.numbers import (
    number_of,
    numbers_in,
    numbers_in_links,
    numbers_in_subject,
)

NUMBER = "250-1000000-0000001"


@pytest.mark.parametrize(
    "text",
    [
        f"注文番号： {NUMBER}",
        f"注文番号：\t\t\t{NUMBER}",
        f"注文番号\n\n{NUMBER}",
        f"注文番号：\n#{NUMBER}",
        f"■ご注文番号：{NUMBER}",
        f"ご注文: #{NUMBER}",
        f"オーダー番号\n{NUMBER}",
        f"Order #{NUMBER}",
        f"Order # {NUMBER} <https://www.example.com/x>",
        f"Order: #{NUMBER}",
        f"Order number\n{NUMBER}",
        f"ORDER #\n{NUMBER}",
        f"Bestellung: #{NUMBER}",
        f"Bestellnr. {NUMBER}",
        f"Ordine n. {NUMBER}",
        f"Ordine n° {NUMBER}",
        f"Commande n° {NUMBER}",
        "注文番号：２５０－１００００００－０００００01",
    ],
)
def test_finds_a_number_beside_or_below_its_label(text: str) -> None:
    assert number_of(read_lines(text), 0) == NUMBER


@pytest.mark.parametrize(
    "text",
    [
        f"* 注文番号 {NUMBER} のステッカー",
        f"* 注文番号 {NUMBER}",
        f"注文番号 {NUMBER} のステッカー",
        NUMBER,
        f"お支払い番号 {NUMBER}",
        f"配送 {NUMBER}",
        "注文番号： 1250-1000000-0000001",
        "注文番号： 250-1000000-00000012",
        "注文番号",
        "注文番号\nなし",
    ],
)
def test_takes_nothing_else_for_the_number_of_the_order(text: str) -> None:
    assert number_of(read_lines(text), 0) is None


def test_collects_numbers_once_in_their_order() -> None:
    text = f"D01-1000000-0000002 と（{NUMBER}）、{NUMBER}"
    assert numbers_in(read_lines(text)) == ("D01-1000000-0000002", NUMBER)


def test_numbers_in_addresses_are_not_in_the_text() -> None:
    lines = read_lines(f"https://www.example.com/?orderId={NUMBER}")
    assert numbers_in(lines) == ()


def test_reads_the_number_in_a_subject() -> None:
    assert numbers_in_subject(f"ご注文の発送（{NUMBER}）") == (NUMBER,)


def test_reads_the_number_that_a_link_carries() -> None:
    targets = [
        "https://www.example.com/track?itemId=1",
        f"https://www.example.com/x?ie=UTF8&orderID={NUMBER}&y=1",
        f"https://www.example.com/r?U=https%3A%2F%2Fx%3ForderId%3D{NUMBER}%26z",
    ]
    assert numbers_in_links(targets) == (NUMBER,)
