"""A real name server on this computer, over UDP and TCP, that knows what it is told."""

import socket
import struct
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

HERE = "127.0.0.1"
_LARGEST = 4096
_LONGEST_STRING = 255


@dataclass(kw_only=True)
class Zone:
    """What the server knows.

    Attributes:
        texts: The texts at each name; a name without any has another kind of record.
        aliases: Names that stand for others.
        silent: Names for which it never answers.
        failing: Names for which it says that it failed.
        cuts: Whether everything over UDP is cut short, so that it has to come by TCP.
        drops_edns: Whether it is silent where a question tells how large an answer
            may be.
        asked: The names that it was asked for, with "udp" or "tcp".

    """

    texts: Mapping[str, Sequence[bytes]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    silent: Sequence[str] = ()
    failing: Sequence[str] = ()
    cuts: bool = False
    drops_edns: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)

    def answer(self, question: bytes, way: str) -> bytes | None:
        """Return the answer to a *question* that came by UDP or TCP."""
        asked = dns.message.from_wire(question)
        name = asked.question[0].name
        words = name.to_text(omit_final_dot=True).lower()
        self.asked.append((words, way))
        if words in self.silent or (self.drops_edns and asked.edns >= 0):
            return None
        answer = dns.message.make_response(asked, recursion_available=True)
        if way == "udp" and self.cuts:
            answer.flags |= dns.flags.TC
            return answer.to_wire()
        if words in self.failing:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif words in self.aliases:
            target = self.aliases[words]
            answer.answer += [_alias(name, target), *self._texts_at(target)]
        elif words in self.texts:
            answer.answer += self._texts_at(words)
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        return answer.to_wire(max_size=65535)

    def _texts_at(self, words: str) -> list[dns.rrset.RRset]:
        texts = [_quoted(text) for text in self.texts[words]]
        name = dns.name.from_text(words)
        return [dns.rrset.from_text_list(name, 60, "IN", "TXT", texts)] if texts else []


@contextmanager
def serving(zone: Zone) -> Iterator[int]:
    """Answer from *zone* at 127.0.0.1, and give the port."""
    with _both_ways() as (packets, calls):
        port = packets.getsockname()[1]
        threads = [
            threading.Thread(target=_answer_packets, args=(packets, zone)),
            threading.Thread(target=_answer_calls, args=(calls, zone)),
        ]
        for thread in threads:
            thread.start()
        try:
            yield port
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
                bell.sendto(b"", (HERE, port))
            with socket.create_connection((HERE, port)):
                pass  # a call without a question ends the server
            for thread in threads:
                thread.join()


@contextmanager
def _both_ways() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Give two sockets, for packets and for calls, at one free port."""
    while True:
        packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        packets.bind((HERE, 0))
        calls = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            calls.bind(packets.getsockname())
        except OSError:  # somebody else has it for calls
            packets.close()
            calls.close()
            continue
        with packets, calls:
            calls.listen()
            yield packets, calls
        return


def _answer_packets(packets: socket.socket, zone: Zone) -> None:
    while True:
        question, where = packets.recvfrom(_LARGEST)
        if not question:
            return
        answer = zone.answer(question, "udp")
        if answer is not None:
            packets.sendto(answer, where)


def _answer_calls(calls: socket.socket, zone: Zone) -> None:
    while True:
        call, _ = calls.accept()
        with call, call.makefile("rb") as stream:
            head = stream.read(2)
            if not head:
                return
            (size,) = struct.unpack("!H", head)
            answer = zone.answer(stream.read(size), "tcp")
            if answer is not None:
                call.sendall(struct.pack("!H", len(answer)) + answer)


def _alias(name: dns.name.Name, target: str) -> dns.rrset.RRset:
    return dns.rrset.from_text(name, 60, "IN", "CNAME", f"{target}.")


def _quoted(text: bytes) -> str:
    """Return *text* as a zone file has it: in strings of 255 bytes at most."""
    starts = range(0, len(text), _LONGEST_STRING) or (0,)
    parts = (text[start : start + _LONGEST_STRING] for start in starts)
    return " ".join(
        '"' + "".join(f"\\{byte:03}" for byte in part) + '"' for part in parts
    )
