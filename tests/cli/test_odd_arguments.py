"""Arguments that people and scripts do give: one plain line each, or an answer."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.mails import mail
from tests.cli.running import Commands, plain_line, start

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such")

# More than are read without child processes.
THOUSANDS = 2_500


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "order.eml").write_bytes(mail())
    (tmp_path / "empty.eml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("mail scan nowhere", "nowhere is not there; check the path"),
        ("mail scan order.eml/below", "order.eml/below is not there; check the path"),
        ("mail scan order.eml nowhere", "nowhere is not there; check the path"),
        ("orders nowhere", "nowhere is not there; check the path"),
        ("evidence pack nowhere --out bag", "nowhere is not there; check the path"),
        ("evidence verify nowhere", "nowhere is not there; check the path"),
        ("evidence verify order.eml", "order.eml is no folder; name the folder of"),
        ("evidence pack order.eml --out .", ". is not empty; name a new folder"),
        ("evidence pack order.eml --out order.eml", "name another folder with --out"),
        ("mail scan --since 2026-02-30 .", "'2026-02-30' is not a date such as"),
        (
            "mail scan --since 2026-03-14 --until 2026-03-12 .",
            "--since 2026-03-14 is later than --until 2026-03-12",
        ),
        ("mail scan --service nobody.example .", "nobody.example is not in the"),
        ("mail scan --service= .", "an empty name is not in the catalogue"),
        ("mail scan", "arguments are required: SOURCE"),
        ("mail", "arguments are required: VERB"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_used_is_told_in_one_line(
    torimodosu: Commands, words: str, told: str
) -> None:
    for form in ([], ["--json"]):
        done = torimodosu(*words.split(), *form)
        assert (done.status, done.out) == (2, "")
        assert told in plain_line(done)
    assert not Path("bag").exists()


@needs_unix
@pytest.mark.usefixtures("here")
def test_a_bag_is_no_pipe_and_no_device(torimodosu: Commands) -> None:
    os.mkfifo("pipe")
    for bag in ("pipe", "/dev/null"):
        done = torimodosu("evidence", "verify", bag, "--json")
        assert (done.status, done.out) == (2, "")
        assert f"{bag} is no folder" in plain_line(done)


@pytest.mark.parametrize(
    "words",
    [
        "order.eml",
        "./order.eml",
        "order.eml order.eml",
        "order.eml ./order.eml .",
        "./ order.eml",
    ],
)
def test_a_source_named_in_any_way_is_read_once(
    torimodosu: Commands, here: Path, words: str
) -> None:
    (here / "empty.eml").unlink()
    sources = [*words.split(), str(here / "order.eml")]
    done = torimodosu("mail", "scan", *sources, "--json")
    assert (done.status, done.err) == (0, "")
    assert [row["message_id"] for row in done.rows] == ["1@mails.example"]
    assert done.summary["messages"] == 1


@pytest.mark.usefixtures("here")
def test_an_empty_file_is_named_and_the_rest_goes_on(torimodosu: Commands) -> None:
    done = torimodosu("mail", "scan", "empty.eml", "order.eml", "--json")
    assert (done.status, len(done.rows)) == (1, 1)
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == ("empty.eml", "no_mail_inside")


@needs_unix
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("source", ["pipe", "pipe.eml", "/dev/null", "/dev/zero"])
@pytest.mark.parametrize("words", ["mail scan", "orders", "evidence pack --out bag"])
def test_what_is_no_file_is_named_and_nobody_waits_for_it(
    torimodosu: Commands, words: str, source: str
) -> None:
    if not source.startswith("/"):
        os.mkfifo(source)
    done = torimodosu(*words.split(), source, "order.eml", "--json")
    assert (done.status, done.err) == (1, "")
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (source, "not_a_mail")
    assert done.summary["covered"] == ["order.eml"]


@needs_unix
def test_a_folder_that_leads_into_itself_has_an_end(
    torimodosu: Commands, here: Path
) -> None:
    (here / "below").mkdir()
    (here / "below" / "up").symlink_to("..")
    (here / "itself").symlink_to("itself")
    (here / "empty.eml").unlink()
    done = torimodosu("mail", "scan", ".", "--json")
    assert (done.status, len(done.rows)) == (0, 1)
    assert done.summary["passed_over"] == 1
    assert torimodosu("mail", "scan", "itself").status == 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names have to be Unicode")
@pytest.mark.parametrize("words", ["mail scan", "orders", "evidence pack --out bag"])
def test_a_name_that_is_no_utf_8_is_read_and_told(
    torimodosu: Commands, here: Path, words: str
) -> None:
    odd = here / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    (odd / os.fsdecode(b"order\xff.eml")).write_bytes(mail())
    done = torimodosu(*words.split(), odd, "--json")
    assert (done.status, done.err) == (0, "")
    (source,) = done.summary["covered"]
    assert source.encode().startswith(str(here).encode())


@pytest.mark.parametrize(
    ("zone", "days", "found"),
    [
        ("Asia/Tokyo", ("--since", "2026-11-21"), {2, 4}),
        ("Asia/Tokyo", ("--until", "2026-11-20"), {1, 3}),
        ("Asia/Tokyo", ("--since", "2026-11-20", "--until", "2026-11-20"), {1, 3}),
        ("America/New_York", ("--since", "2026-11-21"), set()),
        ("America/New_York", ("--until", "2026-11-20"), {1, 2, 3, 4}),
        ("UTC", ("--since", "2026-11-20", "--until", "2026-11-20"), {1, 2, 3, 4}),
    ],
)
@needs_unix
def test_a_day_is_a_day_where_the_person_is(
    tmp_path: Path, zone: str, days: tuple[str, ...], found: set[int]
) -> None:
    dates = {
        1: "Fri, 20 Nov 2026 23:59:59 +0900",
        2: "Sat, 21 Nov 2026 00:00:00 +0900",
        3: "Fri, 20 Nov 2026 14:59:59 +0000",
        4: "Fri, 20 Nov 2026 15:00:00 +0000",
    }
    for number, date in dates.items():
        (tmp_path / f"{number}.eml").write_bytes(mail(date=date, number=number))
    done = start("mail", "scan", tmp_path, *days, "--json", TZ=zone)
    assert (done.status, done.err) == (0, "")
    assert {int(row["message_id"][0]) for row in done.rows} == found


def test_thousands_of_files_are_one_source(
    torimodosu: Commands, tmp_path: Path
) -> None:
    for number in range(THOUSANDS):
        (tmp_path / f"{number}.eml").write_bytes(mail(number=number))
    done = torimodosu("mail", "scan", tmp_path, "--json")
    assert (done.status, done.err) == (0, "")
    assert len({row["message_id"] for row in done.rows}) == len(done.rows) == THOUSANDS
    assert done.summary["covered"] == [str(tmp_path)]
