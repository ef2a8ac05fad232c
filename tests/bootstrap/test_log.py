import subprocess
from pathlib import Path

from torimodosu.bootstrap.log import WINDOW_LOG, WORKER_LOG, Logs
from torimodosu.bootstrap.program import worker_command


def test_the_worker_writes_down_what_goes_wrong_without_its_words(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        worker_command(tmp_path),
        input=b"Hanabi2016 is no frame of the worker",
        capture_output=True,
        check=False,
        timeout=120,
    )
    text = (tmp_path / WORKER_LOG).read_text("utf-8")
    assert "ERROR worker.serve: the window sent no message" in text
    assert "  FrameError\n" in text
    assert "Hanabi" not in text + done.stderr.decode()


def test_both_logs_are_shown_and_deleted_together(tmp_path: Path) -> None:
    logs = Logs(tmp_path)
    assert logs.text() == ""
    (tmp_path / WORKER_LOG).write_text("of the worker\n", "utf-8")
    (tmp_path / WINDOW_LOG).write_text("of the window\n", "utf-8")
    assert logs.text() == "of the window\nof the worker\n"
    logs.delete()
    assert list(tmp_path.iterdir()) == []
