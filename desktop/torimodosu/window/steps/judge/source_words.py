"""Where mail programs show the source of a mail."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication


def where_the_source_is() -> Sequence[tuple[str, str]]:
    """Return what programs are called, and what to choose in each."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Source", "Gmail in a browser"),
            translate(
                "Source",
                "Open the mail, press ⋮ at its top, “Show original”,"
                " “Copy to clipboard”.",
            ),
        ),
        (
            translate("Source", "Yahoo Mail in a browser"),
            translate(
                "Source",
                "Open the mail, press “Full header”. It is the header alone, which"
                " tells less.",
            ),
        ),
        (
            translate("Source", "Outlook.com, or Outlook on Windows"),
            translate(
                "Source", "Open the mail, press “…”, “View”, “View message source”."
            ),
        ),
        (
            translate("Source", "Thunderbird"),
            translate("Source", "Press Ctrl+U while the mail is open."),
        ),
        (
            translate("Source", "Mail on a Mac"),
            translate("Source", "Press ⌥⌘U while the mail is open."),
        ),
    )
