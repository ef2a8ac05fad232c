import os
import sys

import pytest

import fresh


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no root")
def test_only_root_can_make_a_fresh_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="2"):
        fresh.prove_on_fresh_system([])
    assert "only by root on Linux" in capsys.readouterr().err


def test_a_fresh_system_gets_nothing_of_this_one_but_the_way_to_the_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in list(os.environ):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_DEFAULT_TIMEOUT", "60")
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setattr(fresh, "CERTIFICATES", "/is-not-there")
    assert fresh.network_variables() == {
        "PIP_DEFAULT_TIMEOUT": "60",
        "https_proxy": "proxy.example:3128",
    }
