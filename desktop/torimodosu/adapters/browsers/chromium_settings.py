"""What the settings of a Chromium profile tell of saving and filling in passwords."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from torimodosu.adapters.browsers.files import read_json
from torimodosu.adapters.browsers.found_profile import Look
from torimodosu.adapters.browsers.json_values import at, table_at
from torimodosu.recovery.signin.profile import StorePart

# Chromium guards the second against changes by other programs on some systems, and then
# keeps the extensions there (chrome/browser/prefs/chrome_pref_service_factory.cc).
_FILES = ("Preferences", "Secure Preferences")
_EXTENSIONS = "Extensions"
_DISABLED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromiumSettings:
    """What the settings tell; None is not known.

    Attributes:
        extensions: The ids of the extensions that are installed and switched on.
        saves_passwords: Whether the browser offers to save them.
        is_synced: Whether an account takes what is changed to other devices.

    """

    extensions: frozenset[str]
    saves_passwords: bool | None = None
    is_synced: bool | None = None


def read_chromium_settings(look: Look) -> ChromiumSettings:
    """Return what the settings of the profile tell."""
    plain, guarded = (look.at(StorePart.EXTENSIONS, name, read_json) for name in _FILES)
    installed = dict(_installed(plain)) | dict(_installed(guarded))
    if plain is None:
        return ChromiumSettings(extensions=_on(installed))
    if not installed:
        installed = dict.fromkeys(_unpacked(look), True)
    return ChromiumSettings(
        extensions=_on(installed),
        # Left out as long as it is what it is at first.
        saves_passwords=at(plain, "credentials_enable_service") is not False,
        is_synced=any(
            (
                at(plain, "google", "services", "consented_to_sync") is True,
                at(plain, "sync", "has_setup_completed") is True,
                bool(at(plain, "brave_sync_v2", "seed")),
            )
        ),
    )


def _installed(settings: object) -> Iterator[tuple[str, bool]]:
    """Yield the id of each extension that is entered, and whether it is switched on."""
    for name, entry in table_at(settings, "extensions", "settings").items():
        is_off = at(entry, "state") == _DISABLED or bool(at(entry, "disable_reasons"))
        yield name, not is_off


def _on(installed: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(name for name, is_on in installed.items() if is_on)


def _unpacked(look: Look) -> list[str]:
    """Return the ids of the extensions whose files are there."""
    try:
        return [folder.name for folder in (look.folder / _EXTENSIONS).iterdir()]
    except OSError:
        return []
