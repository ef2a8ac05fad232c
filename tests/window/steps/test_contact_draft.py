from dataclasses import replace

import pytest

from tests.recovery.reminders.moments import MONDAY, at
from torimodosu.recovery.reminders.contact import Channel, Whom
from torimodosu.window.steps.contacts.draft import Draft
from torimodosu.window.words.contacts import channel_words, whom_words

NOW = at(MONDAY)


@pytest.mark.parametrize("channel", Channel)
def test_who_writes_waits_and_who_speaks_has_heard(channel: Channel) -> None:
    draft = Draft.new(NOW)
    draft = replace(draft, contact=replace(draft.contact, channel=channel))
    assert draft.is_waiting is (channel not in {Channel.PHONE, Channel.VISIT})


def test_everybody_and_every_way_has_a_name() -> None:
    assert len({whom_words(whom) for whom in Whom}) == len(Whom)
    assert len({channel_words(channel) for channel in Channel}) == len(Channel)
