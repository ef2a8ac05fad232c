"""A home with twelve browsers of three profiles each, as they are after some years."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

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

RESET = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)
PROFILES = 3

_CHROMIUMS = {
    "chrome": ".config/google-chrome",
    "chromium": "snap/chromium/common/chromium",
    "edge": "AppData/Local/Microsoft/Edge/User Data",
    "brave": ".config/BraveSoftware/Brave-Browser",
    "vivaldi": "Library/Application Support/Vivaldi",
    "opera": "AppData/Roaming/Opera Software/Opera Stable",
    "arc": "Library/Application Support/Arc/User Data",
    "yandex": ".config/yandex-browser",
}
_FIREFOXES = {
    "firefox": ".config/mozilla/firefox",
    "librewolf": ".librewolf",
    "waterfox": "AppData/Roaming/Waterfox",
    "floorp": "Library/Application Support/Floorp",
}
_ACCOUNTS = ("taro@example.jp", "hanako@example.jp", "")
_PAGES = ("/ap/signin", "/ap/forgotpassword/reverification", "/ap/register", "/")
_HOSTS = (SITE, "https://amazon.co.jp", "https://amazon.com", "http://www.amazon.co.jp")
# What must not be taken for the shop.
_LOOKALIKES = ("https://amazon.co.jp.example", "https://notamazon.co.jp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What was put into a home: browser and profile of each entry of the shop."""

    stale: Sequence[tuple[str, str]]
    fresh: Sequence[tuple[str, str]]


def generate(home: Path, *, logins: int, cookies: int) -> Truth:
    """Write the profiles, each with so many *logins* and *cookies* of other sites."""
    chance = random.Random(4)  # noqa: S311 -- the same home at every run
    stale: list[tuple[str, str]] = []
    fresh: list[tuple[str, str]] = []
    for browser, folder in (_CHROMIUMS | _FIREFOXES).items():
        is_chromium = browser in _CHROMIUMS
        names = [f"{browser} {number}" for number in range(PROFILES)]
        for number, name in enumerate(names):
            saved = list(_of_the_shop(chance))
            for login in saved:
                age = login.modified or login.created
                (stale if age < RESET else fresh).append((browser, name))
            saved += _of_others(chance, logins)
            chance.shuffle(saved)
            jar = _cookies(chance, cookies)
            if is_chromium:
                inner = "Default" if number == 0 else f"Profile {number}"
                _write_chromium(home / folder / inner, chance, saved, jar)
            else:
                _write_firefox(home / folder / f"p{number}.default", saved, jar)
        _name(home / folder, names, is_chromium=is_chromium)
    return Truth(stale=sorted(stale), fresh=sorted(fresh))


def _of_the_shop(chance: random.Random) -> Iterator[Login]:
    """Yield some entries that differ in what browsers tell entries apart by."""
    kinds = [(h, p, u) for h in _HOSTS for p in _PAGES for u in _ACCOUNTS]
    for host, page, username in chance.sample(kinds, chance.randint(0, 4)):
        created = RESET - timedelta(days=chance.randint(1, 4000))
        is_fresh = chance.random() < 0.3
        minutes = timedelta(minutes=chance.randint(1, 3000))
        yield Login(
            page=f"{host}{page}",
            realm=f"{host}/",
            username=username,
            created=created,
            modified=RESET + minutes if is_fresh else created + minutes / 3000,
            last_used=RESET,
            times_used=chance.randint(0, 300),
        )


def _of_others(chance: random.Random, number: int) -> Iterator[Login]:
    for host in (*_LOOKALIKES, *(f"https://site{n}.example" for n in range(number))):
        created = RESET - timedelta(days=chance.randint(-30, 4000))
        yield Login(
            page=f"{host}/login",
            realm=f"{host}/",
            created=created,
            modified=created,
            times_used=chance.randint(0, 50),
        )


def _cookies(chance: random.Random, number: int) -> list[Cookie]:
    jar = [Cookie(host=".amazon.co.jp", name=name) for name in ("session-id", "ubid")]
    jar += [
        Cookie(host=f".site{chance.randint(0, number // 4)}.example", name=f"c{n}")
        for n in range(number)
    ]
    return jar


def _write_chromium(
    folder: Path, chance: random.Random, saved: Sequence[Login], jar: Sequence[Cookie]
) -> None:
    # Of two lists each profile may use, so that both are looked at.
    middle = chance.randint(0, len(saved))
    write_logins(folder / "Login Data", saved[:middle], dismissals=[Dismissal()])
    write_logins(folder / "Login Data For Account", saved[middle:])
    write_cookies(folder / "Network/Cookies", jar)
    settings = {"state": 1, "manifest": {"permissions": ["x" * 40] * 40}}
    extensions = {chr(97 + n) * 32: settings for n in range(16)}
    write_json(folder / "Preferences", {"extensions": {"settings": extensions}})


def _write_firefox(folder: Path, saved: Sequence[Login], jar: Sequence[Cookie]) -> None:
    write_firefox_logins(folder / "logins.json", saved)
    write_firefox_cookies(folder / "cookies.sqlite", jar)
    write_permissions(folder / "permissions.sqlite", {"https://x.example": RESET})
    addons = [{"id": f"addon{n}@example", "active": True} for n in range(20)]
    write_json(folder / "extensions.json", {"addons": addons})
    lines = [f'user_pref("some.setting.{n}", {n});\n' for n in range(400)]
    (folder / "prefs.js").write_text("".join(lines))


def _name(folder: Path, names: Sequence[str], *, is_chromium: bool) -> None:
    if is_chromium:
        inner = ["Default", *(f"Profile {n}" for n in range(1, len(names)))]
        known = {i: {"name": name} for i, name in zip(inner, names, strict=True)}
        write_json(folder / "Local State", {"profile": {"info_cache": known}})
        return
    sections = [
        f"[Profile{n}]\nName={name}\nIsRelative=1\nPath=p{n}.default\n"
        for n, name in enumerate(names)
    ]
    (folder / "profiles.ini").write_text("\n".join(sections))
