"""Stands for a worker that was forked elsewhere: has its pipes, and ends as it does.

Takes the socket of the one who forks, then the arguments for the worker. It imports
little, because nothing else takes time.
"""

import json
import os
import socket
import struct
import sys


def main() -> int:
    """Hand the pipes over and wait for the end."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(sys.argv[1])
        asked = {
            "arguments": sys.argv[2:],
            "environment": dict(os.environ),
            "folder": os.getcwd(),  # noqa: PTH109 -- pathlib takes longer than the rest
        }
        request = json.dumps(asked).encode()
        socket.send_fds(line, [struct.pack("I", len(request))], [0, 1, 2])
        line.sendall(request)
        for pipe in (0, 1):
            os.close(pipe)
        status = line.recv(1)
    return status[0] if status else 1


if __name__ == "__main__":
    sys.exit(main())
