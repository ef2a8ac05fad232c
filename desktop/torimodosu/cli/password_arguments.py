"""Which arguments `torimodosu password` takes."""

from torimodosu.cli.plain_parser import Commands, PlainParser, command, path, verbs


def password(nouns: "Commands[PlainParser]") -> None:
    """Add `password` with its verbs."""
    group = verbs(nouns, "password", "make passwords, and find those to change")
    told = "tell how strong the passwords on standard input are, one a line"
    command(group, "check", told, name="password check")
    told = "make a new password and print it"
    new = command(group, "new", told, name="password new")
    new.add_argument(
        "--service", metavar="HOST", help="by the rules of this site, as amazon.co.jp"
    )
    kind = new.add_mutually_exclusive_group()
    kind.add_argument("--words", metavar="N", type=int, help="of so many words")
    kind.add_argument(
        "--length", metavar="N", type=int, help="of so many random characters"
    )
    new.add_argument(
        "--language",
        choices=("ja", "en"),
        default="ja",
        help="whose words to take (default: ja, in Roman letters)",
    )
    _audit(group)


def _audit(group: "Commands[PlainParser]") -> None:
    told = "find passwords used twice, weak or leaked in exports of them"
    audit = command(group, "audit", told, name="password audit")
    audit.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=path,
        help="an export of a browser or password manager, as CSV, JSON or KeePass",
    )
    audit.add_argument(
        "--breached",
        metavar="FILE",
        type=path,
        help="also compare with this list of leaked passwords, ordered by SHA-1",
    )
    audit.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password of encrypted exports from standard input",
    )
