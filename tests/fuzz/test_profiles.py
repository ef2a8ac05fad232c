"""No mutated profile gets an exception out of the look at it."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.adapters.browsers.looking import CHROME, FIREFOX, look
from tests.data.browser_profiles import (
    SITE,
    Cookie,
    Dismissal,
    Login,
    write_cookies,
    write_firefox_cookies,
    write_firefox_logins,
    write_json,
    write_logins,
    write_permissions,
)
from torimodosu.recovery.signin.profile import ProfileRead

SHORT, LONG = 150, 3_000
BESIDE = ("-journal", "-wal")


def make(home: Path) -> Mapping[Path, bytes]:
    """Write a profile of each kind; return its files and what stands in them."""
    cookies = [Cookie(host="amazon.co.jp", name="session-id")]
    logins = [Login(), Login(username="hanako@example.jp")]
    chrome, fox = home / CHROME, home / FIREFOX
    write_logins(chrome / "Login Data", logins, dismissals=[Dismissal()])
    write_cookies(chrome / "Cookies", cookies)
    write_json(chrome / "Preferences", {"extensions": {"settings": {"a": {}}}})
    state = {"profile": {"info_cache": {"Default": {"name": "Taro"}}}}
    write_json(chrome.parent / "Local State", state)
    write_firefox_logins(fox / "logins.json", logins)
    write_firefox_cookies(fox / "cookies.sqlite", cookies)
    write_permissions(fox / "permissions.sqlite", {SITE: Login().created})
    write_json(fox / "extensions.json", {"addons": [{"id": "a@b", "active": True}]})
    (fox / "prefs.js").write_text('user_pref("signon.rememberSignons", false);\n')
    (fox / "compatibility.ini").write_text("[Compatibility]\nLastVersion=153.7_1/2\n")
    ini = f"[Profile0]\nName=own\nIsRelative=1\nPath={fox.name}\n"
    (fox.parent / "profiles.ini").write_text(ini)
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def mutated(content: bytes, random: Random) -> bytes:
    """Return *content* with some bytes changed, cut off, or put in place of others."""
    raw = bytearray(content)
    match random.randrange(5):
        case 0:
            del raw[random.randrange(len(raw)) :]
        case 1:
            start = random.randrange(len(raw))
            raw[start : start + random.randrange(300)] = random.randbytes(40)
        case _:
            for _ in range(random.randrange(1, 9)):
                raw[random.randrange(len(raw))] = random.randrange(256)
    return bytes(raw)


def test_nothing_gets_out_of_a_look_at_a_mutated_profile(
    tmp_path: Path, *, long_form: bool
) -> None:
    files = make(tmp_path)
    random = Random(5)  # noqa: S311 -- the same mutants at every run
    for number in range(LONG if long_form else SHORT):
        path = random.choice(sorted(files))
        path.write_bytes(mutated(files[path], random))
        beside = path.with_name(path.name + random.choice(BESIDE))
        if number % 10 == 0:
            beside.write_bytes(random.randbytes(random.randrange(1, 2_000)))
        found = look(tmp_path)
        path.write_bytes(files[path])
        beside.unlink(missing_ok=True)
        profiles = {f.profile.browser for f in found if isinstance(f, ProfileRead)}
        assert profiles == {"chrome", "firefox"}, f"mutant {number} of {path.name}"
