"""Searching a list of leaked passwords that the person has downloaded."""

import hashlib
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from torimodosu.adapters.leaked_hashes import LeakedHashFile, NotAListError
from torimodosu.recovery.passwords.breach import Breach, BreachState


def sha1(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest().upper()


def rows(count: int) -> Mapping[str, int]:
    """Return so many hashes, and how often each was found, in their order."""
    chance = random.Random(7)  # noqa: S311 -- no secret
    found = {
        sha1(f"leaked {n}"): chance.choice((1, 7, 99, 123_456)) for n in range(count)
    }
    return dict(sorted(found.items()))


def write(path: Path, found: Mapping[str, int], *, end: str = "\r\n") -> Path:
    path.write_text("".join(f"{digits}:{n}{end}" for digits, n in found.items()))
    return path


def looked_up(path: Path, *digits: str) -> list[int | None]:
    """Return how often each was found; None where it was not."""
    answers = LeakedHashFile(path).look_up(digits)
    return [
        answers[one].times if answers[one].state is BreachState.FOUND else None
        for one in digits
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 90, 91, 92, 5_000, 40_000])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_every_hash_is_found_and_no_other(tmp_path: Path, count: int, end: str) -> None:
    found = rows(count)
    path = write(tmp_path / "leaked.txt", found, end=end)
    assert looked_up(path, *found) == list(found.values())
    others = [sha1(f"another {n}") for n in range(200)]
    assert looked_up(path, *others, "0" * 40, "F" * 40) == [None] * 202


def test_the_last_row_may_lack_its_end(tmp_path: Path) -> None:
    path = tmp_path / "leaked.txt"
    found = rows(3_000)
    path.write_text("\r\n".join(f"{digits}:{n}" for digits, n in found.items()))
    assert looked_up(path, *found) == list(found.values())


def test_a_list_may_lack_counts_and_have_small_letters(tmp_path: Path) -> None:
    path = tmp_path / "leaked.txt"
    found = rows(3_000)
    path.write_text("\n".join(digits.lower() for digits in found))
    answers = {**LeakedHashFile(path).look_up([*found, sha1("another")])}
    assert {answers.pop(sha1("another")).state} == {BreachState.NOT_FOUND}
    assert set(answers.values()) == {Breach(state=BreachState.FOUND, times=None)}


def test_hashes_that_are_not_spread_evenly_are_found(tmp_path: Path) -> None:
    # All but a few begin alike, so that no guess by value comes near.
    near = {f"00000{n:035X}": 3 for n in range(30_000)}
    far = {f"F{n:039X}": 5 for n in range(20)}
    path = write(tmp_path / "leaked.txt", {**near, **far})
    some = [*near][::10]
    assert looked_up(path, *some, *far) == [3] * len(some) + [5] * 20
    assert looked_up(path, f"00000{30_000:035X}", "A" * 40) == [None, None]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        "name,url,username,password\n",
        "0" * 39 + "\n",
        "0" * 32 + ":5\n",  # of Windows (NTLM)
        "x" * 100_000,
        "password1\npassword2\n" * 1_000,
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "leaked.txt"
    path.write_text(content)
    with pytest.raises(NotAListError):
        LeakedHashFile(path).look_up([sha1("another")])


def test_a_list_in_another_order_is_refused(tmp_path: Path) -> None:
    # Pwned Passwords is also to be had by how often each was found.
    found = sorted(rows(5_000).items(), key=lambda row: -row[1])
    path = write(tmp_path / "leaked.txt", dict(found))
    with pytest.raises(NotAListError):
        LeakedHashFile(path).look_up([sha1("another")])


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LeakedHashFile(tmp_path / "none.txt").look_up([sha1("another")])
