from tests.bootstrap.working import practise
from tests.fakes.keychain import FakeKeychain
from tests.fakes.progress import Steps
from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.crashes import CRASH_FILES
from torimodosu.bootstrap.erasing import erase_rest, forget_all
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.log import Logs
from torimodosu.recovery.case.case import Case


def test_nothing_of_the_program_is_left_on_the_computer(
    store: Store, case: Case, jobs: Jobs, keychain: FakeKeychain
) -> None:
    del case
    practise(jobs)
    install_key(keychain)
    folder = store.path.parent
    for path in (*Logs(folder).paths, *(folder / name for name in CRASH_FILES)):
        path.touch()
    assert forget_all(store, keychain, Steps()) == 0
    assert (keychain.secrets, list(store.all())) == ({}, [])
    assert erase_rest(store.path) == []
    assert not folder.exists()
