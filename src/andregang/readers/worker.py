"""The child process: takes documents from a pipe, reads each, gives text or a reason back.

Everything dangerous happens here, under limits, after the door to files, network and programs is shut.
"""

import importlib
import os
import struct
import sys
from typing import BinaryIO

from andregang.domain.text import DocumentText
from andregang.readers import limits, wire
from andregang.readers.recognition import recognise
from andregang.readers.refusal import Reason, RefusedError

_MODULES = {
    "pdf": "pdf", "docx": "docx", "pptx": "pptx", "odt": "odt", "html": "html", "eml": "eml", "ics": "ics", "json": "resume_json",  # noqa: E501
    "linkedin": "linkedin", "europass": "europass", "plain": "plain",
}  # fmt: skip
_SHUT_NAMES = (
    "socket. subprocess. os.system os.exec os.fork os.posix_spawn os.spawn os.remove os.rename os.mkdir "
    "os.rmdir os.link os.symlink os.truncate os.chmod os.kill shutil. ftplib. urllib. smtplib."
)
_SHUT = tuple(_SHUT_NAMES.split())
_FRAME = struct.Struct(">II")


def read_here(name: str, data: bytes) -> DocumentText:
    """Read in this very process. Raises `RefusedError`, and whatever a parser raises."""
    module = importlib.import_module(f"andregang.readers.formats.{_MODULES[recognise(name, data)]}")
    result: DocumentText = module.read(data)
    return result


def _answer(name: str, data: bytes) -> bytes:
    try:
        return wire.encode(read_here(name, data))
    except RefusedError as refused:
        return wire.encode(refused.reason)
    except (MemoryError, RecursionError):
        return wire.encode(Reason.BOMB)
    except Exception:  # noqa: BLE001 - any parser error on a stranger's file is expected input
        return wire.encode(Reason.DAMAGED)


def _limit() -> None:
    sys.setrecursionlimit(2500)
    try:
        import resource
    except ImportError:  # Windows: the wall clock and the size limits remain
        return
    for kind, amount in (
        ("RLIMIT_AS", limits.MEMORY_BYTES),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_CORE", 0),
    ):
        if hasattr(resource, kind):
            try:
                resource.setrlimit(getattr(resource, kind), (amount, amount))
            except (ValueError, OSError):
                continue


def _limit_time() -> None:
    """Give the next document its own share of processor time."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + limits.CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _shut_doors() -> None:
    """From here on, files are only read, and only those of Python and its packages."""
    roots = tuple(
        {os.path.realpath(p) + os.sep for p in sys.path if p} | {p.rstrip(os.sep) + os.sep for p in sys.path if p}
    )

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_SHUT):
            raise PermissionError(event)
        if event == "open":
            path, mode = arguments[0], str(arguments[1] or "r")
            if isinstance(path, int):
                return
            asked = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
            if any(letter in mode for letter in "wax+") or not asked.startswith(roots):
                raise PermissionError("open")

    sys.addaudithook(watch)


def _read_exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def main() -> None:
    """Serve documents until the parent closes the pipe. Frame: lengths of name and data, name, data."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    _limit()
    _shut_doors()
    while True:
        try:
            name_size, data_size = _FRAME.unpack(_read_exactly(requests, _FRAME.size))
            name = _read_exactly(requests, name_size).decode("utf-8", "replace")
            data = _read_exactly(requests, data_size)
        except EOFError:
            return
        _limit_time()
        answer = _answer(name, data)
        answers.write(struct.pack(">I", len(answer)) + answer)
        answers.flush()
