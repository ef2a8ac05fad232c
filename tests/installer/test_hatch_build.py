from pathlib import Path

from hatch_build import files_to_ship


def test_nothing_hidden_and_no_source_is_shipped(tmp_path: Path) -> None:
    for name in (
        "i18n/torimodosu_ja.ts",
        "i18n/torimodosu_ja.qm",
        "i18n/.tmpx1/torimodosu_ja.qm",
        "guides/ja/.DS_Store",
        "guides/ja/call.html",
        "screenshots/overview-ja.png",
        "catalogue/compiled.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    shipped = [
        path.relative_to(tmp_path).as_posix() for path in files_to_ship(tmp_path)
    ]
    assert shipped == [
        "catalogue/compiled.json",
        "guides/ja/call.html",
        "i18n/torimodosu_ja.qm",
    ]
