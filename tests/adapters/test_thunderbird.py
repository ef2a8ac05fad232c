from pathlib import Path

import pytest

from torimodosu.adapters.thunderbird import thunderbird_folders

PLACES = [
    ("linux", ".thunderbird"),
    ("linux", "snap/thunderbird/common/.thunderbird"),
    ("linux", ".var/app/org.mozilla.Thunderbird/.thunderbird"),
    ("win32", "AppData/Roaming/Thunderbird"),
    ("darwin", "Library/Thunderbird"),
]


@pytest.mark.parametrize(("system", "place"), PLACES)
def test_profiles_are_found_where_each_system_keeps_them(
    system: str, place: str, tmp_path: Path
) -> None:
    profile = tmp_path / place / "Profiles" / "ab12.default-release"
    (profile / "Mail").mkdir(parents=True)
    (profile / "ImapMail").mkdir()
    (tmp_path / place / "profiles.ini").write_text(
        "[Profile0]\nName=default\nIsRelative=1\nPath=Profiles/ab12.default-release\n"
        "[Install4F96]\nDefault=Profiles/ab12.default-release\n[General]\nVersion=2\n"
    )
    folders = [profile / "Mail", profile / "ImapMail"]
    assert thunderbird_folders(tmp_path, system) == folders


def test_a_profile_may_lie_elsewhere_or_be_gone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "disk" / "mail 100%"
    (elsewhere / "Mail").mkdir(parents=True)
    (tmp_path / ".thunderbird").mkdir()
    (tmp_path / ".thunderbird" / "profiles.ini").write_text(
        f"[Profile0]\nIsRelative=0\nPath={elsewhere}\n"
        "[Profile1]\nIsRelative=1\nPath=gone.default\n[Profile2]\nName=x\n"
    )
    assert thunderbird_folders(tmp_path, "linux") == [elsewhere / "Mail"]


@pytest.mark.parametrize("ini", [b"", b"Path=x", b"[a\n", b"\xff\xfe", b"[A]\n[A]\n"])
def test_a_broken_list_of_profiles_hides_none(ini: bytes, tmp_path: Path) -> None:
    place = tmp_path / ".thunderbird"
    (place / "ab12.default" / "Mail").mkdir(parents=True)
    (place / "profiles.ini").write_bytes(ini)
    folders = [place / "ab12.default" / "Mail"]
    assert thunderbird_folders(tmp_path, "linux") == folders


def test_a_profile_that_is_no_longer_listed_is_found_beside_the_others(
    tmp_path: Path,
) -> None:
    place = tmp_path / "Library" / "Thunderbird"
    (place / "Profiles" / "old.default" / "Mail").mkdir(parents=True)
    (place / "profiles.ini").write_text("[Profile0]\nPath=Profiles/new.default\n")
    folders = [place / "Profiles" / "old.default" / "Mail"]
    assert thunderbird_folders(tmp_path, "darwin") == folders


def test_without_thunderbird_there_is_nothing(tmp_path: Path) -> None:
    assert thunderbird_folders(tmp_path, "linux") == []
    assert list(thunderbird_folders(tmp_path)) == []
