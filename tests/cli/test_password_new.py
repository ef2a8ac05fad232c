import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line, start
from torimodosu.bootstrap.tools import tools_for
from torimodosu.cli.tools import Tools


def seeded(seed: int = 1) -> Tools:
    chance = random.Random(seed)  # noqa: S311 -- the same each time
    return replace(tools_for(None), choose=chance.randrange)


def made(torimodosu: Commands, *arguments: str) -> str:
    """Return the password that stands alone on standard output."""
    done = torimodosu("password", "new", *arguments, tools=seeded())
    assert (done.status, done.err) == (0, "")
    (line,) = done.out.splitlines()
    return line


def test_a_password_stands_alone_on_its_line(torimodosu: Commands) -> None:
    assert len(made(torimodosu)) == 20
    assert len(made(torimodosu, "--length", "33")) == 33


def test_the_same_password_stands_in_json(torimodosu: Commands) -> None:
    done = torimodosu("password", "new", "--json", tools=seeded())
    assert done.lines == [{"password": made(torimodosu), "length": 20}]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_are_as_many_as_wanted(
    torimodosu: Commands, tmp_path: Path, language: str
) -> None:
    words = tools_for(tmp_path).passphrase_words()[language]
    drawn = made(torimodosu, "--words", "6", "--language", language)
    first, *others = drawn.split("-")
    assert len(others) == 5
    assert {first[:-1].lower(), *others} <= set(words)


def test_words_are_japanese_unless_others_are_wanted(torimodosu: Commands) -> None:
    plain = made(torimodosu, "--words", "5")
    assert plain == made(torimodosu, "--words", "5", "--language", "ja")
    assert plain != made(torimodosu, "--words", "5", "--language", "en")


@pytest.mark.parametrize("site", ["apple.com", "https://www.apple.com/", "APPLE.COM"])
def test_a_site_gets_what_it_takes(torimodosu: Commands, site: str) -> None:
    done = torimodosu("password", "new", "--service", site, "--length", "64")
    assert done.status == 2
    assert "no password above 63 characters" in plain_line(done)
    assert len(made(torimodosu, "--service", site, "--length", "63")) == 63


def test_a_site_that_takes_eight_gets_eight(torimodosu: Commands) -> None:
    assert len(made(torimodosu, "--service", "www.aeon.co.jp")) == 8
    done = torimodosu("password", "new", "--service", "aeon.co.jp", "--words", "5")
    assert "leave out --words" in plain_line(done)


def test_a_site_that_nobody_knows_gets_the_usual(torimodosu: Commands) -> None:
    assert len(made(torimodosu, "--service", "shop.example")) == 20


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--length", "7"], "8 to 128 characters"),
        (["--length", "129"], "8 to 128 characters"),
        (["--length", "-1"], "8 to 128 characters"),
        (["--length", "many"], "invalid int value"),
        (["--words", "3"], "4 to 12 words"),
        (["--words", "13"], "4 to 12 words"),
        (["--words", "12", "--service", "apple.com"], "leave out --words"),
        (["--words", "5", "--length", "20"], "not allowed with"),
        (["--service", "my shop"], "no host"),
        (["--service", ""], "no host"),
        (["--language", "fr"], "invalid choice"),
    ],
)
def test_one_plain_line_says_why_there_is_none(
    torimodosu: Commands, arguments: list[str], words: str
) -> None:
    done = torimodosu("password", "new", *arguments)
    assert (done.status, done.out) == (2, "")
    assert words in plain_line(done)


def test_no_two_are_alike_in_the_program_itself() -> None:
    done = [start("password", "new") for _ in range(2)]
    assert [one.status for one in done] == [0, 0]
    assert done[0].out != done[1].out
