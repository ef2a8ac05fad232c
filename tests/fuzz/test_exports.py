"""No mutated export of accounts gets an exception out of the readers."""

from random import Random

from tests.fuzz.mutation import mutate
from tests.recovery.keepass import sealing as keepass
from tests.recovery.twostep.exports import sealing
from tests.recovery.twostep.exports.test_reading import PLAIN
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.reading import read_entries
from torimodosu.recovery.twostep.exports.outcome import ExportRead, RefusedError
from torimodosu.recovery.twostep.exports.reading import read_export

SHORT, LONG = 300, 30_000
KEY = "JBSWY3DPEHPK3PXP"
ENTRY = (
    "<Entry><UUID>AAAAAAAAAAAAAAAAAAAAAg==</UUID><Times><LastModificationTime>"
    "4QVA2w4AAAA=</LastModificationTime></Times><String><Key>otp</Key>"
    f"<Value>otpauth://totp/x?secret={KEY}</Value></String><History><Entry/></History>"
    "</Entry>"
)
DOCUMENT = (
    "<KeePassFile><Meta><RecycleBinEnabled>True</RecycleBinEnabled></Meta><Root><Group>"
    f"<UUID>x</UUID><Name>Top</Name>{ENTRY}</Group></Root></KeePassFile>"
)
TEXTS = (
    *PLAIN.values(),
    f'<?xml version="1.0"?>\n{DOCUMENT}'.encode(),
    f"Title,User Name,TimeOtp-Secret-Base32\nShop,taro,{KEY}\n".encode() * 3,
    sealing.java_map({"masterKey": "{}", "id-token": "{}", "id": '{"key":"{}"}'}),
)


def test_no_exception_gets_out_of_the_readers(*, long_form: bool) -> None:
    random = Random(7)  # noqa: S311 -- the same mutants at every run
    read = 0
    for _ in range(LONG if long_form else SHORT):
        raw = mutate(TEXTS, random)
        try:
            read += isinstance(read_export(raw), ExportRead)
        except RefusedError as error:
            assert KEY not in str(error)  # noqa: PT017 -- either is right
    assert read > SHORT / 10


def test_none_gets_out_of_what_a_file_of_keepass_holds(*, long_form: bool) -> None:
    random = Random(7)  # noqa: S311 -- the same mutants at every run
    contents = (
        keepass.inside(DOCUMENT),
        keepass.inside(DOCUMENT.replace("False", "x")),
    )
    read = 0
    for _ in range((LONG if long_form else SHORT) // 10):
        raw = keepass.version_4(mutate(contents, random))
        try:
            read += len(read_entries(raw, keepass.PASSWORD))
        except KeePassError as error:
            assert error.problem is not KeePassProblem.WRONG_KEY  # noqa: PT017
    assert read > 0


def test_none_gets_out_of_its_header_and_blocks(*, long_form: bool) -> None:
    random = Random(7)  # noqa: S311 -- the same mutants at every run
    seeds = [keepass.version_4(keepass.inside(DOCUMENT)), keepass.version_3(DOCUMENT)]
    for _ in range((LONG if long_form else SHORT) // 10):
        try:
            read_entries(mutate(seeds, random), keepass.PASSWORD)
        except KeePassError as error:
            assert error.problem in KeePassProblem  # noqa: PT017 -- either is right
