"""What the program writes down of its own troubles, without a secret."""

from torimodosu.adapters.log.log_file import LogFile
from torimodosu.adapters.log.logbook import begin_log

__all__ = ["LogFile", "begin_log"]
