"""What the errors of the keychains of Linux, Windows and macOS mean."""

from collections.abc import Iterator, Mapping

from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble

# By name, because each library is there on its own system only.
_BY_CLASS: Mapping[str, KeychainTrouble] = {
    "KeyringLocked": KeychainTrouble.LOCKED,
    "LockedException": KeychainTrouble.LOCKED,
    "PromptDismissedException": KeychainTrouble.REFUSED,
    "SecretServiceNotAvailableException": KeychainTrouble.GONE,
    "NoKeyringError": KeychainTrouble.NONE,
}
# D-Bus tells in names: https://specifications.freedesktop.org/secret-service/latest/
_BY_DBUS_NAME: Mapping[str, KeychainTrouble] = {
    "org.freedesktop.Secret.Error.IsLocked": KeychainTrouble.LOCKED,
    "org.freedesktop.DBus.Error.AccessDenied": KeychainTrouble.REFUSED,
    "org.freedesktop.DBus.Error.Disconnected": KeychainTrouble.GONE,
    "org.freedesktop.DBus.Error.NoReply": KeychainTrouble.GONE,
    "org.freedesktop.DBus.Error.ServiceUnknown": KeychainTrouble.GONE,
    "org.freedesktop.DBus.Error.TimedOut": KeychainTrouble.GONE,
}
# Windows tells in numbers (winerror.h).
_BY_WINDOWS_NUMBER: Mapping[int, KeychainTrouble] = {
    1312: KeychainTrouble.REFUSED,  # ERROR_NO_SUCH_LOGON_SESSION
    1783: KeychainTrouble.TOO_LARGE,  # RPC_X_BAD_STUB_DATA
}


def keychain_error(error: Exception) -> KeychainError:
    """Return *error* as the rules know it, without its words.

    What a library says may hold what it was asked to keep.
    """
    troubles = [_trouble_of(one) for one in _chain(error)]
    # The error at the root knows best: what it was caught as is often less exact.
    known = [trouble for trouble in troubles if trouble is not None]
    trouble = known[-1] if known else KeychainTrouble.FAILED
    return KeychainError(trouble, type(error).__name__)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _trouble_of(error: BaseException) -> KeychainTrouble | None:
    told = (
        _BY_WINDOWS_NUMBER.get(getattr(error, "winerror", 0)),
        _BY_DBUS_NAME.get(_dbus_name(error)),
        _BY_CLASS.get(type(error).__name__),
        # A bus that is not there, or that leaves in the middle.
        KeychainTrouble.GONE if isinstance(error, OSError | EOFError) else None,
    )
    return next((trouble for trouble in told if trouble is not None), None)


def _dbus_name(error: BaseException) -> str:
    """Return the name of an error of jeepney or dbus-python, or ""."""
    named = getattr(error, "get_dbus_name", None)
    name = named() if callable(named) else getattr(error, "name", "")
    return name if isinstance(name, str) else ""
