"""The files of KeePass (KDBX 4): read, and written."""
