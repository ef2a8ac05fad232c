"""What `installer/dev.py bundle` made, for those tests that prove it."""

import pytest

from bundling import layout


@pytest.fixture(scope="session")
def package(*, long_form: bool) -> str:
    """Return the path of the package for Debian."""
    if not long_form:
        pytest.skip("installers are proven by dev.py bundle-proof, after dev.py bundle")
    (found,) = layout.DELIVERED.glob("*.deb")
    return str(found)
