"""Reading in a child process, so that no file can hang, crash, or fill the memory of the program."""

import os
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

from andregang.domain.text import DocumentText
from andregang.readers import limits, wire
from andregang.readers.refusal import Reason, RefusedError, UnreadableDocument

_START = "import sys; sys.path[:] = {path!r}; from andregang.readers.worker import main; main()"
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")
_KILLED_FOR_TIME = -24  # SIGXCPU
_OUT_OF_MEMORY = (-6, -9)  # SIGABRT: pdfium under the memory limit; SIGKILL: the system's


class Child:
    """One reading process. Reads document after document; a new process takes over when it dies or grows old."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> DocumentText:
        """The document's text. Raises `UnreadableDocument` and nothing else."""
        if not data:
            raise UnreadableDocument(name, Reason.EMPTY)
        if len(data) > limits.FILE_BYTES:
            raise UnreadableDocument(name, Reason.TOO_LARGE)
        try:
            return wire.decode(self._exchange(name, data))
        except RefusedError as refused:
            raise UnreadableDocument(name, refused.reason) from None
        except (ValueError, TypeError, KeyError, IndexError):
            raise UnreadableDocument(name, Reason.DAMAGED) from None

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                try:
                    stream.close()
                except OSError:
                    continue

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._served >= limits.DOCUMENTS_PER_CHILD:
            self.close()
            path = [entry for entry in sys.path if entry] or sys.path
            environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START.format(path=path)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
            )  # fmt: skip
            self._served = 0
        self._served += 1
        return self._process

    def _exchange(self, name: str, data: bytes) -> bytes:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(limits.WALL_SECONDS, stop)
        clock.daemon = True
        clock.start()
        try:
            label = name.encode("utf-8", "replace")[:1000]
            process.stdin.write(struct.pack(">II", len(label), len(data)) + label)
            process.stdin.write(data)
            process.stdin.flush()
            size = process.stdout.read(4)
            answer = process.stdout.read(struct.unpack(">I", size)[0]) if len(size) == 4 else b""
        except OSError:
            answer = b""
        finally:
            clock.cancel()
        if answer and not late.is_set():
            return answer
        raise RefusedError(self._why_it_died(process, was_late=late.is_set()))

    def _why_it_died(self, process: "subprocess.Popen[bytes]", *, was_late: bool) -> Reason:
        try:
            code = process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        if was_late or code == _KILLED_FOR_TIME:
            return Reason.TOO_SLOW
        return Reason.BOMB if code in _OUT_OF_MEMORY else Reason.DAMAGED


def read_document(name: str, data: bytes) -> DocumentText:
    """The text of one document with its layout, read in a process of its own.

    `name` is the file's name, for people and for telling formats apart where the content leaves it open.
    Raises `UnreadableDocument` and nothing else.
    """
    with Child() as child:
        return child.read(name, data)


def read_documents(documents: Sequence[tuple[str, bytes]]) -> list[DocumentText | UnreadableDocument]:
    """Many documents, in their order, by at most two processes; what could not be read is its error, as a value."""
    crews = min(2, len(documents), os.cpu_count() or 1)
    if not crews:
        return []
    work = iter(enumerate(documents))
    found: dict[int, DocumentText | UnreadableDocument] = {}
    lock = threading.Lock()

    def serve(_: None) -> None:
        with Child() as child:
            while True:
                with lock:
                    item = next(work, None)
                if item is None:
                    return
                number, (name, data) = item
                try:
                    found[number] = child.read(name, data)
                except UnreadableDocument as unreadable:
                    found[number] = unreadable

    with ThreadPoolExecutor(crews) as pool:
        list(pool.map(serve, repeat(None, crews)))
    return [found[number] for number in range(len(documents))]
