"""What the settings of a Firefox profile tell of saving and filling in passwords."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from torimodosu.adapters.browsers.files import read_json, read_text
from torimodosu.adapters.browsers.found_profile import Look
from torimodosu.adapters.browsers.json_values import at, text_at
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import StorePart

_SETTINGS = "prefs.js"
_LINE = "user_pref("
_SAVES = "signon.rememberSignons"
_ACCOUNT = "services.sync.username"
_SYNCS_PASSWORDS = "services.sync.engine.passwords"

_ADDONS = "extensions.json"
_ADDON_FILES = "extensions"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirefoxSettings:
    """What the settings tell; None is not known."""

    saves_passwords: bool | None = None
    is_synced: bool | None = None


def read_firefox_settings(look: Look) -> FirefoxSettings:
    """Return what the settings of the profile tell."""
    try:
        text = read_text(look.folder / _SETTINGS, look.folder)
    except StoreError:
        text = None
    if text is None:
        return FirefoxSettings()
    settings = _settings(text)
    return FirefoxSettings(
        # Left out as long as they are what they are at first.
        saves_passwords=settings.get(_SAVES) is not False,
        is_synced=bool(settings.get(_ACCOUNT))
        and settings.get(_SYNCS_PASSWORDS) is not False,
    )


def _settings(text: str) -> Mapping[str, object]:
    """Return those that are asked for; the last line on one of them counts."""
    settings = {}
    for line in text.splitlines():
        if not line.startswith(_LINE):
            continue
        inside = line.removeprefix(_LINE).rstrip().removesuffix(");")
        for name in (_SAVES, _ACCOUNT, _SYNCS_PASSWORDS):
            if inside.startswith(f'"{name}"'):
                settings[name] = _value(inside.partition(",")[2])
    return settings


def _value(literal: str) -> object:
    try:
        value: object = json.loads(literal)
    except (ValueError, RecursionError):
        return literal
    return value


def read_firefox_extensions(look: Look) -> frozenset[str]:
    """Return the ids of the extensions that are installed and switched on."""
    content = look.at(StorePart.EXTENSIONS, _ADDONS, read_json)
    if content is None:
        return _by_their_files(look)
    addons = at(content, "addons")
    return frozenset(
        text_at(addon, "id")
        for addon in (addons if isinstance(addons, list) else ())
        if at(addon, "active") is not False and at(addon, "userDisabled") is not True
    )


def _by_their_files(look: Look) -> frozenset[str]:
    try:
        files = [*(look.folder / _ADDON_FILES).iterdir()]
    except OSError:
        return frozenset()
    return frozenset(file.name.removesuffix(".xpi") for file in files)
