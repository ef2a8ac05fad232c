"""What the program writes down of its own troubles, without a secret."""

from torimodosu.adapters.log.crash_note import NATIVE_CODE_FAILED, note_crash
from torimodosu.adapters.log.log_file import LogFile
from torimodosu.adapters.log.logbook import begin_log

__all__ = ["NATIVE_CODE_FAILED", "LogFile", "begin_log", "note_crash"]
