import pytest

from tests.recovery.statements.samples import SAMPLES
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.western import western_encoding

GERMAN = "Buchungstag;Empfänger;Betrag\n01.09.2026;Bäckerei Müller;-3,50 €\n"
FRENCH = "Date;Libellé;Débit\n01/09/2026;Café de la Gare à Orléans;3,50\n"
SPANISH = "Fecha;Descripción;Importe\n01/09/2026;Panadería Ñandú;-3,50\n"
CZECH = "Datum;Název;Částka\n01.09.2026;Pekárna U Zlaté růže, Plzeň;-35,00 Kč\n"
POLISH = "Data;Opis;Kwota\n01.09.2026;Piekarnia Żółty Młyn, Łódź;-35,00 zł\n"
HUNGARIAN = "Dátum;Leírás;Összeg\n2026.09.01;Pék és tűzőgép;-3500\n"
SWEDISH = "Datum;Beskrivning;Belopp\n2026-09-01;Café Åkerö på Öland;-35,00\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((GERMAN, "cp1252"), (FRENCH, "cp1252"), (SPANISH, "cp1252")),
        *((SWEDISH, "cp1252"), (CZECH, "cp1250"), (POLISH, "cp1250")),
        (HUNGARIAN, "cp1250"),
    ],
)
def test_a_european_text_is_read_as_it_was_written(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    "sample",
    [s for s in SAMPLES if s.encoding == "cp932"],
    ids=lambda sample: sample.layout,
)
def test_a_japanese_statement_is_not_taken_for_european(sample: object) -> None:
    assert western_encoding(getattr(sample, "raw", b"")) == ""


@pytest.mark.parametrize(
    "text", ["ｱﾏｿﾞﾝ ﾌﾟﾗｲﾑ,ﾗｸﾃﾝ", "利用日,AMAZONプライム", "日付,ﾄﾞｺﾓ", ""]
)
def test_short_japanese_is_not_taken_for_european(text: str) -> None:
    assert western_encoding(text.encode("cp932")) == ""


def test_one_stray_byte_does_not_make_a_file_japanese() -> None:
    raw = b"18.09.2017\tJ?\xa4gersteig 25\t-14,00\n" * 3
    assert decode(raw).encoding == "cp1252"
