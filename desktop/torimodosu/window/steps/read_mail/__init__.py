"""Drop a mailbox: the shop's mails are kept byte for byte."""
