"""Which folders of a mailbox are read."""

from torimodosu.recovery.mail.servers.folders import Folder, folders_to_read


def folder(name: str, *flags: str) -> Folder:
    return Folder(name=name, wire=name.encode(), flags=frozenset(flags))


def names(*listed: Folder) -> list[str]:
    return [one.name for one in folders_to_read(listed)]


def test_spam_and_trash_are_read_too_and_the_inbox_first() -> None:
    listed = [
        folder("Trash", "\\Trash"),
        folder("work"),
        folder("Junk", "\\JUNK"),
        folder("Inbox"),
        folder("Sent", "\\Sent"),
        folder("Archive", "\\Archive"),
    ]
    assert names(*listed) == ["Inbox", "Archive", "Junk", "Trash", "Sent", "work"]


def test_where_one_folder_shows_all_mails_it_is_read_with_what_it_leaves_out() -> None:
    listed = [
        folder("INBOX"),
        folder("[Gmail]", "\\Noselect"),
        folder("[Gmail]/All Mail", "\\All", "\\HasNoChildren"),
        folder("[Gmail]/Spam", "\\Junk"),
        folder("[Gmail]/Trash", "\\Trash"),
        folder("[Gmail]/Starred", "\\Flagged"),
        folder("Label"),
    ]
    assert names(*listed) == ["[Gmail]/All Mail", "[Gmail]/Spam", "[Gmail]/Trash"]


def test_what_is_no_folder_of_mails_is_left_out() -> None:
    listed = [folder("a", "\\NoSelect"), folder("b", "\\NonExistent"), folder("c")]
    assert names(*listed) == ["c"]


def test_a_folder_that_is_listed_twice_is_read_once() -> None:
    assert names(folder("INBOX"), folder("INBOX")) == ["INBOX"]
    assert names() == []
