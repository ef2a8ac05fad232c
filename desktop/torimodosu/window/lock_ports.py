"""What the pages that lock the door need from whoever opens the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.plan.lock_ports import Outgoing, PasswordQueues, TwoSteps
from torimodosu.recovery.twostep.kept import AccountList
from torimodosu.recovery.twostep.recovery_codes import CodeLists
from torimodosu.window.qr.sight import Sight

if TYPE_CHECKING:  # what they bring along takes longer to load than the window
    from torimodosu.recovery.keepass.writing import Chance
    from torimodosu.recovery.passwords.new_password import Choose
    from torimodosu.recovery.passwords.weighing import Weighed
    from torimodosu.recovery.twostep.clock import ClockReading


@dataclass(frozen=True, slots=True, kw_only=True)
class LockPorts:
    """The outside world of these pages.

    Attributes:
        new_id: Returns an id for an account, at random.
        install_key: Returns the 32 bytes that digests of passwords are keyed with;
            they lie in the keychain, so it raises `KeychainError`, and is nothing for
            the GUI thread.
        sight: Reads files and pictures with QR codes.
        ask_time: Asks a host for the time, after it was kept that it is asked for a
            case; raises `StoreError` and `NoTimeError`. The only thing here that sends.
        chance: Returns random bytes that are fit for secrets.
        write_file: Writes a file that holds secrets where the person wants it; raises
            OSError.
        weigh_password: Returns what is to be thought of a password, for who knows some
            words; takes up to a fifth of a second, more the first time, and raises
            OSError.
        passphrase_words: Opens the words for passphrases, by the language; raises
            OSError.
        choose: Returns a random number below another, fit for secrets.
        open_page: Lets the browser of the person show an https address; returns
            whether it could be started.

    """

    keychain: Keychain
    account_list: AccountList
    code_lists: CodeLists
    two_steps: TwoSteps
    outgoing: Outgoing
    queues: PasswordQueues
    new_id: Callable[[], str]
    install_key: Callable[[], bytes]
    sight: Sight
    ask_time: "Callable[[Case, str], ClockReading]"
    weigh_password: "Callable[[str, Sequence[str]], Weighed]"
    passphrase_words: Callable[[], Mapping[str, Sequence[str]]]
    choose: "Choose"
    chance: "Chance"
    write_file: Callable[[Path, bytes], None]
    open_page: Callable[[str], bool]
